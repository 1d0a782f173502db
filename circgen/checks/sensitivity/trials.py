"""Trials: one fact of a sample is changed at a time, and all languages are composed anew.

The letters of a trial are kept as their parts (the subject, each paragraph, and what stands around
them), so that rules can ask which of them a change reaches.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from itertools import zip_longest
from typing import NamedTuple

from circgen.checks.sensitivity.once import once
from circgen.checks.sensitivity.plans import Plan
from circgen.checks.sensitivity.samples import Tree, everything, keys_of, stated
from circgen.checks.sensitivity.uses import Use, conditions_of, reached, uses
from circgen.checks.subjects import Desk, Words
from circgen.document import Circular, Fact, ItemList, Line, Paragraph, Run
from circgen.facts.model import Url
from circgen.findings import Finding, FindingsError


class Part(NamedTuple):
    """A part of a letter in one language: its lines, and which of them are items."""

    lines: tuple[Line, ...]
    items: frozenset[int] = frozenset()

    @property
    def facts(self) -> list[Fact]:
        """The facts that it prints, in order."""
        return [run.fact for line in self.lines for run in line if run.fact]


class Outcome(NamedTuple):
    """What facts make in each language: the parts of the letter by name, or why there is none."""

    parts: Mapping[str, Mapping[str, Part]]
    refused: Mapping[str, tuple[Finding, ...]]


class Trial(NamedTuple):
    """A change of the fact at `path`; `how` says to what, for people.

    Of what was made after it, there are only the paragraphs of the `blocks` that it may reach.
    """

    path: str
    how: str
    before: Outcome
    after: Outcome
    blocks: frozenset[str]
    value: str = ""  # the word that was chosen
    counts: bool = False  # whether only a number, or the length of a list, became another

    def pairs(self) -> Iterator[tuple[str, dict[str, tuple[Part, Part]]]]:
        """The parts that all languages have before and after, if the change may reach them."""
        before, after = self.before.parts, self.after.parts
        every = [*before.values(), *after.values()]
        if before.keys() != after.keys():
            return
        for part in every[0] if every else ():
            if block_of(part) in self.blocks and all(part in parts for parts in every):
                yield part, {code: (before[code][part], after[code][part]) for code in before}


class Study(NamedTuple):
    """All that was tried with the words of a kind; `uses` are those of each block by language."""

    samples: tuple[Outcome, ...]
    trials: tuple[Trial, ...]
    uses: Mapping[str, Mapping[str, tuple[Use, ...]]]

    def outcomes(self) -> Iterator[Outcome]:
        """Every letter that was made, each once."""
        yield from self.samples
        yield from (trial.after for trial in self.trials)


@once
def study(words: Words, desk: Desk) -> Study:
    """What was tried with the words of a kind; the rules share it."""
    kind, keys = words.kind, keys_of(words.kind)
    packs = {code: desk.knowledge.recognisers[code].language.pack for code in words.templates}
    found = {code: uses(template, kind, keys) for code, template in words.templates.items()}
    plan = Plan(keys, conditions_of(kind, keys, found.values()))
    reach = {path: reached(path, kind, keys, found.values()) for path in plan.paths()}
    full = everything(kind, packs, plan.longest)
    samples: list[Outcome] = []
    trials: list[Trial] = []
    for tree in plan.samples(full):
        before = _outcome(tree, words)
        for change in plan.changes(tree, full, packs, all_of_them=not samples):
            blocks = reach[change.path]
            after = _outcome(change.tree, words, blocks)
            trials.append(
                Trial(change.path, change.how, before, after, blocks, change.value, change.counts)
            )
        samples.append(before)
    return Study(tuple(samples), tuple(trials), found)


def _outcome(tree: Tree, words: Words, blocks: Container[str] | None = None) -> Outcome:
    """What is made of facts; only the paragraphs of these `blocks` are made, if any are named."""
    ids = (paragraph.id for paragraph in words.kind.paragraphs)
    left_out = [id_ for id_ in ids if blocks is not None and block_of(id_) not in blocks]
    file = stated(tree, words.kind, tuple(words.templates), left_out)
    addresses = dict(_addresses(tree, ""))
    parts: dict[str, Mapping[str, Part]] = {}
    refused: dict[str, tuple[Finding, ...]] = {}
    for code in words.templates:
        try:
            neutral = _Neutral(f".{code}", addresses)
            parts[code] = dict(_parts(words.compose(file, code), neutral))
        except FindingsError as error:
            refused[code] = error.findings
    return Outcome(parts, refused)


def block_of(part: str) -> str:
    """The block that words a part of the letter."""
    return part.partition("[")[0].replace("-", "_")


def _addresses(value: object, path: str) -> Iterator[tuple[str, str]]:
    """The addresses of a sample with their paths: none stands there twice."""
    match value:
        case dict():
            for name, each in value.items():
                yield from _addresses(each, f"{path}.{name}" if path else name)
        case list():
            for index, each in enumerate(value):
                yield from _addresses(each, f"{path}[{index}]")
        case Url():
            yield value, path


class _Neutral(NamedTuple):
    """Makes lines comparable: texts lose the `ending` of their path, which names the language."""

    ending: str
    addresses: Mapping[str, str]

    def line(self, runs: Line) -> Line:
        """The runs, with a fact of its own for each address that is behind words."""
        found: list[Run] = []
        for run, following in zip_longest(runs, runs[1:]):
            fact = run.fact and run.fact._replace(path=run.fact.path.removesuffix(self.ending))
            found.append(run._replace(fact=fact))
            path = self.addresses.get(run.link or "")
            if path and not fact and (following is None or following.link != run.link):
                found.append(Run("", Fact("url", path, run.link, "")))
        return tuple(found)

    def part(self, *lines: Line) -> Part:
        """Lines of a letter without items."""
        return Part(tuple(map(self.line, lines)))


def _parts(circular: Circular, neutral: _Neutral) -> Iterator[tuple[str, Part]]:
    yield "dateline", neutral.part(circular.dateline)
    for entry in (*circular.reference, *circular.recipients, circular.subject):
        yield entry.id, neutral.part(*entry.values)
    for paragraph in circular.paragraphs:
        lines: list[Line] = []
        items: set[int] = set()
        for block in paragraph.blocks:
            if isinstance(block, ItemList):
                items |= set(range(len(lines), len(lines) + len(block.items)))
                lines += block.items
            elif isinstance(block, Paragraph):
                lines.append(block.runs)
        yield paragraph.id, neutral.part(*lines)._replace(items=frozenset(items))
    yield "signature", neutral.part(*circular.signature)
