"""Faults in a text of one language: a value, a name, a sentence or all of it is another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

import project_words as tables
from project_fault import TEXTS, Change, Fault
from project_files import Project
from project_texts import Text, siblings

_URL = re.compile(r"https?://[^\s)]*[^\s).,;]")
_EMAIL = re.compile(r"[\w.-]+@[\w.-]*\w")
_PHONE = re.compile(r"\+\d[\d ]{6,}\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE = re.compile(r"[A-ZА-ЯÀ-Ý][^.]{12,}(?:\.(?!\s)[^.]*)*\.(?=\s|$)")


def faults(project: Project, file: str, random: Random) -> Iterator[Fault]:
    """Every fault of the texts of a facts file, in each language, and of its annexes."""
    for same in siblings(project, file):
        for text in same.values():
            others = [other for other in same.values() if other is not text]
            yield from _values(project, text)
            yield from _names(project, text)
            yield from _sentences(project, text, others)
            yield from _untranslated(project, text, others, random)


def _values(project: Project, text: Text) -> Iterator[Fault]:
    """Another number, year, date, hour or address."""
    written = text.written(project)
    taken: list[tuple[int, int]] = []
    for family, pattern, change in (
        ("url", _URL, _longer_url),
        ("email", _EMAIL, _other_mailbox),
        ("phone", _PHONE, _next_digit),
        ("date", _date(text.language), _next_day),
        ("hours", re.compile(tables.HOURS[text.language]), _next_hour),
        ("year", _YEAR, _next_digit),
        ("number", re.compile(r"(?<![\w.-])\d+(?![\w.])"), _next_digit),
        ("number", re.compile(r"(?<=\b[A-Z]\.)\d{3,4}\b"), _next_digit),
    ):
        for match in pattern.finditer(written):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            put = change(match[0])
            yield Fault(family, "of a text", (_change(text, match, put),), TEXTS)
    yield from _table(project, text, "number", tables.NUMBERS)


def _names(project: Project, text: Text) -> Iterator[Fault]:
    """Another name or acronym, or none."""
    yield from _table(project, text, "name", tables.NAMES)
    yield from _table(project, text, "acronym", tables.ACRONYMS)


def _table(
    project: Project, text: Text, family: str, table: dict[str, dict[str, str]]
) -> Iterator[Fault]:
    written = text.written(project)
    for old, new in table[text.language].items():
        pattern = re.escape(old).replace(r"\ ", r"\s+")
        for match in re.finditer(rf"(?<![\w-])(?<!//){pattern}(?![\w-])", written):
            if not any(url.start() < match.start() < url.end() for url in _URL.finditer(written)):
                yield Fault(family, "of a text", (_change(text, match, new),), TEXTS)


def _sentences(project: Project, text: Text, others: list[Text]) -> Iterator[Fault]:
    """A sentence that is left out of one language."""
    found = list(_SENTENCE.finditer(text.written(project)))
    if len(found) < 2:  # noqa: PLR2004
        return
    for match in found:
        also = tuple(
            (other.file, start)
            for other in others
            for start in _line_starts(project.files[other.file], other)
        )
        also += ((text.file, text.start),)
        end = match.end()
        spaces = re.match(r"\s*", text.written(project)[end:])
        put = Change(
            text.file, text.start + match.start(),
            text.start + end + (spaces.end() if spaces else 0), "",
        )  # fmt: skip
        yield Fault("missing sentence", "of a text", (put,), TEXTS, also)


def _line_starts(source: str, text: Text) -> list[int]:
    """The first character of a text in each line that it stands in."""
    return [text.start, *(m.end() for m in re.finditer(r"\n", source[: text.end])
                          if m.end() > text.start)]  # fmt: skip


def _untranslated(
    project: Project, text: Text, others: list[Text], random: Random
) -> Iterator[Fault]:
    """The words of another language, where more than a name or two stands."""
    other = random.choice(others)
    ours, theirs = text.written(project), other.written(project)
    # Below a `>-`, and in a file of its own, any text can stand.
    is_free = project.files[text.file][: text.start].rstrip(" ").endswith("\n") or not text.start
    fits = is_free or not re.search(r'\\|: |"|#|\n', theirs)
    if fits and len(re.findall(r"[^\W\d]{3,}", ours)) > 2:  # noqa: PLR2004
        whole = Change(text.file, text.start, text.end, theirs)
        yield Fault("untranslated text", "the whole", (whole,), TEXTS | {"style"})


def _change(text: Text, match: re.Match[str], put: str) -> Change:
    return Change(text.file, text.start + match.start(), text.start + match.end(), put)


def _date(language: str) -> re.Pattern[str]:
    months = "|".join(tables.MONTHS[language].split())
    return re.compile(rf"\b\d{{1,2}}(?=(?:\s|&nbsp;)+(?:{months})\b)")


def _next_day(written: str) -> str:
    return str(int(written) - 1 if int(written) > 27 else int(written) + 1)  # noqa: PLR2004


def _next_hour(written: str) -> str:
    hour = str((int(written[:2]) + 1) % 24).zfill(2)
    return hour + written[2:]


def _next_digit(written: str) -> str:
    """The number with its last digit one more, so that the words around need not change much."""
    return written[:-1] + str((int(written[-1]) + 1) % 10)


def _longer_url(written: str) -> str:
    return written.rstrip("/") + "-2/"


def _other_mailbox(written: str) -> str:
    return "tsb" + written
