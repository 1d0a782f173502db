"""Files of mappings, lists and texts, without the place of every value: for thousands of them."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from circgen.facts.source import LOADER


def plainly(data: bytes) -> object:
    """What a file of mappings, lists and texts holds, without places; None if in any doubt."""
    try:
        events = yaml.parse(data.decode("utf-8"), Loader=LOADER)
        found = [_plain(event, events) for event in events if not _is_frame(event)]
    except (yaml.YAMLError, UnicodeDecodeError, ValueError):
        return None
    return found[0] if len(found) == 1 else None


def _is_frame(event: yaml.Event) -> bool:
    return isinstance(
        event,
        (
            yaml.StreamStartEvent,
            yaml.StreamEndEvent,
            yaml.DocumentStartEvent,
            yaml.DocumentEndEvent,
        ),
    )


def _plain(event: yaml.Event, events: Iterator[yaml.Event]) -> object:
    """The value that begins with an event.

    Raises:
        ValueError: at whatever `parse` would refuse or look at more closely.
    """
    if getattr(event, "anchor", None) or getattr(event, "tag", None):
        raise ValueError
    if isinstance(event, yaml.ScalarEvent):
        return str(event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[object] = []
        for item in events:
            if isinstance(item, yaml.SequenceEndEvent):
                return items
            items.append(_plain(item, events))
    mapping: dict[str, object] = {}
    for key in events:
        if isinstance(key, yaml.MappingEndEvent):
            return mapping
        if not isinstance(key, yaml.ScalarEvent) or key.value in mapping:
            raise ValueError
        mapping[key.value] = _plain(next(events), events)
    raise ValueError
