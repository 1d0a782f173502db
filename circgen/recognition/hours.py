"""Times of day and stretches of time, as a grammar over the classes of tokens."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from circgen.facts.model import MINUTES_A_DAY, Hours
from circgen.recognition.clock import (
    COMPACT,
    DASHED,
    TIME,
    Time,
    are_run_together,
    is_round,
    minute_of_day,
    time,
)
from circgen.recognition.in_figures import hours_in_figures
from circgen.recognition.lexicon import Lexicon
from circgen.recognition.mentions import Kind, Mention
from circgen.recognition.stretches import YEARS, Stretch, looks_like_range, mention_of
from circgen.recognition.tokens import LONG, MASK, NUMBERS, SHORT, Tokens, role_class

_FROM, _TO, _AND, _OR, _AT, _UNTIL = (
    role_class(name) for name in ("from", "to", "and", "or", "at", "until")
)
_ONLY_FROM = role_class("from", without="of")  # French `de 2 heures` lasts two hours
_RANGE = rf"(?:_?-_?|_?{_TO}_?(?:{_AT}_)?)"
_STRETCH = (
    rf"(?:b_{TIME}_{_AND}_{TIME}|{_FROM}_(?:{_AT}_)?{DASHED}_{_TO}_(?:{_AT}_)?{DASHED}"
    rf"|(?:{_FROM}_(?:{_AT}_)?)?(?:{COMPACT}(?:{_RANGE}(?:{COMPACT}|C))?|{TIME}(?:{_RANGE}{TIME})?))"
)
_LIST = rf"(?:_?[,;]_(?:{_AND}_)?|_(?:{_AND}|{_OR})_)(?:{_AT}_)?"
_MANY = "{0,40}"  # of a list; what is longer is read piece by piece
_NOT_INSIDE = r"(?<![dqYn])(?<![dqYn#][:./+\-])(?<![:/+])(?<!#,)"
_GROUP = re.compile(
    rf"(?=[dqYCb]|{_FROM}){_NOT_INSIDE}{_STRETCH}(?:{_LIST}{_STRETCH}){_MANY}(?![dqYn])"
)
_ONE = re.compile(_STRETCH)
_TIMES = re.compile(TIME)
_DASHED_TIMES = re.compile(DASHED)
_AT_DASHED = re.compile(rf"(?<={_AT}_){DASHED}(?![dqYn.,:\-]|_?[w%M])")
_AT_FOLLOWS = re.compile(rf"{_LIST}(?<={_AT}_)")
_BROKEN = re.compile(
    r"(?=[dqYn])(?:d:[qYn](?=:d)|d\.[qYn](?=\.d)|(?<![dqYn])d:n|[qY]-n-[qY]"
    rf"|(?<=[_(]){LONG}(?=_?h|_\(?w))"
)
_BEFORE = re.compile(rf"({_AT})|({_ONLY_FROM})|({_FROM})|({_UNTIL}|{_TO})|({MASK})")
_CONTENT = re.compile(rf"_?(?:%|(?P<word>w))|_[dqYn]|{_RANGE}(?:{SHORT}[,._'])?{LONG}")
_NO_HOURS = re.compile(r"%|_d_(?!M)")  # `at 1824 18 de Julio Avenue`
_HOUR_STOP = re.compile(r"h\.(?=_d)")
_ABBREVIATION = 3
"""So many letters may stand for "hours" with a stop."""
_TO_ZONE = re.compile(r"[ ,(]*(?:[^\W\d_]{1,4} )?")
_MAY_BE_HOURS = frozenset(f"{NUMBERS}C")
_DEADLINES = range(8 * 60, MINUTES_A_DAY)  # "until 2 hours" is as long, "until 18 hours" is not
_REACH = 12
_ITEM_ENDS = ";|\t\n"


def hours(tokens: Tokens, lexicon: Lexicon, zones: tuple[int, ...]) -> tuple[Tokens, list[Mention]]:
    """The hours of a text, and the tokens that are left for other grammars.

    `zones` are the offsets where time zones begin: digits in front of one are hours.
    """
    tokens = hours_in_figures(tokens, lexicon)
    if not tokens.has(_MAY_BE_HOURS):
        return tokens, []
    zones = tuple(sorted(zones))
    tokens, found = _broken(_with_stops(tokens), zones)
    used: list[tuple[int, int]] = []
    for match in _GROUP.finditer(tokens.classes):
        for stretch in _meant(tokens, lexicon, match, zones):
            found.append(mention_of(tokens, stretch))
            used.append((stretch.first, stretch.last))
    if any("-" in tokens.classes[first:last] for first, last in used):
        others = tokens.masked(used)
        for match in _GROUP.finditer(others.classes):
            stretch = _stretch(others, lexicon, match)
            if looks_like_range(others, stretch) and _begins_item(others, stretch.first):
                found.append(mention_of(others, stretch))
                used.append((stretch.first, stretch.last))
    tokens = tokens.masked(used)
    used = []
    for match in _AT_DASHED.finditer(tokens.classes):
        minutes = _dashed(tokens, match.start())
        if is_round(minutes) and minutes is not None:
            found.append(Mention(Kind.HOURS, Hours(minutes), *tokens.span(*match.span())))
            used.append(match.span())
    return tokens.masked(used), found


def _with_stops(tokens: Tokens) -> Tokens:
    """With the stop behind a whole word for hours as the end of a sentence, before a number."""
    stops = [
        match.end() - 1
        for match in _HOUR_STOP.finditer(tokens.classes)
        if len(tokens.words[match.start()]) > _ABBREVIATION
    ]
    return tokens.masked((place, place + 1) for place in stops)


def _broken(tokens: Tokens, zones: tuple[int, ...]) -> tuple[Tokens, list[Mention]]:
    """What were hours before something was lost: 24000 hours, 09:3009:00."""
    found: list[Mention] = []
    used: list[tuple[int, int]] = []
    for match in _BROKEN.finditer(tokens.classes):
        first, last = match.span()
        if tokens.classes[first] == LONG:
            together = are_run_together(tokens.words[first])
            hour_word = tokens.classes[last : last + 2].strip("_")[:1] == "h"
            introduced = _introduction(tokens, first) != "" and len(tokens.words[first]) > _FOUR
            zone = _zone_follows(tokens, last, zones)
            if not (together and hour_word) and not (introduced and (hour_word or zone)):
                continue
        elif tokens.classes[first] != "d":
            if not are_run_together(tokens.words[first + 2]):
                continue
        elif len(tokens.words[first]) < _TWO or (
            match.group() == "d:n" and not _minutes(tokens, last)
        ):
            continue
        elif match.group() != "d:n":
            last += 2
        start, end = tokens.span(first, last)
        found.append(Mention(Kind.UNKNOWN_HOURS, tokens.text[start:end], start, end))
        used.append((first, last))
    return tokens.masked(used), found


_TWO, _FOUR = 2, 4


def _minutes(tokens: Tokens, last: int) -> bool:
    """Whether too many figures begin like minutes: 09:300."""
    return int(tokens.words[last - 1][:2]) < 60  # noqa: PLR2004


# --- which numbers are hours


def _meant(
    tokens: Tokens, lexicon: Lexicon, match: re.Match[str], zones: tuple[int, ...]
) -> Iterator[Stretch]:
    """The hours in a list such as `from 11:00 to 12:00 and 13:30 to 15:30`."""
    zone = _zone_follows(tokens, match.end(), zones)
    if match.group() == SHORT and not zone:
        return  # the usual number
    stretches = [
        _stretch(tokens, lexicon, one) for one in _ONE.finditer(tokens.classes, *match.span())
    ]
    # `1100 to 1200 and 1330 to 1530 hours`: what is said at the end goes for the figures before it.
    said = max((i for i, each in enumerate(stretches) if each.sure), default=-1)
    said = len(stretches) - 1 if zone else said
    list_goes_on = False
    for index, stretch in enumerate(stretches):
        single_bare = len(stretch.times) == 1 and stretch.times[0].bare
        known = stretch.sure or ((index <= said or list_goes_on) and not single_bare)
        if known and not stretch.sure and _stands_apart(tokens, stretch):
            known = False
        last_of_zone = zone and index == len(stretches) - 1
        if single_bare and last_of_zone and not stretch.sure:
            known = not stretch.times[0].wordless or _introduction(tokens, stretch.first) != ""
        if not all(each.is_time for each in stretch.times):
            continue
        if known or _evident(tokens, lexicon, stretch):
            list_goes_on = True
            yield stretch


def _stands_apart(tokens: Tokens, stretch: Stretch) -> bool:
    """Whether a lone number has nothing to do with what follows: `room 1030, at 1030 hours`."""
    follows = _AT_FOLLOWS.match(tokens.classes, stretch.last)
    return (
        len(stretch.times) == 1 and follows is not None and not _introduction(tokens, stretch.first)
    )


def _stretch(tokens: Tokens, lexicon: Lexicon, match: re.Match[str]) -> Stretch:
    first, last = match.span()
    dashed = [m.start() for m in _DASHED_TIMES.finditer(tokens.classes, first, last)]
    if len(dashed) == _TWO and match.group().count("-") == _TWO:
        times = [Time(_dashed(tokens, place)) for place in dashed]
        if all(each.minutes is not None for each in times):
            return Stretch(first, last, times, sure=True)
    times = [
        time(tokens, lexicon, *each.span()) for each in _TIMES.finditer(tokens.classes, first, last)
    ]
    if len(times) == _TWO and "C" in match.group() and times[1].minutes is None:
        last = first + match.group().index("C") + 1  # `after midnight - 45 dollars`
        times = times[:1]
    return Stretch(first, last, times, any(each.sure for each in times))


def _dashed(tokens: Tokens, place: int) -> int | None:
    """The time that 11-30 is; its minutes have two figures."""
    hour, minute = tokens.words[place], tokens.words[place + 2]
    return minute_of_day(int(hour), int(minute)) if len(minute) == _TWO else None


def _zone_follows(tokens: Tokens, last: int, zones: tuple[int, ...]) -> bool:
    end = tokens.span(last - 1, last)[1]
    place = bisect_left(zones, end)
    if place == len(zones) or zones[place] - end > _REACH:
        return False
    return _TO_ZONE.fullmatch(tokens.text, end, zones[place]) is not None


def _introduction(tokens: Tokens, first: int) -> str:
    """What stands in front: `at`, `from`, `of` (from, or of), `until`, `date`, or nothing."""
    classes = tokens.classes
    own = _BEFORE.match(classes, first)
    place = first
    if not own:
        place = first - 1
        while place >= 0 and place > first - 4 and classes[place] in "_,(":
            place -= 1
        own = _BEFORE.match(classes, place) if place >= 0 else None
        if own and own[5] is None and classes[place + 1 : first] != "_":
            own = None
    if own is None:
        return "from" if classes[first] == "b" else ""
    return ("at", "from", "of", "until", "date")[(own.lastindex or 1) - 1]


def _evident(tokens: Tokens, lexicon: Lexicon, stretch: Stretch) -> bool:
    """Whether figures that may be something else are hours where they stand."""
    times = stretch.times
    if any(each.minutes is None for each in times):
        # `at 2500 hours`; `for 2500 hours` is a duration
        return not times[-1].wordless and _introduction(tokens, stretch.first) in {"at", "date"}
    numbers = [i for i in range(stretch.first, stretch.last) if tokens.classes[i] in NUMBERS]
    if times[0].wordless and all(int(tokens.words[place]) in YEARS for place in numbers):
        return False
    introduced = _introduction(tokens, stretch.first)
    if times[-1].bare:
        return _is_evident_with_hours(introduced, times)
    closed = _is_closed(tokens, stretch.last)
    if len(times) == 1:
        odd = "." in tokens.classes[stretch.first : stretch.last] and not is_round(times[0].minutes)
        if odd or (times[0].wordless and not lexicon.compact_clock):
            return False  # `prior to version 5.17`
        other = _NO_HOURS.match(tokens.classes, stretch.last)
        return other is None if introduced == "at" else closed and introduced != ""
    return closed and (introduced != "" or looks_like_range(tokens, stretch))


def _begins_item(tokens: Tokens, first: int) -> bool:
    """Whether a stretch stands at the beginning of a text, a cell or an item of a list."""
    before = tokens.text[: tokens.starts[first]].rstrip(" ")
    return not before or before[-1] in _ITEM_ENDS


def _is_closed(tokens: Tokens, last: int) -> bool:
    """Whether no noun follows that the figures would count; a new sentence or title may."""
    noun = _CONTENT.match(tokens.classes, last)
    return not noun or (noun["word"] is not None and tokens.words[noun.end() - 1].istitle())


def _is_evident_with_hours(introduced: str, times: list[Time]) -> bool:
    """Whether `11 hours`, `11 to 12 hours` are no durations."""
    if times[-1].wordless:
        return False
    if len(times) > 1:
        return introduced in {"from", "of", "at", "date"}
    if introduced == "until":
        return times[0].minutes in _DEADLINES
    return introduced in {"at", "from"}
