"""Many circulars made from one: facts files that differ in what real circulars differ in."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path
from typing import Any

import yaml

FIRST_NUMBER = 1001
_DAYS = 300
_QUARTER = 15


class AsTyped(yaml.SafeDumper):
    """Writes `11:00` and `81` without quotes, as people do; circgen reads what is typed."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  that's how PyYAML is told

    def ignore_aliases(self, data: object) -> bool:
        """Write everything out."""
        del data
        return True


def model(folder: Path) -> Path:
    """The circular that is measured: the first with objectives and side events.

    Raises:
        SystemExit: if there is none.
    """
    for path in sorted(folder.glob("*.yaml")):
        if {"objectives", "side_events", "sessions"} <= read(path).keys():
            return path
    raise SystemExit(f"bench: no circular in {folder} has objectives and side events")


def read(path: Path) -> dict[str, Any]:
    """The keys of a facts file; every scalar is the text as typed."""
    found = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  texts only
    return dict(found)


def write_letters(path: Path, folder: Path, count: int) -> None:
    """Write `count` facts files like the one at `path`, always the same ones.

    They differ in number, dates, hours, ordinal, addressees and background, and in how many
    objectives and side events they have. The date moves over both changes of the clocks.
    """
    like = read(path)
    series = read(path.parent.parent / "series" / f"{like['series']}.yaml")
    addressees = (series | like)["addressees"]
    objectives = [
        each
        for other in sorted(path.parent.glob("*.yaml"))
        for each in read(other).get("objectives", ())
        if like["objectives"][0].keys() == each.keys()
    ]
    # The same letters in every run: figures of today and yesterday can be compared.
    chance = random.Random(count)  # noqa: S311  nothing is secret here
    first = dt.date.fromisoformat(like["issued"])
    for index in range(count):
        issued = first + dt.timedelta(index % _DAYS)
        day = issued + dt.timedelta(chance.randrange(20, 90))
        session = dict(like["sessions"][0], date=str(day), hours=_hours(chance, 2, 8 * 60))
        session.pop("zone_label", None)
        events = [
            dict(each, date=str(day), hours=_hours(chance, 1, 17 * 60)[0])
            for each in like["side_events"] * chance.randrange(3)
        ]
        facts = like | {
            "number": str(FIRST_NUMBER + index),
            "issued": str(issued),
            "ordinal": str(chance.randrange(1, 41)),
            "addressees": _some(chance, addressees),
            "sessions": [session],
            "background": {
                language: _turned(text, index) for language, text in like["background"].items()
            },
            "objectives": _some(chance, objectives),
            "side_events": events,
        }
        if not events:
            del facts["side_events"]
        text = yaml.dump(facts, Dumper=AsTyped, allow_unicode=True, sort_keys=False, width=100)
        (folder / f"letter-{index:04}.yaml").write_text(text, "utf-8")


def _some(chance: random.Random, items: list[Any]) -> list[Any]:
    """Some of the items, at least two, in their order."""
    chosen = set(chance.sample(range(len(items)), chance.randrange(2, len(items) + 1)))
    return [item for index, item in enumerate(items) if index in chosen]


def _turned(text: str, by: int) -> str:
    """The same sentences, beginning with another one."""
    sentences = text.rstrip(".").split(". ")
    turn = by % len(sentences)
    return ". ".join(sentences[turn:] + sentences[:turn]) + "."


def _hours(chance: random.Random, count: int, start: int) -> list[str]:
    """Stretches of time after `start` (minutes after midnight), as `09:00-10:15`."""
    found = []
    for _ in range(count):
        start += _QUARTER * chance.randrange(1, 8)
        end = start + _QUARTER * chance.randrange(2, 10)
        found.append(f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}")
        start = end
    return found
