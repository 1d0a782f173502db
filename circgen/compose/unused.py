"""Facts that a circular states and that no edition prints: probably a mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from circgen.document import Circular, lines_by_part
from circgen.facts.model import FactsFile
from circgen.facts.paths import type_at, without_places
from circgen.facts.types import Flag, Key
from circgen.findings import Finding, Level

# What decides about a letter without standing in it, and what is printed as part of another fact.
_STEERING = {
    "editions", "kind", "mode", "section", "series", "status", "study_period",
    "until", "variant", "weekday", "zone", "zone_label",
}  # fmt: skip
_TEXTS = ("annexes", "paragraphs")


def unused(
    file: FactsFile,
    circulars: Iterable[Circular],
    languages: Iterable[str],
    keys: Mapping[str, Key],
) -> Iterator[Finding]:
    """A warning for each fact of the file itself (its series may say more) that is not printed."""
    runs = [run for circular in circulars for _, line in lines_by_part(circular) for run in line]
    printed = {run.fact.path for run in runs if run.fact}
    printed.update(path for run in runs for path in run.link_facts)
    around = {_holder(path) for path in file.where}
    codes = frozenset(languages)
    stated = dict.fromkeys(
        _fact(path, codes)
        for path, at in file.where.items()
        if at.file == file.file and path not in around and not _is_exempt(path, keys)
    )
    for path in stated:
        if path in printed or not printed.isdisjoint(_holders(path)):
            continue
        inside = (f"{path}.", f"{path}[")
        if not any(used.startswith(inside) for used in printed):
            yield Finding(
                file.at(path),
                "unused-fact",
                f"`{path}` is stated, but no paragraph prints it",
                "take it out, or state what it belongs to",
                Level.WARNING,
            )


def _holders(path: str) -> tuple[str, ...]:
    """What holds a fact, from the inside out: `a.b`, `a` for `a.b[0]`."""
    found = []
    while path := _holder(path):
        found.append(path)
    return tuple(found)


def _holder(path: str) -> str:
    return path[: max(path.rfind("."), path.rfind("["), 0)]


def _fact(path: str, languages: frozenset[str]) -> str:
    """The fact behind the text of one language."""
    parts = path.split(".")
    place = next((n for n, part in enumerate(parts) if part in languages), len(parts))
    return ".".join(parts[:place])


def _is_exempt(path: str, keys: Mapping[str, Key]) -> bool:
    plain = without_places(path)
    key, last = plain.split(".")[0], plain.rsplit(".", 1)[-1]
    return (
        last in _STEERING
        or key in _TEXTS
        or isinstance(type_at(plain, keys), Flag)
        or any(part in _STEERING for part in plain.split("."))
    )
