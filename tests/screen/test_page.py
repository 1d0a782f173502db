"""The page of one letter, and of several beside each other."""

import pytest
from screen.letters import letter, numbered, texts

from circgen.document import Annex, Heading, ItemList, Paragraph, Run, Table
from circgen.findings import Evidence, Finding, Level, Location
from circgen.screen.cells import Span, row_width
from circgen.screen.columns import page_of
from circgen.screen.notes import rows_of
from circgen.screen.page import panels
from circgen.screen.paint import coloured, plain

LRM = "\N{LEFT-TO-RIGHT MARK}"
WORDS = "شبك"  # three letters that are read from the right
HAN = "会议会议"


def page(circulars, cells, notes=lambda id_, cells: ()):  # noqa: ARG005  nothing was found
    return [
        plain(row) for part in page_of(circulars, cells, notes) for row in part.rows
    ]  # fmt: skip


def of_paragraph(*blocks, cells=20, direction="ltr"):
    """The rows of a paragraph, drawn alone."""
    paragraph = numbered("opening", 1, "x")._replace(blocks=blocks)
    found = panels(letter(direction, paragraphs=(paragraph,)), cells)
    return [plain(row) for panel in found if panel.id == "opening" for row in panel.rows]


def runs(text):
    return (Run(text),)


def test_a_letter_is_a_page():
    paragraphs = (numbered("opening", 1, "One two three four five six", "first;", "second item"),)
    assert page({"a": letter(paragraphs=paragraphs)}, 24) == [
        "         UNION",
        "",
        "                  Geneva",
        "",
        "Ref:    Circular 81",
        "",
        "Subject:",
        "        Ninth meeting",
        "",
        "Dear",
        "",
        "1   One two three four",
        "    five six",
        "    • first;",
        "    • second item",
        "",
        "Yours",
        "",
    ]


def test_what_comes_from_the_facts_is_set_off():
    (row,) = next(p.rows for p in panels(letter(), 40) if p.id == "ref")
    assert row == (Span("Ref:", "label"), Span("     "), Span("Circular "), Span("81", "fact"))
    assert coloured(row) == "\x1b[2mRef:\x1b[0m     Circular \x1b[36m81\x1b[0m"
    assert plain(row) == "Ref:     Circular 81"


def test_a_link_is_underlined_and_its_address_said():
    line = (Run("More", link="https://itu.int/x"), Run("."))
    (row,) = next(p.rows for p in panels(letter(closing=line), 40) if p.id == "closing")
    assert row == (Span("More (https://itu.int/x)", "link"), Span("."))


def test_items_are_numbered_from_where_they_start():
    items = ItemList((runs("a"), runs("b c d e f g h i j k")), ordered=True, start=9)
    assert of_paragraph(items) == ["1   9.  a", "    10. b c d e f g", "        h i j k"]


def test_a_table_has_columns():
    table = Table((runs("Day"), runs("Place")), ((runs("1 May"), runs("Room A or B")),))
    assert of_paragraph(table, cells=24) == [
        "1   Day        Place",
        "    1 May      Room A or",
        "               B",
    ]


def test_a_table_with_too_many_columns_has_a_cell_a_line():
    table = Table((runs("Day"), runs("Place")), ((runs("1"), runs("A")), (runs("2"), runs("B"))))
    assert of_paragraph(table, cells=20) == [
        "1   Day: 1",
        "    Place: A",
        "",
        "    Day: 2",
        "    Place: B",
    ]


def test_an_annex_has_its_blocks():
    annex = Annex(
        runs("ANNEX 1"), runs("Hotels"), (Heading(1, runs("Near")), Paragraph(runs("a b")))
    )
    rows = page({"a": letter(annexes=(annex,))}, 20)
    assert rows[-7:] == ["      ANNEX 1", "       Hotels", "", "Near", "", "a b", ""]


def test_ideographs_take_two_cells():
    rows = of_paragraph(Paragraph(runs(HAN * 4)), cells=20)
    assert rows == [f"1   {HAN}{HAN}", f"    {HAN}{HAN}"]


def test_a_letter_from_the_right_begins_there():
    """In the order in which it is stored: to put letters in place is up to the terminal."""
    text = " ".join([WORDS] * 6)
    assert of_paragraph(Paragraph(runs(text)), cells=20, direction="rtl") == [
        f" {rtl(f'{WORDS} {WORDS} {WORDS} {WORDS}')}{LRM}   {rtl('1')}",
        f"         {rtl(f'{WORDS} {WORDS}')}{LRM}",
    ]
    found = {p.id: p.rows for p in panels(letter("rtl"), 20)}
    assert [row_width(row) for row in found["ref"]] == [20]
    assert texts(found["ref"]) == [f"   {rtl('Circular 81')}{LRM}  {rtl('Ref:')}"]
    assert texts(found["dateline"]) == [f"{rtl('Geneva')}{LRM}"]
    assert texts(found["letterhead"]) == [f"        {rtl('UNION')}{LRM}"]


def rtl(text):
    """A field that is read from the right."""
    return f"\N{RIGHT-TO-LEFT EMBEDDING}{text}\N{POP DIRECTIONAL FORMATTING}"


def test_editions_stand_beside_each_other():
    other = letter(
        letterhead=("UNION", "BUREAU"),
        paragraphs=(numbered("more", 1, "Only here"), numbered("opening", 2, "Un deux")),
    )
    first = letter(paragraphs=(numbered("opening", 1, "One two"), numbered("last", 2, "Nine")))
    rows = page({"aa": first, "bb": other}, 91)
    assert [row for row in rows if row.strip(" │")] == [
        " aa                                          │  bb",
        "                   UNION                     │                    UNION",
        "                                             │                    BUREAU",
        "                                      Geneva │                                       Geneva",
        "Ref:     Circular 81                         │ Ref:     Circular 81",
        "Subject: Ninth meeting                       │ Subject: Ninth meeting",
        "Dear                                         │ Dear",
        "                                             │ 1   Only here",
        "1   One two                                  │ 2   Un deux",
        "2   Nine                                     │",
        "Yours                                        │ Yours",
    ]


def test_what_is_read_from_the_right_does_not_turn_the_next_column_with_it():
    hebrew = letter(paragraphs=(numbered("opening", 1, "Say \u05e9\u05dc\u05d5\u05dd"),))
    rows = page({"aa": hebrew, "bb": letter(paragraphs=(numbered("opening", 1, "20"),))}, 91)
    (row,) = [row for row in rows if row.startswith("1")]
    assert row == f"1   Say \u05e9\u05dc\u05d5\u05dd{LRM}{' ' * 32} │ 1   20"
    assert [each for each in rows if LRM in each] == [row]


def test_they_stand_below_each_other_in_a_narrow_window():
    rows = page({"aa": letter(), "b": letter()}, 90)
    assert rows[:5] == [
        "aa │                                         UNION",
        "b  │                                         UNION",
        "",
        "aa │" + " " * 80 + "Geneva",
        "b  │" + " " * 80 + "Geneva",
    ]
    assert rows[-3:-1] == ["aa │ Yours", "b  │ Yours"]


@pytest.mark.parametrize(("cells", "widest"), [(500, 203), (203, 203), (150, 150)])
def test_no_column_is_too_wide_to_be_read(cells, widest):
    rows = [
        row
        for part in page_of({"a": letter(), "b": letter()}, cells, lambda *_: ())
        for row in part.rows
    ]
    assert max(map(row_width, rows)) == widest - (widest % 2 == 0)


def test_labels_of_one_table_have_no_empty_row_between_them():
    entries = letter().reference * 1
    two = (entries[0], entries[0]._replace(id="tel", label="Tel:"))
    rows = page({"a": letter(reference=two)}, 30)
    assert rows[4:7] == ["Ref:     Circular 81", "Tel:     Circular 81", ""]


FINDING = Finding(
    Location("a.yaml", 3, 5),
    "overlap",
    "two \x1b[2J sessions at once",
    "move one of them",
    Level.WARNING,
    source=Evidence("1", "one", Location("a.yaml", 3, 5)),
    target=Evidence("2", "two", Location("b.yaml", 4)),
)
NOTE = [
    "  ▌ warning: two <U+001B>[2J sessions at",
    "  ▌ once [overlap] a.yaml:3:5",
    '  ▌ a.yaml:3:5: 1, "one"',
    '  ▌ b.yaml:4: 2, "two"',
    "  ▌ = move one of them",
]


def test_a_finding_says_what_where_and_what_to_do():
    assert [plain(row) for row in rows_of([FINDING], 42)] == NOTE
    first = next(iter(rows_of([FINDING], 42)))
    assert first[:2] == (Span("  ▌ ", "warning"), Span("warning: ", "warning"))


def test_a_finding_can_show_its_line():
    lone = FINDING._replace(source=None, target=None)
    lines = ["", "", "\tab cdefgh"]
    rows = [
        plain(row) for row in rows_of([lone], 42, lambda file: lines if file == "a.yaml" else ())
    ]
    assert rows[2:] == ["  ▌ 3 │  ab cdefgh", "  ▌         ^", "  ▌ = move one of them"]
    assert [plain(row) for row in rows_of([lone], 42, lambda _: [])] == [NOTE[0], NOTE[1], NOTE[4]]


def test_findings_stand_below_their_paragraph_and_those_of_none_on_top():
    def notes(id_, cells):
        assert cells == 44
        return [(Span({"": "top", "opening": "there"}[id_]),)] if id_ in {"", "opening"} else []

    rows = page({"a": letter()}, 44, notes)
    assert rows[:2] == ["top", ""]
    at = rows.index("1   One two three four five six")
    assert rows[at : at + 3] == ["1   One two three four five six", "there", ""]
