"""Faults of house style: in the words of templates and in texts, of every language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

import project_words as tables
from project_fault import STYLE, Change, Fault
from project_files import Project
from project_parts import blocks, words
from project_texts import siblings

# What an address, a link or a gap for a fact holds is no prose.
_NO_PROSE = re.compile(r"https?://\S+|\S+@\S+|\{\{.*?\}\}|\]\([^)]*\)")
# Of one variant, so many in a paragraph or a text.
_EACH = 2
_Put = str | Callable[[re.Match[str]], str]


class _Prose(NamedTuple):
    language: str
    file: str
    start: int
    text: str
    is_template: bool


def faults(project: Project, file: str, random: Random) -> Iterator[Fault]:
    """Every fault of style of a template, or of the texts of a facts file and its annexes."""
    for prose in _prose(project, file):
        for family, variant, pattern, put in _variants(prose):
            found = [match for match in re.finditer(pattern, prose.text) if _is_prose(prose, match)]
            for match in random.sample(found, min(_EACH, len(found))):
                start, end = prose.start + match.start(), prose.start + match.end()
                new = put(match) if callable(put) else match.expand(put)
                change = Change(prose.file, start, end, new)
                yield Fault(family, variant, (change,), STYLE)


def _prose(project: Project, file: str) -> Iterator[_Prose]:
    if file.endswith(".j2"):
        for block in blocks(project.files[file]):
            for span in words(project.files[file], block):
                yield _Prose(file.split("/")[1], file, span.start, span.text, is_template=True)
        return
    for same in siblings(project, file):
        for text in same.values():
            yield _Prose(text.language, text.file, text.start, text.written(project), False)


def _is_prose(prose: _Prose, match: re.Match[str]) -> bool:
    return not any(
        each.start() < match.end() and match.start() < each.end()
        for each in _NO_PROSE.finditer(prose.text)
    )


def _variants(prose: _Prose) -> Iterator[tuple[str, str, str, _Put]]:
    """A family and a variant, what is looked for, and what takes its place."""
    yield "quotes", "curly quotes", r'(?<!\\)"([^"\n]+)"', "“\\1”"
    yield "quotes", "no second quote", r'(?<!\\)("[^"\n]+)"(?=[\s).,;]|$)', r"\1"
    yield "dashes", "a hyphen for a dash", r"(?<=\s)–(?=\s)", "-"
    yield "dashes", "a double hyphen", r"(?<=\s)–(?=\s)", "--"
    if prose.language == "ru":
        yield "dashes", "a hyphen between years", r"(?<=\d)–(?=\d)", "-"
        pattern = "|".join(f"(?<=[а-яА-Я]){a}(?=[а-я])" for a in tables.ALIKE)
        yield "letters alike", "a Latin letter", pattern, _alike
    else:
        yield "dashes", "a dash between years", r"(?<=\d{4})-(?=\d{4})", "–"
        yield "letters alike", "a Cyrillic letter", r"(?<=[a-z])[aeopc](?=[a-z])", _unlike
    yield "doubled", "a doubled word", r"(?<![\w-])([^\W\d_]{3,})(?= )", r"\1 \1"
    yield "doubled", "a doubled stop", r"(?<=[a-zа-я])\.(?=\s|$)", ".."
    yield "punctuation", "a space before a comma", r"(?<=\w),(?= )", " ,"
    yield "punctuation", "no second bracket", r"(\([^()\n]+)\)", r"\1"
    yield "no-break space", "a space that breaks", r"&nbsp;|\\_|\N{NO-BREAK SPACE}", " "
    for ours, theirs in tables.NOT_OURS[prose.language].items():
        yield "spelling and terms", "another spelling or term", ours, theirs


def _alike(match: re.Match[str]) -> str:
    return tables.ALIKE[match[0]]


def _unlike(match: re.Match[str]) -> str:
    return next(cyrillic for cyrillic, latin in tables.ALIKE.items() if latin == match[0])
