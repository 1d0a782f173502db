"""Draw the pictures of the terminal that stand in the documentation."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from circgen.cli.following import Following, Wanted
from circgen.cli.pages import parts_of, screen
from circgen.findings import FindingsError
from circgen.library import Library
from circgen.project import find_project
from circgen.report import summary
from circgen.screen.cells import Row
from circgen.screen.window import Anchor, Page, in_view, status
from circgen.viewing import view

ROOT = Path(__file__).parent.parent
FACTS = "data/meetings/u4ssc-09.yaml"
# What a translator might have typed: the years of the work plan.
RIGHT, WRONG = "2025–2026\\_гг.", "2025–2027\\_гг."
# And what an editor might have: an hour that there is not, and a key without its last letter.
HALF_WRITTEN = (("13:30-15:30]", "13:30-25:30]"), ("ordinal: ", "ordnal: "))
WATCHING = "--lang en,ru --watch"

_LOOKS = {
    "fact": Style(color="cyan"),
    "bold": Style(bold=True),
    "italic": Style(italic=True),
    "link": Style(underline=True),
    "label": Style(dim=True),
    "heading": Style(bold=True, reverse=True),
    "rule": Style(dim=True),
    "error": Style(color="red", bold=True),
    "warning": Style(color="yellow", bold=True),
    "place": Style(bold=True),
    "help": Style(color="cyan"),
    "status": Style(reverse=True),
}
_THEME = TerminalTheme(
    (253, 253, 252),
    (36, 41, 47),
    [
        (36, 41, 47), (190, 30, 45), (17, 99, 41), (149, 92, 0),
        (9, 105, 218), (130, 80, 223), (0, 110, 130), (110, 119, 129),
    ],
)  # fmt: skip


def pictures() -> dict[str, str]:
    """Pictures by name; a project whose languages are others keeps those it has."""
    try:
        return {
            "preview-letter.svg": _letter(columns=100, height=38),
            "preview.svg": _beside(columns=120, height=34),
            "preview-broken.svg": _broken(columns=100, height=13),
        }
    except FindingsError:
        return {}


@contextlib.contextmanager
def project(*slips: tuple[str, str]) -> Iterator[Path]:
    """A folder with this project, where the facts of the circular have slips."""
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        for folder in ("data", "templates"):
            shutil.copytree(ROOT / folder, folder)
        path = Path(FACTS)
        text = path.read_text(encoding="utf-8")
        for right, wrong in slips:
            text = text.replace(right, wrong)
        path.write_text(text, encoding="utf-8")
        yield Path(name)


def _letter(columns: int, height: int) -> str:
    """The first rows of one edition, as they are printed."""
    with project() as folder:
        seen = view(Library(find_project(folder)), Path(FACTS), ("en",), check=False)
    rows = [row for part in parts_of(seen, (), columns) for row in part.rows]
    return _drawn("letter", "", rows[:height], columns)


def _beside(columns: int, height: int) -> str:
    """Two editions that disagree."""
    with project((RIGHT, WRONG)) as folder:
        seen = view(Library(find_project(folder)), Path(FACTS), ("en", "ru"), check=True)
        parts = parts_of(seen, seen.findings, columns)
    title = f"{FACTS} · {summary(seen.findings)}"
    return _window("beside", Page(parts, title), Anchor("languages"), columns, height)


def _broken(columns: int, height: int) -> str:
    """What stands in the place of a page whose facts are half written."""
    with project(*HALF_WRITTEN):
        following = Following(Wanted(Path(FACTS), "en,ru", None))
        following.look()
        page = screen(following, columns)
    return _window("broken", page, Anchor(), columns, height)


def _window(name: str, page: Page, first: Anchor, columns: int, height: int) -> str:
    """What `--watch` shows of a page."""
    top, rows = in_view(page.parts, first, height)
    count = sum(len(part.rows) for part in page.parts)
    blank: list[Row] = [()] * (height - len(rows))
    last = status(page.title, top, len(rows), count, columns)
    return _drawn(name, WATCHING, [*rows, *blank, last], columns)


def _drawn(name: str, words: str, rows: Sequence[Row], columns: int) -> str:
    """A terminal as SVG; nothing in it is loaded from elsewhere."""
    console = Console(record=True, width=columns, file=io.StringIO(), force_terminal=True)
    for row in (*rows, ()):  # rich cuts the last row
        text = Text(no_wrap=True)
        for span in row:
            looks = [Style.null(), *(_LOOKS[word] for word in span.style.split())]
            text.append(span.text, Style.combine(looks))
        console.print(text, overflow="crop")
    command = f"circgen preview {FACTS} {words}".rstrip()
    drawn = console.export_svg(title=command, theme=_THEME, unique_id=name)
    without_fonts = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    # It is drawn for dark pages: on a white one its window would have no edge.
    edged = without_fonts.replace('stroke="rgba(255,255,255,0.35)"', 'stroke="#c3c9d1"')
    return "".join(f"{line.rstrip()}\n" for line in edged.splitlines())
