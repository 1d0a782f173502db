"""What a project has had so far: circulars, series, and what follows from them for the next one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

from circgen.checks.subjects import Card
from circgen.checks.subjects.cards import identity
from circgen.facts.load import BrokenFactsError
from circgen.facts.model import Facts, FactsFile, Name, Place
from circgen.facts.quoted import quoted
from circgen.facts.reading import real
from circgen.findings import FindingsError
from circgen.library import Library
from circgen.project import shown

_T = TypeVar("_T")


class Past(NamedTuple):
    """An earlier circular, as far as it can be read."""

    path: Path
    file: FactsFile

    @property
    def facts(self) -> Facts:
        """What it says."""
        return self.file.facts

    @property
    def card(self) -> Card:
        """What the project must know of it."""
        return identity(self.file)

    @property
    def day(self) -> date:
        """The date of the letter, or the day on which its meeting opens."""
        days = [session.date for _, session in real(self.facts.sessions)]
        return self.facts.issued or min(days, default=date.min)


class Offer(NamedTuple):
    """An answer that was worked out, as it would be typed, and from what."""

    text: str
    why: str = ""


class Archive:
    """The circulars of a project, the newest first."""

    def __init__(self, library: Library) -> None:
        """Read all of them; those that say nothing are left out."""
        self.library = library
        found = filter(None, map(self._past, library.project.meetings()))
        self.circulars = sorted(found, key=lambda past: past.day, reverse=True)

    def _past(self, path: Path) -> Past | None:
        try:
            return Past(path, self.library.load(path).file)
        except BrokenFactsError as error:
            return Past(path, error.file) if error.file else None
        except FindingsError:
            return None

    def like(self, series: str | None) -> Iterator[Past]:
        """The circulars of a series, then all others."""
        yield from self.of(series)
        yield from (past for past in self.circulars if past.facts.series != series)

    def of(self, series: str | None) -> Iterable[Past]:
        """The circulars of a series."""
        return [past for past in self.circulars if series and past.facts.series == series]

    def usual(
        self, series: str | None, read: Callable[[Facts], _T | None]
    ) -> tuple[_T, Past] | None:
        """What the newest circular says that says it: one of the series, or failing that any."""
        for past in self.like(series):
            if found := read(past.facts):
                return found, past
        return None

    def ordinal(self, series: str | None) -> Offer | None:
        """One more than the highest of the series."""
        return _next((p.facts.ordinal, p) for p in self.of(series))

    def number(self, period: str) -> Offer | None:
        """One more than the highest of a study period."""
        return _next(
            (p.facts.number, p) for p in self.circulars if str(p.facts.study_period) == period
        )

    def period(self, issued: date | None) -> Offer | None:
        """That of the newest circular, or the one in which the letter is dated."""
        known = [past for past in self.circulars if past.facts.study_period]
        for past in known:
            period = past.facts.study_period
            if period and (issued is None or period.start <= issued.year <= period.end):
                return Offer(str(period), f"that of {shown(past.path)}")
        return None


def _next(numbers: Iterable[tuple[int | None, Past]]) -> Offer | None:
    known = [(number, past) for number, past in numbers if number]
    if not known:
        return None
    number, past = max(known, key=lambda pair: pair[0])
    return Offer(str(number + 1), f"{shown(past.path)} has {number}")


def named(names: Iterable[Name]) -> str:
    """Names as a list of YAML is typed, without its brackets."""
    return ", ".join(map(name_text, names))


def name_text(name: Name) -> str:
    """A name as it stands in a facts file."""
    if name.id:
        return name.id
    languages = []
    for language, forms in name.forms.items():
        pairs = ", ".join(f"{form}: {quoted(text, inside=True)}" for form, text in forms.items())
        text = quoted(forms[""], inside=True) if "" in forms else f"{{{pairs}}}"
        languages.append(f"{language}: {text}")
    return f"{{{', '.join(languages)}}}"


def place_text(place: Place) -> str:
    """A place as it stands in a facts file."""
    name = name_text(place.name)
    return name if place.name.id else f"{{name: {name}, zone: {place.zone}}}"
