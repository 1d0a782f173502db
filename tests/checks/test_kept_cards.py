"""What is kept of circulars that are not inspected themselves, from one check to the next."""

from pathlib import Path

import pytest
from checks.trial import made as project

from circgen.inspection import Inspector
from circgen.library import Library
from circgen.project import find_project
from circgen.survey import Cards
from circgen.viewing import checked

NINTH = "data/meetings/u4ssc-09.yaml"
TWIN = "data/meetings/z-twin.yaml"


@pytest.fixture
def twins(tmp_path, monkeypatch):
    """Two circulars with one number."""
    monkeypatch.chdir(tmp_path)
    project(tmp_path, {TWIN: Path(__file__).parent.joinpath("project", NINTH).read_text("utf-8")})


@pytest.fixture
def made(monkeypatch):
    """The circulars of which a card was made."""
    names = []
    card = Inspector.card
    monkeypatch.setattr(
        Inspector, "card", lambda self, path: names.append(path.stem) or card(self, path)
    )
    return names


def duplicates(cards):
    found = checked(Library(find_project(Path.cwd())), Path(TWIN), cards)
    return [str(each.location) for each in found if each.rule == "duplicate-number"]


def test_a_card_is_made_again_when_its_circular_has_changed_and_not_before(twins, made):  # noqa: ARG001
    cards = Cards()
    assert duplicates(cards) == [f"{TWIN}:3:9"]
    assert made == ["u4ssc-07", "u4ssc-09"]
    made.clear()
    assert duplicates(cards) == [f"{TWIN}:3:9"]
    assert made == []
    ninth = Path(NINTH)
    ninth.write_text(ninth.read_text("utf-8").replace("number: 81", "number: 99"), "utf-8")
    assert duplicates(cards) == []
    assert made == ["u4ssc-09"]


def test_all_cards_are_made_again_when_what_circulars_share_has_changed(twins, made):  # noqa: ARG001
    cards = Cards()
    duplicates(cards)
    made.clear()
    (series,) = Path("data/series").glob("*.yaml")
    series.write_text(series.read_text("utf-8") + "# more\n", "utf-8")
    assert duplicates(cards) == [f"{TWIN}:3:9"]
    assert made == ["u4ssc-07", "u4ssc-09"]


def test_a_circular_that_cannot_be_read_or_has_gone_has_no_card(twins):  # noqa: ARG001
    cards = Cards()
    ninth = Path(NINTH)
    good = ninth.read_text("utf-8")
    ninth.write_text(good.replace("number: 81", "number: none"), "utf-8")
    assert duplicates(cards) == []
    ninth.write_text(good, "utf-8")
    assert duplicates(cards) == [f"{TWIN}:3:9"]
    ninth.unlink()
    assert duplicates(cards) == []
