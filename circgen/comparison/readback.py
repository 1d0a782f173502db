"""Reading back: whether a letter says the facts it was made from to those who read it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import accumulate

from circgen.document import Circular, Fact, Line, Run, lines_by_part
from circgen.facts.model import FactsFile
from circgen.findings import Finding, Level
from circgen.recognition.addresses import addresses, neutral_url
from circgen.recognition.mentions import Day, Days, Kind, Mention
from circgen.recognition.recogniser import Recogniser

_KINDS = {
    "date": Kind.DATE,
    "dates": Kind.DATE,
    "hours": Kind.HOURS,
    "zone": Kind.ZONE,
    "number": Kind.NUMBER,
    "ordinal": Kind.ORDINAL,
    "years": Kind.YEARS,
    "url": Kind.URL,
    "email": Kind.EMAIL,
    "phone": Kind.PHONE,
}
"""The kinds of facts that must be found again. Names stand as their glossary has them; texts of the
facts file are free text, in which only what looks like a fact and is none is reported."""
_LOOKS_LIKE = {
    Kind.UNKNOWN_DATE: "a date",
    Kind.UNKNOWN_HOURS: "an hour",
    Kind.UNKNOWN_ZONE: "a zone",
    Kind.RUN_TOGETHER: "a range without its dash",
}
_COUNTS = (Kind.NUMBER, Kind.CIRCULAR, Kind.ORDINAL)
_MINUS = str.maketrans({"\N{MINUS SIGN}": "-"})


def read_back(circular: Circular, file: FactsFile, recogniser: Recogniser) -> list[Finding]:
    """What a reader of the letter would take for something else; errors stop the letter."""
    return [
        finding
        for place, line in lines_by_part(circular)
        for finding in _of_line(place, line, file, recogniser)
    ]


def _of_line(place: str, line: Line, file: FactsFile, recogniser: Recogniser) -> Iterator[Finding]:
    if not any(run.fact and _may_be_misread(run.fact) for run in line):
        return
    read = _Read(line, recogniser)
    # The same line without what the facts file words freely: it may end in a figure.
    plain: _Read | None = None
    for index, fact in read.facts():
        kind, here = _KINDS.get(fact.kind), read.at(index)
        if kind is None:
            yield from _in_free_text(place, fact, here, read.text, file)
        elif not _is_said(here, kind, fact):
            plain = plain or _Read(tuple(map(_without_words, line)), recogniser)
            if _is_said(plain.at(index), kind, fact):
                yield _too_close(place, fact, here, read.text, file)
            else:
                yield _lost(place, fact, here, file, recogniser)


def _may_be_misread(fact: Fact) -> bool:
    """Whether a fact is one that must be read again, or a text with figures in it."""
    return fact.kind in _KINDS or any(map(str.isdigit, fact.text))


class _Read:
    """A line as it is read: what is mentioned where."""

    def __init__(self, line: Line, recogniser: Recogniser) -> None:
        self._line, self._ends = line, list(accumulate(len(run.text) for run in line))
        self.text = "".join(run.text for run in line)
        self._mentions = recogniser.mentions(self.text)

    def facts(self) -> Iterator[tuple[int, Fact]]:
        """The facts, each with the place of its run in the line."""
        return ((index, run.fact) for index, run in enumerate(self._line) if run.fact)

    def at(self, index: int) -> list[Mention]:
        """What is mentioned where a run stands."""
        end = self._ends[index]
        start = end - len(self._line[index].text)
        return [each for each in self._mentions if each.start < end and start < each.end]


def _without_words(run: Run) -> Run:
    """A run as it is, or a word that says nothing for one that the facts file words."""
    return run if run.fact is None or run.fact.kind in _KINDS else run._replace(text=_NOTHING)


_NOTHING = "\N{HORIZONTAL ELLIPSIS}"


def _is_said(here: list[Mention], kind: Kind, fact: Fact) -> bool:
    """Whether a fact is read in its place; of a zone, name and label must both say it."""
    if kind is Kind.ZONE:
        # `local` says nothing; a name inside another must be the same zone, too.
        found = [m for m in here if m.kind is kind and not str(m.value).islower()]
        return bool(found) and all(_says(mention, kind, fact) for mention in found)
    if kind is Kind.PHONE:  # a short one reads as numbers
        return "".join(_figures(mention.value) for mention in here) == _figures(fact.value)
    return any(_says(mention, kind, fact) for mention in here)


def _says(mention: Mention, kind: Kind, fact: Fact) -> bool:  # noqa: PLR0911  a kind a line
    if mention.kind is not kind and not (mention.kind in _COUNTS and kind in _COUNTS):
        return False
    found, value = mention.value, fact.value
    match value:
        case dt.date():
            return isinstance(found, Days) and (_has(found, value, value) or _is_end(found, value))
        case (dt.date() as first, dt.date() as last):
            return isinstance(found, Days) and _has(found, first, last)
    match kind:
        case Kind.URL:
            return found in {neutral_url(str(value)), *_alone(value)}
        case Kind.EMAIL:
            return found == str(value).lower()
        case Kind.ZONE:
            return found == str(value).translate(_MINUS)
    if kind in _COUNTS:  # of a variant, `R1`, only the number is printed as a fact
        return str(found) == str(value).lstrip("ACR")
    return bool(found == value)


def _is_end(days: Days, value: dt.date) -> bool:
    """Whether a day is one of two in a row: `on 20 May and on 21 May` are read as one stretch."""
    first, last = days.start.date(), days.end.date()
    if first is None or last is None or (last - first).days != 1:
        return False
    return value in (first, last)


def _alone(address: object) -> Iterator[object]:
    """How an address is read that stands alone: without the stop or bracket that it ends with."""
    return (mention.value for mention in addresses(str(address)))


def _figures(number: object) -> str:
    return "".join(filter(str.isdigit, str(number)))


def _has(days: Days, first: dt.date, last: dt.date) -> bool:
    wanted = [Day(day.year, day.month, day.day) for day in (first, last)]
    return days.start.fits(wanted[0]) and days.end.fits(wanted[1])


def _lost(
    place: str, fact: Fact, here: list[Mention], file: FactsFile, recogniser: Recogniser
) -> Finding:
    read = ", ".join(f"{mention.value}" for mention in here if mention.kind in _KINDS.values())
    pack = recogniser.language.pack
    return Finding(
        file.at(fact.path),
        "read-back",
        f"{place}: `{fact.text}` ({pack.code}) reads as {read or 'no fact'}, "
        f"and the facts say {_neutral(fact.value)}",
        f"make the patterns of {pack.file} and what stands around the fact unmistakable, or write "
        "the letter as it is with --no-verify",
        paragraph=place,
    )


def _too_close(place: str, fact: Fact, here: list[Mention], text: str, file: FactsFile) -> Finding:
    start = min((mention.start for mention in here), default=0)
    end = max((mention.end for mention in here), default=0)
    return Finding(
        file.at(fact.path),
        "not-understood",
        f"{place}: `{fact.text}` may be misread where it stands: `{text[start:end]}`",
        "put a word between it and the figures beside it, if there are any",
        Level.WARNING,
        paragraph=place,
    )


def _neutral(value: object) -> str:
    if isinstance(value, tuple) and all(isinstance(day, dt.date) for day in value):
        return "/".join(map(str, value))
    return str(value)


def _in_free_text(
    place: str, fact: Fact, here: list[Mention], text: str, file: FactsFile
) -> Iterator[Finding]:
    for mention in here:
        if mention.kind in _LOOKS_LIKE:
            yield Finding(
                file.at(fact.path),
                "not-understood",
                f"{place}: `{text[mention.start : mention.end]}` looks like "
                f"{_LOOKS_LIKE[mention.kind]} and is none that is known",
                "correct it, or leave it as it is if it is right",
                Level.WARNING,
                paragraph=place,
            )
