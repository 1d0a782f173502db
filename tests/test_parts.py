"""The parts of letters: in one order, and with what was found about them."""

import pytest
from writers.example import ENGLISH, line, paragraph

from circgen.document import Annex, Entry, Fact, Heading, ItemList, Paragraph, Run, Table
from circgen.facts.model import FactsFile
from circgen.findings import Finding, Location
from circgen.parts import common_order, findings_by_part

FACTS, SERIES = "data/meetings/a.yaml", "data/series/s.yaml"


def fact(path):
    return (Run("words "), Run("x", Fact("text", path, "x", "x")))


LETTER = ENGLISH._replace(
    dateline=fact("issued"),
    reference=(Entry("reference", "Ref:", (fact("number"),)),),
    recipients=(Entry("to", "To:", (fact("addressees[0]"),)),),
    subject=Entry("subject", "Subject:", (fact("topic.aa"),)),
    paragraphs=(
        paragraph(1, "opening", Paragraph(fact("sessions[0].date"))),
        paragraph(2, "objectives", ItemList((fact("objectives[0].aa"), fact("objectives[1].aa")))),
        paragraph(3, "again", Paragraph(fact("sessions[0].date"))),
    ),
    signature=(line("(Signed)"), fact("signatory.name")),
    annexes=(
        Annex(line("ANNEX 1"), fact("annexes[0].title"), ()),
        Annex(
            line("ANNEX 2"),
            line("Fees"),
            (
                Heading(1, fact("fees.title")),
                Table((fact("fees.head"),), ((line("a"), fact("fees.cell")),)),
            ),
        ),
    ),
)
OTHER = LETTER._replace(paragraphs=(paragraph(1, "objectives", Paragraph(fact("topic.bb"))),))
WHERE = {
    "number": (FACTS, 2, 9),
    "sessions": (FACTS, 4, 3),
    "sessions[0]": (FACTS, 4, 5),
    "sessions[0].date": (FACTS, 4, 12),
    "sessions[0].zone_label": (FACTS, 4, 40),
    "objectives": (FACTS, 6, 3),
    "objectives[1]": (FACTS, 7, 5),
    "objectives[1].aa": (FACTS, 7, 9),
    "status": (FACTS, 9, 9),
    "topic": (SERIES, 1, 8),
}
FILE = FactsFile(FACTS, None, {path: Location(*place) for path, place in WHERE.items()})


def part_of(location=Location("templates/aa/meeting.md.j2", 3, 1), paragraph=""):  # noqa: B008
    finding = Finding(location, "rule", "message", paragraph=paragraph)
    (part,) = findings_by_part([finding], FILE, [LETTER, OTHER])
    return part


# --- the order of parts


def test_parts_of_all_editions_come_in_one_order():
    assert common_order([["a", "b", "d"], ["a", "c", "d"], ["z", "a", "d", "e"]]) == [
        *("z", "a", "c", "b", "d", "e")
    ]


def test_no_editions_have_no_parts():
    assert common_order([]) == []


# --- findings at parts


@pytest.mark.parametrize(
    ("named", "part"),
    [
        ("opening", "opening"),
        ("again", "again"),
        ("issued", "dateline"),
        ("number", "reference"),
        ("addressees[0]", "to"),
        ("sessions[0].date", "opening"),  # the first part that prints it
        ("objectives[1]", "objectives"),  # something of it is printed
        ("objectives[1].bb", "objectives"),  # the same in another language
        ("topic", "subject"),
        ("topic.bb", "objectives"),
        ("signatory.office", "signature"),
        ("annexes[0].title", "annexes[0]"),
        ("fees.title", "annexes[1]"),
        ("fees.head", "annexes[1]"),
        ("fees.cell", "annexes[1]"),
        ("status", ""),
        ("objective", ""),
        ("nothing.of.this", ""),
    ],
)
def test_a_finding_stands_at_the_paragraph_or_the_fact_that_it_names(named, part):
    assert part_of(paragraph=named) == part


@pytest.mark.parametrize(
    ("place", "part"),
    [
        ((FACTS, 2, 9), "reference"),
        ((FACTS, 4, 12), "opening"),
        ((FACTS, 4, 15), "opening"),  # inside a fact
        ((FACTS, 4, 40), "opening"),  # beside one that is printed
        ((FACTS, 7, 60), "objectives"),
        ((FACTS, 8, 1), "objectives"),  # a text goes on over lines
        ((FACTS, 9, 9), ""),
        ((FACTS, 1, 1), ""),
        ((FACTS, 0, 0), ""),
        ((SERIES, 1, 8), "subject"),
        (("data/meetings/b.yaml", 4, 12), ""),
    ],
)
def test_a_finding_stands_where_the_fact_is_printed_in_which_it_stands(place, part):
    assert part_of(Location(*place)) == part


def test_findings_of_a_part_stay_in_their_order():
    some = [Finding(Location(FACTS), "rule", text, paragraph="opening") for text in ("b", "a")]
    other = Finding(Location(FACTS), "rule", "c")
    assert findings_by_part([*some, other], FILE, [LETTER]) == {"opening": some, "": [other]}
