"""A draft as YAML: whatever a text holds comes out as itself, with its places."""

from extraction.letters import plain
from hypothesis import example, given
from hypothesis import strategies as st
from properties.values import text

from circgen.extraction.own import markdown
from circgen.extraction.stated import Stated, Worded
from circgen.extraction.writing import scalar, written
from circgen.findings import Location
from circgen.readers.letter import Passage, Point

AT = Location("a folder/letter #1.docx", paragraph=12)
PLAIN = {"en": "plain"}


def draft(tree, lost=None):
    return written(tree, lost or {}, ("Drafted.",), PLAIN)


@given(text())
@example("null")
@example("a: b")
@example("ends with a colon:")
@example("- dash")
@example('"quoted" first')
@example("a #comment")
@example("no-break\N{NO-BREAK SPACE}space")
@example("long enough to be folded over two lines at the least, " * 3 + "and then it ends")
def test_any_text_is_read_back(value):
    tree = {"topic": Worded({"en": {"": Stated(value, value, AT)}})}
    assert plain(draft(tree)) == {"topic": {"en": value}}


@given(st.lists(text(), min_size=1, max_size=4))
def test_lists_of_any_texts_are_read_back(values):
    told = [Worded({"en": {"": Stated(each, each, AT)}}) for each in values]
    assert plain(draft({"objectives": told})) == {"objectives": [{"en": each} for each in values]}


def test_places_stand_behind_a_value_and_what_was_not_found_stands_in_its_order():
    number = Stated("81", "81", AT, (Location("r.txt", 3, 4),))
    assert draft({"number": number}, {"issued": "not found: the date"}) == (
        "# Drafted.\n"
        "number: 81  # letter #1.docx:¶12, r.txt:3:4\n"
        "# issued:  # not found: the date\n"
    )


def test_a_name_with_its_plain_form_alone_needs_no_forms():
    forms = {"plain": Stated("Busan", "Busan", AT)}
    assert plain(draft({"place": {"name": Worded({"en": forms})}})) == {
        "place": {"name": {"en": "Busan"}}
    }
    forms |= {"in": Stated("in Busan", "in Busan", AT)}
    assert plain(draft({"place": {"name": Worded({"en": forms})}})) == {
        "place": {"name": {"en": {"plain": "Busan", "in": "in Busan"}}}
    }


def test_plain_values_need_no_quotes():
    for value in ("11:00-12:00", "+41 22 730 6301", "https://www.itu.int/a?b=c", "R&D", "9"):
        assert scalar(value) == value


def test_a_paragraph_becomes_markdown_that_means_itself():
    texts = ("It is *not* bold, a_b & 1 < 2:", "read [this]", "# not a heading")
    passages = tuple(Passage(each, ((0, AT),)) for each in texts)
    assert markdown(Point("1", passages, frozenset({1, 2}))) == (
        "It is \\*not\\* bold, a_b & 1 < 2:\n\n* read \\[this]\n* \\# not a heading"
    )
    numbered = Point("1", (Passage("2026. A year", ((0, AT),)),))
    assert markdown(numbered) == "2026\\. A year"
