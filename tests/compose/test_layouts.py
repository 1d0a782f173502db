"""Mistakes in layouts: the list of paragraphs of a kind, with conditions, for all languages."""

import pytest

from circgen.findings import Location

LAYOUT = "templates/layouts/meeting.yaml"
CONDITION = "when: objectives"


def told(project):
    return [
        (str(f.location).removeprefix(LAYOUT + ":"), f.rule, f.message, f.help)
        for f in project.findings()
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("requires:", "require:", ("1:1", "unknown-key", "`require` is not a key of a layout", "did you mean `requires`?")),
        ("mode", "mood", ("1:19", "unknown-key", "`mood` is not a fact", "did you mean `mode`?")),
        ("- opening", "- Opening", ("3:5", "id", "`Opening` is not an id", "ids are lower-case words joined by hyphens")),
        ("- opening", "- opening\n  - opening", ("4:5", "duplicate-id", "`opening` stands twice", "")),
        ("- opening", "- opening\n  - subject", ("4:5", "duplicate-id", "`subject` is the subject of the letter", "give the paragraph another id")),
        ("when", "wen", ("4:22", "unknown-key", "`wen` is not a key of a paragraph", "did you mean `when`?")),
        ("id: objectives", "di: objectives", ("4:6", "unknown-key", "`di` is not a key of a paragraph", "allowed: `id`")),
        (CONDITION, "when: objectifs", ("4:28", "condition", "`objectifs` is not a fact", "did you mean `objectives`?")),
        (CONDITION, "when: objectives and", ("4:28", "condition", None, None)),
        (CONDITION, "when: 'objectives %}{% if number'", ("4:28", "condition", None, None)),
        (CONDITION, 'when: "objectives %}yes{% endif %}{% set x = 1 %}{% if x"', ("4:28", "condition", None, None)),
        (CONDITION, "when: number + 1", ("4:28", "condition", "arithmetic loses where a fact comes from: state the result as a fact", "")),
        (CONDITION, "when: topic.upper()", ("4:28", "condition", "calls are not available: use a filter", "")),
        (CONDITION, "when: contact.emial", ("4:28", "condition", "`emial` is not a fact", "did you mean `email`?")),
        (CONDITION, "when: mode is virtual", ("4:28", "condition", None, None)),
        (CONDITION, "when: [objectives]", ("4:28", "type", None, None)),
        ("each: side_events", "each: side_evnts", ("5:29", "condition", "`side_evnts` is not a fact", "did you mean `side_events`?")),
        ("each: side_events", "each: topic", ("5:29", "condition", "`topic` is not a list", "")),
        ("each: side_events", "each: side_events|length", ("5:29", "condition", None, None)),
    ],
)  # fmt: skip
def test_a_mistake_in_a_layout_is_found_at_its_place(project, old, new, expected):
    project.facts("contact: {tel: +41 22 730 5852}", "topic: {aa: a, bb: b}")
    project.change(LAYOUT, old, new)
    found = told(project)
    place, rule, message, help_text = expected
    told_there = [(at, its_rule) for at, its_rule, _, _ in found]
    assert (place, rule) in told_there
    wanted = [f for f in found if f[:2] == (place, rule)]
    assert all(text for _, _, text, _ in wanted)
    if message is not None:
        assert wanted[0][2] == message
        assert wanted[0][3].startswith(help_text)


@pytest.mark.parametrize(
    "content", ["", "[]", "paragraphs: []", "paragraphs:", "requires: [mode]", "paragraphs: [{}]"]
)
def test_a_layout_without_paragraphs_is_a_finding(project, content):
    project.write(LAYOUT, content)
    (finding,) = project.findings()
    assert finding.location.file == LAYOUT


def test_all_mistakes_of_a_layout_are_found_at_once(project):
    project.change(LAYOUT, "when: objectives", "wen: objectives")
    project.change(LAYOUT, "- opening", "- Opening")
    project.change(LAYOUT, "requires", "require")
    assert [at for at, *_ in told(project)] == ["1:1", "3:5", "4:22"]


def test_all_wrong_conditions_are_found_at_once(project):
    project.change(LAYOUT, "- opening", "- {id: opening, when: evnt}")
    project.change(LAYOUT, "when: objectives", "when: objectifs")
    assert [at for at, *_ in told(project)] == ["3:25", "4:28"]


def test_a_mistake_in_one_layout_is_no_matter_of_another_kind(project):
    project.write("templates/layouts/workshop.yaml", "paragraphs: [Opening]")
    assert project.findings() == []


def test_the_mistake_in_a_layout_of_this_kind_is_found(project):
    project.write("templates/layouts/workshop.yaml", "paragraphs: [Opening]")
    project.facts("kind: workshop")
    (finding,) = project.findings()
    assert finding.location == Location("templates/layouts/workshop.yaml", 1, 14)


def test_a_fact_that_the_kind_requires_is_missed_in_the_facts(project):
    project.change(LAYOUT, "mode, sessions", "mode, sessions, deadlines")
    (finding,) = project.findings()
    assert str(finding.location) == "facts.yaml:1:1"
    assert finding.message == "`deadlines` is missing"


# --- facts that a kind declares


DECLARED = """\
requires: [mode, sessions, sponsor]
facts:
  sponsor: {name: word, since: date, site: url, hours: [hours]}
  fellowships: flag
paragraphs:
  - opening
  - {id: objectives, when: objectives}
  - {id: side-events, each: side_events}
"""


def test_a_kind_may_declare_facts_of_its_own(project):
    project.write(LAYOUT, DECLARED)
    project.facts(
        "sponsor: {name: ABC, since: 2001-02-03, site: https://a.example/, hours: [09:30]}",
        "fellowships: yes",
    )
    words = (
        '{{ sponsor.name }} since {{ sponsor.since|date("plain") }} {{ sponsor.hours[0]|hours }}'
        "{% if fellowships %} yes{% endif %}"
    )
    project.block("opening", words)
    (block,) = project.paragraphs()[0].blocks
    assert "".join(run.text for run in block.runs) == "ABC since 3 February 2001 at 0930 hours yes"


def test_what_a_kind_declares_is_checked(project):
    project.write(LAYOUT, DECLARED)
    project.facts("sponsor: {nam: ABC, since: 2001-02-30, site: a}", "fellowships: maybe")
    assert {(f.rule, f.message.split("`")[1]) for f in project.findings()} == {
        ("unknown-key", "nam"),
        ("date", "2001-02-30"),
        ("url", "a"),
        ("choice", "maybe"),
    }


def test_a_misspelt_key_of_a_declared_fact_is_refused_in_a_template(project):
    project.write(LAYOUT, DECLARED)
    project.facts("sponsor: {name: ABC}")
    project.block("opening", "{{ sponsor.nmae }}", "aa")
    (finding,) = project.findings("aa")
    assert (finding.message, finding.help[:21]) == ("`nmae` is not a fact", "did you mean `name`? ")


@pytest.mark.parametrize(
    ("line", "place", "message", "help_text"),
    [
        ("sponsor: wrod", "2:10", "not a type of fact", "did you mean `word`?"),
        ("sponsor: [word, date]", "2:10", "not a type of fact", ""),
        ("sponsor: {name: wrod}", "2:17", "not a type of fact", "did you mean `word`?"),
        ("number: word", "2:1", "every circular has `number` already", ""),
    ],
)
def test_a_mistake_in_a_declaration_is_found_at_its_place(project, line, place, message, help_text):
    project.write(LAYOUT, f"facts:\n  {line}\nparagraphs: [opening]\n".replace("\n  ", "\n", 0))
    (finding,) = project.findings()
    row, column = map(int, place.split(":"))
    assert finding.location == Location(LAYOUT, row, column + 2)
    assert finding.message == message
    assert finding.help.startswith(help_text)
