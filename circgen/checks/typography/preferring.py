"""Words that a house style has others for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from circgen.checks.subjects import Desk, Writing
from circgen.checks.typography.mending import Slip, Verdict, found, guide_of, typed
from circgen.findings import Finding
from circgen.language.style import Preference


def preferred(
    rule: str,
    preferences: tuple[Preference, ...],
    help_text: str,
    writing: Writing,
    desk: Desk,
) -> Iterator[Finding]:
    """Every word for which there is another one, but for those in names that are kept."""
    kept = guide_of(writing, desk).kept
    for passage, text in typed(writing, desk):
        seen: set[int] = set()
        for preference in preferences:
            for match in preference.find.finditer(text):
                right = match.expand(preference.put)
                if preference.find.flags & re.IGNORECASE:
                    right = _like(match.group(), right)
                start, end = _whole(text, *match.span())
                if start in seen or match.group() == right or _is_kept(text, start, kept):
                    continue
                seen.add(start)
                right = text[start : match.start()] + right + text[match.end() : end]
                message = f"`{' '.join(text[start:end].split())}` should be `{right}`"
                slip = Slip(passage, start, end, right)
                yield found(slip, Verdict(rule, message, help_text), writing)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """From the beginning of a word to the end of one, if it begins and ends with letters."""
    while text[start].isalpha() and start and text[start - 1].isalpha():
        start -= 1
    while text[end - 1].isalpha() and text[end : end + 1].isalpha():
        end += 1
    return start, end


def _is_kept(text: str, start: int, names: tuple[str, ...]) -> bool:
    """Whether a word is part of a name that is written as it is."""
    within = (match.span() for match in _names(names).finditer(text)) if names else ()
    return any(begin <= start < end for begin, end in within)


@cache
def _names(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some names, over the ends of lines too."""
    longest = sorted(names, key=len, reverse=True)
    return re.compile("|".join(r"\s+".join(map(re.escape, name.split())) for name in longest))


def _like(text: str, right: str) -> str:
    """A word with a capital, or in capitals, if the one in its place is so."""
    if len(text) > 1 and text.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if text[:1].isupper() else right
