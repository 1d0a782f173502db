"""Facts that steer a letter, such as `mandatory: yes`, have no word of their own on the page: what
they say shows when they change.
"""

import shutil
from copy import deepcopy

import pytest
import yaml
from golden.shelves import EXAMPLES

from circgen.editions import Press
from circgen.library import Library
from circgen.project import find_project

OPPOSITE = {
    "yes": "no", "no": "yes",
    "physical": "hybrid", "hybrid": "virtual", "virtual": "hybrid",
}  # fmt: skip


def steered(facts, key):
    """The record in which a key that steers stands."""
    records = [facts, *(value for value in facts.values() if isinstance(value, dict))]
    return next((record for record in records if key in record), None)


def turned(example, key):
    """The facts with the opposite of what the key says; None where it isn't stated."""
    facts = deepcopy(example.facts)
    record = steered(facts, key)
    if record is None:
        return None
    record[key] = OPPOSITE[record[key]]
    if key == "mode" and record[key] == "virtual":
        facts.pop("place"), facts.pop("venue", None)
    elif key == "mode":
        facts.setdefault("place", "geneva")
    return facts


@pytest.mark.parametrize("key", ["mandatory", "individuals", "free_of_charge", "mode"])
def test_a_fact_that_steers_changes_all_editions_of_a_circular_that_prints_it(key, tmp_path):
    changes = {}
    for example in EXAMPLES:
        if example.shelf.adds_words or (facts := turned(example, key)) is None:
            continue
        folder = tmp_path / example.name
        annexes = example.path.with_suffix("")
        shutil.copytree(annexes, folder / annexes.name) if annexes.is_dir() else folder.mkdir()
        file = folder / example.path.name
        file.write_text(yaml.safe_dump(facts, allow_unicode=True, sort_keys=False), "utf-8")
        press = Press(Library(find_project(example.path.parent)))
        before = press.editions(example.path, (), ("txt",)).files
        after = press.editions(file, (), ("txt",)).files
        changed = sum(before[name] != after[name] for name in before)
        changes[example.name] = changed / len(before)
    assert set(changes.values()) <= {0, 1}, changes
    assert 1 in changes.values()
