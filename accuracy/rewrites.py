"""Harmless rewrites of letters: what a good translator or typist may do, and no fact changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, zip_longest
from random import Random
from typing import NamedTuple

import harmless_words
from edits import Edit, between, named
from layout import BULLET, NO_BREAK, Letter, sentences
from letters import Pair
from time_faults import MONTHS

SEED = 3
OF_A_KIND = 24
_S = f"[ {NO_BREAK}]"
_NARROW = "\N{NARROW NO-BREAK SPACE}"


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


def _everywhere(
    letter: Letter, kind: str, variant: str, pattern: str, put: str | Callable[[re.Match[str]], str]
) -> Edit:
    """A change wherever the pattern matches."""
    return between(letter, re.sub(pattern, put, letter.text), kind, variant, "")


def _each(
    letter: Letter, kind: str, variant: str, pattern: str, put: str | Callable[[re.Match[str]], str]
) -> Iterator[Edit]:
    """A change at each match alone."""
    for match in re.finditer(pattern, letter.text):
        after = match.expand(put) if isinstance(put, str) else put(match)
        yield Edit(kind, variant, *match.span(), after, named(""))


def spaces(pair: Pair) -> Iterator[Edit]:
    """Other spaces."""
    letter = pair.target.letter
    kind = "spaces"
    yield _everywhere(letter, kind, "no no-break ones", NO_BREAK, " ")
    yield _everywhere(letter, kind, "narrow no-break ones", NO_BREAK, _NARROW)
    yield _everywhere(letter, kind, "two after a full stop", r"(?<=[a-zа-яё]\.) (?=[A-ZА-Я])", "  ")
    yield _everywhere(letter, kind, "two after a comma", r"(?<=[a-zа-яё],) (?=[a-zа-я])", "  ")
    yield _everywhere(letter, kind, "no-break after numbers", r"(?<=\d) (?=[a-zа-я])", NO_BREAK)
    yield _everywhere(letter, kind, "at the end of lines", r"(?<=[.;])\n", " \n")


def dashes(pair: Pair) -> Iterator[Edit]:
    """Other dashes between numbers and words."""
    letter = pair.target.letter
    for name, dash in (
        ("hyphen", "-"),
        ("en dash", "–"),
        ("minus", "\N{MINUS SIGN}"),
        ("no-break hyphen", "\N{NON-BREAKING HYPHEN}"),
    ):
        for match in re.finditer(r"(?<=\d)[–-](?=\d)", letter.text):
            if "/" not in _word_at(letter.text, match.start()):
                yield Edit("dashes", f"{name} in a range", *match.span(), dash)
    for name, dash in (("hyphen", "-"), ("em dash", "—")):
        yield _everywhere(letter, "dashes", f"{name} between words", rf"(?<={_S})–(?={_S})", dash)
    yield _everywhere(
        letter,
        "dashes",
        "no-break hyphen in ITU-T",
        r"(?<![/\w])(ITU|МСЭ)-(?=[TТ]\b)",
        "\\1\N{NON-BREAKING HYPHEN}",
    )


def _word_at(text: str, place: int) -> str:
    """What stands between spaces around a place."""
    start = max(text.rfind(space, 0, place) for space in f" \n\t{NO_BREAK}") + 1
    return re.split(rf"[\s{NO_BREAK}]", text[start:], maxsplit=1)[0]


def date_forms(pair: Pair) -> Iterator[Edit]:
    """The same dates, written otherwise."""
    letter = pair.target.letter
    names = MONTHS[letter.language].split()
    month = "|".join(names)
    kind = "date forms"
    if letter.language == "ru":
        full = rf"(?<![\d–-])(\d{{1,2}}){_S}({month}){_S}(\d{{4}}){_S}(?:года|г\.)(?!\w)"
        alone = rf"(?<!по )(?<!со )(?<!с )(?<!– )(?<!и ){full}(?!{_S}–)"
        yield _everywhere(
            letter, kind, "г. for года", rf"(?<=\d{{4}}){_S}года(?=[ ,;])", f"{NO_BREAK}г."
        )
        yield _everywhere(
            letter, kind, "года for г.", rf"(?<=\d{{4}}){_S}г\.(?=\)\n)", f"{NO_BREAK}года"
        )
        yield from _each(letter, kind, "31.10.2025", alone, _numeric(names))
        yield from _each(letter, kind, "31.10.2025 г.", alone, _numeric(names, f"{NO_BREAK}г."))
        yield _everywhere(letter, kind, "years spelled", rf"{_S}гг\.(?=\))", " годы")
    else:
        full = rf"(?<![\d–-])(\d{{1,2}}){_S}({month}){_S}(\d{{4}})"
        alone = rf"(?<!to )(?<!from )(?<!and ){full}(?! to)"
        yield from _each(letter, kind, "31.10.2025", alone, _numeric(names))
        yield from _each(letter, kind, "October 31, 2025", alone, r"\2 \1, \3")
        yield from _each(letter, kind, "31 Oct 2025", alone, lambda m: f"{m[1]} {m[2][:3]} {m[3]}")
        yield from _each(letter, kind, "31st October 2025", alone, _with_ending)


def _numeric(names: list[str], after: str = "") -> Callable[[re.Match[str]], str]:
    def put(match: re.Match[str]) -> str:
        return f"{int(match[1]):02}.{names.index(match[2]) + 1:02}.{match[3]}{after}"

    return put


def _with_ending(match: re.Match[str]) -> str:
    day = int(match[1])
    ending = "th" if day in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending} {match[2]} {match[3]}"


def hour_forms(pair: Pair) -> Iterator[Edit]:
    """The same hours, written otherwise, all of a letter and one by one."""
    letter = pair.target.letter
    kind = "hour forms"
    if letter.language == "ru":
        clock = rf"(\d\d){_S}час\.{_S}(\d\d){_S}мин\."
        end = rf"{clock}(?=\n|;|\.?$)"  # its full stop ends the sentence, too
        for name, put in (
            ("11:00", r"\1:\2"),
            ("11.00", r"\1.\2"),
            ("11 ч. 00 мин.", rf"\1{NO_BREAK}ч.{NO_BREAK}\2{NO_BREAK}мин."),
        ):
            after = re.sub(
                rf"{clock}\n", rf"{put}.\n" if not put.endswith(".") else rf"{put}\n", letter.text
            )
            yield between(letter, re.sub(clock, put, after), kind, name, "")
            for match in re.finditer(clock, letter.text):
                if not re.match(end, letter.text[match.start() :]):
                    one = f"{name} once"
                    yield Edit(kind, one, *match.span(), match.expand(put))
        whole = rf"(?P<word>[сдв]о?) (?P<hour>\d\d){_S}час\.{_S}00{_S}мин\.(?!\n)"
        yield from _each(letter, kind, "11 часов", whole, _in_words)
    else:
        clock = rf"(?<!\d)([012]\d)([0-5]\d)(?=(?: to \d{{4}})?{_S}hours)"
        pairs = (("11:00", r"\1:\2"), ("11.00", r"\1.\2"))
        for name, put in pairs:
            yield _everywhere(letter, kind, name, clock, put)
            yield from _each(letter, kind, f"{name} once", clock, put)
        bare = rf"(?<!\d)([012]\d)([0-5]\d)(?=(?: to \d{{4}})?{_S}hours)(?:{_S}hours)?"
        yield _everywhere(letter, kind, "11:00 without hours", bare, r"\1:\2")


def _in_words(match: re.Match[str]) -> str:
    """`до 11 часов`, with the noun as the preposition and the number ask."""
    hour = int(match["hour"])
    one = hour % 10 == 1 and hour != 11  # noqa: PLR2004
    few = hour % 10 in {2, 3, 4} and hour not in {12, 13, 14}
    if match["word"] == "в":
        noun = "час" if one else "часа" if few else "часов"
    else:
        noun = "часа" if one else "часов"
    return f"{match['word']} {hour}{NO_BREAK}{noun}"


def quotes(pair: Pair) -> Iterator[Edit]:
    """Quotes of another kind, all in pairs."""
    letter = pair.target.letter
    if not pair.is_prose:
        return
    for name, outer, inner in (
        ("«guillemets» and „inner“", "«»", "„“"),
        ("“curly”", "“”", "“”"),
        ("„low and high“", "„“", "„“"),
        ("«guillemets» throughout", "«»", "«»"),
    ):
        yield between(letter, _requoted(letter.text, outer, inner), "quotes", name, "")


def _requoted(text: str, outer: str, inner: str) -> str:
    depth = 0
    put: list[str] = []
    for place, char in enumerate(text):
        if char != '"':
            put.append(char)
        elif text[place - 1] in f' (\t\n{NO_BREAK}"':
            put.append((inner if depth else outer)[0])
            depth += 1
        else:
            depth -= 1
            put.append((inner if depth else outer)[1])
    return "".join(put)


def phones(pair: Pair) -> Iterator[Edit]:
    """Telephone digits grouped otherwise."""
    letter = pair.target.letter
    pattern = r"\+41 ?22 ?(\d{3}) ?(\d\d)(\d\d)"
    for name, put in (
        ("in twos", r"+41 22 \1 \2 \3"),
        ("one group", r"+4122\1\2\3"),
        ("hyphens", r"+41-22-\1-\2-\3"),
        ("no-break spaces", rf"+41{NO_BREAK}22{NO_BREAK}\1{NO_BREAK}\2\3"),
        ("dots", r"+41.22.\1.\2.\3"),
    ):
        yield _everywhere(letter, "telephone digits", name, pattern, put)


def slashes(pair: Pair) -> Iterator[Edit]:
    """A closing slash more or less."""
    letter = pair.target.letter
    url = r"(https?://[^\s?)]*/[\w-]*|https?://[\w.-]*\w)"
    yield from _each(
        letter, "closing slash", "lost", r"(https?://[^\s?)]+\w)/(?=[\s).,;]|$)", r"\1"
    )
    yield from _each(letter, "closing slash", "added", rf"{url}(?<!/)(?=\.\s|\)|\n)", r"\1/")


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
        yield _everywhere(
            letter, "glyphs", f"{glyph} for bullets", rf"(?m)^{BULLET}\t", f"{glyph}\t"
        )
    for glyph in "•-—":
        yield _everywhere(letter, "glyphs", f"{glyph} for addressees", r"(?m)^–\t", f"{glyph}\t")
    yield _everywhere(letter, "glyphs", "space for tab", rf"(?m)^([{BULLET}–])\t", r"\1 ")
    if pair.is_prose:
        yield _everywhere(
            letter, "glyphs", "number and full stop", r"(?m)^(\d+)\t(?=[A-ZА-Я])", r"\1.\t"
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
        line for line in letter.lines if line.part == "subject" and line.text[:1] == "\t"
    )
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
    spaces,
    dashes,
    date_forms,
    hour_forms,
    quotes,
    phones,
    slashes,
    sentence_order,
    glyphs,
    wordings,
    facts_again,
)
