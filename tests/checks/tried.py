"""The words of a kind as rules get them, of any project, and with other templates than its own."""

from pathlib import Path

from circgen.checks.subjects import Template, Words
from circgen.compose.letter import Composer, fact_names
from circgen.compose.sources import pieces_of
from circgen.compose.templates import Words as Compiled
from circgen.inspection import Inspector
from circgen.library import Library
from circgen.project import Project


def kinds(templates: Path):
    """The kinds of circular of a folder of templates."""
    return tuple(sorted(path.stem for path in (templates / "layouts").glob("*.yaml")))


def desk_of(templates: Path):
    """What rules may know, and the library it comes from."""
    library = Library(Project(templates, ()))
    return Inspector(library, lambda _: True).desk, library


def words_of(library, kind, change=lambda source: source):
    """The words of a kind in all languages, each template changed."""
    layout = library.kind(kind)
    templates, composers = {}, {}
    codes = sorted(library.packs, key=lambda code: bool(library.packs[code].translated_from))
    for code in codes:
        path = library.project.template(code, kind)
        source = change(path.read_text("utf-8"))
        compiled = Compiled(source, str(path), library.language(code), fact_names(layout))
        composers[code] = Composer(library.language(code), layout, compiled)
        pieces = tuple(pieces_of(source))
        templates[code] = Template(code, str(path), source, pieces, compiled.lines)
    return Words(layout, templates, lambda file, code: composers[code].compose(file, {}))
