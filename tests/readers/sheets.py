"""Letters to read: what languages there are, and sheets made from a few words."""

from functools import cache
from pathlib import Path

from circgen.findings import Location
from circgen.language.reading import read_pack
from circgen.language.wording import Language
from circgen.library import Library
from circgen.project import find_project
from circgen.readers.sheet import Cell, Line, Sheet, Story
from circgen.readers.structure import read_letter
from circgen.readers.text import read_text

ROOT = Path(__file__).parent.parent.parent
ADDED = ROOT / "tests" / "golden" / "added-language" / "templates"


@cache
def languages():
    """The shipped languages, and those that tests add without anything for readers."""
    library = Library(find_project(ROOT))
    found = {code: library.language(code) for code in library.packs}
    for path in sorted(ADDED.glob("*/language.yaml")):
        code = path.parent.name
        found.setdefault(code, Language(read_pack(code, path.read_bytes(), path.name)))
    return found


def read(text, language, file="letter.txt"):
    """A letter from the text of a file."""
    return read_letter(read_text(text.encode(), file), languages()[language])


def document(*paragraphs):
    """A sheet as a word processor's document has it: texts, or tuples of what a line takes."""
    lines = []
    for number, paragraph in enumerate(paragraphs, 1):
        fields = {"text": paragraph} if isinstance(paragraph, str) else dict(paragraph)
        if "cell" in fields:
            fields["cell"] = Cell(*fields["cell"])
        if "story" in fields:
            fields["story"] = Story(fields["story"])
        lines.append(Line(at=Location("letter.docx", paragraph=number), **fields))
    return Sheet("letter.docx", tuple(lines))


def read_document(language, *paragraphs):
    """A letter from the paragraphs of a document."""
    return read_letter(document(*paragraphs), languages()[language])


def texts(letter, part):
    """The lines of a part."""
    return [passage.text for passage in letter.parts.get(part, ())]


def outline(letter):
    """Each point as its number, how many items it has, and how many further passages."""
    return [
        (point.number, len(point.items), len(point.passages) - len(point.items) - 1)
        for point in letter.points
    ]
