"""A head that is a table is read by its cells, whatever the columns."""

import pytest
from readers.sheets import read_document, texts

TO = "- Administrations of Member States of the Union;\n- ITU-T Sector Members"
COPIES = "- The Chairs of ITU-T study groups;\n- The Radiocommunication Bureau"
SUBJECT = "Second Workshop on Electronic Waste"
DATE = "Geneva, 10 September 2026"
PARTS = {
    "dateline": [DATE],
    "reference": ["TSB Circular 131"],
    "person": ["Ms Li Na"],
    "tel": ["+41 22 730 5901"],
    "email": ["tsbwaste@itu.int"],
    "to": ["Administrations of Member States of the Union", "ITU-T Sector Members"],
    "copies": ["The Chairs of ITU-T study groups", "The Radiocommunication Bureau"],
    "subject": [SUBJECT],
}

TABLES = {
    "two columns": [
        ["Date:", DATE],
        ["Ref:", "TSB Circular 131"],
        ["Contact:", "Ms Li Na"],
        ["Tel:", "+41 22 730 5901"],
        ["E-mail:", "tsbwaste@itu.int"],
        ["To:", TO],
        ["Copy to:", COPIES],
        ["Subject:", SUBJECT],
    ],
    "lists below their labels in a third column": [
        ["Date:", DATE, "To:"],
        ["Ref:", "TSB Circular 131", TO],
        ["Contact:", "Ms Li Na", "Copy:"],
        ["Tel:\nE-mail:", "+41 22 730 5901\ntsbwaste@itu.int", COPIES],
        ["Subject:", SUBJECT],
    ],
    "lists beside their labels in a fourth column": [
        ["Date:", DATE, "To:", TO],
        ["Ref:", "TSB Circular 131", "Copy to:", COPIES],
        ["Contact:", "Ms Li Na"],
        ["Tel:\nE-mail:", "+41 22 730 5901\ntsbwaste@itu.int"],
        ["Subject:", SUBJECT],
    ],
    "a row of labels above a row of values": [
        [DATE],
        ["Ref:", "Contact:", "Tel:", "E-mail:"],
        ["TSB Circular 131", "Ms Li Na", "+41 22 730 5901", "tsbwaste@itu.int"],
        ["To:", "Copy to:"],
        [TO, COPIES],
        ["Subject:", SUBJECT],
    ],
    "lists first, in rows of their own": [
        ["To:", "Copy to:"],
        ["- Administrations of Member States of the Union;", "- The Chairs of ITU-T study groups;"],
        ["- ITU-T Sector Members", "- The Radiocommunication Bureau"],
        ["", DATE],
        ["Ref:", "TSB Circular 131"],
        ["Contact:", "Ms Li Na"],
        ["Tel:", "+41 22 730 5901"],
        ["E-mail:", "tsbwaste@itu.int"],
        ["Subject:", SUBJECT],
    ],
    "labels and values in one cell": [
        [f"{DATE}", f"To:\n{TO}"],
        ["Ref: TSB Circular 131\nContact: Ms Li Na", f"Copy to:\n{COPIES}"],
        ["Tel: +41 22 730 5901\nE-mail: tsbwaste@itu.int"],
        [f"Subject: {SUBJECT}"],
    ],
    "the addressees below a label with the date beside it": [
        ["To:", DATE],
        [TO, "Ref: TSB Circular 131"],
        ["Copy to:", "Contact: Ms Li Na"],
        [COPIES, "Tel: +41 22 730 5901\nE-mail: tsbwaste@itu.int"],
        ["Subject:", SUBJECT],
    ],
}


def lines(table):
    """The paragraphs of a table: each with its mark and its cell."""
    for row, cells in enumerate(table):
        for column, cell in enumerate(cells):
            for text in cell.split("\n") if cell else ():
                mark = "-" if text.startswith("- ") else ""
                yield {"text": text.removeprefix("- "), "mark": mark, "cell": (0, row, column)}


def read_head(table):
    return read_document("en", *lines(table), "Dear Sir/Madam,", "1\tWe meet.")


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_the_same_parts(name):
    letter = read_head(TABLES[name])
    found = {part: [text.rstrip(";") for text in texts(letter, part)] for part in PARTS}
    assert found == PARTS
    assert "other" not in letter.parts


def test_a_list_under_no_label_is_that_of_the_addressees():
    letter = read_head([["Ref:", "TSB Circular 131"], [TO], ["Subject:", SUBJECT]])
    assert [text.rstrip(";") for text in texts(letter, "to")] == PARTS["to"]
    assert "other" not in letter.parts


def test_a_list_under_no_label_stays_where_others_are_the_addressees():
    letter = read_head([["- By courier"], ["To:", TO], ["Subject:", SUBJECT]])
    assert len(texts(letter, "to")) == len(PARTS["to"])
    assert texts(letter, "other") == ["By courier"]


LABELS = {
    "two lines below the first": (
        "Ref:\nTel:\nE-mail:\nContact:",
        "TSB Circular 131\nSG5/RA\n+41 22 730 5901\ntsbwaste@itu.int\nMs Li Na",
        {"reference": ["TSB Circular 131", "SG5/RA"], "person": ["Ms Li Na"]},
    ),
    "two lines, and no shape tells": (
        "Ref:\nContact:\nTel:",
        "TSB Circular 131\nSG5/RA\nMs Li Na\n+41 22 730 5901",
        {"reference": ["TSB Circular 131", "SG5/RA"], "person": ["Ms Li Na"]},
    ),
    "one without a value": (
        "Ref:\nTel:\nFax:\nE-mail:",
        "TSB Circular 131\n+41 22 730 5901\ntsbwaste@itu.int",
        {"reference": ["TSB Circular 131"], "email": ["tsbwaste@itu.int"]},
    ),
}


@pytest.mark.parametrize("case", LABELS)
def test_labels_of_one_cell_share_the_lines_of_the_next(case):
    labels, values, wanted = LABELS[case]
    cells = [(labels, 0), (values, 1)]
    paragraphs = [
        {"text": line, "cell": (0, 0, column)}
        for text, column in cells
        for line in text.split("\n")
    ]
    letter = read_document("en", *paragraphs, "Dear Sir/Madam,", "1\tWe meet.")
    assert {part: texts(letter, part) for part in wanted} == wanted
    assert texts(letter, "tel") == ["+41 22 730 5901"]
