"""Nobody has confirmed that a translation says what its source says.

It is new, or it was changed. Once it is confirmed, circgen can tell when its source changes
(`stale`). Texts of issued circulars need no confirmation, nor do those that are the same in both
languages. As long as a language has no lock file, this is said once and not of every text.

Bad: ru: сообщить о ходе работы рабочих групп U4SSC
Good: ru: сообщить о ходе работы тематических и рабочих  групп U4SSC
Mend: Compare the two texts, then confirm the translation with `circgen confirm`.
"""

from __future__ import annotations

from collections.abc import Iterator

from circgen.checks.staleness.confirmations import Confirmations
from circgen.checks.staleness.translations import Translation, translations
from circgen.checks.subjects import Desk, Saying
from circgen.findings import Finding, Level, Location


def check(saying: Saying, desk: Desk) -> Iterator[Finding]:
    """At the translation."""
    if not saying.to_confirm:
        return
    for each in translations(saying):
        known = desk.confirmed.get(each.language)
        if known is None:
            continue
        if not known.there:
            yield _nothing(each.language, known)
        elif not known.of(each.entry.target):
            yield _unknown(each, known)


def _nothing(language: str, known: Confirmations) -> Finding:
    return Finding(
        Location(known.file),
        "unconfirmed",
        f"no translation into `{language}` has been confirmed yet",
        f"`circgen confirm --lang {language}` lists them",
        Level.WARNING,
    )


def _unknown(each: Translation, known: Confirmations) -> Finding:
    languages = f"`{each.language}` has not been confirmed against `{each.source.language}`"
    if each.entry.source in known.sources:
        languages = (
            f"`{each.language}` is not what was confirmed for these words of "
            f"`{each.source.language}`"
        )
    return Finding(
        each.at,
        "unconfirmed",
        f"`{each.name}`: {languages}",
        f"compare it with `{each.source.language}`, then "
        f"`circgen confirm {each.at.file} --lang {each.language}`",
        Level.WARNING,
        paragraph=each.name,
    )
