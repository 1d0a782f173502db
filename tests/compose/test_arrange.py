"""Where paragraphs stand that a circular brings along."""

import pytest

from circgen.compose.arrange import arrange
from circgen.facts.kinds import Kind, LayoutParagraph
from circgen.facts.model import AdHoc

KIND = Kind("meeting", "meeting.yaml", (LayoutParagraph("opening"), LayoutParagraph("closing")))


def test_a_paragraph_stands_behind_the_one_that_it_names():
    slots = arrange(KIND, (AdHoc("visa", after="opening"),))
    assert [slot.id for slot in slots] == ["opening", "visa", "closing"]


def test_a_paragraph_beside_one_that_is_not_there_has_no_place():
    with pytest.raises(LookupError, match="hotel"):
        arrange(KIND, (AdHoc("visa", after="hotel"),))
