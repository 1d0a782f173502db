"""Other days and hours for the side events of an earlier facts file; their other lines stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from circgen.drafting.occasions import occasion
from circgen.drafting.question import NONE
from circgen.facts.quoted import flow
from circgen.facts.source import Mapping, Node
from circgen.facts.source import Sequence as ListNode
from circgen.facts.trees import parse

_DATED = ("date", "until", "hours", "weekday", "zone_label")


def redates(lines: Sequence[str], answers: Sequence[str]) -> bool:
    """Whether answers are days and hours for the events of these lines, not events themselves."""
    return bool(items_of(lines)) and not any(each.startswith(("[", "{")) for each in answers)


def surplus(lines: Sequence[str], answers: Sequence[str]) -> tuple[str, str] | None:
    """What is wrong with more answers than there are events, and what to do."""
    count = len(items_of(lines))
    if len(answers) <= count or not redates(lines, answers):
        return None
    return f"there are {count} side events, and {len(answers)} answers", "give one for each"


def redated(lines: Sequence[str], answers: Sequence[str]) -> tuple[str, ...]:
    """The lines of `side_events` with an answer for each: its day and hours, or NONE for no event.

    Events without an answer stay as they are; there are no lines if none is left.
    """
    items = items_of(lines)
    ends = [item.at.line - 1 for item in items[1:]] + [len(lines)]
    made: list[str] = []
    for index, (item, end) in enumerate(zip(items, ends, strict=True)):
        answer = answers[index] if index < len(answers) else ""
        if answer == NONE:
            continue
        made += _item(lines, item, end, occasion(answer) if answer else {})
    return (lines[0][: lines[0].index(":") + 1], *made) if made else ()


def items_of(lines: Sequence[str]) -> tuple[Mapping, ...]:
    """The events of these lines."""
    if not lines:
        return ()
    found: Node = parse("\n".join(lines).encode(), "").entries[0][1]
    items = found.items if isinstance(found, ListNode) else (found,)
    return tuple(item for item in items if isinstance(item, Mapping))


def _item(lines: Sequence[str], item: Mapping, end: int, when: dict[str, str]) -> Iterator[str]:
    """The lines of an event; one that stands in braces is spread over several."""
    if not when and not _in_braces(lines, item):
        yield from lines[item.at.line - 1 : end]
        return
    entries: list[list[str]] = []
    stated = [f"{key}: {value}" for key, value in when.items()]
    for index, (key, value) in enumerate(item.entries):
        if key.text in _DATED and when:
            if key.text == "date":
                entries += ([line] for line in stated)
        elif _in_braces(lines, item):
            entries.append([f"{key.text}: {flow(value)}"])
        else:
            last = item.entries[index + 1][0].at.line - 1 if index + 1 < len(item.entries) else end
            first = key.at.line - 1
            entries.append([lines[first][key.at.column - 1 :], *lines[first + 1 : last]])
    indent = 4 if _in_braces(lines, item) else item.at.column - 1
    for number, entry in enumerate(entries):
        yield ("- " if number == 0 else "  ").rjust(indent) + entry[0]
        yield from entry[1:]


def _in_braces(lines: Sequence[str], item: Mapping) -> bool:
    return lines[item.at.line - 1][item.at.column - 1 :].startswith("{")
