"""`circgen new` for a meeting in a town: its name, its building, and the clocks of its hours."""

import pytest
from cli.new_drafts import ENOUGH, NINTH, TENTH, errors, new
from cli.test_confirm import Project


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


@pytest.mark.parametrize(
    ("town", "zone", "label"),
    [
        ("seoul", "Asia/Seoul", "zone_label: KST"),
        ("Nairobi, Africa/Nairobi", "Africa/Nairobi", "zone_label: EAT"),
        ("dubai", "Asia/Dubai", "hours: 14:00-17:00}"),
    ],
)
def test_the_hours_of_a_meeting_in_a_town_are_on_its_clocks(project, town, zone, label):
    ended = new(project, *ENOUGH, "--place", town, "--editions", "en")
    assert ended.returncode == 0, ended.stderr
    why = "(the clocks of the town; data/series/u4ssc.yaml has Europe/Zurich)"
    assert f"--zone {zone} {why}\n" in ended.stderr
    text = project.read(TENTH)
    assert f"\nzone: {zone}\n" in text
    assert label in text
    assert errors(project) == []


def test_a_town_on_the_clocks_of_the_series_needs_no_zone(project):
    ended = new(project, *ENOUGH, "--place", "geneva")
    assert "--zone" not in ended.stderr
    assert "\nzone:" not in project.read(TENTH)
    assert "zone_label: CEST}" in project.read(TENTH)


def test_hours_on_other_clocks_than_those_of_the_town_are_told(project):
    ended = new(project, *ENOUGH, "--place", "seoul", "--zone", "Europe/Zurich")
    assert ended.returncode == 0
    assert (
        "warning: --zone: the hours are on the clocks of Europe/Zurich, and those of the town are on "
        "Asia/Seoul: give Asia/Seoul, unless the letter is to print other hours than those of the "
        "town\n"
    ) in ended.stderr
    assert "zone_label: CEST}" in project.read(TENTH)


def test_a_town_without_an_id_is_named_in_one_language_and_translated(project):
    ended = new(project, *ENOUGH, "--place", "Nairobi, Africa/Nairobi", "--venue", "UNON")
    assert ended.returncode == 0, ended.stderr
    assert (
        "place: {name: {en: Nairobi}, zone: Africa/Nairobi}  # to be translated: ru\n"
        "venue:\n"
        "  en: UNON  # to be translated: ru\n"
    ) in project.read(TENTH)
    assert f"  {TENTH}:14:15: ru\n  {TENTH}:16:3: ru\n" in ended.stderr


# --- of an earlier meeting

SEOUL = (
    "sessions:",
    "mode: physical\nplace: seoul\nvenue: {en: Hall, ru: Зал}\nzone: Asia/Seoul\nsessions:",
)
AGAIN = ("--from", NINTH, *ENOUGH, "--side-event", "-")


@pytest.fixture
def in_seoul(project):
    """The ninth meeting was held there."""
    project.change(NINTH, SEOUL, ("zone_label: CET", "zone_label: KST"))
    return project


def test_the_town_of_an_earlier_meeting_is_kept_and_told(in_seoul):
    ended = new(in_seoul, *AGAIN)
    assert ended.returncode == 0, ended.stderr
    assert "--place seoul (that of the earlier meeting)\n" in ended.stderr
    assert f"  {TENTH}:11:8: venue: does it belong to this meeting?\n" in ended.stderr
    assert "left out" not in ended.stderr
    assert "place: seoul\nvenue: {en: Hall, ru: Зал}\nzone: Asia/Seoul\n" in in_seoul.read(TENTH)


def test_another_town_takes_neither_building_nor_zone_over(in_seoul):
    ended = new(in_seoul, *AGAIN, "--place", "geneva")
    assert ended.returncode == 0, ended.stderr
    assert "left out: venue: it was written for another town\n" in ended.stderr
    text = in_seoul.read(TENTH)
    assert "mode: physical\nplace: geneva\nsessions:\n" in text
    assert "zone_label: CEST}" in text
    assert errors(in_seoul) == []


def test_another_town_has_a_building_and_clocks_of_its_own(in_seoul):
    ended = new(in_seoul, *AGAIN, "--place", "dubai", "--venue", "{en: Centre, ru: Центр}")
    assert ended.returncode == 0, ended.stderr
    why = "(the clocks of the town; data/series/u4ssc.yaml has Europe/Zurich)"
    assert f"--zone Asia/Dubai {why}\n" in ended.stderr
    assert "left out" not in ended.stderr
    assert "place: dubai\nvenue: {en: Centre, ru: Центр}\nzone: Asia/Dubai\n" in in_seoul.read(
        TENTH
    )
    assert errors(in_seoul) == []


def test_a_meeting_that_was_in_a_town_becomes_virtual(in_seoul):
    ended = new(in_seoul, *AGAIN, "--place", "-")
    assert ended.returncode == 0, ended.stderr
    assert "left out: venue: it was written for another town\n" in ended.stderr
    text = in_seoul.read(TENTH)
    assert "ordinal: 10  # data/meetings/u4ssc-09.yaml has 9\nsessions:\n" in text
    assert "zone_label: CEST}" in text
    assert errors(in_seoul) == []


def test_a_virtual_meeting_is_held_in_a_town_next_time(project):
    ended = new(project, *AGAIN, "--place", "seoul")
    assert ended.returncode == 0, ended.stderr
    assert "mode: physical\nplace: seoul\nzone: Asia/Seoul\n" in project.read(TENTH)
    assert errors(project) == []
