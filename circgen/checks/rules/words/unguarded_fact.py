"""A language has no words for facts that another one words.

Mostly a fact is printed without the condition that it has in the other language: a circular that
does not state it is refused in one language.

Bad: ({{ venue }})
Good: {% if venue %} ({{ venue }}){% endif %}
Mend: Print the fact on the same condition in all languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.checks.rules.words import lost_fact
from circgen.checks.sensitivity.once import listed
from circgen.checks.sensitivity.uses import Use, covers
from circgen.checks.sensitivity.verdicts import Bench, bench
from circgen.checks.subjects import Desk, Words
from circgen.findings import Evidence, Finding

_FACT = re.compile(r"`([\w.\[\]]+)`")
_NOTE = re.compile(r" ?\((?:rendering|for) ([^()]*)\)$")


@listed
def check(words: Words, desk: Desk) -> Iterator[Finding]:
    """Whatever a template refuses though the facts are worded elsewhere, each place once."""
    own = bench(words, desk)
    lost = {finding.paragraph for finding in lost_fact.check(words, desk)}
    refused = {
        (code, finding): next(iter(outcome.parts))
        for outcome in own.study.outcomes()
        if outcome.parts
        for code, findings in outcome.refused.items()
        for finding in findings
    }
    found = {
        _placed(own, code, worded, finding): finding.rule == "empty-paragraph"
        for (code, finding), worded in refused.items()
    }
    for finding, is_empty in found.items():
        if not is_empty or finding.paragraph not in lost:  # empty because something was lost
            yield finding


def _placed(own: Bench, code: str, worded: str, finding: Finding) -> Finding:
    template = own.words.templates[code]
    line = finding.location.line
    if finding.location.file != template.file:  # a form is missing where a name is written
        note = _NOTE.search(finding.help)
        line = int(note[1].rpartition(":")[2]) if note else 0
    fact = match[1] if (match := _FACT.search(finding.message)) else ""
    use = _use(own, code, line, fact)
    at, text = (template.at(use.piece.offset), use.piece.text) if use else (finding.location, "")
    block = use.piece.block if use else ""
    name = block.replace("_", "-") or own.words.kind.id
    return Finding(
        at,
        "unguarded-fact",
        f"{name}: {finding.message}; {worded} has words for that, {code} has none",
        _NOTE.sub("", finding.help) or f"word it as {worded} does",
        paragraph=name,
        source=own.evidence(block, fact, worded, code)[0] if block else None,
        target=Evidence(fact, text, at),
    )


def _use(own: Bench, code: str, line: int, fact: str) -> Use | None:
    """What prints the fact on a line, or else the first thing on it."""
    template = own.words.templates[code]
    here = [
        use
        for uses in own.study.uses[code].values()
        for use in uses
        if template.at(use.piece.offset).line == line
    ]
    here.sort(key=lambda use: (not (fact and covers(use, fact)), use.piece.sort != "fact"))
    return here[0] if here else None
