"""A fact is printed, or decides about words, in one language and not in another.

Generated facts, which switch every condition on, are changed one at a time. A change must reach the
same paragraphs in all languages: if it does not, a condition, a loop or a fact was lost in a
translation, or somebody typed what should come from the facts. With three languages or more, the
one that differs from the others is at fault; with two, the translation.

Bad: in hybrid format in {{ place }}
Good: in hybrid format in {{ place }}{% if venue %}, {{ venue }}{% endif %}
Mend: Use the fact in both languages, with a filter of the same kind and on the same condition.
"""

from __future__ import annotations

from collections.abc import Iterator

from circgen.checks.sensitivity.once import listed
from circgen.checks.sensitivity.trials import Outcome, Part, Trial, block_of
from circgen.checks.sensitivity.verdicts import Bench, at_fault, bench
from circgen.checks.subjects import Desk, Words
from circgen.facts.paths import without_places
from circgen.findings import Finding


@listed
def check(words: Words, desk: Desk) -> Iterator[Finding]:
    """What is printed in all samples and trials, then what the changes reached; each place once."""
    own = bench(words, desk)
    seen: set[object] = set()
    for part, path, reached, what, value in (*_printed(own), *_reached(own)):
        right, faulty = at_fault(reached)
        for code in faulty:
            key = block_of(part), code, without_places(path)
            if key in seen:
                continue
            seen.add(key)
            finding, gap = _placed(
                own, part, path, (right, code), (what, value), used=reached[right]
            )
            if not seen & {finding.location, gap}:
                seen |= {finding.location, gap}
                yield finding


_Reached = tuple[str, str, dict[str, bool], str, str]
"""A part, a fact, the languages in which it reaches the part, what it does, and a chosen word."""


def _printed(own: Bench) -> Iterator[_Reached]:
    """Paths that some languages print in a part of the letter, and some don't."""
    for outcome in own.study.outcomes():
        for part in dict.fromkeys(part for parts in outcome.parts.values() for part in parts):
            paths = {code: _paths(parts.get(part)) for code, parts in outcome.parts.items()}
            for path in dict.fromkeys(path for own_ in paths.values() for path in own_):
                printed = {code: path in own_ for code, own_ in paths.items()}
                if not all(printed.values()):
                    yield part, path, printed, "is printed", ""


def _paths(part: Part | None) -> dict[str, None]:
    return dict.fromkeys(fact.path for fact in part.facts) if part else {}


def _reached(own: Bench) -> Iterator[_Reached]:
    """Changes that reach a part of the letter in some languages only."""
    for trial in own.study.trials:
        if trial.counts:
            continue  # an ending that agrees with a number need not have a counterpart
        for part in _parts(trial):
            reached = {
                code: trial.before.parts[code].get(part) != parts.get(part)
                for code, parts in trial.after.parts.items()
                if code in trial.before.parts
            }
            if len({*reached.values()}) > 1:
                yield part, trial.path, reached, "decides about the words", trial.value


def _parts(trial: Trial) -> dict[str, None]:
    """The parts that the change may have reached."""
    outcomes: tuple[Outcome, ...] = (trial.before, trial.after)
    return {
        part: None
        for outcome in outcomes
        for parts in outcome.parts.values()
        for part in parts
        if block_of(part) in trial.blocks
    }


def _placed(  # noqa: PLR0913  where, what, who
    own: Bench,
    part: str,
    path: str,
    languages: tuple[str, str],
    does: tuple[str, str],
    *,
    used: bool,
) -> tuple[Finding, object]:
    """The finding, and where nothing stands; `used`: the language that is right uses the fact."""
    (right, code), (what, value) = languages, does
    name, fact = part.partition("[")[0], without_places(path)
    using, other = (right, code) if used else (code, right)
    there, here = own.evidence(part, path, using, other, value)
    text = f"`{there.text}`" if there.text else f"`{fact}`"
    source, target = (there, here) if used else (here, there)
    finding = Finding(
        target.at,
        "lost-fact",
        f"{name}: `{fact}` {what} in {using}, not in {other}",
        f"have {text} in {other}, too, or take it out of {using}",
        paragraph=name,
        source=source._replace(value=fact if used else ""),
        target=target._replace(value="" if used else fact),
    )
    return finding, here.at if not here.text else finding.location
