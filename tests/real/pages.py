"""Where a letter stands on paper: circgen prints it, and a PDF reader says where its words are.

`python tests/real/pages.py` takes the places as they are now for the accepted ones (`make
accept-pages`); then read the diff.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[1]))

from golden.shelves import EDITIONS, SHELVES
from real.office import run
from writers.reading import Opened

from circgen import printing
from circgen.findings import Location

ACCEPTED = Path(__file__).parent / "pages.json"
BEGINNING = 20
"""So many letters of a paragraph tell it from the others that come after the same one."""


class Line(NamedTuple):
    """A line of print, with the corners of its box in points from the top left of its page."""

    page: int  # from 1
    left: float
    top: float
    right: float
    bottom: float
    text: str


class Place(NamedTuple):
    """Where a paragraph begins, in points."""

    page: int
    left: int
    top: int


class Sheet(NamedTuple):
    """The size of the pages in points, how many there are, and the lines in reading order.

    `language` is that of the PDF as a whole, by which a screen reader takes its voice. `bold` is
    what the first page has in a bold font, in reading order.
    """

    width: float
    height: float
    language: str
    count: int
    lines: tuple[Line, ...]
    bold: str

    def on(self, page: int) -> list[Line]:
        """The lines of a page from top to bottom."""
        return sorted((each for each in self.lines if each.page == page), key=lambda each: each.top)


def folded(text: str) -> str:
    """The letters of a text, without the spaces, which a page sets as it likes."""
    return re.sub(r"\s+", "", text)


def sheet(pdf: Path) -> Sheet:
    """What stands where in a PDF."""
    ended = run("pdftotext", "-bbox-layout", pdf, "-")
    assert ended.returncode == 0, ended.stderr
    root = etree.fromstring(ended.stdout.encode(), etree.XMLParser(recover=True))
    pages = list(root.iter("{*}page"))
    lines = []
    for number, page in enumerate(pages, 1):
        for each in page.iter("{*}line"):
            words = " ".join(word.text or "" for word in each.iter("{*}word"))
            corners = (float(each.get(name)) for name in ("xMin", "yMin", "xMax", "yMax"))
            lines.append(Line(number, *corners, words))
    size = (float(pages[0].get(name)) for name in ("width", "height"))
    ended = run("pdftohtml", "-xml", "-i", "-l", "1", "-stdout", pdf)
    assert ended.returncode == 0, ended.stderr
    fonts = etree.fromstring(ended.stdout.encode(), etree.XMLParser(recover=True))
    bold = " ".join("".join(each.itertext()) for each in fonts.iter("b"))
    language = re.search(rb"/Lang ?\(([^)]*)\)", pdf.read_bytes())
    return Sheet(*size, language[1].decode() if language else "", len(pages), tuple(lines), bold)


def printed(files: list[Path], folder: Path) -> dict[Path, Sheet]:
    """The documents as `--format pdf` prints them, all in one run. Their names must differ."""
    assert len({each.stem for each in files}) == len(files)
    documents = {f"{file.stem}.pdf": file.read_bytes() for file in files}
    made = printing.printed(documents, printing.Office.installed(), Location("letterhead.docx"))
    assert made.failed == {}
    for name, contents in made.files.items():
        (folder / name).write_bytes(contents)
    return {file: sheet(folder / f"{file.stem}.pdf") for file in files}


def places(document: bytes, paper: Sheet) -> dict[str, Place]:
    """Where each paragraph of a document begins: its style, the how manieth of it, and its words."""
    lines = [each for page in range(1, paper.count + 1) for each in paper.on(page)]
    taken: set[Line] = set()
    found = {}
    counted: dict[str, int] = {}
    for style, mark, text in Opened(document).lines():
        counted[style] = counted.get(style, 0) + 1
        wanted = {folded(mark + text)[:BEGINNING], folded(text)[:BEGINNING]}
        # Capitals are those of the paper: letters of the letterhead may be small in the file.
        line = next(
            (
                each
                for each in lines
                if each not in taken
                and any(_begins(folded(each.text).casefold(), one.casefold()) for one in wanted)
            ),
            None,
        )
        if line is None:
            continue
        taken.add(line)
        name = f"{style.removeprefix('Circular ')} {counted[style]}: {text.split()[0]}"
        found[name] = Place(line.page, round(line.left), round(line.top))
    return found


def _begins(said: str, wanted: str) -> bool:
    """Whether a line says the beginning of a paragraph, or a narrow one as much as it has room for."""
    return said.startswith(wanted) or (len(said) >= BEGINNING // 2 and wanted.startswith(said))


def editions(folder: Path) -> dict[str, Path]:
    """Every circular there is in every language, rendered by the command."""
    runs = {}
    for shelf in SHELVES:
        (folder / shelf.name).mkdir()
        runs[shelf] = shelf.render(folder / shelf.name)
        assert runs[shelf].exit_code == 0, runs[shelf].stderr
    return {
        str(each): runs[each.example.shelf].out / each.example.file(each.language, "docx")
        for each in EDITIONS
    }


def main() -> int:
    """Write the places of today."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = editions(folder)
        sheets = printed(list(files.values()), folder)
        today = {
            edition: {
                "pages": sheets[file].count,
                "places": {
                    paragraph: " ".join(map(str, place))
                    for paragraph, place in places(file.read_bytes(), sheets[file]).items()
                },
            }
            for edition, file in sorted(files.items())
        }
    ACCEPTED.write_text(json.dumps(today, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"{len(today)} letters")
    return 0


if __name__ == "__main__":
    sys.exit(main())
