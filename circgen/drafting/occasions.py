"""Days with their hours as people type them on one line: `2026-06-16 09:30-12:30, 14:00-17:00`."""

from __future__ import annotations

import re

from circgen.facts.model import Session, SideEvent, zone_label
from circgen.facts.quoted import quoted

_DAY = r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2} [A-Za-z]+ \d{4}"
_TYPED = re.compile(rf"({_DAY})(?: ?(?:/|to\b|until\b|[-–] ) ?({_DAY}))?(?:[ ,]+(.+))?")
_KEYS = ("date", "until", "hours")


def occasion(text: str) -> dict[str, str]:
    """The keys `date`, `until` and `hours` with what was typed for them, as YAML.

    What is no day comes out as `date`, whose reader then says what is wrong with it.
    """
    match = _TYPED.fullmatch(" ".join(text.split()))
    if not match:
        return {"date": quoted(text, inside=True)}
    day, last, hours = match.groups()
    found = {"date": quoted(day, inside=True)}
    if last:
        found["until"] = quoted(last, inside=True)
    if hours:
        stretches = [quoted(each.strip(), inside=True) for each in hours.split(",") if each.strip()]
        found["hours"] = stretches[0] if len(stretches) == 1 else f"[{', '.join(stretches)}]"
    return found


def label(item: Session | SideEvent) -> str:
    """The label that its zone has on that day, such as letters print it; empty if there is none."""
    if not item.zone or not item.hours:
        return ""
    found = zone_label(item.zone, item.date, item.hours[0].start)
    return found if found.isalpha() else ""
