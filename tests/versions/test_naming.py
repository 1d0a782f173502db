"""Every key of a facts file has a name for sentences, and a group."""

import pytest

from circgen.facts.paths import keys_of_type
from circgen.facts.schema import KEYS
from circgen.facts.types import Flag
from circgen.versions.naming import FLAGS, GROUPS, NOUNS, OTHER, group_of, noun


def paths(keys=KEYS, before=""):
    """Every path that holds a value, and every list."""
    for name, key in keys.items():
        inner = keys_of_type(key.type)
        path = f"{before}{name}"
        if not inner or type(key.type).__name__ == "ListOf":
            yield path, key.type
        yield from paths(inner, f"{path}.")


UNSAID = {"deadlines.date", "sessions.date", "sessions.until", "side_events.date", "side_events.until"}  # fmt: skip
"""What has sentences of its own."""


@pytest.mark.parametrize(
    ("path", "type_"),
    [*paths()],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_key_has_a_name(path, type_):
    if path in UNSAID:
        return
    assert path in (FLAGS if isinstance(type_, Flag) else NOUNS)


def test_no_name_is_of_nothing():
    known = {path for path, _ in paths()} | {"annexes.text"}
    assert set(NOUNS) | set(FLAGS) <= known


def test_every_key_has_a_group():
    grouped = [key for keys in GROUPS.values() for key in keys]
    assert sorted(grouped) == sorted(KEYS)
    assert group_of("sessions[0].date") == "When and where"
    assert group_of("reply_by") == OTHER


def test_a_fact_of_a_kind_is_called_by_its_key():
    assert noun("reply_by", "") == "`reply_by`"
    assert noun("speakers.name", "speakers 2") == "`name` of speakers 2"
