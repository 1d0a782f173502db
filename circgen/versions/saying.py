"""Changes of facts as sentences."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from typing import Any

from circgen.facts.model import (
    AdHoc,
    AnnexFile,
    Deadline,
    Hours,
    Name,
    Place,
    Session,
    SideEvent,
)
from circgen.versions.naming import HELD
from circgen.versions.spot import Spot


def value_text(value: Any, key: str, languages: tuple[str, ...]) -> str:  # noqa: ANN401
    """A value for people, in a form that no language changes; texts in the first language."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() if key == "weekday":
            return calendar.day_name[value]
        case tuple() if not hasattr(value, "_fields"):
            return ", ".join(value_text(item, key, languages) for item in value)
    return _named(value, languages) or str(value)


def _named(value: Any, languages: tuple[str, ...]) -> str:  # noqa: ANN401, PLR0911  a kind each
    """What has words of its own; empty if it has none."""
    match value:
        case Name() | Place():
            return name_text(value, languages)
        case Session(date=date, until=until, hours=hours):
            days = f"{date} to {until}" if until else str(date)
            return ", ".join((days, *map(str, hours)))
        case SideEvent(event=event, title=title):
            return f"{name_text(event, languages)} {_quoted(title, languages)}"
        case Deadline(what=what, date=date, hour=hour):
            when = f"{date}, {hour}" if hour else str(date)
            return f"{name_text(what, languages)}, {when}"
        case AdHoc(id=id_):
            return f"`{id_}`"
        case AnnexFile(title=title):
            return _quoted(title, languages)
        case Mapping() if any(language in value for language in languages):
            return _quoted(value, languages)
        case Mapping():
            return value_text(tuple(value.values()), "", languages)
    return ""


def name_text(name: Name | Place, languages: tuple[str, ...]) -> str:
    """A name by its id, or as it is written out in the first language."""
    if isinstance(name, Place):
        name = name.name
    if name.id:
        return name.id
    return forms_text(next(iter(_by_language(name.forms, languages)), {}))


def forms_text(forms: Mapping[str, str]) -> str:
    """The forms of a name in one language."""
    return ", ".join(f"{form}: {text}" if form else text for form, text in forms.items())


def _by_language(texts: Mapping[str, Any], languages: tuple[str, ...]) -> list[Any]:
    """The values of a mapping by language, those of the editions first."""
    return [texts[code] for code in dict.fromkeys((*languages, *texts)) if code in texts]


def _quoted(texts: Mapping[str, Any], languages: tuple[str, ...]) -> str:
    found = _by_language(texts, languages)
    return f'"{found[0]}"' if found else ""


def became(spot: Spot, old: str, new: str) -> str:
    """What a value is now, and what it was."""
    special = _of_date(spot, old, new)
    if special:
        return special
    if not old:
        return f"{spot.name} added: {new}"
    if not new:
        return f"{spot.name} removed: {old}"
    return f"{spot.name} is {new}, was {old}"


def _of_date(spot: Spot, old: str, new: str) -> str:
    """Dates of what takes place: `session 2 is on 2025-11-01, was 2025-10-31`."""
    list_, _, key = spot.plain.partition(".")
    if list_ not in HELD or key not in {"date", "until"}:
        return ""
    if key == "date":
        return f"{spot.owner} is on {new}, was {old}"
    if not new:
        return f"{spot.owner} is one day, was until {old}"
    return f"{spot.owner} lasts until {new}, was {old or 'one day'}"


def hours_became(sitting: str, old: Hours, new: Hours) -> str:
    """`session 2 ends 15:30, was 15:00`; `session 2 is 14:00-16:00, was 13:30-15:00`."""
    if old.end is not None and new.end is not None:
        (start, end), (old_start, old_end) = (str(hours).split("-", 1) for hours in (new, old))
        if start == old_start:
            return f"{sitting} ends {end}, was {old_end}"
        if end == old_end:
            return f"{sitting} starts {start}, was {old_start}"
    return f"{sitting} is {new}, was {old}"
