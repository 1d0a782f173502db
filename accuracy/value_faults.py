"""Faults in numbers, ordinals, addresses, circular numbers, acronyms, names and polarity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

import words
from edits import Edit, named, pick, replacements
from layout import NO_BREAK, Letter
from letters import Pair
from time_faults import days

_S = f"[ {NO_BREAK}]"
_URL = re.compile(r"https?://[^\s)]*[^\s).,;]")
_EMAIL = re.compile(r"(?P<user>[\w.&*-]+)@(?P<host>[\w.-]*\w)")
_PHONE = re.compile(r"\+\d[\d ]{6,}\d")
_CIRCULAR = re.compile(
    rf"(?:Circular|Циркуляр[ауе]?|Corrigendum|Addendum|Revision|Пересмотр[ау]?|документ|Исправление)"
    rf"{_S}(?P<number>\d+)"
)
# What has digits and is no plain number.
_NOT_PLAIN = re.compile(
    rf"{_URL.pattern}|{_EMAIL.pattern}|{_PHONE.pattern}|{_CIRCULAR.pattern}"
    rf"|\d\d{_S}час\.{_S}\d\d{_S}мин\.|\b[0-2]\d[0-5]\d(?=(?: to \d{{4}})?{_S}hours)"
    rf"|\b(?:19|20)\d\d\b|UTC[+-][\d:]+|\b\d+-[яюйе]\b|\b\d+(?:st|nd|rd|th)\b"
    rf"|(?:ANNEX|ПРИЛОЖЕНИЕ|Annex(?:es)?:|Приложени[ея]:){_S}\d+|\w*[A-Z]\w*[\d./]\w*"
)
_ORDINAL_IN_DIGITS = re.compile(r"(?<![\w/])(?P<number>\d+)(?P<end>-[яюйе]|st|nd|rd|th)(?!\w)")


def other_numbers(pair: Pair, random: Random) -> Iterator[Edit]:
    """Another number in digits or in words; a number lost."""
    letter = pair.target.letter
    rules = named("number")
    taken = [*days(letter), *(match.span() for match in _NOT_PLAIN.finditer(letter.text))]
    for match in re.finditer(r"(?<!\w)\d+(?!\w)", letter.text):
        part = letter.part_at(match.start())
        is_mark = re.match(r"\.?\t", letter.text[match.end() :])
        inside = any(start <= match.start() < end for start, end in taken)
        if inside or is_mark or part in {"foot", "reference", "contact", "date", "annexes"}:
            continue
        for other in _like(int(match[0]), letter.language, random):
            more = rules | ({"name", "addressee"} if part in {"addressees", "copies"} else set())
            yield Edit("number", "digits", *match.span(), str(other), more)
    for match in re.finditer(r"\b[A-Z]\.(\d{3,4})\b", letter.text):
        put = str(int(match[1]) + random.choice((1, 10, 100)))
        yield Edit("number", "of a Recommendation", *match.span(1), put, rules | {"name"})
    for table, variant in (
        (words.NUMBERS_IN_WORDS, "in words"),
        (words.NUMBERS_DROPPED, "dropped"),
    ):
        yield from replacements(letter, table[letter.language], "number", variant, "number")


def _like(number: int, language: str, random: Random) -> list[int]:
    """Other numbers with which the words around need not change."""
    near = {number + 1, number - 1, number + 10, number - 10, number * 10, number + 20}
    near |= {number + 100, int(str(number)[::-1]), number + 5}
    possible = sorted(
        n
        for n in near
        if n > 0 and n != number and _plural(n, language) == _plural(number, language)
    )
    return random.sample(possible, min(3, len(possible)))


def _plural(number: int, language: str) -> int:
    """Which form of a noun the number asks for."""
    if language == "en":
        return min(number, 2)
    if number % 10 == 1 and number % 100 != 11:  # noqa: PLR2004
        return 1
    return 2 if number % 10 in {2, 3, 4} and number % 100 not in {12, 13, 14} else 3


def other_ordinals(pair: Pair, random: Random) -> Iterator[Edit]:
    """The ordinal before, after or another one; none at all."""
    letter = pair.target.letter
    rules = named("ordinal disagreement name")
    for series, nouns in words.ORDINALS[letter.language]:
        names = series.split()
        pattern = (
            rf"(?<!\w)(?P<tens>Twenty-|Двадцать )?(?P<ordinal>{'|'.join(names)})(?= (?:{nouns}))"
        )
        for match in re.finditer(pattern, letter.text, re.IGNORECASE):
            at = names.index(match["ordinal"].lower())
            units = names[:9] if match["tens"] else names
            others = [units[at - 1]] if at else []
            others += [units[at + 1]] if at + 1 < len(units) else []
            others.append(random.choice(units))
            for other in dict.fromkeys(others):
                if other == names[at]:
                    continue
                put = other.capitalize() if match["ordinal"][0].isupper() else other
                yield Edit("ordinal", "another", *match.span("ordinal"), put, rules)
            if not match["tens"]:
                start, end = match.span()
                first = letter.text[end + 1]
                put = first.upper() if match["ordinal"][0].isupper() else first
                yield Edit("ordinal", "lost", start, end + 2, put, rules)
    for match in _ORDINAL_IN_DIGITS.finditer(letter.text):
        number = int(match["number"])
        for near in (number + 1, number - 1, number + 10):
            ending = match["end"] if letter.language == "ru" else _english_ending(near)
            put = f"{near}{ending}"
            yield Edit("ordinal", "in digits", *match.span(), put, rules | {"number"})


def _english_ending(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def other_addresses(pair: Pair, random: Random) -> Iterator[Edit]:
    """URLs and e-mail addresses with a character lost, another one, or of another place."""
    letter = pair.target.letter
    rules = named("url disagreement")
    for match in _URL.finditer(letter.text):
        url = match[0]
        start = match.start()
        path = url.find("/", len("https://"))
        host_end = path if path > 0 else len(url)
        choices = [
            ("character lost", _without_one(url, host_end, random)),
            ("another character", _with_another(url, host_end, random)),
            ("host", url.replace(".int", random.choice((".org", ".ch", ".com")), 1)),
            ("end of the path lost", re.sub(r"(?<=[\w.])/[^/]+/?$", "/", url)),
            ("two characters exchanged", _with_exchanged(url, random)),
        ]
        for variant, put in choices:
            if put.rstrip("/") != url.rstrip("/"):
                yield Edit("url", variant, start, match.end(), put, rules)
    rules = named("email disagreement")
    for match in _EMAIL.finditer(letter.text):
        user, host = match["user"], match["host"]
        choices = [
            ("character lost", f"{_without_one(user, 0, random)}@{host}"),
            ("another character", f"{_with_another(user, 0, random)}@{host}"),
            ("two characters exchanged", f"{_with_exchanged(user, random)}@{host}"),
            ("host", f"{user}@{random.choice(('itu.org', 'itu.ch', 'ties.itu.int'))}"),
        ]
        for variant, put in choices:
            if put != match[0]:
                yield Edit("email", variant, *match.span(), put, rules)
    rules = named("phone disagreement")
    for match in _PHONE.finditer(letter.text):
        number = match[0]
        places = [place for place, char in enumerate(number) if place and char.isdigit()]
        at = random.choice(places)
        start = match.start()
        put = str((int(number[at]) + 1) % 10)
        yield Edit("phone", "another digit", start + at, start + at + 1, put, rules)
        lost = start + random.choice(places)
        yield Edit("phone", "digit lost", lost, lost + 1, "", rules)
        near = [p for p in places if p + 1 in places and number[p] != number[p + 1]]
        at = random.choice(near)
        put = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
        yield Edit("phone", "two digits exchanged", *match.span(), put, rules)
        put = number.replace("+41", "+44", 1)
        yield Edit("phone", "another country", *match.span(), put, rules)


def _letters(text: str, begin: int) -> list[int]:
    return [place for place in range(begin, len(text)) if text[place].isalnum()]


def _without_one(text: str, begin: int, random: Random) -> str:
    places = _letters(text, begin) or _letters(text, text.rfind("//") + 2)
    at = random.choice(places)
    return text[:at] + text[at + 1 :]


def _with_another(text: str, begin: int, random: Random) -> str:
    places = _letters(text, begin) or _letters(text, text.rfind("//") + 2)
    at = random.choice(places)
    others = "0123456789" if text[at].isdigit() else "aeiklmnorstuv"
    return text[:at] + random.choice(others.replace(text[at], "")) + text[at + 1 :]


def _with_exchanged(text: str, random: Random) -> str:
    begin = text.rfind("//") + 2 if "//" in text else 0
    places = [p for p in _letters(text, begin) if p + 1 < len(text) and text[p + 1].isalnum()]
    places = [p for p in places if text[p].lower() != text[p + 1].lower()]
    if not places:
        return text
    at = random.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def other_circular_numbers(pair: Pair, random: Random) -> Iterator[Edit]:
    """Another number of the circular, in the reference, a paragraph or the heading of an annex."""
    letter = pair.target.letter
    for match in _CIRCULAR.finditer(letter.text):
        number = match["number"]
        rules = named("circular-number disagreement")
        if not match[0].startswith(("Circular", "Циркуляр")):
            rules |= {"number"}  # that of an addendum, corrigendum or revision
        choices = [str(int(number) + 1), str(int(number) + 10), number[::-1], f"{number}0"]
        choices = [each for each in choices if each != number and not each.startswith("0")]
        for put in pick(random, choices, 3):
            yield Edit("circular-number", "another", *match.span("number"), put, rules)
        if len(number) > 1:
            yield Edit("circular-number", "digit lost", *match.span("number"), number[:-1], rules)
    annexes = re.compile(r"(?:ANNEX|ПРИЛОЖЕНИЕ).\d+ \(.*\)\n")
    for match in annexes.finditer(letter.text):
        more = named("circular-number disagreement annexes")
        put = re.sub(r" \(.*\)", "", match[0])
        yield Edit("circular-number", "lost in an annex", *match.span(), put, more)


def other_words(pair: Pair, _: Random) -> Iterator[Edit]:
    """Another acronym, name or polarity."""
    letter = pair.target.letter
    language = letter.language
    for table, variant in (
        (words.ACRONYMS, "another"),
        (words.ACRONYMS_DROPPED, "dropped"),
    ):
        rules = "acronym name disagreement addressee circular-number"
        yield from replacements(letter, table[language], "acronym", variant, rules)
    yield from replacements(letter, words.NAMES[language], "name", "another", _name_rules())
    rules = "polarity disagreement number"
    yield from replacements(letter, words.POLARITY[language], "polarity", "opposite", rules)


def _name_rules() -> str:
    return "name disagreement acronym ordinal polarity zone"


def other_annexes(pair: Pair, _: Random) -> Iterator[Edit]:
    """Another count of annexes, no count, an annex lost or with another number."""
    letter = pair.target.letter
    rules = named("annexes disagreement number missing-part")
    headings = [line for line in letter.lines if re.match(r"(ANNEX|ПРИЛОЖЕНИЕ).\d", line.text)]
    for line in letter.lines:
        if line.part == "annexes" and line.text:
            yield from _other_counts(letter, line.start, len(headings), rules)
            end = line.end + 2
            yield Edit("annexes", "count lost", line.start, end, "", rules)
    for number, line in enumerate(headings, 1):
        at = re.search(r"\d", line.text)
        assert at  # noqa: S101  the line was found by it
        place = line.start + at.start()
        for other in (number + 1, number + 2):
            yield Edit("annexes", "number", place, place + 1, str(other), rules)
        parts = [each for each in letter.lines if each.part == f"annex {number}"]
        put = Edit("annexes", "lost", line.start, parts[-1].end + 1, "", rules)
        yield put._replace(parts=("annexes", f"annex {number}"))


def _other_counts(letter: Letter, start: int, count: int, rules: frozenset[str]) -> Iterator[Edit]:
    one, many = {"en": ("Annex", "Annexes"), "ru": ("Приложение", "Приложения")}[letter.language]
    end = letter.line_at(start).end
    for other in {count - 1, count + 1, count + 2} - {0}:
        word = one if other == 1 else many
        put = f"{word}:{NO_BREAK}{other}"
        yield Edit("annexes", "count", start, end, put, rules)


MUTATORS = (
    other_numbers,
    other_ordinals,
    other_addresses,
    other_circular_numbers,
    other_words,
    other_annexes,
)
