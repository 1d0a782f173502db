"""How letters of samples word each paragraph, and where that stands in a template."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from itertools import takewhile

from circgen.checks.sensitivity.trials import Part, block_of
from circgen.checks.sensitivity.uses import Use, touch
from circgen.checks.sensitivity.verdicts import Bench
from circgen.checks.subjects import FACT, Template
from circgen.checks.subjects.writings import of_template
from circgen.document import Line
from circgen.findings import Evidence, Location

Wording = tuple[str, tuple[str, ...]]
"""The name of a paragraph, or of the subject, and its lines with `FACT` for each fact."""


def wordings(own: Bench, code: str) -> Iterator[Wording]:
    """Every way in which a language words a paragraph, each once."""
    blocks = own.words.templates[code].lines
    yield from dict.fromkeys(
        (part.partition("[")[0], tuple(map(worded, content.lines)))
        for outcome in own.study.outcomes()
        for part, content in outcome.parts.get(code, {}).items()
        if block_of(part) in blocks
    )


def worded(line: Line) -> str:
    """The words of a line, with `FACT` for each fact."""
    return "".join([FACT if run.fact else run.text for run in line])


def place_of(
    template: Template, name: str, text: str, offset: int, among: Container[Location] | None = None
) -> Location:
    """Where a character of a wording stands: where most of what is around it is around it, too.

    It is one of the places `among` which it is looked for, if any are named.
    """
    before, after = _around(text, offset)
    found: dict[int, Location] = {}
    for writing in of_template(template):
        for passage in writing.passages if writing.name == name else ():
            there = passage.text.replace("\n", " ")
            for n in (n for n, character in enumerate(there) if character == text[offset]):
                if among is None or passage.at(n) in among:
                    left, right = _around(there, n)
                    alike = _alike(left, before) + _alike(right, after)
                    found.setdefault(alike, passage.at(n))
    return found[max(found)] if found else _block(template, name)


def _around(text: str, offset: int) -> tuple[str, str]:
    """What is in front of a character, read backwards, and what is behind it, with their ends."""
    return f"{text[:offset][::-1]}\n", f"{text[offset + 1 :]}\n"


def _alike(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _block(template: Template, name: str) -> Location:
    return Location(template.file, template.lines[block_of(name)])


def printed_in(own: Bench, code: str, name: str, part: Part, path: str) -> Evidence:
    """The bracket by which a language prints a fact in a part of a letter."""
    for line in part.lines:
        for place, run in enumerate(line):
            if run.fact and touch(run.fact.path, path):
                return printed_by(own, code, name, line, place)
    return Evidence("", "", _block(own.words.templates[code], name))


def printed_by(  # noqa: PLR0913, PLR0917  where, what, who
    own: Bench,
    code: str,
    name: str,
    line: Line,
    place: int,
    fits: Callable[[Use], bool] = lambda _: True,
) -> Evidence:
    """The bracket that prints a run of a line, one that fits."""
    template, run, name = own.words.templates[code], line[place], name.partition("[")[0]
    brackets = {
        template.at(use.piece.offset): use.piece
        for use in own.study.uses[code].get(block_of(name), ())
        if run.fact and use.prints and use.paths and fits(use)
        # What comes first is printed; the others are what it agrees with.
        if touch(use.paths[0], run.fact.path)
    }
    text, offset = worded(line), len(worded(line[:place]))
    at = place_of(template, name, text, offset, brackets)
    return own.shown(code, brackets[at]) if at in brackets else Evidence("", "", at)
