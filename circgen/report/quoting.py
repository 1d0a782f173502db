"""Raw text of documents on one line of a report: nothing invisible, nothing endless."""

from __future__ import annotations

import unicodedata

from circgen.facts.characters import single_spaced

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


def visible(text: str) -> str:
    """`text` on one line, with all kinds of spaces alike.

    What would not be seen, or would steer the terminal, is named: `<U+202E>`.
    """
    return single_spaced("".join(c if c.isprintable() else _named(c) for c in text))


def shortened(text: str, limit: int) -> str:
    """`text` with at most `limit` characters: words in the middle are left out.

    Its end stays, because hours and years stand there.
    """
    if len(text) <= limit:
        return text
    head = text[: limit * 2 // 3]
    tail = text[len(text) - (limit - len(head) - 3) :]
    # Whole words, unless there are none.
    head = head[: head.rfind(" ") + 1] or head
    tail = tail[tail.find(" ") + 1 :]
    return f"{head.rstrip()} {ELLIPSIS} {tail}"


def width(text: str) -> int:
    """How many columns of a terminal `text` takes: ideographs take two, accents none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def _named(character: str) -> str:
    return " " if character.isspace() else f"<U+{ord(character):04X}>"
