"""Days and hours whose numbers stand in words: `the third of March`, `eight p.m.`."""

from __future__ import annotations

import re

from circgen.recognition.counting import NumberWord, Sort
from circgen.recognition.lexicon import Lexicon
from circgen.recognition.tokens import SHORT, Tokens, role_class

_HALVES, _MONTH = frozenset("ap"), frozenset("M")
_HOUR = re.compile(r"[wf](?=(_(?:h_)?)[ap](?:[^\w]|_|$))")
_OF = role_class("of")
_INTRODUCED = re.compile(rf"[b{''.join(role_class(r)[1:-1] for r in ('from', 'to', 'at', 'until'))}]_$")
_DAY = re.compile(rf"(?:(?P<tens>[wf])[_-])?(?P<last>[wf])(?=_(?P<of>{_OF}_)?M)")
_NOON, _LAST_DAY, _TEN = 12, 31, 10


def hours_in_figures(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """With figures for the word of an hour of half a day."""
    if not tokens.has(_HALVES):
        return tokens
    days = lexicon.language.understood.words.get("day", ())
    words, classes = list(tokens.words), list(tokens.classes)
    for match in _HOUR.finditer(tokens.classes):
        place, half = match.start(), words[match.end(1)].lower()
        number = _number(tokens, lexicon, place)
        follows_number = place > 1 and _number(tokens, lexicon, place - 2) is not None
        # Where a word for half a day is the one for days, too, `four days` has no word for hours.
        is_days = not match[1].endswith("h_") and half in days
        # `at eight in the evening`, but not `Question five in the evening`
        elsewhere = " " in half and not _INTRODUCED.search(tokens.classes, 0, place)
        if not number or number.sort is not Sort.CARDINAL:
            continue
        if follows_number or is_days or elsewhere:
            continue
        if number.value <= _NOON:
            words[place], classes[place] = str(number.value), SHORT
    return tokens._replace(words=tuple(words), classes="".join(classes))


def days_in_figures(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """With figures for the ordinal of a day in front of its month."""
    if not tokens.has(_MONTH):
        return tokens
    has_of = bool(lexicon.language.understood.words.get("of"))
    words, starts, classes = list(tokens.words), list(tokens.starts), list(tokens.classes)
    for match in reversed(list(_DAY.finditer(tokens.classes))):
        last, tens = match.start("last"), match.start("tens")
        number = _number(tokens, lexicon, last)
        if not number or number.sort is not Sort.ORDINAL or (has_of and not match["of"]):
            continue  # `the first March delegates`
        before = _number(tokens, lexicon, tens) if tens >= 0 else None
        value, first = number.value, last
        if before and before.sort is not Sort.WEAK and value < _TEN <= before.value:
            value, first = value + before.value, tens
        if value <= _LAST_DAY:
            words[first : last + 1] = [str(value)]
            classes[first : last + 1] = [SHORT]
            starts[first : last + 1] = [starts[first]]
    return tokens._replace(words=tuple(words), starts=tuple(starts), classes="".join(classes))


def _number(tokens: Tokens, lexicon: Lexicon, place: int) -> NumberWord | None:
    """What a single word is as a number."""
    return lexicon.counting.words.get((tokens.words[place].lower(),))
