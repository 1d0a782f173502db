"""A paragraph carries facts of another kind, order or number in one language.

Languages may order a sentence as they like, and may put a pronoun for a name. But a date is printed
as a date in all of them, as often in one as in the other, and sessions and items keep their order;
a number that stands behind `Circular` in one of them is that of a circular in all.

Bad: {{ sessions|days("when") }} {{ sessions|schedule }}
Good: {{ sessions|schedule }}
Mend: Print the same facts in both languages, as often, with filters of the same kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from circgen.checks.rules.words import doubled_fact, lost_fact, unguarded_fact
from circgen.checks.sensitivity.once import listed
from circgen.checks.sensitivity.trials import Part, block_of
from circgen.checks.sensitivity.verdicts import Bench, at_fault, bench
from circgen.checks.subjects import Desk, Words
from circgen.facts.paths import without_places
from circgen.findings import Finding, Level
from circgen.recognition.mentions import Kind as Mentioned
from circgen.recognition.recogniser import Recogniser

_WORDS = ("name", "text")
"""Kinds of facts that a sentence may say again, or for which it may say `it`."""
_ONE_KIND = {"dates": "date"}
_ALIKE = {"number", "ordinal"}
"""Kinds that mean the same to a reader: `Study Group 13` is the 13th."""
_EXPLAINED_BY = (doubled_fact, lost_fact, unguarded_fact)
"""What these find in a paragraph is why its facts are unlike."""
_INDEX = re.compile(r"\[(\d+)\]")


@listed
def check(words: Words, desk: Desk) -> Iterator[Finding]:
    """Facts that all languages print, each difference once."""
    own = bench(words, desk)
    found: dict[tuple[str, str, str], Finding] = {}
    for outcome in own.study.outcomes():
        for part in dict.fromkeys(part for parts in outcome.parts.values() for part in parts):
            parts = {code: all_[part] for code, all_ in outcome.parts.items() if part in all_}
            for path, finding in (*_kinds(own, part, parts), *_orders(own, part, parts)):
                key = finding.paragraph, without_places(path).partition(".")[0], finding.help
                found.setdefault(key, finding)
    for path, finding in _citations(own):
        found.setdefault((finding.paragraph, path, finding.help), finding)
    explained = {f.paragraph for module in _EXPLAINED_BY for f in module.check(words, desk)}
    yield from (each for each in found.values() if each.paragraph not in explained)


def _kinds(own: Bench, part: str, parts: Mapping[str, Part]) -> Iterator[tuple[str, Finding]]:
    """A fact that is of another kind, or is printed more often, in one language."""
    counts = {code: _counted(each) for code, each in parts.items()}
    for path in dict.fromkeys(path for each in counts.values() for path in each):
        said = {code: each[path] for code, each in counts.items() if path in each}
        if len(said) < len(parts):
            continue  # that it is not there at all is another matter
        right, faulty = at_fault({code: frozenset(each.items()) for code, each in said.items()})
        for code in faulty:
            kinds = [" and ".join(sorted(said[each])) for each in (code, right)]
            if kinds[0] != kinds[1]:
                level = Level.WARNING if {*said[code], *said[right]} <= _ALIKE else Level.ERROR
                what = f"is printed as {kinds[0]} in {code}, as {kinds[1]} in {right}"
                help_text = "print it with a filter of the same kind in both"
            else:
                level = Level.ERROR
                times = [sum(said[each].values()) for each in (code, right)]
                what = f"is printed {times[0]}× in {code}, {times[1]}× in {right}"
                help_text = "print it as often in both"
            yield path, _finding(own, part, path, (right, code), what, help_text, level)


def _counted(part: Part) -> dict[str, Counter[str]]:
    """How often each fact but names and texts is printed as what."""
    found: dict[str, Counter[str]] = {}
    for fact in part.facts:
        if fact.kind not in _WORDS:
            kind = _ONE_KIND.get(fact.kind, fact.kind)
            found.setdefault(fact.path, Counter())[kind] += 1
    return found


def _citations(own: Bench) -> Iterator[tuple[str, Finding]]:
    """Numbers that are read as that of a circular in one language, and not in another."""
    for outcome in own.study.samples:
        for part in dict.fromkeys(part for parts in outcome.parts.values() for part in parts):
            cited = {
                code: _cited(parts[part], own.desk.knowledge.recognisers[code])
                for code, parts in outcome.parts.items()
                if part in parts and block_of(part) in own.words.templates[code].lines
            }
            for path in dict.fromkeys(path for own_ in cited.values() for path in own_):
                said = {code: own_[path] for code, own_ in cited.items() if path in own_}
                right, faulty = at_fault(said)
                for code in faulty:
                    citing, other = (code, right) if said[code] else (right, code)
                    what = f"is the number of a circular in {citing}, not in {other}"
                    help_text = "have it behind the word for a circular in both"
                    languages, level = (right, code), Level.WARNING
                    yield path, _finding(own, part, path, languages, what, help_text, level)


def _cited(part: Part, reader: Recogniser) -> dict[str, bool]:
    """The numbers that a part prints, and whether they are read as that of a circular."""
    found: dict[str, bool] = {}
    for line in part.lines:
        if all(run.fact is None or run.fact.kind != "number" for run in line):
            continue
        mentions = reader.mentions("".join(run.text for run in line))
        cited = {each.start for each in mentions if each.kind is Mentioned.CIRCULAR}
        start = 0
        for run in line:
            if run.fact and run.fact.kind == "number":
                found[run.fact.path] = found.get(run.fact.path, False) or start in cited
            start += len(run.text)
    return found


def _orders(own: Bench, part: str, parts: Mapping[str, Part]) -> Iterator[tuple[str, Finding]]:
    """Items that are fewer, or stand in another order."""
    items = {code: len(each.items) for code, each in parts.items()}
    right, faulty = at_fault(items)
    for code in faulty:
        path = _listed(max(parts.values(), key=lambda each: len(each.items)))
        what = f"{items[code]} items in {code}, {items[right]} in {right}"
        yield path, _finding(own, part, path, (right, code), what, "list the same items in both")
    right, faulty = at_fault({code: _places(each) for code, each in parts.items()})
    for code in faulty:
        ordered = dict(_places(parts[right]))
        for shape, places in _places(parts[code]):
            if shape in ordered and sorted(ordered[shape]) == sorted(places) != list(places):
                what = f"is in another order in {code} than in {right}"
                help_text = "keep the order of sessions and items"
                yield shape, _finding(own, part, shape, (right, code), what, help_text)


def _listed(part: Part) -> str:
    """The path of what the items of a part list: that of the first fact in the first of them."""
    first = min(part.items)
    return next((run.fact.path for run in part.lines[first] if run.fact), "")


def _places(part: Part) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The places in their lists of the facts of each shape, in the order in which they stand."""
    found: dict[str, dict[int, None]] = {}
    for fact in part.facts:
        if match := _INDEX.search(fact.path):
            shape = _INDEX.sub("", fact.path, count=1)
            found.setdefault(shape, {})[int(match[1])] = None
    return tuple((shape, tuple(places)) for shape, places in found.items())


def _finding(  # noqa: PLR0913, PLR0917  where, what, who
    own: Bench,
    part: str,
    path: str,
    languages: tuple[str, str],
    what: str,
    help_text: str,
    level: Level = Level.ERROR,
) -> Finding:
    right, code = languages
    name, fact = part.partition("[")[0], without_places(path)
    there, here = own.evidence(part, path, right, code)
    if not here.text:
        here, there = own.evidence(part, path, code, right)
    return Finding(
        here.at,
        "unlike-facts",
        f"{name}: {what}" if what[0].isdigit() else f"{name}: `{fact}` {what}",
        help_text,
        level,
        paragraph=name,
        source=there,
        target=here,
    )
