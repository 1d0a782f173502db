"""Other forms of what letters say: spaces, dashes, dates, hours, quotes, telephones, addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from edits import Edit, between, named
from layout import NO_BREAK, Letter
from letters import Pair
from time_faults import MONTHS

_S = f"[ {NO_BREAK}]"
_NARROW = "\N{NARROW NO-BREAK SPACE}"


def everywhere(
    letter: Letter, kind: str, variant: str, pattern: str, put: str | Callable[[re.Match[str]], str]
) -> Edit:
    """A change wherever the pattern matches."""
    return between(letter, re.sub(pattern, put, letter.text), kind, variant, "")


def each(
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
    yield everywhere(letter, kind, "no no-break ones", NO_BREAK, " ")
    yield everywhere(letter, kind, "narrow no-break ones", NO_BREAK, _NARROW)
    yield everywhere(letter, kind, "two after a full stop", r"(?<=[a-zа-яё]\.) (?=[A-ZА-Я])", "  ")
    yield everywhere(letter, kind, "two after a comma", r"(?<=[a-zа-яё],) (?=[a-zа-я])", "  ")
    yield everywhere(letter, kind, "no-break after numbers", r"(?<=\d) (?=[a-zа-я])", NO_BREAK)
    yield everywhere(letter, kind, "at the end of lines", r"(?<=[.;])\n", " \n")


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
        yield everywhere(letter, "dashes", f"{name} between words", rf"(?<={_S})–(?={_S})", dash)
    yield everywhere(
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
        yield everywhere(
            letter, kind, "г. for года", rf"(?<=\d{{4}}){_S}года(?=[ ,;])", f"{NO_BREAK}г."
        )
        yield everywhere(
            letter, kind, "года for г.", rf"(?<=\d{{4}}){_S}г\.(?=\)\n)", f"{NO_BREAK}года"
        )
        yield from each(letter, kind, "31.10.2025", alone, _numeric(names))
        yield from each(letter, kind, "31.10.2025 г.", alone, _numeric(names, f"{NO_BREAK}г."))
        yield everywhere(letter, kind, "years spelled", rf"{_S}гг\.(?=\))", " годы")
    else:
        full = rf"(?<![\d–-])(\d{{1,2}}){_S}({month}){_S}(\d{{4}})"
        alone = rf"(?<!to )(?<!from )(?<!and ){full}(?! to)"
        yield from each(letter, kind, "31.10.2025", alone, _numeric(names))
        yield from each(letter, kind, "October 31, 2025", alone, r"\2 \1, \3")
        yield from each(letter, kind, "31 Oct 2025", alone, lambda m: f"{m[1]} {m[2][:3]} {m[3]}")
        yield from each(letter, kind, "31st October 2025", alone, _with_ending)


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
        yield from each(letter, kind, "11 часов", whole, _in_words)
    else:
        clock = rf"(?<!\d)([012]\d)([0-5]\d)(?=(?: to \d{{4}})?{_S}hours)"
        pairs = (("11:00", r"\1:\2"), ("11.00", r"\1.\2"))
        for name, put in pairs:
            yield everywhere(letter, kind, name, clock, put)
            yield from each(letter, kind, f"{name} once", clock, put)
        bare = rf"(?<!\d)([012]\d)([0-5]\d)(?=(?: to \d{{4}})?{_S}hours)(?:{_S}hours)?"
        yield everywhere(letter, kind, "11:00 without hours", bare, r"\1:\2")


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
        yield everywhere(letter, "telephone digits", name, pattern, put)


def slashes(pair: Pair) -> Iterator[Edit]:
    """A closing slash more or less."""
    letter = pair.target.letter
    url = r"(https?://[^\s?)]*/[\w-]*|https?://[\w.-]*\w)"
    yield from each(letter, "closing slash", "lost", r"(https?://[^\s?)]+\w)/(?=[\s).,;]|$)", r"\1")
    yield from each(letter, "closing slash", "added", rf"{url}(?<!/)(?=\.\s|\)|\n)", r"\1/")


FORMS = (spaces, dashes, date_forms, hour_forms, quotes, phones, slashes)
