"""The letters of `letters.yaml`, made from facts files as people would write them."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

import yaml
from language.tables import HERE, LANGUAGES, LIBRARY, ROOT, read

from circgen.editions import Press

_WRITTEN = read(HERE / "letters.yaml")
CASES = tuple(_WRITTEN["cases"])
PRESS = Press(LIBRARY)
MEETINGS = tuple(sorted((ROOT / "data" / "meetings").glob("*.yaml")))


@functools.cache
def letters(case):
    """The letter of a case as text, by language."""
    facts = {**_WRITTEN["letter"], **_WRITTEN["cases"][case]}
    facts = {key: value for key, value in facts.items() if value != "null"}
    facts["editions"] = LANGUAGES
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{case}.yaml"
        path.write_text(yaml.safe_dump(_in_each_language(facts), allow_unicode=True), "utf-8")
        return texts(path)


def texts(path):
    """The text of every edition of a facts file, by language."""
    loaded = LIBRARY.load(path)
    return {
        language: next(iter(PRESS.editions(path, (language,), ("txt",)).files.values())).decode()
        for language in loaded.file.facts.editions
    }


def _in_each_language(node):
    match node:
        case dict():
            return {key: _in_each_language(value) for key, value in node.items()}
        case list():
            return [_in_each_language(item) for item in node]
        case str() if node.startswith("@"):
            return {language: f"{node[1:]} {language}" for language in LANGUAGES}
        case _:
            return node
