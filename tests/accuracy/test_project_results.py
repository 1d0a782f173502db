"""How findings about projects are counted."""

import pytest
from project_judge import Verdict, group_of
from project_results import Measured, Outcome, alarms, goals, missed
from results import markdown, rows

OVERLAP = Verdict("side-event-overlap", "facts", "error", (("a.yaml", 3),), "overlaps")


def outcome(*verdicts):
    return Outcome("overlap", frozenset({("a.yaml", 3)}), frozenset({"facts"}), "title", verdicts)


def test_a_fault_of_which_nothing_is_said_is_missed():
    lost = outcome()
    assert (lost.found, lost.as_error, lost.at_its_place, lost.by_its_rule) == (False,) * 4
    assert missed([lost]) == ["missed: title"]


def test_a_finding_at_the_line_by_a_rule_that_fits_is_right():
    right = outcome(OVERLAP)
    assert (right.found, right.as_error, right.at_its_place, right.by_its_rule) == (True,) * 4
    assert missed([right]) == []


@pytest.mark.parametrize("place", [("a.yaml", 4), ("b.yaml", 3), ("a.yaml", 0)])
def test_a_finding_at_another_file_or_line_is_not_at_its_line(place):
    other = outcome(OVERLAP._replace(places=(place,)))
    assert other.found
    assert not other.at_its_place
    assert not other.by_its_rule
    assert missed([other]) == [
        f"found elsewhere: title\n    side-event-overlap (facts) at {place[0]}:{place[1]}: overlaps"
    ]


def test_one_finding_at_the_line_and_another_by_a_rule_that_fits_are_not_right_together():
    both = outcome(OVERLAP._replace(group="style"), OVERLAP._replace(places=(("a.yaml", 9),)))
    assert both.at_its_place
    assert not both.by_its_rule


def test_the_second_place_that_a_finding_shows_counts():
    assert outcome(OVERLAP._replace(places=(("a.yaml", 9), ("a.yaml", 3)))).by_its_rule


def test_rules_belong_to_what_they_are_about():
    assert group_of("late-registration") == "facts"
    assert group_of("stale") == "staleness"
    assert group_of("mixed-script") == "letters"
    assert group_of("polarity") == "letters"
    assert group_of("unknown-key") == "refusal"


def test_a_table_has_a_row_for_each_family_and_the_false_alarms():
    measured = Measured("projects", (outcome(OVERLAP), outcome()), (("good", (OVERLAP,)),))
    assert rows(measured.faults)[0] == ("overlap", 2, 1, 1, 1, 1)
    page = markdown(measured)
    assert "| fault | made | found | as error | its line | its rule |" in page
    assert "| overlap | 2 | 1 (50%) | 1 | 1 | 1 |" in page
    assert "| untouched projects | 1 | 1 | 0 |" in page
    assert alarms(measured) == ["good: side-event-overlap (facts) at a.yaml:3: overlaps"]


def test_goals_are_met_only_if_nothing_is_missed_and_nothing_is_alarming():
    good = Measured("good", (outcome(OVERLAP),) * 300, (("good", ()),))
    bad = Measured("bad", (outcome(),), (("good", (OVERLAP,)),))
    assert "MISSED" not in goals(good)
    assert goals(bad).count("MISSED") == 3
