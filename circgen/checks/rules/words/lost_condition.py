"""A condition, or a branch of words, stands in one language and not in another.

Words that hang on a condition in one language stand there always, or never, in the other; where
branches were exchanged, they stand there when they should not. Some conditions are a matter of
grammar and need no counterpart: silence them where they stand.

Bad: {% if working_languages|length == 2 %} only
Good: {% if working_languages|length == 1 %} alone
Mend: Test the same in both languages.
"""

from __future__ import annotations

from collections.abc import Iterator

from circgen.checks.rules.words import lost_fact, unguarded_fact, unlike_facts
from circgen.checks.sensitivity.branches import Branches, branches
from circgen.checks.sensitivity.uses import Use, counterpart
from circgen.checks.sensitivity.verdicts import Bench, at_fault, bench
from circgen.checks.subjects import Desk, Words
from circgen.findings import Evidence, Finding, Level, Location

_EXPLAINED_BY = (lost_fact, unguarded_fact, unlike_facts)


def check(words: Words, desk: Desk) -> Iterator[Finding]:
    """The conditions of each block, written alike, as often as they may stand in it."""
    own = bench(words, desk)
    explained = {f.paragraph for module in _EXPLAINED_BY for f in module.check(words, desk)}
    blocks = dict.fromkeys(block for uses in own.study.uses.values() for block in uses)
    seen: set[Location] = set()
    for block in blocks:
        name = _name(block)
        tested = {code: _conditions(uses.get(block, ())) for code, uses in own.study.uses.items()}
        for condition in dict.fromkeys(each for found in tested.values() for each in found):
            right, faulty = at_fault({code: condition in found for code, found in tested.items()})
            for code in faulty:
                finding = _finding(own, block, condition, right, code)
                if name not in explained and finding.location not in seen:
                    seen.add(finding.location)
                    yield finding
        if name not in explained:
            yield from _branches(own, block)


def _name(block: str) -> str:
    return block.replace("_", "-")


def _conditions(uses: tuple[Use, ...]) -> dict[str, None]:
    return {condition: None for use in uses if (condition := _condition(use))}


def _condition(use: Use) -> str:
    """What an `if` tests, however its brackets stand; empty for anything else."""
    word, _, condition = use.sign.partition(" ")
    return condition if word in ("if", "elif") and use.piece.sort == "tag" else ""


def _finding(own: Bench, block: str, condition: str, right: str, code: str) -> Finding:
    in_right = any(_condition(use) == condition for use in own.study.uses[right][block])
    using, other = (right, code) if in_right else (code, right)
    one, two = ((own.words.templates[each], own.study.uses[each][block]) for each in (using, other))
    candidates = [n for n, use in enumerate(one[1]) if _condition(use) == condition]
    there, here = counterpart(candidates, one, two)
    source, target = (there, here) if in_right else (here, there)
    name = _name(block)
    return Finding(
        target.at,
        "lost-condition",
        f"{name}: `{there.text}` in {using} is "
        + (f"`{here.text}` in {other}" if here.text else f"not in {other}"),
        "test the same in both",
        Level.WARNING,
        paragraph=name,
        source=source,
        target=target,
    )


def _branches(own: Bench, block: str) -> Iterator[Finding]:
    """Branches of words that are missing, or that stand in each other's place."""
    found = {}
    for code, template in own.words.templates.items():
        pieces = [piece for piece in template.pieces if piece.block == block]
        every = branches(pieces, own.study.uses[code].get(block, ()))
        found[code] = {each.condition: each for each in every}
    source, *targets = found
    for target in targets:
        for condition, one in found[source].items():
            other = found[target].get(condition)
            if other and (what := _unlike(one, other, source, target)):
                there, here = (
                    Evidence("", tag.text, own.words.templates[code].at(tag.offset))
                    for code, tag in ((source, one.tags[-2]), (target, other.tags[-2]))
                )
                yield Finding(
                    here.at,
                    "lost-condition",
                    f"{_name(block)}: `{one.tags[0].text}` {what}",
                    "have the same branches in both",
                    Level.WARNING,
                    paragraph=_name(block),
                    source=there,
                    target=here,
                )


def _unlike(one: Branches, other: Branches, source: str, target: str) -> str:
    """What is unlike in the branches of a condition in two languages; empty if nothing is."""
    if one.has_else != other.has_else:
        with_, without = (source, target) if one.has_else else (target, source)
        last = (one if one.has_else else other).bodies[-1]
        is_words = all(piece.sort == "words" for piece in last)
        if is_words and len(one.tags) + len(other.tags) == _ONE_ELSE:
            return f"has an `else` in {with_}, not in {without}"
    elif one.words and other.words:
        ours, theirs = _letters(one.words), _letters(other.words)
        if ours != theirs and ours == theirs[::-1]:
            return f"has its branches the other way round in {target} than in {source}"
    return ""


def _letters(texts: tuple[str, ...]) -> list[bool]:
    """Which texts are more than a mark."""
    return [any(map(str.isalpha, text)) for text in texts]


_ONE_ELSE = 5
"""The tags of an `if` with an `else` and of one without."""
