"""Text that was left in another language: a sentence, or a word such as a month.

A footer in English under a French letter, and `(virtual)` in its subject, went out. Names, quoted
titles and addresses may stand in any language, and so may the letterhead. A footer, a line that is
no known part of a letter, or a single word that the language of the letter does not have, may be
meant so, and is a warning.

Bad: The meeting will be held virtually. Участие в собрании является бесплатным для всех желающих.
Bad: The meeting will be held on 31 октября 2025.

Good: The meeting will be held virtually. Participation is free of charge.
Good: The webinar is entitled "Расширение прав и возможностей человека с помощью умных городов".

Mend: Translate it. A name that stands so in every language belongs in `glossary.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from circgen.comparison.side import Knowledge, Side, Unit
from circgen.comparison.splitting import sentence_spans
from circgen.comparison.typed import without_addresses
from circgen.findings import Evidence, Finding, Level
from circgen.language.wording import Language
from circgen.readers.languages import LONG_WORD, foreign
from circgen.readers.letter import Passage
from circgen.readers.signs import signs_of
from circgen.recognition.mentions import Kind
from circgen.recognition.recogniser import Recogniser
from circgen.recognition.scripts import script, scripts

_RULE = "untranslated"
_ANY_LANGUAGE = frozenset({"letterhead", "person"})
_WARNED = frozenset({"footer", "other"})
_QUOTED = re.compile(r'\{[^{}]*\}|"[^"\n]*"|“[^”\n]*”|«[^»\n]*»|„[^“”\n]*[“”]')
_WORD = re.compile(r"[^\W\d_]+")
_INSIDE_A_CODE = re.compile(r"\w[._/]")
"""What stands before a part of the name of a text: `X.sup`."""
_PART_OF_A_NAME = re.compile(r"\w-$")
_LONGEST_NAME = 80
_SHORT_NAME = 3
"""A name of a month that is no longer is one beside figures only (`may`, `mai`)."""
_WORDS_OF_A_NAME = 2
"""So many long words without a capital may be part of a name: Agence nationale des fréquences."""
_SHOWN = 40


class _Stretch(NamedTuple):
    """A part of a passage that is in another language."""

    start: int
    end: int
    language: str


def check(side: Side, knowledge: Knowledge) -> Iterator[Finding]:
    """Sentences in another language, and words of one in the other sentences."""
    own = side.letter.language
    readers = {**knowledge.recognisers, own: side.recogniser}
    languages = {code: reader.language for code, reader in readers.items()}
    others = {code: reader for code, reader in readers.items() if code != own}
    for unit in side.units():
        if unit.place in _ANY_LANGUAGE:
            continue
        level = Level.WARNING if unit.place in _WARNED else Level.ERROR
        for passage, below in zip_longest(unit.passages, unit.passages[1:]):
            if below and _is_addressed(passage.text, below.text, languages):
                continue
            found = list(_sentences(passage.text, own, languages))
            for each in found:
                yield _finding(unit, passage, each, languages, level)
            for each in _words(unit, passage, side.recogniser, others):
                if not any(sentence.start <= each.start < sentence.end for sentence in found):
                    yield _finding(unit, passage, each, languages, Level.WARNING)


def _is_addressed(text: str, below: str, languages: Mapping[str, Language]) -> bool:
    """Whether a line is the name of the organization above its address, as on an envelope."""
    if len(text) > _LONGEST_NAME:
        return False
    signs = [signs_of(language) for language in languages.values()]
    return any(each.plain(text) in each.letterhead and each.is_footer(below) for each in signs)


def _finding(
    unit: Unit, passage: Passage, found: _Stretch, languages: Mapping[str, Language], level: Level
) -> Finding:
    text, at = passage.text[found.start : found.end], passage.at(found.start)
    shown = text if len(text) <= _SHOWN else text[:_SHOWN].rpartition(" ")[0] + "…"
    return Finding(
        at,
        _RULE,
        f"{unit.place}: {shown} is {languages[found.language].pack.name}",
        "translate it",
        level,
        paragraph=unit.place,
        target=Evidence(found.language, text, at),
    )


# --- sentences


def _sentences(text: str, own: str, languages: Mapping[str, Language]) -> Iterator[_Stretch]:
    """Sentences of a passage in another language, those in a row as one."""
    held: _Stretch | None = None
    for start, end in sentence_spans(text):
        language = foreign(text[start:end], own, languages)
        if held and held.language == language:
            held = held._replace(end=end)
            continue
        if held:
            yield held
        held = _Stretch(start, end, language) if language else None
    if held:
        yield held


# --- words


def _words(
    unit: Unit, passage: Passage, own: Recogniser, others: Mapping[str, Recogniser]
) -> Iterator[_Stretch]:
    """Months, weekdays and words that decide something, of a language that is not the letter's."""
    text = without_addresses(unit, passage)
    text = _QUOTED.sub(lambda match: " " * len(match.group()), text)
    decided = [
        (spot.mention.start, spot.mention.end)
        for spot in unit.of(Kind.POLARITY)
        if spot.passage is passage
    ]
    found: dict[int, _Stretch] = {}
    for code, other in others.items():
        if not _may_hold(text, own, other):
            continue
        runs = _runs(text, own, other)
        for start, end in (*runs, *_calendar(text, own, other), *_polarity(text, own, other)):
            is_own = any(first < end and start < last for first, last in decided)
            if not is_own and not _is_in_name(text, start, end):
                found.setdefault(start, _Stretch(start, end, code))
    yield from (found[start] for start in sorted(found))


def _runs(text: str, own: Recogniser, other: Recogniser) -> Iterator[tuple[int, int]]:
    """Small words in a row, in letters that only the other language has: they are no name."""
    theirs = _scripts(other) - _scripts(own)
    row: list[re.Match[str]] = []
    for match in (*_WORD.finditer(text), None):
        is_theirs = (
            match is not None
            and match[0].islower()
            and script(match[0][0]) in theirs
            and not _INSIDE_A_CODE.fullmatch(text, match.start() - 2, match.start())
        )
        if match and is_theirs and row and text[row[-1].end() : match.start()] in {" ", "-"}:
            row.append(match)
            continue
        long = [word for word in row if len(word[0]) >= _SHORT_NAME]
        own_words = any(script(word[0]) not in theirs for word in _WORD.findall(text))
        telling = [word for word in row if len(word[0]) >= LONG_WORD]
        may_be_name = own_words and len(telling) <= _WORDS_OF_A_NAME
        if len(long) > 1 and not (may_be_name and _is_tail(text, row[0].start(), theirs)):
            yield row[0].start(), long[-1].end()
        row = [match] if match and is_theirs and len(match[0]) >= _SHORT_NAME else []


def _is_tail(text: str, start: int, theirs: frozenset[str]) -> bool:
    """Whether a word with a capital stands before: small words may belong to its name."""
    before = re.search(r"([^\W\d_])[^\W\d_]*[ -]$", text[:start])
    return before is not None and before[1].isupper() and script(before[1]) in theirs


def _calendar(text: str, own: Recogniser, other: Recogniser) -> Iterator[tuple[int, int]]:
    """Months and weekdays, written out, that the letter's language does not have."""
    names = other.lexicon.calendar
    for match in _WORD.finditer(other.lexicon.fold(text)):
        word = match.group().lower()
        if word not in names or own.lexicon.month(word) or own.lexicon.weekday(word) is not None:
            continue
        figures = re.search(r"\d\W{0,2}$", text[: match.start()]) or re.match(
            r"\W{0,2}\d", text[match.end() :]
        )
        if len(word) > _SHORT_NAME or figures:
            yield match.span()


def _may_hold(text: str, own: Recogniser, other: Recogniser) -> bool:
    """Whether a text has a word of letters that only the other language has, if there are any."""
    theirs = _scripts(other) - _scripts(own)
    return not theirs or any(
        script(word[-1]) in theirs and not word.isupper() for word in _WORD.findall(text)
    )


@lru_cache(maxsize=32)
def _scripts(reader: Recogniser) -> frozenset[str]:
    """The scripts that a language writes its months in."""
    return frozenset(each for name in reader.lexicon.calendar for each in scripts(name))


def _polarity(text: str, own: Recogniser, other: Recogniser) -> Iterator[tuple[int, int]]:
    """Words that decide something; letter by letter where both languages have the same script.

    By its stem, `informer` is `informal`.
    """
    is_alike = not _scripts(other) - _scripts(own)
    for mention in other.names.phrases(other.lexicon.fold(text)):
        if mention.kind is not Kind.POLARITY or mention.weak:
            continue
        if _PART_OF_A_NAME.search(text, max(0, mention.start - 2), mention.start):
            continue  # Y.IoT-silence
        if not is_alike or text[mention.start : mention.end].casefold() in _deciding(other):
            yield mention.start, mention.end


@lru_cache(maxsize=32)
def _deciding(reader: Recogniser) -> frozenset[str]:
    """The words that decide something in a language, as its glossary has them."""
    groups = reader.language.glossary.polarity.values()
    return frozenset(
        form.casefold() for group in groups for forms in group.values() for form in forms
    )


def _is_in_name(text: str, start: int, end: int) -> bool:
    """Whether words are capitalised like a neighbour of their script: they are part of a name."""
    if not text[start].isupper():
        return False
    before = re.search(r"([^\W\d_])[^\W\d_]*[ -]$", text[:start])
    after = re.match(r"[ -]([^\W\d_])", text[end:])
    return any(
        each is not None and each[1].isupper() and scripts(each[1]) == scripts(text[start])
        for each in (before, after)
    )
