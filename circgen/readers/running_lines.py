"""The edges of pages in a text that shows where pages end: what stands there again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from circgen.readers.sheet import Line, Story

_MOST_AT_THE_TOP, _MOST_AT_THE_FOOT = 2, 4
"""So many lines are looked at."""
_TWO = 2
_HEADING = re.compile(r"([^\W\d_]{4,}) (\d{1,2})\s?(\()?")
_FIGURES = re.compile(r"\d+")


def with_edges(lines: Sequence[Line]) -> list[Line]:
    """Lines, told which are the headers and footers of pages: figures aside, two pages have them.

    The first page has no header: what stands there is the letterhead.
    """
    pages = [list(page) for _, page in groupby(lines, lambda line: line.page)]
    tops = [page[:_MOST_AT_THE_TOP] for page in pages[1:]]
    headers = _repeated(tops) - _counted_from_one(tops)
    footers = _repeated([page[-_MOST_AT_THE_FOOT:] for page in pages])
    return [
        line
        for n, page in enumerate(pages)
        for line in _told(page, headers if n else set(), footers)
    ]


def _repeated(edges: Sequence[Sequence[Line]]) -> set[str]:
    found = Counter(text for edge in edges for text in {_plain(line) for line in edge})
    return {text for text, times in found.items() if times >= _TWO}


def _counted_from_one(edges: Sequence[Sequence[Line]]) -> set[str]:
    """Headings with numbers of their own, the first of them a 1: `ANNEX 1`, `Annex 1 (to …)`.

    Their capitals or brackets tell them from `Page 1 of 3`.
    """
    found: dict[str, list[str]] = {}
    for line in (line for edge in edges for line in edge):
        heading = _HEADING.match(line.text)
        if heading and (heading[1].isupper() or heading[3]):
            found.setdefault(_plain(line), []).append(heading[2])
    return {
        text
        for text, numbers in found.items()
        if numbers[0] == "1" and len({*numbers}) == len(numbers)
    }


def _plain(line: Line) -> str:
    return _FIGURES.sub("#", " ".join(f"{line.mark} {line.text}".split()))


def _told(page: Sequence[Line], headers: set[str], footers: set[str]) -> Iterator[Line]:
    """The lines of a page; its edges reach as far as lines do that other pages have, too."""
    top = _reach(page[:_MOST_AT_THE_TOP], headers)
    foot = _reach(page[: -_MOST_AT_THE_FOOT - 1 : -1], footers)
    for index, line in enumerate(page):
        if index < top:
            yield line._replace(story=Story.HEADER)
        elif index >= len(page) - foot:
            yield line._replace(story=Story.FOOTER)
        else:
            yield line


def _reach(edge: Sequence[Line], repeated: set[str]) -> int:
    """How many lines from the outside have been seen on another page."""
    return next((i for i, line in enumerate(edge) if _plain(line) not in repeated), len(edge))
