"""Text files as sheets: every line with its place, whatever system or program wrote it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from circgen.findings import Finding, FindingsError, Location
from circgen.readers.lone_marks import with_marks
from circgen.readers.markdown import without_marks
from circgen.readers.marks import split_mark
from circgen.readers.passed_on import passed_on
from circgen.readers.running_lines import with_edges
from circgen.readers.sheet import INVISIBLE, Line, Sheet, Story

MAX_BYTES = 1_000_000
MAX_LINES = 20_000

_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_END = re.compile(r"\r\n|\r|\n")
_INNER_LINE_END = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")
_NEW_PAGE = "\f"
_BINARY = re.compile("[\x00-\x08\x0e-\x1b]")
# What programs that turn documents into text leave of bookmarks and pictures.
_LEFTOVER = re.compile(r"\[(?:bookmark|image|cid): ?[^\]\n]{0,200}\]")


def read_text(data: bytes, file: str) -> Sheet:
    """The lines of a text file, without those that are blank.

    The place of a line is where its text begins, behind its mark; blank lines show as gaps in the
    numbers of lines. Characters that nobody sees are left out, so a place behind one of them may
    be too far to the left by their number.

    Raises:
        FindingsError: with the one reason why it is no text.
    """
    rows = passed_on(_LINE_END.split(_decoded(data, file)))
    rows = without_marks(_with_tabs(rows))
    lines = []
    page = 0
    for number, row in enumerate(rows, 1):
        page += row.count(_NEW_PAGE)
        line = _line(row, Location(file, number))
        if line is not None:
            lines.append(line._replace(page=page))
            if len(lines) > MAX_LINES:
                raise _refusal(file, "too-large", f"has more than {MAX_LINES:,} lines", _NO_LETTER)
    if not lines:
        raise _refusal(file, "empty", "is empty")
    lines = with_edges(lines)
    body = [line for line in lines if line.story is Story.BODY]
    edges = [line for line in lines if line.story is not Story.BODY]
    return Sheet(file, (*with_marks(body), *edges))


_NO_LETTER = "a circular has a few pages"


def _refusal(file: str, rule: str, problem: str, help_text: str = "") -> FindingsError:
    return FindingsError(Finding(Location(file), rule, f"`{file}` {problem}", help_text))


def _decoded(data: bytes, file: str) -> str:
    if len(data) > MAX_BYTES:
        raise _refusal(file, "too-large", f"is larger than {MAX_BYTES:,} bytes", _NO_LETTER)
    encoding = next((name for start, name in _ENCODINGS if data.startswith(start)), "utf-8-sig")
    if encoding == "utf-8-sig" and b"\0" in data:
        raise _refusal(file, "not-text", "is no text", "compare .docx or .txt files")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FindingsError(
            Finding(
                Location(file, line if encoding == "utf-8-sig" else 0),
                "encoding",
                f"byte {error.start + 1} is not {encoding.removesuffix('-sig').upper()}",
                'save it as UTF-8: in Word, "Plain Text" and then "Unicode (UTF-8)"; in Notepad, '
                '"Save as" with the encoding UTF-8',
            )
        ) from None
    if _BINARY.search(text):
        raise _refusal(file, "not-text", "is no text", "compare .docx or .txt files")
    return text


def _with_tabs(rows: list[str]) -> list[str]:
    """Rows with tabs for the strokes between cells, where two rows or more have as many of them.

    What rules a line below a heading, as Markdown does it, is blank then. All keeps its place.
    """
    found: list[str] = []
    for strokes, group in groupby(rows, lambda row: row.count("|")):
        same = list(group)
        is_table = strokes > 0 and len(same) > 1
        found += [_row_with_tabs(row) for row in same] if is_table else same
    return found


def _row_with_tabs(row: str) -> str:
    if "--" in row and not row.strip(_RULES):
        return ""
    cells = _OUTER_STROKE.sub(lambda found: " " * len(found[0]), row)
    return cells.replace("|", "\t")


_RULES = " \t|:+-"
_OUTER_STROKE = re.compile(r"^\s*\||\|\s*$")


def _line(row: str, at: Location) -> Line | None:
    """A row of the file, or None if nothing of it is seen."""
    text = row = _INNER_LINE_END.sub("\n", row)
    seen: Sequence[int] = range(len(row))
    if _LEFTOVER.search(row) or text.translate(INVISIBLE) != text:
        seen = [
            offset
            for begin, end in _without_leftovers(row)
            for offset in range(begin, end)
            if ord(row[offset]) not in INVISIBLE
        ]
        text = "".join(map(row.__getitem__, seen))
    first = len(text) - len(text.lstrip())
    text = text.strip()
    if not text:
        return None
    mark, offset = split_mark(text)
    return Line(text[offset:], at._replace(column=seen[first + offset] + 1), mark)


def _without_leftovers(row: str) -> Iterator[tuple[int, int]]:
    """The stretches of a row that somebody wrote."""
    start = 0
    for found in _LEFTOVER.finditer(row):
        yield start, found.start()
        start = found.end()
    yield start, len(row)
