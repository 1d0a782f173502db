"""Two facts stand in each other's place in one language.

Languages may order a sentence differently; but then they do so wherever the two facts stand. Two
facts of one kind that nothing keeps from being printed, and that have changed places in one
paragraph alone, were probably exchanged.

Bad: {{ topic }} {{ event|form("title") }}
Good: {{ event|form("title") }} {{ topic }}
Mend: Put each where it belongs; if the language wants them so, silence the finding.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container, Iterator
from functools import partial

from circgen.checks.sensitivity.trials import Part, block_of
from circgen.checks.sensitivity.verdicts import Bench, bench
from circgen.checks.sensitivity.wordings import printed_in
from circgen.checks.subjects import Desk, Words
from circgen.compose.sources import Piece
from circgen.facts.paths import without_places
from circgen.findings import Evidence, Finding, Level

_WORDS = ("name", "text")
_ONE_KIND = {"dates": "date"}
_A_PAIR = 2
_LAST_PLACE = re.compile(r"\[\d+\]$")
"""That of an item of a list that is printed as a whole."""
_MARK = re.compile(r"\s*[,:;/\u3001\uff0c\uff1a]\s*")
_QUOTES = ("Pi", "Pf")
_BRACKETS = {"(": 1, ")": -1, "\uff08": 1, "\uff09": -1}


def check(words: Words, desk: Desk) -> Iterator[Finding]:
    """Each paragraph once in each language."""
    own = bench(words, desk)
    found: dict[tuple[str, str], Finding] = {}
    source, *targets = words.templates
    conditions = {block: _conditions(own, block) for block in own.study.uses[source]}
    for target in targets:
        for block in conditions:
            for finding in _enumerated(own, block.replace("_", "-"), source, target):
                found.setdefault((finding.paragraph, target), finding)
    for outcome in own.study.outcomes():
        for target in targets:
            for name, part in outcome.parts.get(target, {}).items():
                there = outcome.parts.get(source, {}).get(name)
                guarded = conditions.get(block_of(name))
                if there and guarded is not None:
                    for finding in _findings(own, name, (source, target), (there, part), guarded):
                        found.setdefault((finding.paragraph, target), finding)
    yield from found.values()


def _findings(
    own: Bench,
    name: str,
    languages: tuple[str, str],
    parts: tuple[Part, Part],
    conditions: Container[str],
) -> Iterator[Finding]:
    source, target = languages
    places = {
        code: partial(printed_in, own, code, name, part)
        for code, part in zip(languages, parts, strict=True)
    }
    for one, other in _exchanged(*parts, conditions):
        at_fault = _at_fault(own, source, target, one, other)
        if at_fault == source:
            evidence = places[source](one), places[target](other)
            yield _order(name, (one, other), (target, source), evidence)
        elif at_fault:
            evidence = places[target](other), places[source](one)
            yield _order(name, (other, one), (source, target), evidence)
    for marks, inside in _INSIDE.items():
        for one, other in _held(inside, *parts):
            what = (
                f"`{without_places(other)}` stands in {marks} in {target}, "
                f"`{without_places(one)}` in {source}"
            )
            yield _finding(name, what, (places[target](other), places[source](one)))


def _order(
    name: str,
    paths: tuple[str, str],
    languages: tuple[str, str],
    evidence: tuple[Evidence, Evidence],
) -> Finding:
    """The first of two paths comes first in the second of two languages, which is at fault."""
    first, last = map(without_places, paths)
    right, at_fault = languages
    what = f"`{first}` comes before `{last}` in {at_fault}, after it in {right}"
    return _finding(name, what, evidence)


def _conditions(own: Bench, block: str) -> frozenset[str]:
    """The facts without which a block says less in any language; how many is no matter."""
    return frozenset(
        path
        for uses in own.study.uses.values()
        for use in uses.get(block, ())
        if use.piece.sort == "tag"
        for path in use.paths
        if f"{path}|length" not in use.sign
    )


def _exchanged(source: Part, target: Part, conditions: Container[str]) -> Iterator[tuple[str, str]]:
    """Two facts of one family, always printed; the second is first in the target alone."""
    one, two = _families(source, conditions), _families(target, conditions)
    for family in sorted(one.keys() & two.keys()):
        ours, theirs = one[family], two[family]
        if len(ours) != len(theirs):  # one says some of them again: the first time counts
            ours, theirs = _first(ours, theirs), _first(theirs, ours)
        moved = [n for n, path in enumerate(ours) if theirs[n] != path]
        pair = [ours[n] for n in moved]
        if len(moved) == _A_PAIR and pair[::-1] == [theirs[n] for n in moved]:
            yield pair[0], pair[1]


def _first(paths: list[str], others: list[str]) -> list[str]:
    """Each of several paths once, if it is among others."""
    return [path for path in dict.fromkeys(paths) if path in others]


def _enumerated(own: Bench, name: str, source: str, target: str) -> Iterator[Finding]:
    """Two facts with nothing but a mark between them, as in `what: date`, the other way round."""
    ours, theirs = (_neighbours(own, block_of(name), code) for code in (source, target))
    for (one, other), piece in ours.items():
        if there := theirs.get((other, one)):
            evidence = own.shown(target, there), own.shown(source, piece)
            yield _order(name, (other, one), (source, target), evidence)


def _neighbours(own: Bench, block: str, code: str) -> dict[tuple[str, str], Piece]:
    """The facts on both sides of a mark, with the bracket that prints the first of them."""
    pieces = [piece for piece in own.words.templates[code].pieces if piece.block == block]
    printed = {
        use.piece: use.paths[0]
        for use in own.study.uses[code].get(block, ())
        if use.prints and use.paths
    }
    return {
        (printed[before], printed[after]): before
        for before, between, after in zip(pieces, pieces[1:], pieces[2:], strict=False)
        if before in printed and after in printed and _MARK.fullmatch(between.text)
    }


def _held(
    inside: Callable[[Part], set[str]], source: Part, target: Part
) -> Iterator[tuple[str, str]]:
    """Of facts that both have, one that marks hold in the source alone, and one in the target."""
    both = {fact.path for fact in source.facts} & {fact.path for fact in target.facts}
    mine, theirs = inside(source) & both, inside(target) & both
    if mine - theirs and theirs - mine:
        yield min(mine - theirs), min(theirs - mine)


def _in_quotes(part: Part) -> set[str]:
    return {
        run.fact.path
        for line in part.lines
        for before, run, after in zip(line, line[1:], line[2:], strict=False)
        if run.fact and _is_quote(before.text[-1:]) and _is_quote(after.text[:1])
    }


def _in_brackets(part: Part) -> set[str]:
    found = set()
    for line in part.lines:
        depth = 0
        for run in line:
            if run.fact and depth > 0:
                found.add(run.fact.path)
            elif not run.fact:
                depth += sum(_BRACKETS.get(sign, 0) for sign in run.text)
    return found


_INSIDE = {"quotes": _in_quotes, "brackets": _in_brackets}


def _is_quote(character: str) -> bool:
    return character == '"' or (character != "" and unicodedata.category(character) in _QUOTES)


def _families(part: Part, conditions: Container[str]) -> dict[str, list[str]]:
    """The facts that no condition can keep from being printed, by what could be taken for them."""
    found: dict[str, list[str]] = {}
    for fact in part.facts:
        if without_places(fact.path) not in conditions:
            family = "words" if fact.kind in _WORDS else _ONE_KIND.get(fact.kind, fact.kind)
            paths = found.setdefault(family, [])
            path = _LAST_PLACE.sub("", fact.path)
            if paths[-1:] != [path]:
                paths.append(path)
    return found


def _at_fault(own: Bench, source: str, target: str, one: str, other: str) -> str:
    """The language that orders two facts elsewhere otherwise; none if each has its own way."""
    ways = {code: _ways(own, code, one, other) for code in (source, target)}
    for code in (target, source):
        if len(set(ways[code])) > 1:
            return code
    return target if min(map(len, ways.values())) <= 1 else ""


def _ways(own: Bench, code: str, one: str, other: str) -> list[bool]:
    """Whether the first of two facts comes first, for each part of a letter that has both."""
    orders = []
    for part in own.study.samples[0].parts.get(code, {}).values():
        paths = [_LAST_PLACE.sub("", fact.path) for fact in part.facts]
        if one in paths and other in paths:
            orders.append(paths.index(one) < paths.index(other))
    return orders


def _finding(part: str, what: str, evidence: tuple[Evidence, Evidence]) -> Finding:
    """That facts are exchanged; `evidence` is that of the language at fault, then the other."""
    here, there = evidence
    name = part.partition("[")[0]
    return Finding(
        here.at,
        "swapped-facts",
        f"{name}: {what}",
        "put each where it belongs",
        Level.WARNING,
        paragraph=name,
        source=there,
        target=here,
    )
