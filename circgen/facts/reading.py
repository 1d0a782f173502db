"""What a reader of facts carries along: findings, places, and the words that exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from circgen.facts.source import Node
from circgen.findings import Finding, Location


class Vocabulary(NamedTuple):
    """Which ids the language packs have words for.

    `languages` are the codes of all packs; `glossaries` maps a glossary (`addressees`, `names`, …)
    to its ids, and each id to the languages that word it; `place_zones` gives the
    IANA zone of a place.
    """

    languages: tuple[str, ...]
    glossaries: Mapping[str, Mapping[str, frozenset[str]]]
    place_zones: Mapping[str, str] = MappingProxyType({})


class Invalid:
    """Stands for a value that could not be read; its finding has been made."""


INVALID = Invalid()

_T = TypeVar("_T")


def real(items: Iterable[_T]) -> Iterator[tuple[int, _T]]:
    """The items that could be read, with their places in the list.

    A list keeps `INVALID` for each item that could not be read, so that what is wrong with the
    others is found in the same run.
    """
    return ((index, item) for index, item in enumerate(items) if not isinstance(item, Invalid))


@dataclass(slots=True)
class Reading:
    """One run over a tree of nodes; collects all findings instead of stopping at the first."""

    vocabulary: Vocabulary
    editions: tuple[str, ...] | None = None  # None: not known, so texts aren't missed
    findings: list[Finding] = field(default_factory=list)
    where: dict[str, Location] = field(default_factory=dict)
    texts: dict[str, Mapping[str, str]] = field(default_factory=dict)  # by path and language

    def refuse(
        self, node: Node | Location, rule: str, message: str, help_text: str = ""
    ) -> Invalid:
        """Note a finding at the node; the result stands for the value."""
        at = node if isinstance(node, Location) else node.at
        self.findings.append(Finding(at, rule, message, help_text))
        return INVALID


def meant(word: str, allowed: Iterable[str]) -> str | None:
    """What a misspelt word is probably meant to be; None if nothing is close."""
    from difflib import get_close_matches  # noqa: PLC0415  only when something is wrong

    by_lower = {name.lower(): name for name in allowed}
    close = get_close_matches(word.lower(), by_lower, n=1)
    return by_lower[close[0]] if close else None


def suggestion(word: str, allowed: tuple[str, ...]) -> str:
    """`did you mean `x`?`, or what is allowed where nothing is close."""
    if close := meant(word, allowed):
        return f"did you mean `{close}`?"
    if not allowed:
        return ""
    return "allowed: " + ", ".join(f"`{name}`" for name in allowed)
