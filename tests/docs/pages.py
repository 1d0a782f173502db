"""The project's pages, taken apart: code blocks, tables, links."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md")))

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
# The sentence in front of a block ends with the file that the block is from, or is to become.
_NAMED = re.compile(r"`([\w./-]+\.[\w.]+)`(?:, shortened)?[:,]\s*\Z")
_LINK = re.compile(r"(?<!\!)\[[^\]]*\]\(([^)\s]+)\)")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block; `file` is the one that the words in front of it name, if any."""

    language: str
    text: str
    line: int
    heading: str
    file: str | None


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    headings = [(m.start(), m[2]) for m in _HEADING.finditer(_without_blocks(text))]
    found = []
    for match in _FENCE.finditer(text):
        before = text[: match.start()]
        named = _NAMED.search(before.rstrip())
        heading = [title for start, title in headings if start < match.start()]
        found.append(
            Block(
                match[1],
                match[2],
                before.count("\n") + 1,
                heading[-1] if heading else "",
                named[1] if named else None,
            )
        )
    return found


def section(page: Path, heading: str) -> list[Block]:
    found = [block for block in blocks(page) if block.heading == heading]
    assert found, f"{page.name} has no blocks under {heading!r}"
    return found


def tables(page: Path) -> list[list[dict[str, str]]]:
    """The tables, a row as its cells by the names of their columns."""
    found: list[list[dict[str, str]]] = []
    columns: list[str] | None = None
    for line in _without_blocks(page.read_text(encoding="utf-8")).split("\n"):
        if not line.startswith("|"):
            columns = None
            continue
        cells = [
            cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1]
        ]
        if columns is None:
            columns = cells
            found.append([])
        elif set(line) - set("|- "):
            found[-1].append(dict(zip(columns, cells, strict=True)))
    return found


def links(page: Path) -> list[str]:
    return _LINK.findall(_without_blocks(page.read_text(encoding="utf-8")))


def anchors(page: Path) -> set[str]:
    """The ids that headings get on the web: letters, digits, `_` and hyphens for spaces."""
    text = _without_blocks(page.read_text(encoding="utf-8"))
    return {
        re.sub(r"[^\w\- ]", "", match[2].lower()).replace(" ", "-")
        for match in _HEADING.finditer(text)
    }


def _without_blocks(text: str) -> str:
    """The same length of text, in which blocks are blank."""
    return _FENCE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def code(cell: str) -> str:
    """What stands between the backticks of a cell."""
    return cell.removeprefix("`").removesuffix("`")


def project(folder: Path) -> Path:
    """A folder with the words and facts of the project, to try things in."""
    for name in ("templates", "data"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def put(folder: Path, block: Block) -> Path:
    """The file that a block shows."""
    assert block.file, f"line {block.line}: no file is named in front of the block"
    path = folder / block.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.text, encoding="utf-8")
    return path
