"""Faults in templates: paragraphs, conditions and facts of one language are lost, or are others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from random import Random

from project_fault import WORDS, Change, Fault
from project_files import Project
from project_parts import Block, Branching, Span, blocks, branchings, first_word, prints, words
from project_words import OTHER_FILTERS, SORTS, TYPED

# Fewer words than these say nothing that would be missed, or seen to be of another language.
_WORTH = 4


def faults(project: Project, file: str, random: Random) -> Iterator[Fault]:
    """Every fault of a template."""
    text = project.files[file]
    found = blocks(text)
    for number, block in enumerate(found):
        around = (*found[max(0, number - 1) : number], *found[number + 1 : number + 2])
        near = tuple((file, each.start) for each in around)
        yield from _paragraph(project, file, block, near)
        for branching in branchings(text, block):
            yield from _branching(project, file, block, branching, random)
        yield from _facts(project, file, block, random)
        yield from _words(project, file, block, random)


_Places = tuple[tuple[str, int], ...]
"""Files, each with an offset in it."""


def _others(project: Project, file: str, block: Block, tag: str = "") -> _Places:
    """Where other languages have the same paragraph, and the same tag in it."""
    places: list[tuple[str, int]] = []
    for path, _, other in _same(project, file, block):
        same = re.finditer(re.escape(tag), other.inner.text) if tag else ()
        places += ((path, other.start), (path, other.inner.start))
        places += ((path, other.inner.start + each.start()) for each in same)
    return tuple(places)


def _same(project: Project, file: str, block: Block) -> Iterator[tuple[str, str, Block]]:
    """The same paragraph in other languages: its file, the text of that, and its place in it."""
    _, language, name = file.split("/")
    for code in project.languages:
        path = f"templates/{code}/{name}"
        text = project.files.get(path, "")
        for other in blocks(text) if code != language else ():
            if other.name == block.name:
                yield path, text, other


def _lines(path: str, text: str, start: int, end: int) -> _Places:
    """Every line of a stretch of a file."""
    ends = re.finditer(r"\n", text[start:end])
    return ((path, start), *((path, start + each.end()) for each in ends))


def _begin(file: str, block: Block) -> _Places:
    """Where a paragraph begins: its tag, and its first word."""
    return (file, block.start), (file, block.inner.start)


def _paragraph(
    project: Project, file: str, block: Block, near: tuple[tuple[str, int], ...]
) -> Iterator[Fault]:
    kind = file.rsplit("/", maxsplit=1)[-1].removesuffix(".md.j2")
    layout = f"templates/layouts/{kind}.yaml"
    listed = re.search(
        rf"^ +- .*\b{block.name.replace('_', '-')}\b", project.files[layout], re.MULTILINE
    )
    also = (*near, *_others(project, file, block))
    also += ((layout, listed.start()),) if listed else ()
    whole = Change(file, block.start, block.end, "")
    yield Fault("missing paragraph", "with its block", (whole,), WORDS, also)
    emptied = Change(file, block.inner.start, block.inner.end, "")
    also += _begin(file, block)
    yield Fault("missing paragraph", "its words", (emptied,), WORDS, also)


def _branching(
    project: Project, file: str, block: Block, branching: Branching, random: Random
) -> Iterator[Fault]:
    text = project.files[file]
    family = "missing condition" if branching.word == "if" else "missing loop"
    first, *_ = branching.tags
    around = [
        tag
        for outer in branchings(text, block)
        if outer.start < first.start and outer.end > branching.end
        for tag in outer.tags
        if tag.start < first.start
    ]
    also = (*_begin(file, block), *_others(project, file, block, first.text))
    for path, source, other in _same(project, file, block):
        for each in branchings(source, other):
            if each.tags[0].text == first.text:
                also += _lines(path, source, each.start, each.end)
    also += ((file, max(tag.start for tag in around)),) if around else ()
    start, end = branching.start, branching.end
    yield Fault(family, "with its words", (Change(file, start, end, ""),), WORDS, also)
    kept = text[first.end : branching.tags[1].start].strip("\n")
    yield Fault(family, "words kept", (Change(file, start, end, kept),), WORDS, also)
    if branching.word == "for":
        return
    if len(branching.tags) > 2:  # noqa: PLR2004  there is an `else`
        last = branching.tags[-2]
        less = Change(file, last.start, branching.tags[-1].start, "")
        yield Fault(family, "one branch", (less,), WORDS, also)
    condition = first.text.removeprefix("{% if ").removesuffix(" %}")
    negated = Change(file, first.start, first.end, f"{{% if not ({condition}) %}}")
    yield Fault("other condition", "negated", (negated,), WORDS, also)
    others = [
        branch.tags[0].text
        for other in blocks(text)
        for branch in branchings(text, other)
        if branch.word == "if" and branch.tags[0].text != first.text
        and "loop" not in branch.tags[0].text and "item" not in branch.tags[0].text
    ]  # fmt: skip
    if others:
        another = Change(file, first.start, first.end, random.choice(others))
        yield Fault("other condition", "another one", (another,), WORDS, also)


def _facts(project: Project, file: str, block: Block, random: Random) -> Iterator[Fault]:
    language = file.split("/")[1]
    printed = prints(project.files[file], block)
    for one, other in combinations(printed, 2):
        if first_word(one) != first_word(other):
            swapped = tuple(
                Change(file, here.start, here.end, there.text)
                for here, there in ((one, other), (other, one))
            )
            yield Fault("swapped facts", "of a paragraph", swapped, WORDS)
    for tag in printed:
        also = (*_begin(file, block), *_others(project, file, block, tag.text))
        yield Fault("missing fact", "lost", (_put(file, tag, ""),), WORDS, also)
        for pattern, other_filter in OTHER_FILTERS:
            put, count = re.subn(pattern, other_filter, tag.text, count=1)
            if count:
                variant = pattern.split("(?")[0].strip("\\|").split("\\")[0]
                yield Fault("other filter", variant, (_put(file, tag, put),), WORDS)
        sort = next((sort for pattern, sort in SORTS if re.search(pattern, tag.text)), "")
        if sort:
            typed = _put(file, tag, TYPED[sort][language])
            yield Fault("typed fact", f"{sort} for a fact", (typed,), WORDS)
    places = [
        each.start + match.end()
        for each in words(project.files[file], block)
        for match in re.finditer(r"\w{5,}(?= )", each.text)
    ]
    if places:
        for sort in ("date", "hours", "url", "email", "number", "zone"):
            at = random.choice(places)
            typed = Change(file, at, at, f" {TYPED[sort][language]}")
            yield Fault("typed fact", f"{sort} among words", (typed,), WORDS)


def _put(file: str, tag: Span, put: str) -> Change:
    return Change(file, tag.start, tag.end, put)


def _words(project: Project, file: str, block: Block, random: Random) -> Iterator[Fault]:
    """Words of another language; a sentence that is lost."""
    _, language, name = file.split("/")
    text = project.files[file]
    also = (*_begin(file, block), *_others(project, file, block))
    for code in project.languages:
        other = project.files.get(f"templates/{code}/{name}", "")
        same = [each for each in blocks(other) if each.name == block.name]
        if code == language or not same:
            continue
        copied = Change(file, block.inner.start, block.inner.end, same[0].inner.text)
        yield Fault("untranslated words", "a paragraph", (copied,), WORDS | {"style"}, also)
        ours, theirs = (
            [each for each in words(*source) if len(re.findall(r"\w{3,}", each.text)) >= _WORTH]
            for source in ((text, block), (other, same[0]))
        )
        if ours and theirs:
            piece = random.choice(ours)
            put = Change(file, piece.start, piece.end, random.choice(theirs).text)
            yield Fault("untranslated words", "some words", (put,), WORDS | {"style"})
    sentences = list(re.finditer(r"(?<=\.)\s+[A-ZА-ЯÀ-Ý][^.{}%]+\.(?=\s)", block.inner.text))
    for found in sentences:
        if len(found[0].split()) > _WORTH:
            start, end = (block.inner.start + offset for offset in found.span())
            lost = Change(file, start, end, "")
            there = also
            for path, source, other in _same(project, file, block):
                there += _lines(path, source, other.inner.start, other.inner.end)
            yield Fault("missing sentence", "of a template", (lost,), WORDS, there)
