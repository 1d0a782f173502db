"""Text files as sheets: every line with its place, whatever system or program wrote it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from circgen.findings import Finding, FindingsError, Location
from circgen.readers.marks import split_mark
from circgen.readers.sheet import INVISIBLE, Line, Sheet

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
_BINARY = re.compile("[\x00-\x08\x0e-\x1b]")
# What programs that turn documents into text leave of bookmarks and pictures.
_LEFTOVER = re.compile(r"\[(?:bookmark|image|cid): ?[^\]\n]{0,200}\]")
_QUOTED = re.compile(r"[ \t]*>(?: ?>)* ?")
_SPACED_NUMBER = re.compile(r"(\d{1,2})[ \N{NO-BREAK SPACE}]+(?=[\"«“„]?[^\W_])")


def read_text(data: bytes, file: str) -> Sheet:
    """The lines of a text file, without those that are blank.

    The place of a line is where its text begins, behind its mark; blank lines show as gaps in the
    numbers of lines. Characters that nobody sees are left out, so a place behind one of them may
    be too far to the left by their number.

    Raises:
        FindingsError: with the one reason why it is no text.
    """
    rows = _with_tabs(_LINE_END.split(_decoded(data, file)))
    if _are_quoted(rows):
        kept = [(_QUOTED.match(row), row) for row in rows]
        starts = [found.end() if found else 0 for found, _ in kept]
    else:
        starts = [0] * len(rows)
    lines = []
    for number, (row, start) in enumerate(zip(rows, starts, strict=True), 1):
        line = _line(row, start, Location(file, number))
        if line is not None:
            lines.append(line)
            if len(lines) > MAX_LINES:
                raise _refusal(file, "too-large", f"has more than {MAX_LINES:,} lines", _NO_LETTER)
    if not lines:
        raise _refusal(file, "empty", "is empty")
    return Sheet(file, tuple(_with_spaced_numbers(lines)))


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


def _are_quoted(rows: list[str]) -> bool:
    """Whether most lines carry the `>` of a mail that somebody answered or passed on."""
    visible = [row for row in rows if not row.isspace() and row]
    return 2 * sum(row.lstrip().startswith(">") for row in visible) > len(visible)


def _line(row: str, start: int, at: Location) -> Line | None:
    """A row of the file from `start` on, or None if nothing of it is seen."""
    row = _INNER_LINE_END.sub("\n", row)
    seen: Sequence[int] = range(start, len(row))
    text = row[start:]
    if _LEFTOVER.search(row) or text.translate(INVISIBLE) != text:
        seen = [
            offset
            for begin, end in _without_leftovers(row, start)
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


def _without_leftovers(row: str, start: int) -> Iterator[tuple[int, int]]:
    """The stretches of a row that somebody wrote."""
    for found in _LEFTOVER.finditer(row, start):
        yield start, found.start()
        start = found.end()
    yield start, len(row)


def _with_spaced_numbers(lines: list[Line]) -> list[Line]:
    """Lines numbered by a number and a space: they count 1, 2, 3, and no mark does before them.

    Taken alone, `20 June` looks the same: so the numbers must follow each other, each after the
    end of a sentence, and begin a sentence themselves. One that is repeated, out of order or left
    out may stand in front of a paragraph of its own.
    """
    expected = 1
    found: list[tuple[int, re.Match[str]]] = []
    numbered = _numbered(lines)
    for index, number in numbered:
        if not found and any(line.mark[:1].isdecimal() for line in lines[:index]):
            return lines
        value = int(number[1])
        is_next = value == expected and (index == 0 or _ends(lines[index - 1], lines[index]))
        if is_next or (len(found) > 1 and _is_slip(index, number, expected, found, numbered)):
            found.append((index, number))
            expected = max(expected, value + 1)
    if len(found) > 1:
        for index, number in found:
            line = lines[index]
            at = line.at._replace(column=line.at.column + number.end())
            lines[index] = line._replace(text=line.text[number.end() :], at=at, mark=number[1])
    return lines


_Numbered = list[tuple[int, re.Match[str]]]
"""Lines that begin with a number and a space, by their index, with what is matched there."""


def _numbered(lines: Sequence[Line]) -> _Numbered:
    """The lines that may be numbered: what follows begins a sentence.

    Behind a salutation and its comma, the first paragraph may begin with a small letter.
    """
    return [
        (index, number)
        for index, line in enumerate(lines)
        if not line.mark
        and (number := _SPACED_NUMBER.match(line.text))
        and (not line.text[number.end()].islower() or _is_first(lines, index, number))
    ]


def _is_first(lines: Sequence[Line], index: int, number: re.Match[str]) -> bool:
    if number[1] != "1" or not index:
        return False
    before, line = lines[index - 1], lines[index]
    is_apart = line.at.line - before.at.line > 1
    return is_apart and before.text.rstrip().endswith(",") and len(line.text) >= _SENTENCE


def _is_slip(
    index: int, number: re.Match[str], expected: int, found: _Numbered, numbered: _Numbered
) -> bool:
    """Whether a number is mistaken: a paragraph is there again, too early, too late or was lost.

    `5 June 2026` is not, for another paragraph has the number 5.
    """
    value, text = int(number[1]), number.string
    if len(text) < _SENTENCE or abs(value - expected) > _FAR:
        return False
    same = [other.string for _, other in found if other[1] == number[1]]
    if same:
        return text in same
    later = {int(other[1]) for place, other in numbered if place > index}
    return value not in later and (value < expected or bool({expected, value + 1} & later))


_FAR = 2
"""So far is a mistaken number from the one that is expected, at most."""
_SENTENCE = 60
"""A paragraph with a mistaken number has as many characters."""


def _ends(before: Line, line: Line) -> bool:
    """Whether a line begins something new: after a gap, or after the end of a sentence."""
    closed = "".join(takewhile(lambda c: not c.isalnum(), reversed(before.text)))
    return line.at.line - before.at.line > 1 or any(mark in closed for mark in ".;:!?,")
