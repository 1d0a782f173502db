"""Draw the picture of the terminal that stands in the documentation."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from circgen.cli.pages import parts_of
from circgen.findings import FindingsError
from circgen.library import Library
from circgen.project import find_project
from circgen.report import summary
from circgen.screen.cells import Row
from circgen.screen.window import Anchor, in_view, status
from circgen.viewing import view

ROOT = Path(__file__).parent.parent
FACTS = "data/meetings/u4ssc-09.yaml"
# What a translator might have typed: the years of the work plan.
RIGHT, WRONG = "2025–2026\\_гг.", "2025–2027\\_гг."
COLUMNS, ROWS = 120, 34

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
        return {"preview.svg": _terminal()}
    except FindingsError:
        return {}


@contextlib.contextmanager
def disagreeing() -> Iterator[Path]:
    """A folder with this project, where two editions of the circular say different years."""
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        for folder in ("data", "templates"):
            shutil.copytree(ROOT / folder, folder)
        path = Path(FACTS)
        written = path.read_text(encoding="utf-8")
        path.write_text(written.replace(RIGHT, WRONG), encoding="utf-8")
        yield Path(name)


def _terminal() -> str:
    """A preview of two editions that disagree, as SVG; nothing in it is loaded from elsewhere."""
    with disagreeing() as folder:
        library = Library(find_project(folder))
        seen = view(library, Path(FACTS), (), check=True)
        parts = parts_of(seen, seen.findings, COLUMNS)
        title = f"{FACTS} · {summary(seen.findings)}"
    top, rows = in_view(parts, Anchor("languages"), ROWS)
    count = sum(len(part.rows) for part in parts)
    return _drawn([*rows, status(title, top, len(rows), count, COLUMNS)])


def _drawn(rows: Iterable[Row]) -> str:
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    for row in rows:
        text = Text(no_wrap=True)
        for span in row:
            looks = [Style.null(), *(_LOOKS[word] for word in span.style.split())]
            text.append(span.text, Style.combine(looks))
        console.print(text, overflow="crop")
    command = f"circgen preview {FACTS} --lang en,ru --watch"
    drawn = console.export_svg(title=command, theme=_THEME, unique_id="preview")
    without_fonts = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    return "".join(f"{line.rstrip()}\n" for line in without_fonts.splitlines())
