"""What the values of a letter's head look like: telephone numbers, e-mail addresses, URLs."""

from __future__ import annotations

import re

SHAPES = {"tel": "phone", "fax": "phone", "email": "email", "website": "url"}
"""What the values of some labels look like; others look like anything."""

LONGEST_CONTACT = 300
_LOOKS = {
    "email": re.compile(r"\S+@\S+"),
    "url": re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE),
    "phone": re.compile(r"\+?[(\d][\d\s()./‐–-]{4,}\D{0,12}\d*"),
}


def shape_of(text: str) -> str:
    """Whether a value looks like a telephone number, an e-mail address or a URL."""
    text = text.strip()
    if len(text) > LONGEST_CONTACT:
        return ""
    return next((shape for shape, look in _LOOKS.items() if look.fullmatch(text)), "")


def looks_right(key: str, text: str, start: int) -> bool:
    """Whether a value of a label's shape begins at a place in a text."""
    return key in SHAPES and _LOOKS[SHAPES[key]].match(text, start) is not None
