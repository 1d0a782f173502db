"""What facts files can name: languages, ids, forms of names, paragraphs, places, zones."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path

from circgen.editions import Press
from circgen.library import Library
from circgen.project import find_project

ROOT = Path(__file__).parent.parent.parent
LIBRARY = Library(find_project(ROOT))
PRESS = Press(LIBRARY)
LANGUAGES = tuple(LIBRARY.packs)
KIND = LIBRARY.kinds["meeting"]
PARAGRAPHS = tuple(paragraph.id for paragraph in KIND.paragraphs)
ZONES = tuple(
    zone
    for zone in (resources.files("tzdata") / "zones").read_text("utf-8").split()
    if "/" in zone or zone == "UTC"
)


@cache
def forms(language, glossary):
    """The forms that names of a glossary have in a language, and their values."""
    entries = LIBRARY.packs[language].glossary[glossary].values()
    found = sorted({form for entry in entries for form in entry if form})
    return {form: sorted({entry[form] for entry in entries if form in entry}) for form in found}


@cache
def ids(glossary, *, whole=False):
    """The ids that every language words; with `whole`, those that have every form."""
    return sorted(
        id_
        for id_ in LIBRARY.packs[LANGUAGES[0]].glossary[glossary]
        if all(
            id_ in LIBRARY.packs[language].glossary[glossary]
            and (
                not whole
                or forms(language, glossary).keys()
                <= LIBRARY.packs[language].glossary[glossary][id_].keys()
            )
            for language in LANGUAGES
        )
    )
