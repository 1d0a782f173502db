"""On a condition, one language has words for which another has none, or takes away what it adds.

Words that stand in one branch of a condition, without a fact, are easily lost in a translation, and
branches are easily exchanged. The languages need not say it in as many words; but where one says
something and the other nothing at all, a branch is probably missing.

Bad: {% if event_page %}at {{ event_page }}{% endif %}
Good: {% if event_page %}at {{ event_page }}{% else %}on the website{% endif %}
Mend: Give both languages the same branches.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from circgen.checks.rules.words import lost_fact, unguarded_fact, unlike_facts
from circgen.checks.sensitivity.trials import Part, Trial
from circgen.checks.sensitivity.verdicts import Bench, bench
from circgen.checks.subjects import Desk, Words
from circgen.facts.paths import without_places
from circgen.findings import Finding, Level

_WORD = re.compile(r"[^\W\d_]+")
_SOMETHING = 12
"""So many letters are more than an article, an ending or a conjunction."""
_WIDE = 3
"""What one ideograph says, others say in so many letters."""
_STEM = 0.6
_EXPLAINED_BY = (lost_fact, unguarded_fact, unlike_facts)


class _Change(NamedTuple):
    """How many letters of words came, and how many went, with a change of the facts."""

    more: int
    less: int
    facts: bool  # whether facts came or went, too


def check(words: Words, desk: Desk) -> Iterator[Finding]:
    """Each paragraph and condition once, unless facts explain what became of the words."""
    own = bench(words, desk)
    explained = {f.paragraph for module in _EXPLAINED_BY for f in module.check(words, desk)}
    seen: set[tuple[str, str, str]] = set()
    for trial in own.study.trials:
        for part, pairs in trial.pairs():
            changes = {code: _change(*pair) for code, pair in pairs.items()}
            name, right = part.partition("[")[0], next(iter(changes))
            for code, change in changes.items():
                what = _otherwise(changes[right], change)
                key = name, code, trial.path
                if what and name not in explained and key not in seen:
                    seen.add(key)
                    yield _finding(own, part, trial, (right, code), what)


def _change(before: Part, after: Part) -> _Change:
    old, new = _words(before), _words(after)
    more, less = list((new - old).elements()), list((old - new).elements())
    for word in tuple(more):  # a word that merely took another ending
        if other := next((each for each in less if _alike(word, each)), None):
            more.remove(word)
            less.remove(other)
    paths = [[fact.path for fact in part.facts] for part in (before, after)]
    return _Change(_letters(more), _letters(less), paths[0] != paths[1])


def _words(part: Part) -> Counter[str]:
    runs = (run.text for line in part.lines for run in line if not run.fact)
    return Counter(word.casefold() for text in runs for word in _WORD.findall(text))


def _alike(one: str, other: str) -> bool:
    """Whether two words begin alike: forms of one word do."""
    stem = int(_STEM * max(len(one), len(other))) + 1
    return one[:stem] == other[:stem]


def _letters(words: list[str]) -> int:
    wide = sum(unicodedata.east_asian_width(letter) == "W" for word in words for letter in word)
    return sum(map(len, words)) + (_WIDE - 1) * wide


def _otherwise(one: _Change, other: _Change) -> str:
    """What is unlike in two languages; empty if nothing is."""
    for these, those in ((one.more, other.more), (one.less, other.less)):
        if min(these, those) == 0 and max(these, those) >= _SOMETHING:
            return "has words for this" if these else "has no words for this"
    growth = one.more - one.less, other.more - other.less
    if not (one.facts or other.facts) and growth[0] * growth[1] < 0:
        return "says more" if growth[0] > 0 else "says less"
    return ""


def _finding(own: Bench, part: str, trial: Trial, languages: tuple[str, str], what: str) -> Finding:
    right, code = languages
    name, path = part.partition("[")[0], without_places(trial.path)
    source, target = own.evidence(part, path, right, code, trial.value)
    return Finding(
        target.at,
        "unlike-condition",
        f"{name}: with {trial.how}, {right} {what}, not {code}",
        "give the condition the same branches in both",
        Level.WARNING,
        paragraph=name,
        source=source._replace(value=path),
        target=target._replace(value=path),
    )
