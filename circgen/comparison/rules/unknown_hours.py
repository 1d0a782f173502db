"""Hours that no clock shows, and stretches of time that do not end after they begin.

`24000 hours` and `09:3009:00` went out to the membership: a slip of the finger, and a tracked
change that was left unresolved. Which hour was meant can only be guessed. A stretch of more than
twelve hours that ends on the next day, later than at two, has to say so.

Bad: The meeting will begin at 25:00 hours.
Bad: Registration opens at 09:3009:00.
Bad: Contributions are due by 24000 hours UTC.
Bad: The meeting will take place from 1500 to 1330 hours.

Good: The meeting will begin at 1500 hours.
Good: Contributions are due by 2400 hours UTC.
Good: The meeting will take place from 1330 to 1500 hours.

Mend: Write the hours that were meant, as the language writes them.
"""

from __future__ import annotations

from collections.abc import Iterator

from circgen.comparison.side import Knowledge, Side, Spot
from circgen.facts.model import MINUTES_A_DAY, Hours
from circgen.findings import Finding
from circgen.recognition.mentions import Kind

_RULE = "unknown-hours"
_LONGEST_NIGHT = 12 * 60
_SMALL_HOURS = 2 * 60
_LOOK = 3
"""How many characters may stand between hours and the words for the next day."""


def check(side: Side, knowledge: Knowledge) -> Iterator[Finding]:  # noqa: ARG001
    """Every time of day that there is not."""
    for unit in side.units():
        for spot in unit.of(Kind.HOURS, Kind.UNKNOWN_HOURS):
            hours = spot.mention.value
            if not isinstance(hours, Hours):
                problem = f"{spot.text.removesuffix('.')} is no time of day"
                help_text = "correct the hours"
            elif _ends_before_it_begins(hours) and not _is_said(side, spot):
                problem = f"{shown(hours)} does not end after it begins"
                help_text = "correct the hours, or say that they end on the next day"
            else:
                continue
            yield Finding(
                spot.at,
                _RULE,
                f"{unit.place}: {problem}",
                help_text,
                paragraph=unit.place,
                target=spot.evidence(),
            )


def shown(hours: Hours) -> str:
    """Hours as they are written, without the day on which they may end."""
    return str(hours).partition("+")[0]


def _ends_before_it_begins(hours: Hours) -> bool:
    """Whether hours are the wrong way round: then they take most of a day and a night.

    What ends in the small hours is a day's: a tram runs from 05:45 to 00:30.
    """
    if hours.end is None:
        return False
    is_long = hours.end - hours.start > _LONGEST_NIGHT
    until = hours.end % MINUTES_A_DAY
    return hours.end <= hours.start or (hours.over_midnight and is_long and until > _SMALL_HOURS)


def _is_said(side: Side, spot: Spot) -> bool:
    """Whether the letter says, in the hours or right behind them, that they end another day."""
    language, fold = side.recogniser.language, side.recogniser.lexicon.fold
    usual, overnight = (
        fold(pattern).rpartition("{end}")[2].strip()
        for pattern in (language.pack.hours.range, language.pack.hours.overnight)
    )
    phrases = (overnight.removeprefix(usual), *language.understood.words.get("next_day", ()))
    start, end = spot.mention.start, spot.mention.end
    text = fold(spot.passage.text).lower()
    return any(
        fold(phrase).strip().lower() in text[start : end + len(phrase) + _LOOK]
        for phrase in phrases
        if phrase.strip()
    )
