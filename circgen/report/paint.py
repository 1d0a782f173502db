"""How parts of a report stand out: in colours on a terminal, with marks elsewhere."""

from __future__ import annotations

from collections.abc import Callable

Paint = Callable[[str, str], str]
"""Shows a text in a style: `error`, `warning`, `place`, `help`, `removed` or `added`."""

CODES = {
    "error": "31;1",
    "warning": "33;1",
    "place": "1",
    "help": "36",
    # Struck through and underlined too, for those who don't see red beside green.
    "removed": "31;9",
    "added": "32;4",
}
_MARKS = {"removed": ("[-", "-]"), "added": ("{+", "+}")}


def plain(text: str, style: str) -> str:
    """No colour; `[-what was removed-]` and `{+what was added+}` have marks."""
    before, after = _MARKS.get(style, ("", ""))
    return f"{before}{text}{after}"


def coloured(text: str, style: str) -> str:
    """ANSI colours."""
    return f"\x1b[{CODES[style]}m{text}\x1b[0m"
