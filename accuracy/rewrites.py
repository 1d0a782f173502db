"""Harmless rewrites of letters: what a good translator or typist may do, and no fact changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest
from random import Random
from typing import NamedTuple

import harmless_words
from edits import Edit
from harmless_forms import FORMS, everywhere
from layout import BULLET, NO_BREAK, sentences
from letters import Pair

SEED = 3
OF_A_KIND = 24
_S = f"[ {NO_BREAK}]"


class Rewrite(NamedTuple):
    """A pair whose target is worded otherwise and says the same."""

    kind: str
    text: str
    paragraph: str
    note: str
    pair: Pair
    before: str
    after: str
    start: int


def rewrites(
    pairs: Iterable[Pair], seed: int = SEED, of_a_kind: int = OF_A_KIND
) -> tuple[Rewrite, ...]:
    """The rewrites of all pairs, spread over variants and letters, the same ones for a seed."""
    by_kind: dict[str, dict[str, list[Rewrite]]] = {}
    for pair in pairs:
        letter = pair.target.letter
        for rewriter in REWRITERS:
            for edit in rewriter(pair):
                after = edit.applied(letter.text)
                if after != letter.text:
                    found = by_kind.setdefault(edit.kind, {}).setdefault(edit.variant, [])
                    found.append(_rewrite(pair, edit))
    chosen: list[Rewrite] = []
    for kind, variants in by_kind.items():
        for variant, found in variants.items():
            Random(f"{seed} {kind} {variant}").shuffle(found)  # noqa: S311  to be repeated
        in_turns = chain.from_iterable(zip_longest(*variants.values()))
        chosen += [rewrite for rewrite in in_turns if rewrite][:of_a_kind]
    return tuple(chosen)


def _rewrite(pair: Pair, edit: Edit) -> Rewrite:
    letter = pair.target.letter
    return Rewrite(
        edit.kind,
        edit.applied(letter.text),
        letter.part_at(edit.start),
        edit.variant,
        pair,
        letter.text[edit.start : edit.end],
        edit.put,
        edit.start,
    )


def sentence_order(pair: Pair) -> Iterator[Edit]:
    """Sentences of a paragraph in another order, merged or split."""
    letter = pair.target.letter
    if not pair.is_prose:
        return
    movable = harmless_words.MOVABLE[letter.language]
    kind = "sentences"
    for line in letter.lines:
        if not line.part.isdigit() or line.mark != line.part:
            continue
        found = [sentence.text for sentence in sentences(line)]
        for at, text in enumerate(found):
            if at and text.startswith(movable) and text.endswith("."):
                put = " ".join([text, *found[:at], *found[at + 1 :]])
                yield Edit(kind, "another order", line.body_start, line.end, put)
                joined = found[at - 1].removesuffix(".")
                if not re.search(r":$|https?:\S*$", joined):
                    merged = f"{joined}; {text[0].lower()}{text[1:]}"
                    put = " ".join([*found[: at - 1], merged, *found[at + 1 :]])
                    yield Edit(kind, "merged", line.body_start, line.end, put)
        for match in re.finditer(r"; ([a-zа-я])(?!\w*\d)", line.body):
            if "http" in line.body[: match.start()] or re.match(
                r"; (on|and|во?|со?) ", match[0] + line.body[match.end() :]
            ):
                continue
            start = line.body_start + match.start()
            put = f". {match[1].upper()}"
            yield Edit(kind, "split", start, start + len(match[0]), put)


def glyphs(pair: Pair) -> Iterator[Edit]:
    """Other glyphs before items and addressees; other marks of numbered paragraphs."""
    letter = pair.target.letter
    for glyph in "–-*·◦▪—":
        yield everywhere(
            letter, "glyphs", f"{glyph} for bullets", rf"(?m)^{BULLET}\t", f"{glyph}\t"
        )
    for glyph in "•-—":
        yield everywhere(letter, "glyphs", f"{glyph} for addressees", r"(?m)^–\t", f"{glyph}\t")
    yield everywhere(letter, "glyphs", "space for tab", rf"(?m)^([{BULLET}–])\t", r"\1 ")
    if pair.is_prose:
        yield everywhere(
            letter, "glyphs", "number and full stop", r"(?m)^(\d+)\t(?=[\"«“]?[A-ZА-Я])", r"\1.\t"
        )


def wordings(pair: Pair) -> Iterator[Edit]:
    """Numbers and ordinals in digits or words, acronyms spelled out, synonyms."""
    letter = pair.target.letter
    for kind, tables in harmless_words.WORDINGS.items():
        for old, several in tables[letter.language].items():
            pattern = re.escape(old).replace("␣", f"({_S})")
            pattern = rf"(?<![\w/]){pattern}" if old[0].isalnum() else pattern
            pattern = rf"{pattern}(?![\w-])" if old[-1].isalnum() else pattern
            for match in re.finditer(pattern, letter.text):
                if letter.part_at(match.start()) in {"head", "foot"}:
                    continue
                for new in several:
                    put = new.replace("␣", match[1] if match.groups() else "")
                    yield Edit(kind, old, *match.span(), put)


def facts_again(pair: Pair) -> Iterator[Edit]:
    """A fact said once more where it is not wrong."""
    letter = pair.target.letter
    kind = "fact restated"
    subject = next(
        (line for line in letter.lines if line.part == "subject" and line.text[:1] == "\t"), None
    )
    if subject is None:  # it names neither place nor day
        return
    if letter.language == "en":
        match = re.search(rf"[(,] ?(\d{{1,2}}){_S}(\w+){_S}(\d{{4}})\)", subject.text)
        start = re.compile(r"\tThe (?:\S+ )?(\w+)(?= will be held in)")
        put = "of"
    else:
        match = re.search(rf"[(,] ?(\d{{1,2}}){_S}(\w+){_S}(\d{{4}}){_S}г\.\)", subject.text)
        start = re.compile(r"\t([А-Я][\w-]+)(?: [A-Z0-9&-]+)?(?= будет проходить)")
        put = ""
    if match and (found := start.search(letter.text)):
        day = f"{match[1]}{NO_BREAK}{match[2]} {match[3]}"
        day += f"{NO_BREAK}года" if letter.language == "ru" else ""
        again = f" {put} {day}".replace("  ", " ")
        yield Edit(kind, "the date", found.end(), found.end(), again)
    for label, offset in (("CET", "UTC+1"), ("CEST", "UTC+2")):
        for match in re.finditer(rf"\({label}(?=\))", letter.text):
            yield Edit(kind, "the offset", match.end(), match.end(), f", {offset}")
    for old, new in harmless_words.RESTATED[letter.language].items():
        for match in re.finditer(re.escape(old), letter.text):
            yield Edit(kind, old, *match.span(), new)


REWRITERS = (
    *FORMS,
    sentence_order,
    glyphs,
    wordings,
    facts_again,
)
