"""What of a page is in view."""

from screen.letters import texts

from circgen.screen.cells import Span
from circgen.screen.columns import Part
from circgen.screen.window import Anchor, anchor_at, first_change, in_view, row_of, status


def part(id_, *rows):
    return Part(id_, tuple((Span(row),) for row in rows))


PAGE = [part("head", "a", "b"), part("opening", "c", "d", "e"), part("end", "f")]


def test_a_page_that_is_the_same_has_no_change():
    assert first_change(PAGE, list(PAGE), 9) is None


def test_the_first_change_is_that_of_the_first_part_that_differs():
    changed = [PAGE[0], part("opening", "c", "x", "e"), part("end", "y")]
    assert first_change(PAGE, changed, 9) == Anchor("opening")


def test_a_part_that_came_is_a_change():
    assert first_change(PAGE, [PAGE[0], part("new", "n"), *PAGE[1:]], 9) == Anchor("new")


def test_a_part_that_went_is_a_change_of_what_stands_in_its_place():
    assert first_change(PAGE, [PAGE[0], PAGE[2]], 9) == Anchor("end")
    assert first_change(PAGE, PAGE[:2], 9) == Anchor("opening")


def test_of_a_long_part_the_rows_that_changed_come_into_view():
    before = [PAGE[0], part("long", *"abcdefgh")]
    changed = [PAGE[0], part("long", *"abcdexgh")]
    assert first_change(before, changed, 6) == Anchor("long")
    assert first_change(before, changed, 5) == Anchor("long", 3)
    assert first_change(before, [PAGE[0], part("long", *"abcdefghi")], 4) == Anchor("long", 6)


def test_rows_and_anchors_are_two_names_of_one_place():
    for row in range(6):
        assert row_of(anchor_at(row, PAGE), PAGE) == row
    assert anchor_at(3, PAGE) == Anchor("opening", 1)


def test_an_anchor_of_a_part_that_is_shorter_now_or_gone():
    assert row_of(Anchor("opening", 9), PAGE) == 4
    assert row_of(Anchor("gone", 1), PAGE) == 0


def test_what_is_in_view_fills_the_window():
    assert in_view(PAGE, Anchor("opening"), 3) == (2, [(Span("c"),), (Span("d"),), (Span("e"),)])
    assert in_view(PAGE, Anchor("end"), 3)[0] == 3
    assert in_view(PAGE, Anchor("end"), 9) == (0, [row for each in PAGE for row in each.rows])


def test_the_last_row_says_what_is_in_view():
    (text,) = texts([status("a.yaml", 2, 3, 6, 60)])
    assert text == " a.yaml" + " " * 22 + "3–5 / 6 · ↑ ↓ scroll · q quits "
    assert len(text) == 60


def test_the_last_row_fits_a_narrow_window():
    assert texts([status("data/a.yaml", 0, 6, 6, 60)])[0].endswith(
        "a.yaml" + " " * 27 + "↑ ↓ scroll · q quits "
    )
    assert texts([status("data/a.yaml", 2, 3, 6, 24)]) == [" data/a.yaml    3–5 / 6 "]
    assert texts([status("data/a.yaml", 2, 3, 6, 14)]) == [" yaml 3–5 / 6 "]
