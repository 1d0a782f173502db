"""Words of one language with the place of every character: those of templates, and of texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from circgen.checks.subjects import FACT, Template, Writing
from circgen.compose.sources import Piece
from circgen.facts.spelling import spelled
from circgen.findings import Location
from circgen.readers.letter import Passage

_STEPS = re.compile(r"&nbsp;|\n|[^&\n]+|&")
_AGREEING = re.compile(r"\|\s*plural\([^()]*\)")
_FORM = re.compile(r"=\s*(?P<quote>[\"'])(?P<words>.*?)(?P=quote)")
_NBSP = "\N{NO-BREAK SPACE}"

Sources = Callable[[str], str]
"""The text of a file by its name."""


def of_template(template: Template) -> Iterator[Writing]:
    """The words of each block; a tag or a comment ends a passage."""
    for block, pieces in groupby(template.pieces, lambda piece: piece.block):
        passages = tuple(_passages(template, pieces))
        if block and passages:
            yield Writing(template.language, block.replace("_", "-"), passages, "template")


def _passages(template: Template, pieces: Iterator[Piece]) -> Iterator[Passage]:
    for is_words, together in groupby(pieces, lambda piece: piece.sort in ("words", "fact")):
        if not is_words:
            continue
        text, starts = "", []
        for piece in together:
            if piece.sort == "fact":
                printed, offset = _printed(piece)
                starts.append((len(text), template.at(piece.offset + offset)))
                text += printed
                continue
            for match in _STEPS.finditer(piece.text):
                starts.append((len(text), template.at(piece.offset + match.start())))
                text += _NBSP if match.group() == "&nbsp;" else match.group()
        if text.strip():
            yield Passage(text, tuple(starts))


def _printed(piece: Piece) -> tuple[str, int]:
    """What a bracket prints, and where in it that stands: of words that agree, the last form."""
    agreeing = _AGREEING.search(piece.text)
    forms = [*_FORM.finditer(piece.text, *agreeing.span())] if agreeing else []
    return (forms[-1]["words"], forms[-1].start("words")) if forms else (FACT, 0)


def block_of(template: Template, block: str) -> Writing:
    """A block as it is written, tags and all."""
    pieces = [piece for piece in template.pieces if piece.block == block]
    start, last = pieces[0].offset + len(pieces[0].text), pieces[-1]
    text = template.source[start : last.offset]
    lines = re.finditer(r"[^\n]*\n?", text)
    starts = tuple((m.start(), template.at(start + m.start())) for m in lines if m.group())
    places = starts or ((0, template.at(start)),)
    return Writing(template.language, block.replace("_", "-"), (Passage(text, places),), "template")


def of_text(language: str, name: str, text: str, at: Location, source: str) -> Writing:
    """A text of a facts file, whose `source` it is."""
    quote = source.split("\n")[at.line - 1][at.column - 1 :][:1] if at.line else ""
    passages = (Passage(text, spelled(source, at, text)),)
    return Writing(language, name, passages, quote=quote if quote in {"'", '"'} else "")


def of_annex(language: str, name: str, text: str, file: str) -> Writing:
    """The Markdown of an annex: its `file` holds the text as it is."""
    offset, starts = 0, []
    for number, line in enumerate(text.split("\n"), 1):
        starts.append((offset, Location(file, number, 1)))
        offset += len(line) + 1
    return Writing(language, name, (Passage(text, tuple(starts)),), "annex")
