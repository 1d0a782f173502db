"""The labels in a line of a letter's head: `Tel: … Fax: …`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from circgen.readers.shapes import looks_right
from circgen.readers.signs import Signs

_END_OF_A_LABEL = re.compile("[:：]| (?=[+(\\d]|[^\\s@]+@|www|http)")
_MOST_WORDS_OF_A_LABEL = 3


class Label(NamedTuple):
    """Where a label stands in a line, up to its colon or the space behind it."""

    key: str
    start: int
    end: int


def labels_inside(text: str, signs: Signs) -> Iterator[Label]:
    """The labels of a line: words before a colon, or before a value of their shape."""
    start = 0
    for end in _END_OF_A_LABEL.finditer(text):
        words = list(re.finditer(r"\S+", text[start : end.start()]))
        for first in words[-_MOST_WORDS_OF_A_LABEL:]:
            label = start + first.start()
            key = signs.label(text[label : end.start()].lstrip("(/"))
            if key and (end[0] != " " or looks_right(key, text, end.end())):
                yield Label(key, label, end.end())
                start = end.end()
                break
