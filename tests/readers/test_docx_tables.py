"""Tables: which cell a line stands in."""

from readers.package import p, sheet, shown, tbl, tc, tr

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def cells(body):
    return [(line.text, *line.cell) for line in sheet(body).lines if line.cell]


def test_cells_are_counted_in_reading_order():
    body = tbl(tr(tc("a"), tc("b")), tr(tc("c"), tc("d"))) + tbl(tr(tc("e")))
    assert cells(body) == [
        ("a", 0, 0, 0), ("b", 0, 0, 1), ("c", 0, 1, 0), ("d", 0, 1, 1), ("e", 1, 0, 0)
    ]  # fmt: skip


def test_text_around_a_table_stands_in_no_cell():
    lines = sheet(p("a") + tbl(tr(tc("b"))) + p("c")).lines
    assert [line.cell is None for line in lines] == [True, False, True]


def test_paragraphs_in_tables_are_counted_among_the_others():
    lines = sheet(p("a") + tbl(tr(tc("b"), tc("c"))) + p("d")).lines
    assert [line.at.paragraph for line in lines] == [1, 2, 3, 4]


def test_a_cell_may_have_many_paragraphs():
    assert cells(tbl(tr(tc("a", "b"), tc("c")))) == [("a", 0, 0, 0), ("b", 0, 0, 0), ("c", 0, 0, 1)]


def test_a_table_within_a_cell_is_a_table_of_its_own():
    inner = tbl(tr(tc("b")))
    assert cells(tbl(tr(tc("a", inner, "c"), tc("d")))) == [
        ("a", 0, 0, 0), ("b", 1, 0, 0), ("c", 0, 0, 0), ("d", 0, 0, 1)
    ]  # fmt: skip


def test_a_cell_over_two_columns_takes_both():
    body = tbl(tr(tc("a", properties='<w:gridSpan w:val="2"/>'), tc("b")), tr(tc("c"), tc("d")))
    assert cells(body) == [("a", 0, 0, 0), ("b", 0, 0, 2), ("c", 0, 1, 0), ("d", 0, 1, 1)]


def test_columns_that_a_row_leaves_free_are_counted():
    body = tbl(tr(tc("a"), properties='<w:gridBefore w:val="2"/>'))
    assert cells(body) == [("a", 0, 0, 2)]


def test_a_width_that_makes_no_sense_is_one_column():
    for width in ("-5", "x", "", "0"):
        body = tbl(tr(tc("a", properties=f'<w:gridSpan w:val="{width}"/>'), tc("b")))
        assert cells(body) == [("a", 0, 0, 0), ("b", 0, 0, 1)]


def test_of_cells_merged_downwards_the_first_one_is_read():
    body = tbl(
        tr(tc("a", properties=RESTART), tc("b")),
        tr(tc("covered", properties=CONTINUE), tc("c")),
        tr(tc("too", properties='<w:vMerge w:val="continue"/>'), tc("d")),
    )
    assert cells(body) == [("a", 0, 0, 0), ("b", 0, 0, 1), ("c", 0, 1, 1), ("d", 0, 2, 1)]


def test_a_cell_that_goes_on_with_none_above_it_is_read():
    body = tbl(tr(tc("a", properties=CONTINUE)), tr(tc("b")), tr(tc("c", properties=CONTINUE)))
    assert shown(body) == ["a", "b", "c"]


def test_of_cells_merged_sideways_the_first_one_is_read():
    body = tbl(
        tr(tc("a", properties='<w:hMerge w:val="restart"/>'), tc("x", properties="<w:hMerge/>")),
        tr(tc("b"), tc("c")),
    )
    assert shown(body) == ["a", "b", "c"]


def test_a_table_in_a_covered_cell_is_covered():
    body = tbl(
        tr(tc("a", properties=RESTART)),
        tr(tc(tbl(tr(tc("b"))), "c", properties=CONTINUE)),
    )
    assert shown(body) == ["a"]


def test_text_after_a_covered_cell_is_read():
    body = tbl(tr(tc("a", properties=RESTART)), tr(tc("b", properties=CONTINUE))) + p("c")
    assert shown(body) == ["a", "c"]


def test_text_after_a_table_is_read_however_the_table_is_made():
    assert shown("<w:tbl><w:trPr><w:del/></w:trPr></w:tbl>" + p("a")) == ["a"]


def test_rows_and_cells_in_content_controls_are_rows_and_cells():
    def control(content):
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    body = tbl(tr(tc("a"), control(tc("b"))), control(tr(tc("c"))))
    assert cells(body) == [("a", 0, 0, 0), ("b", 0, 0, 1), ("c", 0, 1, 0)]


def test_a_table_without_text_is_not_counted():
    assert cells(tbl(tr(tc(""))) + tbl(tr(tc("a")))) == [("a", 0, 0, 0)]
