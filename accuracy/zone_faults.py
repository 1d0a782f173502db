"""Faults in time zones and ranges of years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from edits import Edit, named
from layout import NO_BREAK
from letters import Pair

_S = f"[ {NO_BREAK}]"
_ZONE_RULES = "zone zone-name zone-of-date disagreement"
_YEARS = re.compile(r"(?P<first>(?:19|20)\d\d)(?P<dash>[–-])(?P<last>(?:19|20)\d\d)")
_CET_NAMES = {
    False: "центральноевропейскому времени",
    True: "центральноевропейскому летнему времени",
}
_CET_LABELS = {False: "CET", True: "CEST"}
_OTHER_ZONES = {
    "en": ((f"{NO_BREAK}(EET)", f"{NO_BREAK}(EST)", f"{NO_BREAK}UTC")),
    "ru": (
        f" по восточноевропейскому времени{NO_BREAK}(EET)",
        f" по московскому времени{NO_BREAK}(MSK)",
        f"{NO_BREAK}UTC",
    ),
}
_CET = {
    "en": re.compile(rf"{_S}\((?P<label>CES?T)\)"),
    "ru": re.compile(
        rf" по (?P<name>центральноевропейскому (?:летнему )?времени){_S}\((?P<label>CES?T)\)"
    ),
}
_LOCAL = {
    "en": re.compile(r", local time \([^()]*(?:\([^()]*\))?[^()]*\)"),
    "ru": re.compile(r" по местному времени \([^()]*(?:\([^()]*\))?[^()]*\)"),
}
_OFFSET = re.compile(r"UTC(?P<sign>[+-])(?P<hours>\d{1,2})(?P<minutes>:\d\d)?")


def other_zones(pair: Pair, random: Random) -> Iterator[Edit]:
    """Another label, name or offset; a zone lost."""
    letter = pair.target.letter
    language, text = letter.language, letter.text
    rules = named(_ZONE_RULES)
    for match in _CET[language].finditer(text):
        summer = match["label"] == "CEST"
        label = _CET_LABELS[not summer]
        yield Edit("zone", "label", *match.span("label"), label, rules)
        if language == "ru":
            name = _CET_NAMES[not summer]
            yield Edit("zone", "name against label", *match.span("name"), name, rules)
            put = f" по {name}{NO_BREAK}({label})"
            yield Edit("zone", "name and label", *match.span(), put, rules)
        yield Edit("zone", "lost", *match.span(), "", rules)
        put = random.choice(_OTHER_ZONES[language])
        yield Edit("zone", "another zone", *match.span(), put, rules)
    for match in _LOCAL[language].finditer(text):
        more = rules | {"name"}  # the place is named with it
        yield Edit("zone", "lost", *match.span(), "", more)
        cet = f" по {_CET_NAMES[False]}" if language == "ru" else ""
        put = f"{cet}{NO_BREAK}(CET)"
        yield Edit("zone", "another zone", *match.span(), put, more)
    for match in _OFFSET.finditer(text):
        hours = int(match["hours"]) + random.choice((-1, 1))
        yield Edit("zone", "offset", *match.span("hours"), str(hours), rules)
        sign = "-" if match["sign"] == "+" else "+"
        yield Edit("zone", "sign of the offset", *match.span("sign"), sign, rules)
        if match["minutes"]:
            minutes = ":15" if match["minutes"] == ":45" else ":45"
            yield Edit("zone", "offset", *match.span("minutes"), minutes, rules)
            yield Edit("zone", "offset", *match.span("minutes"), "", rules)
    for match in re.finditer(rf"{_S}UTC(?![+-])", text):
        yield Edit("zone", "lost", *match.span(), "", rules)
        put = random.choice((f"{NO_BREAK}(CET)", f"{NO_BREAK}UTC+1", f"{NO_BREAK}UTC-3"))
        yield Edit("zone", "another zone", *match.span(), put, rules)


def other_years(pair: Pair, random: Random) -> Iterator[Edit]:
    """Another first or last year of a range, one lost; another single year."""
    letter = pair.target.letter
    rules = named("years number date")
    for match in _YEARS.finditer(letter.text):
        first, last = int(match["first"]), int(match["last"])
        for change in random.sample((-2, -1, 1, 10), 2):
            yield Edit("years", "first", *match.span("first"), str(first + change), rules)
        for change in random.sample((-10, 1, 2, 10), 2):
            yield Edit("years", "last", *match.span("last"), str(last + change), rules)
        put = f"{first + 1}{match['dash']}{last + 1}"
        yield Edit("years", "both", *match.span(), put, rules)
        if letter.text[match.end() :].startswith(")"):
            yield Edit("years", "last lost", *match.span(), match["first"], rules)
    single = {"en": r"(?:in|since|of) (\d{4})(?=\W)", "ru": rf"[вс] (\d{{4}})(?={_S}год[ау])"}
    for match in re.finditer(single[letter.language], letter.text):
        for change in random.sample((-10, -1, 1, 2), 2):
            year = str(int(match[1]) + change)
            yield Edit("years", "single", *match.span(1), year, rules)
    for match in re.finditer(r"(?:Rev\.|Пересм\.)[^()]*(\d{4})", letter.text):
        year = str(int(match[1]) + random.choice((-4, 2, 4)))
        more = rules | {"name", "addressee"}
        yield Edit("years", "of a resolution", *match.span(1), year, more)


MUTATORS = (other_zones, other_years)
