"""Days and hours whose numbers stand in words: `the third of March`, `eight p.m.`."""

from __future__ import annotations

import re
from itertools import accumulate

from circgen.recognition.counting import NumberWord, Sort
from circgen.recognition.lexicon import Lexicon
from circgen.recognition.tokens import OWN_CLASSES, SHORT, SMALL, Tokens, cut, role_class

_HALVES, _MONTH = frozenset("ap"), frozenset("M")
_HOUR = re.compile(r"[wf](?=(_(?:h_)?)[ap](?:[^\w]|_|$))")
_OF = role_class("of")
_FROM, _TO, _AT, _UNTIL = (role_class(name) for name in ("from", "to", "at", "until"))
_BEGINNING = re.compile(rf"(?<={_FROM}_)[wf](?=_{_TO}_d_(?:h_)?[ap](?:[^\w]|_|$))")
_INTRODUCED = re.compile(rf"(?:b|{_FROM}|{_TO}|{_AT}|{_UNTIL})_$")
_BESIDE_NAMED = re.compile(rf"(?<={_FROM}_)[wf](?=_{_TO}_C)|(?P<name>C)_{_TO}_[wf]")
_DAY = re.compile(rf"(?:(?P<tens>[wf])[_-])?(?P<last>[wf])(?=_(?P<of>{_OF}_)?M)")
_CLOCK = OWN_CLASSES["clock"]
_EARLIER_DAY = re.compile(
    rf"(?:(?P<tens>[wf])[_-])?(?P<last>[wf])(?=_(?:{role_class('and')}|{_TO})_d_(?P<of>{_OF}_)?M)"
)
_NOON, _LAST_DAY, _TEN = 12, 31, 10
_MINUTES = 60
_TWO_ON = 4
"""From a word over `_to_` to the next one."""


def hours_in_figures(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """With figures for the words of hours."""
    if _CLOCK not in tokens.classes:
        return _of_halves(tokens, lexicon)
    return _beside_named(_of_halves(_without_halves(tokens, lexicon), lexicon), lexicon)


def _without_halves(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """Without what only looks like an hour: `половина второго взноса`, `a quarter to one third`."""
    words, starts, classes = list(tokens.words), list(tokens.starts), list(tokens.classes)
    places = [place for place, class_ in enumerate(classes) if class_ == _CLOCK]
    for place in reversed(places):
        if " " not in words[place] or _is_hour(tokens, lexicon, place):
            continue
        parts = cut(words[place])
        lengths = accumulate(map(len, parts[:-1]), initial=starts[place])
        words[place : place + 1], starts[place : place + 1] = parts, lengths
        classes[place : place + 1] = map(lexicon.class_of, parts)
    return tokens._replace(words=tuple(words), starts=tuple(starts), classes="".join(classes))


def _is_hour(tokens: Tokens, lexicon: Lexicon, place: int) -> bool:
    """Whether words such as `half past one` are an hour where they stand.

    They are introduced, or begin with a small word (`a quarter to one`), and no ordinal is beside
    them: that would count halves, or make thirds of them.
    """
    words = tokens.words
    beside = [
        _number(tokens, lexicon, other)
        for other in (place - 2, place + 2)
        if 0 <= other < len(words)
    ]
    if any(number and number.sort is Sort.ORDINAL for number in beside):
        return False
    begins_small = lexicon.class_of(cut(words[place])[0]) == SMALL
    half_follows = tokens.classes[place + 1 : place + 3] in {"_a", "_p"}
    introduced = _INTRODUCED.search(tokens.classes, 0, place) is not None
    return introduced or begins_small or half_follows


def _beside_named(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """The other end of a range: `from nine to noon`, `from noon until five`."""
    words, classes = list(tokens.words), list(tokens.classes)
    for match in _BESIDE_NAMED.finditer(tokens.classes):
        place = match.end() - 1
        number = _number(tokens, lexicon, place)
        if not number or number.sort is not Sort.CARDINAL or number.value > _NOON:
            continue
        beyond = place + _TWO_ON if match["name"] is None else match.start()
        named = lexicon.clock(words[beyond]) % (2 * _NOON * _MINUTES)
        later = (number.value + _NOON) * _MINUTES
        # `from noon until five`, `from two to half past three`, but `from nine to noon`
        is_later = named >= _NOON * _MINUTES and (match["name"] is not None or later < named)
        afternoon = _NOON if number.value < _NOON and is_later else 0
        words[place], classes[place] = str(number.value + afternoon), SHORT
    return tokens._replace(words=tuple(words), classes="".join(classes))


def _of_halves(tokens: Tokens, lexicon: Lexicon) -> Tokens:
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
    found = "".join(classes)
    for match in _BEGINNING.finditer(found):  # `from two to three in the afternoon`
        number = _number(tokens, lexicon, match.start())
        if number and number.sort is Sort.CARDINAL and number.value <= _NOON:
            words[match.start()], classes[match.start()] = str(number.value), SHORT
    return tokens._replace(words=tuple(words), classes="".join(classes))


def days_in_figures(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """With figures for the ordinals of days in front of their month."""
    if not tokens.has(_MONTH):
        return tokens
    found = _days_in_figures(tokens, lexicon, _DAY)
    return _days_in_figures(found, lexicon, _EARLIER_DAY) if found is not tokens else tokens


def _days_in_figures(tokens: Tokens, lexicon: Lexicon, grammar: re.Pattern[str]) -> Tokens:
    has_of = bool(lexicon.language.understood.words.get("of"))
    words, starts, classes = list(tokens.words), list(tokens.starts), list(tokens.classes)
    matches = list(grammar.finditer(tokens.classes))
    for match in reversed(matches):
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
    if classes == list(tokens.classes):
        return tokens
    return tokens._replace(words=tuple(words), starts=tuple(starts), classes="".join(classes))


def _number(tokens: Tokens, lexicon: Lexicon, place: int) -> NumberWord | None:
    """What a single word is as a number."""
    return lexicon.counting.words.get((tokens.words[place].lower(),))
