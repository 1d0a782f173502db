"""What the parts of a letter say of each other holds; and each check sees what it is there for."""

import pytest
from openxml_audit import OpenXmlValidator
from writers.breakages import AUDIT, BOTH, BREAKAGES, NEITHER, SDK, broken, sound
from writers.example import png
from writers.soundness import problems

from circgen.writers.docx import docx


@pytest.mark.parametrize("logo", [None, png(300, 100)], ids=["no logo", "logo"])
def test_every_letter_is_sound(circular, letterhead, logo):
    assert problems(docx(circular, letterhead, logo)) == []


def test_openxml_audit_finds_nothing(circular, letterhead, tmp_path):
    file = tmp_path / "letter.docx"
    file.write_bytes(docx(circular, letterhead))
    assert [str(each) for each in OpenXmlValidator().validate(file).errors] == []


def test_the_letterhead_is_sound(letterhead_file):
    assert problems(letterhead_file.read_bytes()) == []


def test_the_letter_that_is_broken_on_purpose_was_sound_before(letterhead):
    assert problems(sound(letterhead)) == []


@pytest.mark.parametrize("breakage", BREAKAGES.values(), ids=BREAKAGES.keys())
def test_what_is_broken_on_purpose_is_said(letterhead, breakage):
    assert tuple(problems(broken(sound(letterhead), breakage.change))) == breakage.said


def test_every_breakage_is_seen_by_somebody():
    assert {each.seen for each in BREAKAGES.values()} == {NEITHER, AUDIT, SDK, BOTH}
    assert [name for name, each in BREAKAGES.items() if not each.said and each.seen != BOTH] == []
