"""Faults in Word documents: only what is to be changed changes."""

import io

import pytest
from documents import NotOnceError, changed_document, changed_text, document_text
from docx import Document


def made(*paragraphs):
    """A document; a paragraph is a list of runs."""
    document = Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for run in runs:
            paragraph.add_run(run)
    into = io.BytesIO()
    document.save(into)
    return into.getvalue()


def runs(document, number):
    return [run.text for run in Document(io.BytesIO(document)).paragraphs[number].runs]


def test_a_text_is_put_into_the_run_it_begins_in():
    document = made(["on 31 Oct", "ober 20", "25, at 1100"], ["end"])
    after = changed_document(document, "31 October 2025", "30 September 2025")
    assert document_text(after) == "on 30 September 2025, at 1100\nend"
    assert runs(after, 0) == ["on 30 Septem", "ber 20", "25, at 1100"]


def test_runs_that_nothing_reaches_stay():
    document = made(["first ", "second ", "third"])
    assert runs(changed_document(document, "second", "2nd"), 0) == ["first ", "2nd ", "third"]


def test_a_text_may_be_put_at_the_end_of_a_paragraph():
    document = made(["first"], ["second"])
    assert document_text(changed_document(document, "first", "first.")) == "first.\nsecond"


def test_tabs_are_found_and_put_as_tabs():
    document = made(["To:\tMember States"])
    after = changed_document(document, "To:\tMember", "Copy\tto:\tMember")
    assert document_text(after) == "Copy\tto:\tMember States"
    assert after != document


def test_an_empty_text_for_a_whole_paragraph_removes_it():
    document = made(["first"], ["second"], ["third"])
    assert document_text(changed_document(document, "second", "")) == "first\nthird"


def test_lines_replace_paragraphs_and_those_too_many_are_new_ones():
    document = made(["first"], ["second"], ["third"])
    after = changed_document(document, "first\nsecond", "1st\n2nd\n2nd, too")
    assert document_text(after) == "1st\n2nd\n2nd, too\nthird"


def test_paragraphs_too_many_are_removed():
    document = made(["first"], ["second"], ["third"])
    assert document_text(changed_document(document, "first\nsecond", "both")) == "both\nthird"


@pytest.mark.parametrize("find", ["nowhere", "twice"])
def test_what_is_not_there_once_is_not_replaced(find):
    with pytest.raises(NotOnceError, match=find):
        changed_document(made(["twice"], ["twice"]), find, "put")
    with pytest.raises(NotOnceError, match=find):
        changed_text("twice, twice", find, "put")
