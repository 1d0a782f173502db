"""Items of a list that do not end alike.

Items end with a semicolon and the last one with a full stop, or all with nothing: a list that does
both was put together from two. Which ends go together is said in `style.yaml`. Lists with items
that end in a colon, a question mark or an exclamation mark are left alone; `; and` counts as a
semicolon.

Bad: * approve the report;
    * discuss the plan
    * elect the Chair.

Good: * approve the report;
    * discuss the plan;
    * elect the Chair.

Mend: End the items as the help says, or let `circgen check --fix` do it where one item is unlike
    the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from circgen.checks.subjects import Desk, Writing
from circgen.checks.typography.mending import Slip, Verdict, found, guide_of, mendable
from circgen.findings import Finding
from circgen.language.style import ListStyle
from circgen.readers.letter import Passage

_RULE = "list-punctuation"
_LINE = re.compile(r"^([ \t]*)([-*+•]|\d+[.)])[ \t]+(\S.*)$")
_ENDS = ".,;:!?…。；，：！？،؛؟"
_JOINED = re.compile(r"[;；؛](?=\s+\w{1,3}$)")
_ABBREVIATION = re.compile(r"(?<!\w)\w{1,3}\.$")
_LOOP_END = re.compile(r"[.,;。；，،؛]\s*")


class _Item(NamedTuple):
    """The last character of an item, and whether the full stop there may be an abbreviation's."""

    offset: int
    sign: str
    is_short: bool

    def ends_with(self, sign: str) -> bool:
        """Whether it ends so, or may be meant to."""
        return self.sign == sign or (self.is_short and sign in ("", "."))


def check(writing: Writing, desk: Desk) -> Iterator[Finding]:
    """Every item that ends unlike the others of its list."""
    styles = guide_of(writing, desk).lists
    if not styles:
        return
    for passage in writing.passages:
        if "\n" in passage.text:
            for items in _lists(passage.text):
                yield from _unlike(items, styles, passage, writing, desk)
    if writing.origin == "template":
        yield from _loops(styles, writing)


def _lists(text: str) -> Iterator[list[_Item]]:
    """The lists of a text; what is indented below an item belongs to it."""
    items: list[_Item] = []
    indent, offset = "", 0
    for line in (*text.split("\n"), "end"):
        match = _LINE.match(line)
        if match and (not items or match[1] == indent):
            indent = match[1]
            items.append(_item(line, offset))
        elif items and line.startswith((indent + " ", indent + "\t")):
            items[-1] = _item(line, offset)
        elif items and line.strip():
            yield items
            items = []
        offset += len(line) + 1


def _item(line: str, offset: int) -> _Item:
    line = line.rstrip()
    if joined := _JOINED.search(line):
        return _Item(offset + joined.start(), joined.group(), is_short=False)
    sign = line[-1] if line[-1] in _ENDS else ""
    return _Item(offset + len(line) - 1, sign, bool(_ABBREVIATION.search(line)))


def _unlike(
    items: list[_Item],
    styles: tuple[ListStyle, ...],
    passage: Passage,
    writing: Writing,
    desk: Desk,
) -> Iterator[Finding]:
    marks = {mark for style in styles for mark in style} | {".", ",", ";"}
    if len(items) < 2 or any(item.sign not in marks for item in items[:-1]):  # noqa: PLR2004
        return
    wrong = [[p for p in _pairs(items, style) if not p[0].ends_with(p[1])] for style in styles]
    least = min(map(len, wrong))
    if not least or items[-1].sign not in marks:
        return
    nearest = [pairs for pairs in wrong if len(pairs) == least]
    item, right = nearest[0][0]
    end = item.offset + 1
    put = passage.text[item.offset : end]
    put = (put[:-1] if item.sign else put) + right
    slip = Slip(passage, item.offset, end, put)
    message = f"an item ends with {_named(item.sign)}, unlike the others"
    help_text = _help(styles)
    is_sure = least == 1 and len(nearest) == 1 and put
    if is_sure:
        yield mendable(slip, Verdict(_RULE, message, help_text), writing, desk)
    else:
        yield found(slip, Verdict(_RULE, message, help_text), writing)


def _pairs(items: list[_Item], style: ListStyle) -> list[tuple[_Item, str]]:
    """Every item with the end that a style has for it."""
    return [(item, style.item) for item in items[:-1]] + [(items[-1], style.last)]


def _loops(styles: tuple[ListStyle, ...], writing: Writing) -> Iterator[Finding]:
    """The ends of items that a template repeats: two passages that are marks alone."""
    right = [{style.item, style.last} for style in styles]
    for item, one, two in zip(
        writing.passages, writing.passages[1:], writing.passages[2:], strict=False
    ):
        marks = [each.text.strip() for each in (one, two) if _LOOP_END.fullmatch(each.text)]
        last_line = item.text.rpartition("\n")[2]
        if len(marks) == 2 and _LINE.match(last_line) and set(marks) not in right:  # noqa: PLR2004
            slip = Slip(two, 0, 1, two.text[:1])
            message = f"items end with `{marks[1]}` and with `{marks[0]}`"
            help_text = _help(styles)
            yield found(slip, Verdict(_RULE, message, help_text), writing)


def _named(sign: str) -> str:
    return f"`{sign}`" if sign else "nothing"


def _help(styles: tuple[ListStyle, ...]) -> str:
    """The ways in which a list of two items may end."""
    shown = [f"`a{style.item} b{style.last}`" for style in styles]
    return "end items as in " + " or ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
