"""Characters that no text of a circular may hold: XML forbids them, or they vanish in print."""

from __future__ import annotations

import re
import unicodedata

NBSP = "\N{NO-BREAK SPACE}"

_FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but tab, LF and CR
    "\u2028\u2029"  # line ends of web pages, which YAML counts and editors don't
    "\ud800-\udfff"  # lone surrogates
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use; the composer marks facts with it
    "\ufdd0-\ufdef\ufffe\uffff"  # noncharacters
    "\u202a-\u202e"  # directional embeddings and overrides: text would read otherwise than stored
    "\ufeff"  # a byte order mark inside a text
    "]"
    "|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U0004fffe\U0004ffff"
    "\U0005fffe\U0005ffff\U0006fffe\U0006ffff\U0007fffe\U0007ffff\U0008fffe\U0008ffff"
    "\U0009fffe\U0009ffff\U000afffe\U000affff\U000bfffe\U000bffff\U000cfffe\U000cffff"
    "\U000dfffe\U000dffff\U000efffe\U000effff]"
)
# What YAML, editors and mail programs take for a line end or indentation. NBSP is not among them.
_BLANKS = re.compile("[ \t\r\n]+")


def forbidden(text: str) -> re.Match[str] | None:
    """The first character that may not stand in a circular, or None."""
    return _FORBIDDEN.search(text)


def describe(character: str) -> str:
    """A character that cannot be shown, as `U+0007`, with its name if Unicode gives one."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}" + (f" ({name.lower()})" if name else "")


def single_spaced(text: str) -> str:
    """`text` on one line: runs of spaces and line ends become one space, no-break spaces stay."""
    return _BLANKS.sub(" ", text).strip(" ")


def is_blank(text: str) -> bool:
    """Whether nothing of `text` would be seen: spaces of any kind, zero-width characters."""
    return all(c.isspace() or unicodedata.category(c) == "Cf" for c in text)
