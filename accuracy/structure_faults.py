"""Faults in what a letter is made of: addressees, paragraphs, items, sentences, parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

import additions
from edits import Edit, between, named
from layout import BULLET, Letter, Line, sentences
from letters import Pair

_FACTS = "date weekday hours zone number ordinal years url email phone acronym name polarity"


def other_addressees(pair: Pair, random: Random) -> Iterator[Edit]:
    """An addressee replaced, lost, twice, in another place or another list, or all of a list."""
    letter = pair.target.letter
    lists = {
        part: [line for line in letter.lines if line.part == part and line.mark == "–"]
        for part in ("addressees", "copies")
    }
    present = {_bare(line) for lines in lists.values() for line in lines}
    others = [name for name in additions.ADDRESSEES[letter.language] if name not in present]
    rules = "addressee name acronym disagreement"
    for part, lines in lists.items():
        names = [_bare(line) for line in lines]
        for at, line in enumerate(lines):
            end = line.start + 2 + len(names[at])
            put = random.choice(others)
            yield Edit("addressee", "replaced", line.start + 2, end, put, named(rules))
            if len(names) > 1:
                yield _list(letter, lines, names[:at] + names[at + 1 :], "lost", "missing-item")
            twice = [*names[: at + 1], names[at], *names[at + 1 :]]
            yield _list(letter, lines, twice, "twice", "repeated-item added-item")
            if at:
                swapped = [*names[: at - 1], names[at], names[at - 1], *names[at + 1 :]]
                yield _list(letter, lines, swapped, "two exchanged", "swapped-items")
        if lines:
            at = random.randrange(len(names) + 1)
            more = [*names[:at], random.choice(others), *names[at:]]
            yield _list(letter, lines, more, "added", "added-item")
        if part == "copies" and lines:
            heading = letter.line_at(lines[0].start - 2)
            span = heading.start, lines[-1].end + 2
            many = named("addressee missing-part missing-item")
            yield Edit("addressee", "all copies lost", *span, "", many)


def _bare(line: Line) -> str:
    return line.body.removesuffix(";")


def _list(letter: Letter, lines: list[Line], names: list[str], variant: str, rules: str) -> Edit:
    """A list of addressees with other names in it."""
    put = _addressees(letter, names)
    after = letter.text[: lines[0].start] + put + letter.text[lines[-1].end :]
    return between(
        letter, after, "addressee", variant, f"addressee {rules}", parts=(lines[0].part,)
    )


def _addressees(letter: Letter, names: list[str]) -> str:
    mark = ";\n" if letter.language == "en" else "\n"
    return mark.join(f"–\t{name}" for name in names)


def _body(bodies: list[tuple[int, str]]) -> str:
    return "\n\n".join(f"{number}\t{body}" for number, body in bodies)


def _numbered(bodies: list[str]) -> str:
    return _body(list(enumerate(bodies, 1)))


def other_paragraphs(pair: Pair, random: Random) -> Iterator[Edit]:
    """A paragraph lost, added, twice or exchanged with the next one."""
    letter = pair.target.letter
    bodies = [block.body for block in letter.blocks]
    count = len(bodies)
    added = additions.ADDED_PARAGRAPHS[letter.language]

    def edit(kind: str, variant: str, put: str, rules: str, *parts: int) -> Edit:
        start, end = letter.blocks[0].start, letter.blocks[-1].end
        after = letter.text[:start] + put + letter.text[end:]
        return between(letter, after, kind, variant, rules, tuple(str(part) for part in parts))

    for at in range(count):
        number = at + 1
        if count > 1:
            rest = bodies[:at] + bodies[at + 1 :]
            put = _numbered(rest)
            rules = "missing-paragraph"
            yield edit("missing-paragraph", "the others renumbered", put, rules, number)
            kept = [(n, body) for n, body in enumerate(bodies, 1) if n != number]
            rules = "missing-paragraph numbering"
            parts = (number, number + 1)
            put = _body(kept)
            yield edit("missing-paragraph", "a number lost with it", put, rules, *parts)
        put = _numbered([*bodies[:number], random.choice(added), *bodies[number:]])
        rules = "added-paragraph"
        yield edit("added-paragraph", "the others renumbered", put, rules, number + 1)
        put = _numbered([*bodies[:number], bodies[at], *bodies[number:]])
        rules = "repeated-paragraph added-paragraph"
        parts = (number, number + 1)
        yield edit("repeated-paragraph", "the others renumbered", put, rules, *parts)
        if number < count:
            exchanged = [*bodies[:at], bodies[number], bodies[at], *bodies[number + 1 :]]
            rules = "swapped-paragraphs"
            put = _numbered(exchanged)
            yield edit("swapped-paragraphs", "neighbours", put, rules, *parts)
        if number + 1 < count:
            last = number + 2
            exchanged = [*bodies]
            exchanged[at], exchanged[last - 1] = exchanged[last - 1], exchanged[at]
            rules = "swapped-paragraphs"
            put = _numbered(exchanged)
            yield edit("swapped-paragraphs", "two apart", put, rules, *parts, last)


def other_items(pair: Pair, random: Random) -> Iterator[Edit]:
    """An item of a paragraph lost, added, twice or exchanged with the next one."""
    letter = pair.target.letter
    for block in letter.blocks:
        lines = letter.items(block)
        texts = [re.sub(r"[;.]$", "", line.body) for line in lines]

        def edit(
            kind: str, variant: str, texts: list[str], rules: str, lines: tuple[Line, ...] = lines
        ) -> Edit:
            put = ";\n".join(f"{BULLET}\t{text}" for text in texts) + "."
            after = letter.text[: lines[0].start] + put + letter.text[lines[-1].end :]
            return between(letter, after, kind, variant, rules, parts=(lines[0].part,))

        for at, text in enumerate(texts):
            if len(texts) > 1:
                rest = texts[:at] + texts[at + 1 :]
                yield edit("missing-item", "item lost", rest, "missing-item")
            rules = "repeated-item added-item"
            yield edit("repeated-item", "item twice", [*texts[:at], text, *texts[at:]], rules)
            if at:
                swapped = [*texts[: at - 1], text, texts[at - 1], *texts[at + 1 :]]
                yield edit("swapped-items", "neighbours", swapped, "swapped-items")
            if at > 1:
                swapped = [*texts]
                swapped[at], swapped[at - 2] = swapped[at - 2], swapped[at]
                yield edit("swapped-items", "two apart", swapped, "swapped-items")
            have_dates = any(re.search(r"\d{4}", each) for each in texts if ":" in each)
            table = additions.ADDED_DEADLINES if have_dates else additions.ADDED_ITEMS
            more = [*texts[:at], random.choice(table[letter.language]), *texts[at:]]
            if block.number != 1:  # the days of a meeting
                yield edit("added-item", "item added", more, "added-item")


def other_numbering(pair: Pair, _: Random) -> Iterator[Edit]:
    """Numbers of paragraphs that jump, stand twice or are lost."""
    letter = pair.target.letter
    blocks = letter.blocks
    for at, block in enumerate(blocks):
        number = block.number
        parts = (str(number), str(number + 1), str(number - 1))
        start = block.start
        end = start + len(str(number))
        rules = "numbering missing-paragraph"
        if number > 1:
            put = str(number - 1)
            yield Edit("numbering", "number twice", start, end, put, named(rules), parts)
        if number + 1 < len(blocks):
            put = str(number + 1)
            yield Edit("numbering", "number twice", start, end, put, named(rules), parts)
        if 0 < at < len(blocks):
            rest = _body([(each.number + 1, each.body) for each in blocks[at:]])
            after = letter.text[:start] + rest + letter.text[blocks[-1].end :]
            yield between(letter, after, "numbering", "a jump", rules, parts)
    lines = letter.lines
    for line, following in pairwise(lines):
        if re.fullmatch(r"[23]\.", following.mark) and following.part.startswith("annex"):
            start = following.start
            put = line.mark.removesuffix(".")
            rules = "numbering"
            yield Edit("numbering", "in a list", start, start + 1, put, named(rules))
            put = str(int(following.mark[0]) + 1)
            yield Edit("numbering", "in a list", start, start + 1, put, named(rules))


def other_sentences(pair: Pair, random: Random) -> Iterator[Edit]:
    """A sentence lost or added; one left in the other language, or a whole paragraph."""
    letter, source = pair.target.letter, pair.source.letter
    if not pair.is_prose:
        return
    added = additions.ADDED_SENTENCES[letter.language]
    for sentence in letter.sentences:
        start, end = sentence.start, sentence.end
        if not sentence.alone and not sentence.text.endswith(":"):
            is_last = letter.text[end : end + 1] == "\n"
            span = (start - 1, end) if is_last else (start, end + 1)
            rules = named(f"missing-sentence {_FACTS}")
            yield Edit("missing-sentence", "lost", *span, "", rules)
        if sentence.text.endswith("."):
            put = f" {random.choice(added)}"
            rules = named("added-sentence")
            yield Edit("added-sentence", "added", end, end, put, rules)
    yield from _untranslated(letter, source)


def _untranslated(letter: Letter, source: Letter) -> Iterator[Edit]:
    rules = named("untranslated")
    for block, other in zip(letter.blocks, source.blocks, strict=True):
        start = block.start + len(str(block.number)) + 1
        yield Edit("untranslated", "paragraph", start, block.end, other.body, rules)
        ours = list(sentences(letter.line_at(block.start)))
        theirs = list(sentences(source.line_at(other.start)))
        if 1 < len(ours) == len(theirs):
            for one, another in zip(ours, theirs, strict=True):
                span = one.start, one.end
                yield Edit("untranslated", "sentence", *span, another.text, rules)
        pairs = zip(letter.items(block), source.items(other), strict=True)
        for line, item in pairs:
            if len(re.findall(r"[^\W\d_]{3,}", item.body)) > 2:  # noqa: PLR2004  words
                yield Edit("untranslated", "item", line.body_start, line.end, item.body, rules)
    for part in ("addressees", "copies", "subject"):
        lines = [line for line in letter.lines if line.part == part and line.mark]
        others = [line for line in source.lines if line.part == part and line.mark]
        for line, item in zip(lines, others, strict=True):
            more = rules | named("addressee name missing-item added-item ordinal acronym")
            body = item.body.removesuffix(";") + (";" if line.body.endswith(";") else "")
            yield Edit("untranslated", part, line.body_start, line.end, body, more)


_WITH_PART = {
    "date": "date missing-part",
    "reference": "circular-number missing-part",
    "addressees": "addressee missing-part missing-item",
    "contact": "phone email url missing-part",
    "subject": "date polarity name missing-part",
    "salutation": "missing-part",
    "closing": "missing-part",
    "signature": "name missing-part",
}


def missing_parts(pair: Pair, _: Random) -> Iterator[Edit]:
    """A part of the letter lost, or one line of how to reach the bureau."""
    letter = pair.target.letter
    for part, rules in _WITH_PART.items():
        lines = [line for line in letter.lines if line.part == part]
        if not lines:
            continue
        start, end = lines[0].start, lines[-1].end + 1
        yield Edit("missing-part", part, start, end, "", named(rules), (part,))
        if part == "contact" and len([line for line in lines if line.text]) > 1:
            for line in lines:
                if line.text:
                    span = line.start, line.end + 1
                    more = named(f"{rules} missing-item")
                    yield Edit("missing-part", "line of contact", *span, "", more, (part,))


MUTATORS = (
    other_addressees,
    other_paragraphs,
    other_items,
    other_numbering,
    other_sentences,
    missing_parts,
)
