"""A text was changed after its translation was confirmed, and the translation was not.

The letters no longer say the same. Somebody who knows both languages looks at what was changed and
mends the translation, or says that it still fits. What has been confirmed is kept in the file
`data/confirmed/<language>.lock`, by content: a change of spaces, quotes or dashes alone does not
count, and texts may be moved, copied and put into another order. Texts of issued circulars are left
alone.

Bad: - en: provide an update on the work of the U4SSC Thematic Groups
Good: - en: discuss new U4SSC activities and approve the U4SSC Annual Work Plan (2025 – 2026)
Mend: Change the translation if it no longer fits, then confirm it with `circgen confirm`.
"""

from __future__ import annotations

from collections.abc import Iterator

from circgen.checks.staleness.translations import outdated, translations
from circgen.checks.subjects import Desk, Saying
from circgen.findings import Evidence, Finding


def check(saying: Saying, desk: Desk) -> Iterator[Finding]:
    """At the translation; the evidence is what the source said then and what it says today."""
    if not saying.to_confirm:
        return
    for each in translations(saying):
        known = desk.confirmed.get(each.language)
        then = known and outdated(each, known)
        if then:
            yield Finding(
                each.at,
                "stale",
                f"`{each.name}`: `{each.language}` was confirmed against other words of "
                f"`{each.source.language}`",
                "change the translation if it no longer fits, then "
                f"`circgen confirm {each.at.file} --lang {each.language}`",
                paragraph=each.name,
                source=Evidence(then.words, then.words, then.at),
                target=Evidence(each.source_words, each.source_words, each.source_at),
            )
