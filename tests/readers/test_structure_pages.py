"""Every golden page is read as what it is, by the words of its language's pack."""

from pathlib import Path

import pytest
from golden.shelves import EDITIONS, EXAMPLES, PAGES
from readback import NBSP, SHOWN_NBSP
from readers.sheets import languages, read, texts

from circgen.readers.sheet import INVISIBLE

LISTS = {"addressees": "to", "copies": "copies"}
CONTACTS = {
    "tel": "tel",
    "fax": "fax",
    "email": "email",
    "person": "person",
    "website": "website",
}
ALWAYS = {
    "letterhead",
    "dateline",
    "reference",
    "to",
    "subject",
    "salutation",
    "closing",
    "signature",
    "footer",
}


def page_of(edition):
    """The page without the characters that join emoji: nobody sees them."""
    page = Path(PAGES / f"{edition}.txt").read_text("utf-8")
    return page.replace(SHOWN_NBSP, NBSP).translate(INVISIBLE)


def blocks(page, before):
    """The paragraphs of a page, as blank lines set them off, in front of one that begins so."""
    return page.partition(f"\n\n{before}")[0].split("\n\n")


@pytest.fixture(params=EDITIONS, ids=str)
def edition(request):
    return request.param


@pytest.fixture
def letter(edition):
    return read(page_of(edition), edition.language)


def test_a_page_has_the_parts_of_a_circular_and_nothing_unknown(edition, letter):
    facts = edition.example.facts
    contact = {CONTACTS[key] for key in facts.get("contact", {})}
    copies = {"copies"} if facts.get("copies") else set()
    note = {"annex-note"} if facts.get("annexes") else set()
    assert letter.parts.keys() == ALWAYS | contact | copies | note


def test_every_addressee_is_read(edition, letter):
    for key, part in LISTS.items():
        named = edition.example.facts.get(key, [])
        count = 1 if isinstance(named, str) else len(named)
        assert len(texts(letter, part)) == count


def test_points_and_items_are_those_that_the_page_shows(edition, letter):
    closing = languages()[edition.language].pack.letter.closing
    shown = [each for each in blocks(page_of(edition), closing) if each[0].isdecimal()]
    assert [point.number for point in letter.points] == [each.partition("\t")[0] for each in shown]
    assert [len(point.items) for point in letter.points] == [each.count("\n•\t") for each in shown]


def test_no_word_of_a_paragraph_is_lost(edition, letter):
    closing = languages()[edition.language].pack.letter.closing
    shown = [each for each in blocks(page_of(edition), closing) if each[0].isdecimal()]
    for point, block in zip(letter.points, shown, strict=True):
        with_marks = "\n".join(f"{passage.mark}\t{passage.text}" for passage in point.passages)
        assert with_marks == block


def test_annexes_are_those_of_the_facts(edition, letter):
    assert len(letter.annexes) == len(edition.example.facts.get("annexes", []))
    assert all(annex.passages for annex in letter.annexes)


def test_every_passage_stands_where_its_place_says(edition, letter):
    lines = page_of(edition).split("\n")
    passages = [each for part in letter.parts.values() for each in part]
    passages += [each for point in letter.points for each in point.passages]
    passages += [each for annex in letter.annexes for each in (annex.heading, *annex.passages)]
    for passage in passages:
        at = passage.at()
        assert lines[at.line - 1][at.column - 1 :].startswith(passage.text)


def test_there_are_examples():
    assert len(EXAMPLES) > 10
