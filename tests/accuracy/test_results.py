"""How findings are counted."""

import pytest
from judge import Verdict
from results import Measured, Outcome, goals, markdown, rows, table

HOURS = Verdict("hours", "error", "1", "11:00", "12:00", "other hours")


def outcome(*verdicts, kind="hours", paragraphs=("1",), expected=("hours",)):
    return Outcome(kind, frozenset(paragraphs), frozenset(expected), "title", verdicts)


def test_an_outcome_without_findings_is_a_miss():
    missed = outcome()
    assert (missed.found, missed.as_error, missed.at_its_place, missed.by_its_rule) == (False,) * 4


def test_a_warning_is_found_but_not_as_an_error():
    warned = outcome(HOURS._replace(level="warning"))
    assert warned.found
    assert not warned.as_error


@pytest.mark.parametrize(("said", "right"), [("1", True), ("1.2", True), ("2", False), ("", False)])
def test_a_finding_is_at_its_place_if_the_number_of_its_paragraph_is_right(said, right):
    assert outcome(HOURS._replace(paragraph=said)).at_its_place is right


def test_parts_may_be_called_as_the_program_calls_them():
    assert outcome(HOURS._replace(paragraph="dateline"), paragraphs=("date",)).at_its_place


def test_a_finding_by_a_rule_that_should_not_report_it_is_by_the_wrong_rule():
    assert not outcome(HOURS._replace(rule="number")).by_its_rule


def test_kinds_are_counted_in_their_order_and_then_together():
    counted = rows([outcome(HOURS), outcome(), outcome(HOURS, kind="zone")])
    assert [(row.kind, row.made, row.found) for row in counted] == [
        ("hours", 2, 1),
        ("zone", 1, 1),
        ("all kinds", 3, 2),
    ]


def test_all_but_a_few_is_not_called_all():
    nearly = rows([outcome(HOURS)] * 999 + [outcome()])[-1]
    assert (nearly.share, rows([outcome(HOURS)] * 3)[-1].share) == (0.99, 1.0)


def test_tables_name_every_kind_and_the_false_alarms():
    measured = Measured("letters", (outcome(HOURS), outcome()), (outcome(),), (outcome(HOURS),))
    assert "| hours | 2 | 1 (50%) | 1 | 1 | 1 |" in markdown(measured)
    assert "| harmless rewrites | 1 | 1 | 0 |" in markdown(measured)
    assert "hours" in table(measured)


def test_goals_are_met_only_if_nothing_is_missed_and_nothing_is_alarming():
    good = Measured("good", (outcome(HOURS),), (outcome(),), (outcome(),))
    bad = Measured("bad", (outcome(),), (outcome(HOURS),), (outcome(HOURS),))
    assert "MISSED" not in goals([good])
    assert goals([bad]).count("MISSED") == 4
