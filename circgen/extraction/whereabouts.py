"""Whereabouts: the town in a subject that has no days in brackets, and whether one may be far."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from circgen.comparison.side import Side, Spot, Unit
from circgen.findings import Finding, Level
from circgen.recognition.mentions import Kind

_CUT = re.compile(r"[,،，;()（）\n]")
_BEFORE = (*",،，;.:()（）\n", "")
"""What may stand in front of the name of a place."""
_MODES = ("mode:", "implied:mode")
_IMPLIED = "implied:mode"
_REMOTE = ("remote",)
_FAR = ("internet", *_REMOTE)
"""The terms for taking part from elsewhere; a form may be online, too."""
_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")


class Town(NamedTuple):
    """A place in a text: the town that it begins with, and where its name ends."""

    spot: Spot
    end: int

    @property
    def start(self) -> int:
        """Where its name begins."""
        return self.spot.mention.start

    @property
    def name(self) -> str:
        """As it is written, with its country."""
        return self.spot.passage.text[self.start : self.end]


def town_before(unit: Unit, side: Side, end: int) -> Town | None:
    """The place of which the name ends at a character, but for words such as `and online`."""
    text = unit.passages[0].text
    for spot in _towns(unit, side):
        start = spot.mention.start
        if start < end and text[:start].rstrip(" \t")[-1:] in _BEFORE:
            town = _town(unit, side, spot, end)
            if town:
                return town
    return None


def town_in_brackets(unit: Unit, side: Side) -> tuple[Town, int, int] | None:
    """A place in brackets of its own, and where these begin and end."""
    for match in _BRACKETS.finditer(unit.passages[0].text):
        for spot in _towns(unit, side):
            town = (
                _town(unit, side, spot, match.end(1))
                if spot.mention.start == match.start(1)
                else None
            )
            if town:
                return town, match.start(), match.end()
    return None


def _towns(unit: Unit, side: Side) -> Iterator[Spot]:
    language = side.recogniser.language
    known = {*language.glossary.towns, *language.pack.glossary["places"]}
    first = unit.passages[0]
    return (s for s in unit.of(Kind.NAME) if s.mention.value in known and s.passage is first)


def _town(unit: Unit, side: Side, spot: Spot, end: int) -> Town | None:
    """The place that a stretch of text is: a town, then its country and how one may take part."""
    text = spot.passage.text
    found = spot.mention.end
    start = found
    for cut in (*(m.start() for m in _CUT.finditer(text, start, end)), end):
        if not _is_empty(unit, side, start, cut):
            if not _has_country(unit, side, start, cut):
                return None
            found = cut + 1 if text[cut : cut + 1] in (")", "）") and cut < end else cut
        start = cut + 1
    return Town(spot, found)


def _has_country(unit: Unit, side: Side, start: int, end: int) -> bool:
    known = side.recogniser.language.glossary.countries
    return any(
        start <= spot.mention.start < end and spot.mention.value in known
        for spot in unit.of(Kind.NAME)
    )


def _is_empty(unit: Unit, side: Side, start: int, end: int) -> bool:
    """Whether there is nothing but words that say how a meeting is held."""
    text = unit.passages[0].text
    for spot in unit.of(Kind.POLARITY):
        if str(spot.mention.value).startswith(_MODES):
            mention = spot.mention
            text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    joining = side.recogniser.language.understood.words.get("and", ())
    words = re.findall(r"\w+", text[start:end])
    return all(word.casefold() in joining for word in words)


def far(unit: Unit, start: int = 0, end: int | None = None) -> Spot | None:
    """The first word in a stretch of text by which one takes part online or from elsewhere."""
    end = len(unit.text) if end is None else end
    found = (s for s in _away(unit, _FAR) if start <= s.mention.start < end)
    return next(found, None)


def also_far(unit: Unit, side: Side) -> Spot | None:
    """The same, but no form that is filled in online: `remotely`, `in Geneva or online`."""
    words = side.recogniser.language.understood.words
    joining = {word for role in ("and", "or") for word in words.get(role, ())}
    return next(
        (
            spot
            for spot in _away(unit, _FAR)
            if spot in _away(unit, _REMOTE) or _word_before(spot) in joining
        ),
        None,
    )


def _away(unit: Unit, terms: Collection[str]) -> list[Spot]:
    """Words that say how one takes part and are some of these terms, too."""
    named = [
        (id(spot.passage), spot.mention.start)
        for spot in unit.of(Kind.TERM)
        if spot.mention.value in terms
    ]
    return [
        spot
        for spot in unit.of(Kind.POLARITY)
        if spot.mention.value == _IMPLIED and (id(spot.passage), spot.mention.start) in named
    ]


def _word_before(spot: Spot) -> str:
    words = spot.passage.text[: spot.mention.start].split()
    return words[-1].casefold() if words else ""


def guessed_mode(spot: Spot) -> Finding:
    """That a meeting with a place is taken for one without people elsewhere."""
    return Finding(
        spot.at,
        "doubtful",
        f"`mode` is `physical` in the draft, because there is a place; here stands `{spot.text}`",
        "see whether one can take part from elsewhere: then it is `hybrid`",
        Level.WARNING,
    )
