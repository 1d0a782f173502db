"""Any text, set in a letter, comes back as it was; where it leads stays an address."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from writers.example import ARABIC, CHINESE, ENGLISH, paragraph
from writers.reading import Opened, unmarked
from writers.soundness import problems
from writers.texts import EVERY_CHARACTER, rows, texts

from circgen.document import Paragraph, Run
from circgen.writers.docx import docx


def lettered(said, letter=ENGLISH):
    """A letter that says these texts, a paragraph each."""
    return letter._replace(
        paragraphs=tuple(
            paragraph(number, "p", Paragraph((Run(text),))) for number, text in enumerate(said, 1)
        )
    )


def printed(data):
    return [text for name, _, text in Opened(data).lines() if name == "Circular Paragraph"]


@pytest.mark.parametrize("letter", [ENGLISH, ARABIC, CHINESE], ids=["latin", "arabic", "chinese"])
def test_every_character_of_unicode_is_set_as_it_is(letterhead, letter):
    said = [f"({row})" for row in rows()]
    assert len(EVERY_CHARACTER) > 970_000
    data = docx(lettered(said, letter), letterhead)
    if letter is ARABIC:
        assert list(map(unmarked, printed(data))) == list(map(unmarked, said))
    else:
        assert printed(data) == said
    assert problems(data) == []


@settings(max_examples=50)
@given(
    said=st.lists(texts(), min_size=1, max_size=10),
    letter=st.sampled_from([ENGLISH, ARABIC, CHINESE]),
)
def test_any_texts_are_set_as_they_are(letterhead, said, letter):
    data = docx(lettered(said, letter), letterhead)
    if letter is ARABIC:
        assert list(map(unmarked, printed(data))) == list(map(unmarked, said))
    else:
        assert printed(data) == said
    assert problems(data) == []


def test_tabs_and_line_ends_are_set_as_what_word_prints(letterhead):
    data = docx(lettered(["a\tb\n\n\tc\t"]), letterhead)
    assert printed(data) == ["a\tb\n\n\tc\t"]
    assert problems(data) == []


@given(rest=st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_a_link_always_leads_to_an_address(letterhead, rest):
    runs = (Run("here", link=f"https://itu.int/{rest}"),)
    letter = ENGLISH._replace(paragraphs=(paragraph(1, "p", Paragraph(runs)),))
    assert problems(docx(letter, letterhead)) == []


@pytest.mark.parametrize(
    ("typed", "target"),
    [("100%", "100%25"), ("%zz%e2%A0", "%25zz%e2%A0"), ("a b\u0301", "a%20b%CC%81")],
)
def test_what_is_no_uri_is_encoded(letterhead, typed, target):
    runs = (Run("here", link=f"https://itu.int/{typed}"),)
    letter = ENGLISH._replace(paragraphs=(paragraph(1, "p", Paragraph(runs)),))
    targets = [to for _, to, _ in Opened(docx(letter, letterhead)).relations().values()]
    assert f"https://itu.int/{target}" in targets


def test_a_link_on_nothing_but_spaces_is_no_link(letterhead):
    runs = (Run("a"), Run(" ", link="https://itu.int/x"), Run("b"))
    letter = ENGLISH._replace(paragraphs=(paragraph(1, "p", Paragraph(runs)),))
    opened = Opened(docx(letter, letterhead))
    assert "https://itu.int/x" not in str(opened.relations())
    assert printed(docx(letter, letterhead)) == ["a b"]
