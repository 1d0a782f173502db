"""Scalars as people type them: dates, hours, years, addresses, zones.

Each function takes the text and returns the value, or raises ValueError(what is wrong, what to do).
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from circgen.facts.model import MINUTES_A_DAY, Email, Hours, Phone, Url, Variant, Years
from circgen.facts.reading import suggestion

MONTHS = tuple(calendar.month_name[1:])
WEEKDAYS = tuple(calendar.day_name)

_ISO = re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})")
_DOTS = re.compile(r"(?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.(?P<y>[0-9]{4})")
_WORDS = re.compile(r"(?P<d>[0-9]{1,2}) (?P<month>[A-Za-z]+) (?P<y>[0-9]{4})")
_CLOCK = r"(?P<{0}h>[0-9]{{1,2}})[:.h]?(?P<{0}m>[0-9]{{2}})"
_HOURS = re.compile(
    _CLOCK.format("a") + r"(?: ?(?:[-–—−]|to) ?" + _CLOCK.format("b") + r"(?P<next> ?\(?\+1\)?)?)?"
)
_URL = re.compile(r"https?://(?P<host>[^\s/?#@:]+)(?::[0-9]+)?(?:[/?#][^\s<>\"{}|\\^`]*)?")
_EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
    r"(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+"
)
_HOST = re.compile(r"\w(?:[\w-]*\w)?(?:\.\w(?:[\w-]*\w)?)+")
_LEAST_DIGITS, _LEAST_WITH_COUNTRY, _MOST_DIGITS = 5, 7, 20
"""Of telephone numbers; the shortest with a country code are those of islands, +290 2xxxx."""
_PHONE = re.compile(r"\+?[0-9][0-9 ()./\N{NO-BREAK SPACE}-]*[0-9]")


def parse_date(text: str) -> date:
    """`2025-10-31`, `31.10.2025` or `31 October 2025`."""
    match = _ISO.fullmatch(text) or _DOTS.fullmatch(text) or _WORDS.fullmatch(text)
    if not match:
        raise ValueError(f"`{text}` is not a date", "write it as 2025-10-31")
    parts = match.groupdict()
    if name := parts.get("month"):
        months = [m for m in MONTHS if m.lower() == name.lower() or m[:3].lower() == name.lower()]
        if not months:
            raise ValueError(f"`{name}` is not a month", suggestion(name, MONTHS))
        month = MONTHS.index(months[0]) + 1
    else:
        month = int(parts["m"])
    year, day = int(parts["y"]), int(parts["d"])
    if not 1 <= month <= 12:  # noqa: PLR2004
        raise ValueError(f"`{text}` is not a date: there is no month {month}", "months are 1 to 12")
    if not 1900 <= year <= 2200:  # noqa: PLR2004
        raise ValueError(f"`{text}` is not a date of a circular", "years are 1900 to 2200")
    length = calendar.monthrange(year, month)[1]
    if not 1 <= day <= length:
        raise ValueError(
            f"`{text}` is not a date: {MONTHS[month - 1]} {year} has {length} days",
            f"days are 1 to {length}",
        )
    return date(year, month, day)


def parse_hours(text: str) -> Hours:
    """`11:00-12:00`, `1100-1200`, `09:30`, `22:00-02:00+1` (until the next day), `18:00-24:00`."""
    match = _HOURS.fullmatch(text)
    if not match:
        raise ValueError(f"`{text}` is not an hour", "write 09:30, or 11:00-12:00")
    start = _minutes(match["ah"], match["am"])
    if start == MINUTES_A_DAY:
        raise ValueError(f"`{text}` starts at 24:00", "start it at 00:00 on the next day")
    if match["bh"] is None:
        return Hours(start)
    end = _minutes(match["bh"], match["bm"])
    if match["next"]:
        if end >= start:
            raise ValueError(
                f"`{text}` is longer than a day", "give each day its own session, or use `until`"
            )
        return Hours(start, end + MINUTES_A_DAY)
    if end == start:
        raise ValueError(f"`{text}` ends when it starts", "write the start alone, or another end")
    if end < start:
        raise ValueError(
            f"`{text}` ends before it starts", f"if it ends on the next day, write `{text}+1`"
        )
    return Hours(start, end)


def parse_time(text: str) -> Hours:
    """One time of day: `09:30`, `0930`, `24:00`."""
    match = _HOURS.fullmatch(text)
    if not match:
        raise ValueError(f"`{text}` is not an hour", "write 09:30")
    if match["bh"] is not None:
        raise ValueError(f"`{text}` is a range", "write one hour, such as 09:30")
    return Hours(_minutes(match["ah"], match["am"]))


def _minutes(hour: str, minute: str) -> int:
    h, m = int(hour), int(minute)
    if m > 59:  # noqa: PLR2004
        raise ValueError(f"`{hour}:{minute}` is not an hour", "minutes go from 00 to 59")
    if h > 24 or (h == 24 and m):  # noqa: PLR2004
        raise ValueError(f"`{hour}:{minute}` is not an hour", "hours go from 00:00 to 24:00")
    return h * 60 + m


def parse_weekday(text: str) -> int:
    """`Friday` or `Fri`; Monday is 0."""
    for index, name in enumerate(WEEKDAYS):
        if text.lower() in {name.lower(), name[:3].lower()}:
            return index
    raise ValueError(f"`{text}` is not a weekday", suggestion(text, WEEKDAYS))


def parse_years(text: str) -> Years:
    """`2025-2028`."""
    match = re.fullmatch(r"([0-9]{4}) ?[-–−] ?([0-9]{4})", text)
    if not match:
        raise ValueError(f"`{text}` is not a range of years", "write 2025-2028")
    years = Years(int(match[1]), int(match[2]))
    if years.end < years.start:
        raise ValueError(f"`{text}` ends before it starts", f"write {years.end}-{years.start}")
    return years


def parse_integer(text: str) -> int:
    """A number from 1 to 9999."""
    if not re.fullmatch(r"[0-9]{1,4}", text) or not int(text):
        raise ValueError(f"`{text}` is not a number", "numbers are 1 to 9999")
    return int(text)


def parse_variant(text: str) -> Variant:
    """`R1` (revision), `A1` (addendum) or `C1` (corrigendum)."""
    match = re.fullmatch(r"([RAC])([1-9])", text.upper())
    if not match:
        raise ValueError(
            f"`{text}` is not a variant",
            "R1 is the first revision, A1 an addendum, C1 a corrigendum",
        )
    return Variant(match[1], int(match[2]))


def parse_zone(text: str) -> str:
    """An IANA zone: `Europe/Zurich`, `Asia/Seoul`, `UTC`."""
    if text == "UTC":
        return text
    # Names without a slash are labels (`CET`) or mean this machine's zone (`localtime`).
    named = "/" in text and not text.startswith(("posix/", "right/"))
    try:
        if named:
            ZoneInfo(text)
            return text
    except (ZoneInfoNotFoundError, ValueError, OSError):
        pass
    raise ValueError(f"`{text}` is not a zone of the IANA database", _zone_help(text))


def _zone_help(text: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  only when something is wrong
    from zoneinfo import available_timezones  # noqa: PLC0415  walks the whole database

    zones = sorted(zone for zone in available_timezones() if "/" in zone)
    by_city = {zone.rsplit("/", 1)[-1].lower(): zone for zone in zones if zone[:4] != "Etc/"}
    close = get_close_matches(text, zones, 1) if "/" in text else []
    close = close or get_close_matches(text.rsplit("/", 1)[-1].lower(), by_city, 1, 0.8)
    if not close:
        return "write it as Europe/Zurich or Asia/Seoul"
    return f"did you mean `{by_city.get(close[0], close[0])}`?"


def parse_url(text: str) -> Url:
    """A web address with `https://` or `http://`."""
    match = _URL.fullmatch(text)
    if not match or not _HOST.fullmatch(match["host"]) or re.search(r"%(?![0-9A-Fa-f]{2})", text):
        raise ValueError(f"`{text}` is not a web address", "write it as https://www.itu.int/…")
    return Url(text)


def parse_email(text: str) -> Email:
    """An e-mail address."""
    if not _EMAIL.fullmatch(text) or ".." in text:
        raise ValueError(f"`{text}` is not an e-mail address", "write it as name@itu.int")
    return Email(text)


def parse_phone(text: str) -> Phone:
    """A telephone number with its country code, grouped as it is to be printed."""
    digits = sum(c.isdigit() for c in text.replace("(0)", ""))
    least = _LEAST_WITH_COUNTRY if text.startswith("+") else _LEAST_DIGITS
    if not _PHONE.fullmatch(text) or not least <= digits <= _MOST_DIGITS:
        raise ValueError(f"`{text}` is not a telephone number", "write it as +41 22 730 5852")
    return Phone(text)


def parse_id(text: str) -> str:
    """An identifier: lower-case letters, digits and hyphens."""
    if not is_id(text):
        raise ValueError(f"`{text}` is not an id", "ids are lower-case words joined by hyphens")
    return text


def is_id(text: str) -> bool:
    """Whether a text has the form of an id."""
    return re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text) is not None


def parse_word(text: str) -> str:
    """A text that is the same in every language: an acronym, a code."""
    return text
