"""Every document that circgen renders is valid to two validators and sound by our own checks.

The circulars are those of data/meetings and of the golden pages, in every language. The programs
must be there (scripts/real_tools.sh installs them): without them these tests fail.
"""

import pytest
from golden.shelves import EDITIONS, SHELVES
from real import validators
from writers.breakages import AUDIT, BOTH, BREAKAGES, NEITHER, SDK, broken, sound
from writers.conftest import ROOT
from writers.example import EXAMPLES, png
from writers.soundness import problems

from circgen.writers.docx import Letterhead, docx


@pytest.fixture(scope="module")
def letterhead():
    return Letterhead.open(ROOT / "templates" / "letterhead.docx")


@pytest.fixture(scope="module")
def documents(tmp_path_factory, letterhead):
    """All editions by the real command, letters of all scripts with a logo, and the letterhead."""
    made = []
    for shelf in SHELVES:
        run = shelf.render(tmp_path_factory.mktemp(shelf.name))
        assert run.exit_code == 0, run.stderr
        made += sorted(run.out.glob("*.docx"))
    assert len(made) == len(EDITIONS)
    by_hand = tmp_path_factory.mktemp("by-hand")
    for name, circular in EXAMPLES.items():
        made.append(by_hand / f"{name}.docx")
        made[-1].write_bytes(docx(circular, letterhead, png(300, 100)))
    return [*made, ROOT / "templates" / "letterhead.docx"]


@pytest.mark.parametrize("version", ["OFFICE_2010", "OFFICE_2019", "MICROSOFT_365"])
def test_openxml_audit_finds_nothing(documents, version):
    assert validators.audit(documents, version) == {}


def test_microsofts_sdk_finds_nothing(documents):
    assert validators.sdk(documents) == {}


def test_our_own_checks_find_nothing(documents):
    found = {file.name: problems(file.read_bytes()) for file in documents}
    assert {name: said for name, said in found.items() if said} == {}


# --- who sees what


@pytest.fixture(scope="module")
def damaged(tmp_path_factory, letterhead):
    """A letter broken in each of the ways of tests/writers/breakages.py: what was done to its file."""
    folder = tmp_path_factory.mktemp("broken")
    letter = sound(letterhead)
    files = {}
    for number, (what, breakage) in enumerate(BREAKAGES.items()):
        files[what] = folder / f"{number}.docx"
        files[what].write_bytes(broken(letter, breakage.change))
    return files


def test_openxml_audit_sees_what_the_table_says(damaged):
    seen = validators.audit(damaged.values())
    assert {what for what, file in damaged.items() if file in seen} == {
        what for what, breakage in BREAKAGES.items() if breakage.seen in {AUDIT, BOTH}
    }


def test_microsofts_sdk_sees_what_the_table_says(damaged):
    seen = validators.sdk(damaged.values())
    assert {what for what, file in damaged.items() if file in seen} == {
        what for what, breakage in BREAKAGES.items() if breakage.seen in {SDK, BOTH}
    }


def test_what_neither_sees_our_own_checks_say():
    alone = [what for what, breakage in BREAKAGES.items() if breakage.seen == NEITHER]
    assert len(alone) > 20
    assert [what for what in alone if not BREAKAGES[what].said] == []
