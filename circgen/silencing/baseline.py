"""The baseline: findings that are known, and left out until they are mended.

`data/baseline.json` is a list with one entry a line. An entry says what a finding is and not where
it stands: lines may move, and texts of a list may change their places.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from circgen.facts.source import decode
from circgen.findings import Evidence, Finding, FindingsError, Level, Location
from circgen.project import Project, shown

FILE = "baseline.json"
_HELP = "mend this line, or let `circgen baseline` write the file anew"
_COMMAS = re.compile(r"[\s,]*")
# Where something stands: `line 7`, `¶12`, `a.yaml:7:3`, `objectives[2]`.
_POSITION = re.compile(r"(\bline |¶|\[)\d+|(\.[A-Za-z]\w*):\d+(?::\d+)?")
_KEYS = {"file", "rule", "paragraph", "values", "message", "count"}


class Key(NamedTuple):
    """What a finding is, whatever its line. `said` is both values, or the message."""

    file: str
    rule: str
    paragraph: str
    said: tuple[str, ...]


class Entry(NamedTuple):
    """A finding that is known so many times; `at` is its place in the baseline."""

    key: Key
    times: int
    at: Location


def path_of(project: Project) -> Path | None:
    """Where the baseline of a project stands; None if there is no project."""
    return project.own_data / FILE if project.own_data else None


def key_of(finding: Finding, root: Path) -> Key:
    """The key of a finding; files are named as seen from `root`."""
    values = _values(finding.source), _values(finding.target)
    said = values if any(values) else (_lasting(finding.message),)
    paragraph = _lasting(finding.paragraph)
    return Key(_from(root, finding.location.file), finding.rule, paragraph, said)


def _values(evidence: Evidence | None) -> str:
    return (evidence.value or evidence.text) if evidence else ""


def _lasting(text: str) -> str:
    """A text without places, which change when lines are moved."""
    return _POSITION.sub(r"\1\2", text)


def _from(root: Path, file: str) -> str:
    try:
        return Path(os.path.relpath(file, root)).as_posix()
    except ValueError:  # on another drive
        return Path(file).as_posix()


def written(findings: Iterable[Finding], root: Path) -> str:
    """The text of a baseline that knows these findings."""
    lines = []
    for key, count in sorted(Counter(key_of(finding, root) for finding in findings).items()):
        entry: dict[str, object] = {"file": key.file, "rule": key.rule}
        if key.paragraph:
            entry["paragraph"] = key.paragraph
        entry |= {"values": key.said} if len(key.said) > 1 else {"message": key.said[0]}
        if count > 1:
            entry["count"] = count
        lines.append(json.dumps(entry, ensure_ascii=False))
    return "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"


def read(path: Path) -> tuple[Entry, ...]:
    """The entries of a baseline.

    Raises:
        FindingsError: naming the line and column of the first thing that is wrong.
    """
    file = shown(path)
    try:
        text = decode(path.read_bytes(), file)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise _damaged(Location(file), f"cannot be read: {reason}") from None
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        at = Location(file, error.lineno, error.colno)
        raise _damaged(at, f"not JSON: {error.msg.lower()}") from None
    except (ValueError, RecursionError) as error:
        raise _damaged(Location(file, 1, 1), f"not JSON: {str(error).lower()}") from None
    if not isinstance(whole, list):
        raise _damaged(Location(file, 1, 1), "expected a list")
    return tuple(_entries(text, file, len(whole)))


def _entries(text: str, file: str, count: int) -> Iterator[Entry]:
    decoder, offset = json.JSONDecoder(), text.index("[") + 1
    for _ in range(count):
        blanks = _COMMAS.match(text, offset)
        begin = blanks.end() if blanks else offset
        found, offset = decoder.raw_decode(text, begin)
        column = begin - text.rfind("\n", 0, begin)
        at = Location(file, text.count("\n", 0, begin) + 1, column)
        entry = _entry(found, at)
        if entry is None:
            raise _damaged(
                at,
                "an entry has `file`, `rule`, and `values` or `message`; "
                "perhaps `paragraph` and `count`",
            )
        yield entry


def _entry(found: object, at: Location) -> Entry | None:
    """The entry that a JSON value is."""
    if not isinstance(found, dict) or not _KEYS.issuperset(found):
        return None
    match found:
        case {"file": str(file), "rule": str(rule), "values": [str(source), str(target)]}:
            said: tuple[str, ...] = (source, target)
        case {"file": str(file), "rule": str(rule), "message": str(message)}:
            said = (message,)
        case _:
            return None
    paragraph, count = found.get("paragraph", ""), found.get("count", 1)
    if not isinstance(paragraph, str) or type(count) is not int or count < 1:
        return None
    return Entry(Key(file, rule, paragraph, said), count, at)


def _damaged(at: Location, message: str) -> FindingsError:
    return FindingsError(Finding(at, "damaged-baseline", message, _HELP))


class Beside(NamedTuple):
    """Findings that a baseline does not know, and how many of each entry it does."""

    new: tuple[Finding, ...]
    found: tuple[tuple[Entry, int], ...]


def beside(findings: Iterable[Finding], entries: Iterable[Entry], root: Path) -> Beside:
    """Findings beside a baseline: an entry takes as many as it knows, in their order."""
    waiting: dict[Key, list[Finding]] = {}
    for finding in findings:
        waiting.setdefault(key_of(finding, root), []).append(finding)
    found = []
    for entry in entries:
        those = waiting.get(entry.key, [])
        found.append((entry, min(entry.times, len(those))))
        del those[: entry.times]
    return Beside(tuple(f for those in waiting.values() for f in those), tuple(found))


def in_vain(entry: Entry, times: int) -> Finding:
    """The finding for an entry that was found less often than it says."""
    rule = entry.key.rule
    message, help_ = f"`{rule}` is not found in {entry.key.file} any more", "take the line out"
    if times:
        message = f"`{rule}` is known {entry.times} times and was found {times}"
        help_ = "correct `count`"
    return Finding(
        entry.at,
        "unused-baseline",
        message,
        f"{help_}, or let `circgen baseline` write the file anew",
        Level.WARNING,
    )
