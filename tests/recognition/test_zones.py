"""Recognised zones, in every language that has a table."""

import pytest
from recognition.tables import found, section


@pytest.mark.parametrize(("language", "text", "wanted"), section("zones"))
def test_zones_are_read_as_people_write_them(language, text, wanted):
    assert found(language, text) == wanted
