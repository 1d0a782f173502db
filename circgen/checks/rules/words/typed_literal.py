"""A date, an hour, a zone, a number or an address is typed into the words of a template.

It is right for one meeting and wrong for the next. What changes from circular to circular comes
from its facts. Figures that belong to a name (U4SSC, Res. 99, SDG 11, A.1) are words.

Bad: on 31 October 2025
Good: {{ sessions|schedule }}
Mend: Print the fact in its place; if there is none, give the kind of circular one in its layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from circgen.checks.sensitivity.once import listed
from circgen.checks.subjects import FACT, Desk, Words, Writing
from circgen.checks.subjects.writings import of_template
from circgen.findings import Evidence, Finding, Level
from circgen.readers.letter import Passage
from circgen.recognition.mentions import Kind, Mention
from circgen.recognition.recogniser import Recogniser

_TYPED = {
    Kind.DATE: "date",
    Kind.MONTH: "month",
    Kind.WEEKDAY: "weekday",
    Kind.HOURS: "hour",
    Kind.ZONE: "zone",
    Kind.NUMBER: "number",
    Kind.ORDINAL: "ordinal",
    Kind.YEARS: "range of years",
    Kind.URL: "address",
    Kind.EMAIL: "e-mail address",
    Kind.PHONE: "telephone number",
    Kind.CIRCULAR: "number of a circular",
    Kind.UNKNOWN_DATE: "date",
    Kind.UNKNOWN_HOURS: "hour",
    Kind.UNKNOWN_ZONE: "zone",
    Kind.RUN_TOGETHER: "number",
}
_NAMES = (Kind.NAME, Kind.ACRONYM, Kind.CODE)
_NUMBERS = (Kind.NUMBER, Kind.ORDINAL, Kind.RUN_TOGETHER)
_SPACE = re.compile(r"[\s\N{NO-BREAK SPACE}]+")


@listed
def check(words: Words, desk: Desk) -> Iterator[Finding]:
    """What the reader of each language recognises between the tags of its template."""
    found: dict[tuple[str, str], dict[str, list[tuple[Passage, Mention]]]] = {}
    for code, template in words.templates.items():
        reader = desk.knowledge.recognisers[code]
        for writing in of_template(template):
            for passage, mention in _typed(writing, reader):
                key = writing.name, str(mention.value)
                found.setdefault(key, {}).setdefault(code, []).append((passage, mention))
    for (block, _), typed in found.items():
        # What all languages say in the same words may be meant for every circular.
        level = Level.WARNING if len(typed) == len(words.templates) > 1 else Level.ERROR
        for mentions in typed.values():
            for passage, mention in mentions:
                text = passage.text[mention.start : mention.end]
                at = passage.at(mention.start)
                yield Finding(
                    at,
                    "typed-literal",
                    f"{block}: the {_TYPED[mention.kind]} `{text}` is typed among the words",
                    "print a fact in its place",
                    level,
                    paragraph=block,
                    target=Evidence(str(mention.value), text, at),
                )


def _typed(writing: Writing, reader: Recogniser) -> Iterator[tuple[Passage, Mention]]:
    names = _names_with_figures(reader)
    for passage in writing.passages:
        text = passage.text.replace(FACT, _STANDS_FOR_A_FACT)
        mentions = reader.mentions(text)
        end = 0
        for mention in mentions:
            if mention.start < end:
                continue  # the weekday of a date
            if mention.kind in _TYPED and not _is_word(mention, mentions, text, names):
                end = mention.end
                yield passage, mention


_STANDS_FOR_A_FACT = "\N{HORIZONTAL ELLIPSIS}"


def _is_word(
    mention: Mention, mentions: tuple[Mention, ...], text: str, names: frozenset[str]
) -> bool:
    """Whether it changes with no circular: a number in words, or figures that belong to a name."""
    said = text[mention.start : mention.end]
    if mention.kind is Kind.ZONE:
        return str(mention.value).islower()  # `local time`
    if mention.kind in (Kind.MONTH, Kind.WEEKDAY, *_NUMBERS) and not any(map(str.isdigit, said)):
        return mention.kind in _NUMBERS or mention.weak
    if mention.kind not in _NUMBERS:
        return False
    before = " ".join(_SPACE.split(text[: mention.end])[-2:])
    return before.lstrip("(") in names or any(
        name.kind in _NAMES
        and name.start < mention.start <= name.end + 1
        and (mention.end <= name.end or text[name.start : name.end].isupper())
        for name in mentions
    )


def _names_with_figures(reader: Recogniser) -> frozenset[str]:
    """The figures in names of the pack, each with the word before it: `(Res. 99`."""
    entries = reader.language.pack.glossary.values()
    texts = (text for entry in entries for forms in entry.values() for text in forms.values())
    return frozenset(
        f"{before.lstrip('(')} {figures[0]}"
        for text in texts
        for before, word in pairwise(_SPACE.split(text))
        if (figures := re.match(r"\d+", word))
    )
