"""The rules as a manual: in groups by what they look at, and as text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from circgen.checks.registry import Rule, rules

GROUPS = {
    "facts": "Facts of one circular",
    "texts": "Texts in several languages",
    "words": "Templates in all languages",
    "style": "House style",
    "project": "Circulars side by side",
    "reading": "Facts, templates and languages that cannot be understood",
    "letters": "Letters by themselves and side by side",
    "writing": "Letters that cannot be written",
    "drafting": "Letters that are taken over",
    "silencing": "What is kept silent",
}
"""What rules look at, by `Rule.about`, in the order in which people meet it."""

WIDTH = 80  # columns


def groups() -> Iterator[tuple[str, tuple[Rule, ...]]]:
    """Every group that has rules: its title, and its rules by name."""
    known = rules().values()
    for about, title in GROUPS.items():
        if found := tuple(rule for rule in known if rule.about == about):
            yield title, found


def contents() -> str:
    """All rules, a line or two each."""
    column = max(map(len, rules())) + 4
    parts = []
    for title, found in groups():
        lines = [title, ""]
        for rule in found:
            head = f"  {rule.name}".ljust(column)
            more = " " * column
            lines.append(textwrap.fill(f"{head}{rule.page.summary}", WIDTH, subsequent_indent=more))
        parts.append("\n".join(lines))
    parts.append("`circgen rules RULE` explains one of them.")
    return "\n\n".join(parts) + "\n"


def explained(rule: Rule) -> str:
    """One rule: what it finds, why, examples, and how to mend it."""
    page = rule.page
    parts = [rule.name]
    parts += (_filled(part) for part in (page.summary, *page.why.split("\n\n")))
    parts += (
        f"{label}:\n\n{_shown(shown)}" for label, shown in (("Bad", page.bad), ("Good", page.good))
    )
    parts.append(_filled(f"To mend it: {page.mend}"))
    return "\n\n".join(parts) + "\n"


def _shown(examples: tuple[str, ...]) -> str:
    """Examples set in; those of several lines stand apart."""
    between = "\n\n" if any("\n" in example for example in examples) else "\n"
    return textwrap.indent(between.join(examples), "    ")


def _filled(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), WIDTH, break_long_words=False)
