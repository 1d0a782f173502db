"""Which translations somebody has confirmed, and against which words of the source.

They are kept by content: a line of a lock file is a confirmation of one text, wherever that text
stands, so that files may be renamed and texts copied. Lines are sorted and say all they have to say
by themselves, so that any lines of two lock files make a lock file.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from itertools import groupby
from typing import NamedTuple

from circgen.findings import Finding, Location

_HEADER = (
    "# Confirmed translations, a line each: fingerprint of the translation, fingerprint and words "
    "of its source.\n# `circgen confirm` writes this file; lines of two versions of it may be put "
    "together.\n"
)
_RULE = "lock-file"
_DIGITS = 16
_TARGET = slice(0, _DIGITS)
_SOURCE = slice(_DIGITS + 1, 2 * _DIGITS + 1)
_WORDS = slice(2 * _DIGITS + 2, None)
_ENTRY = re.compile(rf"[0-9a-f]{{{_DIGITS}}}\t[0-9a-f]{{{_DIGITS}}}\t\S")
_NOT_UTF8 = re.compile("^.*[\udc80-\udcff]", re.MULTILINE)
_FINGERPRINT = re.compile(rf"[0-9a-f]{{{_DIGITS}}}\t")
_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")

_QUOTES = "\"'`´‘’‚‛“”„‟′″‴‹›«»「」『』〝〞〟＂＇"
_DASHES = "-‐‑‒–—―−⁃－"
# SOFT HYPHEN, ZERO WIDTH SPACE, marks of direction, WORD JOINER, ARABIC LETTER MARK
_INVISIBLE = "\xad\u200b\u200e\u200f\u2060\u061c\ufeff"
_SIGNS = str.maketrans(
    dict.fromkeys(_QUOTES, '"') | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_INVISIBLE, "")
)
_LOOSE_SPACE = re.compile(r"(?<!\w) | (?!\w)")


class Entry(NamedTuple):
    """A confirmation: the fingerprints of a translation and of its source, and the source."""

    target: str
    source: str
    words: str


class Confirmations(NamedTuple):
    """What has been confirmed in one language.

    `lines` are those of the lock file, `entries` those that are entries, sorted; `sources` are the
    fingerprints of all sources. `there` is whether there is a file, `findings` what is wrong in it.
    """

    file: str
    there: bool = False
    lines: Sequence[str] = ()
    entries: Sequence[str] = ()
    sources: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()

    def of(self, target: str) -> dict[str, str]:
        """The sources that a translation was confirmed against, by their fingerprints."""
        first = bisect_left(self.entries, f"{target}\t")
        last = bisect_left(self.entries, f"{target}\n")
        found: dict[str, str] = {}
        for line in self.entries[first:last]:
            found.setdefault(line[_SOURCE], line[_WORDS])
        return found

    def at(self, entry: Entry) -> Location:
        """Where an entry stands."""
        return Location(self.file, self.lines.index("\t".join(entry)) + 1)

    def has(self, entry: Entry) -> bool:
        """Whether a translation was confirmed against these words of its source."""
        return entry.source in self.of(entry.target)

    def all(self) -> Iterator[Entry]:
        """Every entry; of two that have the same fingerprints, the first."""
        for _, same in groupby(self.entries, lambda line: line[: _WORDS.start]):
            line = next(same)
            yield Entry(line[_TARGET], line[_SOURCE], line[_WORDS])


def plain(text: str) -> str:
    """A text on one line, with one sign for all spaces, one for all quotes, one for all dashes."""
    text = unicodedata.normalize("NFC", text).translate(_SIGNS)
    return " ".join(unicodedata.normalize("NFC", text).split())


@lru_cache(maxsize=4096)
def fingerprint(words: str) -> str:
    """Stands for a plain text; spaces count between two letters or digits only."""
    return sha256(_LOOSE_SPACE.sub("", words).encode()).hexdigest()[:_DIGITS]


def read(content: bytes | None, file: str) -> Confirmations:
    """The entries of a lock file, and what is wrong with its other lines; None if there is none."""
    if content is None:
        return Confirmations(file)
    lines = _text(content).split("\n")
    entries: list[str] = []
    findings: list[Finding] = []
    is_merged = True
    for number, line in enumerate(lines, 1):
        if _ENTRY.match(line):
            entries.append(line)
        elif line.startswith(_MARKS):
            if is_merged:
                findings.append(_unmerged(file, number, line))
            is_merged = False
        elif line.strip() and not line.startswith("#"):
            findings.append(_broken(file, number, line))
    entries.sort()
    sources = frozenset([line[_SOURCE] for line in entries])
    return Confirmations(file, True, lines, entries, sources, tuple(findings))


def _text(content: bytes) -> str:
    """With a mark at the beginning of each line that is not UTF-8, so that it is no entry."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _NOT_UTF8.sub("?\\g<0>", content.decode("utf-8-sig", "surrogateescape"))
    return text.replace("\r\n", "\n")


def unreadable(findings: Iterable[Finding], file: str) -> Confirmations:
    """In place of a lock file that cannot be opened."""
    found = tuple(finding._replace(rule=_RULE) for finding in findings)
    return Confirmations(file, there=True, findings=found)


def write(entries: Iterable[Entry]) -> str:
    """The text of a lock file."""
    return _HEADER + "".join(f"{line}\n" for line in sorted({"\t".join(each) for each in entries}))


def _unmerged(file: str, line: int, mark: str) -> Finding:
    return Finding(
        Location(file, line, 1),
        _RULE,
        f"a merge has left `{mark[:7]}` and other marks",
        "remove the lines with marks and keep all others: those of both sides are right",
    )


def _broken(file: str, line: int, text: str) -> Finding:
    """With the column where the line stops to be an entry."""
    column = 1
    while match := _FINGERPRINT.match(text, column - 1):
        column = match.end() + 1
        if column > 2 * _DIGITS:
            break
    return Finding(
        Location(file, line, column),
        _RULE,
        "not an entry: two fingerprints and the words of the source, with tabs between them",
        "restore the line, or remove it and confirm its text again",
    )
