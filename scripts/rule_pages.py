"""The rules as a page: what each finds, why, examples, how to mend it."""

from __future__ import annotations

from collections.abc import Iterator

from circgen.checks.manual import groups
from circgen.checks.registry import Rule


def rule_pages() -> str:
    """All rules, a section a group."""
    parts = ["## All rules\n"]
    parts += (_contents(title, found) for title, found in groups())
    for title, found in groups():
        parts.append(f"\n## {title}\n")
        parts += (_rule(rule) for rule in found)
    return "\n".join(parts)


def _contents(title: str, found: tuple[Rule, ...]) -> str:
    """The names of a group, each leading to its rule."""
    links = ", ".join(f"[`{rule.name}`](#{rule.name})" for rule in found)
    return f"- {title}: {links}"


def _rule(rule: Rule) -> str:
    page = rule.page
    return "\n".join(
        (
            f"### {rule.name}\n",
            f"{page.summary}\n",
            f"{page.why}\n",
            *_examples("Bad", page.bad),
            *_examples("Good", page.good),
            f"To mend it: {page.mend}\n",
        )
    )


def _examples(label: str, examples: tuple[str, ...]) -> Iterator[str]:
    between = "\n\n" if any("\n" in example for example in examples) else "\n"
    yield f"{label}:\n"
    yield f"```text\n{between.join(examples)}\n```\n"
