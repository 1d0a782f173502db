"""Where sentences end. The stops inside dates, hours and abbreviations end none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from circgen.recognition.mentions import Kind, Mention
from circgen.recognition.scripts import scripts

CLOSING = "\"')]\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}»"
_STOPS = (
    ".!?\N{HORIZONTAL ELLIPSIS}\N{IDEOGRAPHIC FULL STOP}"
    "\N{FULLWIDTH EXCLAMATION MARK}\N{FULLWIDTH QUESTION MARK}"
)
_END = re.compile(rf"[{_STOPS}][{re.escape(CLOSING)}]*\s+")
_BEFORE = re.compile(r"[^\s.(\"]*$")
_FIRST_LETTER = re.compile(r"[\"«“„(\[]?([^\W\d_])")
_DASHES = tuple("-‐‑‒–—―−")
_SHORT, _SHORTER = 4, 3
_STOP_INSIDE = frozenset(
    (Kind.DATE, Kind.HOURS, Kind.CODE, Kind.URL, Kind.EMAIL, Kind.YEARS, Kind.NAME)
)


def sentence_spans(text: str, mentions: Iterable[Mention] = ()) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends, without the space between them."""
    start = 0
    for end in (*_ends(text, mentions), len(text)):
        found = text[start:end]
        if found.strip():
            yield start + len(found) - len(found.lstrip()), start + len(found.rstrip())
        start = end


def _ends(text: str, mentions: Iterable[Mention]) -> Iterator[int]:
    matches = list(_END.finditer(text))
    if not matches:
        return
    start = 0
    mentions = tuple(mentions)
    whole = [mention for mention in mentions if mention.kind in _STOP_INSIDE]
    zones = [mention.start for mention in mentions if mention.kind is Kind.ZONE]
    for match in matches:
        stop, after = match.start(), match.end()
        if any(mention.start <= stop < mention.end - 1 for mention in whole):
            continue
        if any(0 <= zone - after <= 1 for zone in zones):
            continue  # `13 Std. (CET)`: the stop is that of the hours
        before = _BEFORE.search(text, max(0, stop - _SHORT - 1), stop)  # longer ones tell nothing
        word = before[0] if before else ""
        if _goes_on(text, after) or _abbreviates(word, text, after):
            continue
        if not _is_inside(text, start, stop, after):
            yield after
            start = after


def _goes_on(text: str, after: int) -> bool:
    """Whether what follows a stop begins no sentence: a dash, or a letter that is no capital."""
    letter = _FIRST_LETTER.match(text, after)
    return text[after : after + 1] in _DASHES or (letter is not None and letter[1].islower())


def _is_inside(text: str, start: int, stop: int, after: int) -> bool:
    """Whether a stop stands inside brackets that were opened in its sentence, and are closed."""
    opened = text.rfind("(", start, stop)
    return opened > text.rfind(")", start, after) and text.find(")", after) > 0


def _abbreviates(word: str, text: str, after: int) -> bool:
    """Whether the stop belongs to a short word: `No. 5`, `J. Smith`; not before another script.

    What is in capitals throughout is an acronym, which has no stop of its own.
    """
    if not word.isalpha() or len(word) > _SHORT:
        return False
    if text[after : after + 1].isdigit() or text[after : after + 1] == "+":
        return True
    letter = _FIRST_LETTER.match(text, after)
    same = letter is None or scripts(word) == scripts(letter[1])
    return same and (len(word) <= 1 or (len(word) <= _SHORTER and word.istitle()))
