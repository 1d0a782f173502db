"""Dates and ranges of days, in words and in figures, as a grammar over the classes of tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from circgen.recognition.day_lists import Part, complete, is_next_day, with_earlier_years
from circgen.recognition.in_figures import days_in_figures
from circgen.recognition.lexicon import Lexicon
from circgen.recognition.mentions import Day, Days, Kind, Mention
from circgen.recognition.numeric_dates import NUMERIC, numeric, with_roman_months
from circgen.recognition.parts_of_dates import (
    BEGINS_HOURS,
    months_alone,
    months_of_years,
    of_that_month,
    of_this_month,
    run_together,
)
from circgen.recognition.tokens import ANY_ROLE, NUMBERS, SMALL, WORD, Tokens, role_class

_FROM, _TO, _OF, _AT, _ON = (role_class(name) for name in ("from", "to", "of", "at", "on"))
_AND, _OR = role_class("and"), role_class("or")
_MANY = "{0,40}"  # of a list; what is longer is read piece by piece
_NAMED = rf"(?:\(?[WV]\.?\)?,?_?(?:{_OF}_|{_AT}_)?)"
_DAY = r"d(?:[-.]?s)?(?![:./]d|-d-Y|_?[hap]|[.,][qYn])"
_MONTH = rf"(?:\.?_?(?:{_OF}_)?-?M\.?)"
_YEAR = rf"(?:,?_?-?(?:{_OF}_)?Y{BEGINS_HOURS}(?:_?y\.?)?)"
_IN_BRACKETS = rf"(?:_?\((?:{_AT}_|{_ON}_)?[WV]\.?\))"
_NAMED_AFTER = rf"(?:{_IN_BRACKETS}|,_W(?!,?_?(?:{_OF}_)?d))"
_JOINT = rf"(?:_?-_?|(?:,?_)?{_TO}_|,?_{_AND}_|,?_{_OR}_|,_?)(?:{_FROM}_|{_AT}_|{_ON}_)?"
_ASIDE = r"(?:_\([^()dqYn]{1,9}\))"  # `11 (afternoon) to 13 May`
_AND_DAY = rf"{_ASIDE}(?:_-_|,?_{_TO}_|,?_{_AND}_|,_)(?:{_FROM}_|{_AT}_|{_ON}_)?"
_PART = rf"{_NAMED}?{_DAY}(?:{_IN_BRACKETS}?{_MONTH}{_IN_BRACKETS}?{_YEAR}?)?{_NAMED_AFTER}?"
_AMERICAN_PART = rf"{_NAMED}?(?:M\.?_)?{_DAY}"
_AMERICAN = (
    rf"(?:[WV],?_d{_JOINT}(?=[WV]))?{_NAMED}?(?:Y,?_)?M\.?_{_DAY}(?:{_JOINT}{_AMERICAN_PART}){_MANY}"
    rf"(?P<american_year>,?_Y{BEGINS_HOURS})?"
)
_HAN = r"(?:(?:[qY]_?y_?)?d_?u(?:_?d_?v?)?(?:_?\(?[WV]\)?)?)"
_UNITS = rf"{_HAN}(?:_?(?:-|{_TO}|,|{_AND})_?(?:{_HAN}|d_?v)){_MANY}"
_NOT_INSIDE = r"(?<![dqYn])(?<![dqYn][:.,/+\-])"
_NUMERIC = rf"(?P<numeric>{_NOT_INSIDE}{_NAMED}?{NUMERIC}(?:_?y\.?)?{_NAMED_AFTER}?)|"
_WORDS = (
    rf"(?P<words>{_NOT_INSIDE}(?:b_(?:{_ON}_)?)?{_PART}(?:(?:{_JOINT}|{_AND_DAY}){_PART}){_MANY})"
)
_WEEKDAY = r"(?P<weekday>[WV])"
_ONE = re.compile(
    rf"(?P<before>{_NAMED})?(?P<day>{_DAY})"
    rf"(?:{_IN_BRACKETS}?{_MONTH}(?P<inside>{_IN_BRACKETS})?(?P<year>{_YEAR})?)?(?P<after>{_NAMED_AFTER})?"
)
# These two are compiled where they are needed, which is seldom.
_ONE_AMERICAN = rf"(?P<before>{_NAMED})?(?:M\.?_)?(?P<day>{_DAY})"
_ONE_OF_UNITS = (
    r"(?:(?:(?P<year>[qY])_?y_?)?(?P<month>d)_?u_?)?(?:(?P<day>d)_?v?)?(?P<after>_?\(?[WV]\)?)?"
)
_LIST_MAY_BEGIN = re.compile(rf"(?:{ANY_ROLE}|{SMALL})_$|\(_?$|[^{NUMBERS}_]_?[,;:-]_$")
_WEEKDAY_BEFORE = re.compile(rf"([WV])(?:,?_(?:{_AND}|{_TO})_(?:{_ON}_|{_AT}_)?|_?-_?)$")
_RANGES = re.compile(rf"-|{_TO}")
_LISTS = re.compile(f"{_AND}|{_OR}|,")
_STRONG_BEFORE = re.compile(rf"(?:{_ON}|{_AT})_?")
_MAY_BE_DATES = frozenset("dqYnWVM")
_OF_MONTH = re.compile(rf"d_{_OF}_M")
_LONG_WEEKDAY = 6  # so many letters has one that no other word is likely to be


def dates(tokens: Tokens, lexicon: Lexicon) -> tuple[Tokens, list[Mention]]:
    """The dates and weekdays of a text, and the tokens that are left for other grammars."""
    tokens = with_roman_months(days_in_figures(tokens, lexicon))
    if not tokens.has(_MAY_BE_DATES):
        return tokens, []
    found: list[Mention] = []
    used: list[tuple[int, int]] = []
    for match in _grammar_for(tokens.classes).finditer(tokens.classes):
        if match.lastgroup == "weekday":
            if match.group() == "W" or len(tokens.words[match.start()]) >= _LONG_WEEKDAY:
                found.append(_weekday(tokens, lexicon, match.start()))
            continue
        if _is_numbered(tokens, lexicon, match):
            continue
        parts = _parts(tokens, lexicon, match)
        if parts and (street := _month_of_street(tokens, lexicon, match)):
            used.append((street, street + 1))
        elif parts:
            found += _mentions(tokens, parts, right_to_left=lexicon.right_to_left)
            used.append((parts[0].first, parts[-1].last))
    tokens = tokens.masked(used)
    for others in (
        run_together(tokens),
        of_this_month(tokens, lexicon, found),
        of_that_month(tokens, lexicon, found),
    ):
        found += (mention for _, mention in others)
        tokens = tokens.masked(span for span, _ in others)
    months = list(months_of_years(tokens, lexicon))
    tokens = tokens.masked((place, place + 1) for place, _ in months)
    found += (mention for _, mention in months)
    return tokens, [*found, *months_alone(tokens, lexicon)]


def _is_numbered(tokens: Tokens, lexicon: Lexicon, match: re.Match[str]) -> bool:
    """Whether a number is that of what stands before it, and no day: `Annex 9 of May 2025`."""
    place = match.start()
    return (
        lexicon.capitals
        and _OF_MONTH.match(tokens.classes, place) is not None
        and tokens.classes[max(0, place - 2) : place] == "w_"
        and tokens.words[place - 2].istitle()
    )


def _month_of_street(tokens: Tokens, lexicon: Lexicon, match: re.Match[str]) -> int:
    """The token of the month in a street with the number of a house: `проспект 18 Июля, 1824`.

    0 if it is a date: where a language has no capitals for months, a street has one.
    """
    month = match.group().find("M")
    place = match.start() + month
    is_street = match.group()[month:].startswith("M,_Y") and tokens.words[place].istitle()
    return place if is_street and not lexicon.capitals else 0


def _grammar_for(classes: str) -> re.Pattern[str]:
    """The grammar for a text, without what the text cannot hold."""
    return _grammar(
        numeric=any(two in classes for two in ("d.d", "d/d", "d-d")),
        units="u" in classes,
        american="M_d" in classes or "M._d" in classes,
    )


@cache
def _grammar(*, numeric: bool, units: bool, american: bool) -> re.Pattern[str]:
    """The grammar with some alternatives: to compile all of them takes longer than to use it."""
    return re.compile(
        rf"(?=[dqYWVMb(])(?:{_NUMERIC if numeric else ''}"
        rf"{f'(?P<units>{_UNITS})|' if units else ''}"
        rf"{f'(?P<american>{_AMERICAN})|' if american else ''}{_WORDS}|{_WEEKDAY})"
    )


def _weekday(tokens: Tokens, lexicon: Lexicon, place: int) -> Mention:
    """A weekday without a date; without "on" or a capital, the word may be another one."""
    word = tokens.words[place]
    usual = tokens.classes[place] == "W"  # `on Mondays` need not be said so in every language
    strong = (usual and lexicon.capitals) or bool(
        usual and place and _STRONG_BEFORE.fullmatch(tokens.classes[max(0, place - 2) : place])
    )
    start, end = tokens.span(place, place + 1)
    return Mention(Kind.WEEKDAY, lexicon.weekday(word), start, end, weak=not strong)


# --- days


def _parts(tokens: Tokens, lexicon: Lexicon, match: re.Match[str]) -> list[Part]:
    """The days of a group, each with its month and as much of its year as is known."""
    if match.lastgroup == "numeric":
        return _numeric(tokens, lexicon, match)
    if match.lastgroup == "units":
        return complete(_of_units(tokens, lexicon, match))
    if match.lastgroup == "words":
        listed = bool(
            _LIST_MAY_BEGIN.search(tokens.classes, max(0, match.start() - 4), match.start())
        )
        return complete(_in_words(tokens, lexicon, match), listed=listed or not match.start())
    if not match["american_year"] and not _may_be_american(tokens, lexicon, match.end()):
        return []
    return _american(tokens, lexicon, match)


def _may_be_american(tokens: Tokens, lexicon: Lexicon, end: int) -> bool:
    """Whether the number behind a month is its day: `In May 20 experts met` says no such thing."""
    ahead = tokens.classes[end : end + 2].lstrip("_")[:1]
    if ahead == SMALL and tokens.words[end + 1][0].isupper():
        return False
    return lexicon.capitals and ahead != WORD


def _numeric(tokens: Tokens, lexicon: Lexicon, match: re.Match[str]) -> list[Part]:
    """Days in figures only: 31.10.2025."""
    found: list[Part] = []
    named = _named(tokens, lexicon, *match.span())
    for first, last, (year, month, day) in numeric(tokens, *match.span()):
        joint = "-" if found else ""
        found.append(Part(first, last, day, month, year, joint))
    if found and named is not None:
        found[0] = found[0]._replace(first=match.start(), weekday=named)
    if found:
        found[-1] = found[-1]._replace(last=match.end())
    return with_earlier_years(found)


def _named(tokens: Tokens, lexicon: Lexicon, first: int, last: int) -> int | None:
    """The weekday among some tokens."""
    places = (i for i in range(first, last) if tokens.classes[i] in "WV")
    return next((lexicon.weekday(tokens.words[i]) for i in places), None)


def _in_words(tokens: Tokens, lexicon: Lexicon, match: re.Match[str]) -> list[Part]:
    """Days whose months are named behind them: 31 October 2025."""
    found: list[Part] = []
    classes = tokens.classes
    for one in _ONE.finditer(classes, *match.span()):
        first, last = one.span()
        month = classes.find("M", first, last)
        year = classes.find("Y", first, last)
        if one["year"] is None:
            year = -1
        joint = classes[found[-1].last : first] if found else ""
        found.append(
            Part(
                first,
                last,
                tokens.number(one.start("day")),
                0 if month < 0 else lexicon.month(tokens.words[month]) or 0,
                0 if year < 0 else tokens.number(year),
                joint,
                _named(tokens, lexicon, first, last),
            )
        )
    before = _WEEKDAY_BEFORE.search(classes, max(0, match.start() - 6), match.start())
    if before and len(found) > 1 and found[1].weekday is None:
        # `on Tuesday and Wednesday, 6 and 7 April`
        found[1] = found[1]._replace(weekday=found[0].weekday)
        found[0] = found[0]._replace(weekday=lexicon.weekday(tokens.words[before.start(1)]))
    if classes[match.start()] == "b" and len(found) > 1 and _LISTS.search(found[1].joint):
        found[1] = found[1]._replace(joint="-")
    return found


def _american(tokens: Tokens, lexicon: Lexicon, match: re.Match[str]) -> list[Part]:
    """Days whose months are named in front of them: October 31, 2025."""
    classes = tokens.classes
    group = match["american_year"]
    before = classes.find("Y", match.start(), classes.find("M", match.start()))
    end = match.start("american_year") if group else match.end()
    year = tokens.number(match.end() - 1 if group else before) if group or before >= 0 else 0
    found: list[Part] = []
    number = 0
    for one in re.compile(_ONE_AMERICAN).finditer(classes, match.start(), end):
        first, last = one.span()
        month = classes.find("M", first, last)
        number = number if month < 0 else lexicon.month(tokens.words[month]) or 0
        joint = classes[found[-1].last : first] if found else ""
        named = _named(tokens, lexicon, first, last)
        day = tokens.number(one.start("day"))
        found.append(Part(first, last, day, number, year, joint, named))
    if found:
        found[0] = found[0]._replace(first=match.start())
        if not found[0].month:  # `from Sunday 8 to Tuesday, February 10`
            found[0] = found[0]._replace(month=found[1].month)
        found[-1] = found[-1]._replace(last=match.end())
    return with_earlier_years(found)


def _of_units(tokens: Tokens, lexicon: Lexicon, match: re.Match[str]) -> list[Part]:
    """Days whose parts are named: 2025年10月31日. Year and month are said once, in front."""
    found: list[Part] = []
    month = year = 0
    for one in re.compile(_ONE_OF_UNITS).finditer(tokens.classes, *match.span()):
        month = tokens.number(one.start("month")) if one["month"] else month
        year = tokens.number(one.start("year")) if one["year"] else year
        if one["day"]:
            first, last = one.span()
            joint = tokens.classes[found[-1].last : first] if found else ""
            named = _named(tokens, lexicon, first, last)
            day = tokens.number(one.start("day"))
            found.append(Part(first, last, day, month, year, joint, named))
    return found


# --- mentions


def _mentions(tokens: Tokens, parts: list[Part], *, right_to_left: bool) -> Iterator[Mention]:
    """One mention a day or range; days in a row are a range, too."""
    ranges: list[list[Part]] = []
    for part in parts:
        if ranges and (_RANGES.search(part.joint) or is_next_day(ranges[-1][-1], part)):
            ranges[-1].append(part)
        else:
            ranges.append([part])
    for days in ranges:
        start, end = tokens.span(days[0].first, days[-1].last)
        value = Days(_day(days[0]), _day(days[-1]))
        if right_to_left and value.start > value.end:
            value = Days(value.end, value.start)
        kind = Kind.DATE if value.start.exists and value.end.exists else Kind.UNKNOWN_DATE
        yield Mention(kind, value, start, end)
        for part in days:
            if part.weekday is not None:
                yield Mention(Kind.WEEKDAY, part.weekday, start, end, day=_day(part))


def _day(part: Part) -> Day:
    return Day(part.year, part.month, part.day)
