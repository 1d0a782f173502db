"""Dates that are less than a day: a month with or without its year, a day without its month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from circgen.recognition.lexicon import Lexicon
from circgen.recognition.mentions import Days, Kind, Mention
from circgen.recognition.tokens import MASK, SMALL, Tokens, role_class

_TO, _OF, _AND, _ON, _FROM, _AT = (
    role_class(name) for name in ("to", "of", "and", "on", "from", "at")
)
BEGINS_HOURS = rf"(?!_?-?[hapm]|[:.]d|_?(?:-|{_TO})_?[qY]_?h|-[qY])"
"""What stands behind a year that is none: `1300 hours`."""

# `1620 May` was once 16-20 May: no language puts a year there, unless the day follows.
_RUN_TOGETHER = re.compile(rf"(?<![dqYn.,:/])[qYn]_?(?:{_OF}_)?M(?!\.?_?d(?!d))")
_MONTHS = re.compile(
    rf"M\.?(?:(?:_?-_?|_?{_TO}_|_{SMALL}_|,?_{_AND}_)M\.?)?,?_(?:{_OF}_)?Y{BEGINS_HOURS}"
    rf"|Y_?y_?d_?u"
)
_OF_THIS_MONTH = re.compile(rf"(?P<weekday>W),?_(?:{SMALL}_)?(?P<day>d)-?s(?!_w)")
_BEFORE_DAY = re.compile(rf"(?:{_ON}|{_FROM}|{_AT})_d")
_INSTEAD = re.compile(
    rf"(?<!-_)(?<!-)(?<!{_TO}_)(?P<day>d)(?:-?s)?,?_(?:i|(?P<but>k))_(?:{_ON}_|{_FROM}_)?(?={MASK})"
)
_PREPOSITION, _WORDS_BEFORE = 2, 4
"""Tokens: one word, or two, and the spaces behind them."""
_LAST_DAY, _LAST_MONTH = 31, 12

Span = tuple[int, int]
"""The first of some tokens, and the one behind the last."""


def run_together(tokens: Tokens) -> list[tuple[Span, Mention]]:
    """Two days whose dash was lost: `1620 May`."""
    found = []
    for match in _RUN_TOGETHER.finditer(tokens.classes):
        if _two_days(tokens.words[match.start()]):
            start, end = tokens.span(*match.span())
            text = tokens.text[start:end]
            found.append((match.span(), Mention(Kind.RUN_TOGETHER, text, start, end)))
    return found


def of_this_month(
    tokens: Tokens, lexicon: Lexicon, dates: Sequence[Mention]
) -> list[tuple[Span, Mention]]:
    """Days with a weekday, whose month is that of a date before: `9 June … Thursday the 11th`."""
    found = []
    for match in _OF_THIS_MONTH.finditer(tokens.classes):
        start, end = tokens.span(*match.span())
        before = [mention.value for mention in dates if mention.end <= start]
        days = next((value for value in reversed(before) if isinstance(value, Days)), None)
        day = days and days.end._replace(day=tokens.number(match.start("day")))
        if days and day and day > days.end and day.exists:
            weekday = lexicon.weekday(tokens.words[match.start("weekday")])
            found += [
                (match.span(), Mention(Kind.DATE, Days(day, day), start, end)),
                (match.span(), Mention(Kind.WEEKDAY, weekday, start, end, day=day)),
            ]
    return found


def of_that_month(
    tokens: Tokens, lexicon: Lexicon, dates: Sequence[Mention]
) -> list[tuple[Span, Mention]]:
    """Days whose month stands with the one that is right: `not 8 but 6 July`.

    Where months have capitals, a preposition tells a day from the number of something.
    """
    found = []
    negations = frozenset(lexicon.language.glossary.negations)
    starts = {each.start: each.value for each in dates if isinstance(each.value, Days)}
    for match in _INSTEAD.finditer(tokens.classes):
        days = starts.get(tokens.starts[match.end()])
        day = days and days.start._replace(day=tokens.number(match.start("day")))
        before = tokens.words[max(0, match.start() - _WORDS_BEFORE) : match.start()]
        is_denied = not negations.isdisjoint(word.lower() for word in before)
        first = max(0, match.start() - _PREPOSITION)
        is_day = is_denied or _BEFORE_DAY.match(tokens.classes, first) is not None
        if not (is_denied if match["but"] else is_day or not lexicon.capitals):
            continue
        if day and day.exists:
            span = match.start(), match.end("day")
            found.append((span, Mention(Kind.DATE, Days(day, day), *tokens.span(*span))))
    return found


def _two_days(word: str) -> bool:
    """Whether figures are two days of a month, one after the other."""
    return any(
        0 < int(word[:cut]) < int(word[cut:]) <= _LAST_DAY and word[cut] != "0"
        for cut in (1, 2)
        if cut < len(word) <= cut + 2
    )


def months_of_years(tokens: Tokens, lexicon: Lexicon) -> Iterator[tuple[int, Mention]]:
    """The token of each month that has a year but no day. The years stay numbers, too."""
    for match in _MONTHS.finditer(tokens.classes):
        places = range(*match.span())
        year = next(tokens.number(i) for i in places if tokens.classes[i] == "Y")
        months = [i for i in places if tokens.classes[i] in "Md"]
        for place in months:
            word = tokens.words[place]
            month = int(word) if word.isdecimal() else lexicon.month(word) or 0
            if 1 <= month <= _LAST_MONTH:
                value = f"{year:04}-{month:02}"
                yield place, Mention(Kind.MONTH, value, *tokens.span(place, places[-1] + 1))


def months_alone(tokens: Tokens, lexicon: Lexicon) -> Iterator[Mention]:
    """The months that have neither a day nor a year: `the July meeting`, `by the end of June`.

    Another language may say `that meeting`: they are missed only where it has another month.
    """
    for place, class_ in enumerate(tokens.classes):
        word = tokens.words[place]
        month = lexicon.named_month(word) if class_ == "M" and not _is_acronym(word) else None
        if month:
            value = MONTH_ALONE.format(month)
            yield Mention(Kind.MONTH, value, *tokens.span(place, place + 1), weak=True)


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) <= _SHORTENED


MONTH_ALONE = "--{:02}"
_SHORTENED = 4
