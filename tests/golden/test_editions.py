"""What must hold of every edition of every example, whatever its words are."""

import re
import unicodedata

import pytest
from golden.expected import missing, without_markdown
from golden.shelves import EDITIONS, EXAMPLES

from circgen.library import Library
from circgen.project import find_project

# Styles of a letter whose paragraphs depend on the facts, not on the customs of a language.
SHARED_STYLES = {
    "Circular Paragraph", "Circular Continuation", "Circular Bullet", "Circular Item",
    "Circular Recipient", "Circular Annex Heading", "Circular Annex Title", "Circular Annex Text",
    "Circular Table Heading", "Circular Table Text", "heading 1", "heading 2", "heading 3",
}  # fmt: skip

# What no letter has, unless a fact has it.
BLEMISHES = {
    "a mark of the composer, or another private-use character": r"[\ue000-\uf8ff⟦⟧]",
    "a tag of the templates": r"\{\{|\}\}|\{%|%\}|\{#|#\}",
    "a value that is none": r"\b(None|undefined|Undefined|null|True|False|nan)\b",
    "two spaces": r"[ \u00a0]{2,}",
    "a space at the end of a line": r"[ \u00a0]$",
    "a doubled full stop": r"\.\.",
    "doubled punctuation": r"[,;:][,;:.]",
    "a space before punctuation": r"[ \u00a0][,.;:!?)](?!\w)",
    "a space after an opening bracket": r"\([ \u00a0]",
    "empty brackets or quotes": r"\(\)|\"\"",
    "an empty item": r"(?m)^[•–\d.]+\t?$",
    "a field of a pattern": r"\{\w*\}",
    "a placeholder": r"(?i)\b(todo|fixme|xxx|lorem)\b",
}

edition_of_each = pytest.mark.parametrize("edition", EDITIONS, ids=str)
several = [example for example in EXAMPLES if len(example.languages) > 1]


@edition_of_each
def test_every_fact_of_the_file_is_in_every_edition(rendered, edition):
    assert missing(edition, rendered.text(edition)) == []


@edition_of_each
@pytest.mark.parametrize("digits", [r"\d(?=\d\d?\b)", r"\d\b"], ids=["first", "last"])
def test_the_search_for_facts_notices_other_digits(rendered, edition, digits):
    page = re.sub(digits, lambda found: str((int(found[0]) + 1) % 10), rendered.text(edition))
    assert missing(edition, page) != []


@edition_of_each
def test_the_docx_has_the_words_of_the_text_in_the_same_order(rendered, edition):
    document = rendered.document(edition)
    text = rendered.text(edition).replace("\n", " ").replace("\t", " ").split(" ")
    assert [word for word in document.words() if word] == [word for word in text if word]


@edition_of_each
def test_the_paragraphs_are_numbered_from_1(rendered, edition):
    document = rendered.document(edition)
    marks = [paragraph.mark for paragraph in document.styled("Circular Paragraph")]
    assert marks == [str(number) for number in range(1, len(marks) + 1)]
    assert marks


@edition_of_each
def test_every_run_of_the_docx_is_in_the_language_of_the_edition(rendered, edition):
    document = rendered.document(edition)
    languages = {piece.language for p in document.paragraphs for piece in p.pieces}
    assert languages == {edition.example.shelf.pack(edition.language)["tag"]}
    assert document.properties["language"] in languages


@edition_of_each
def test_no_run_of_the_docx_is_formatted_by_hand(rendered, edition):
    document = rendered.document(edition)
    assert {f for p in document.paragraphs for piece in p.pieces for f in piece.format} == set()


@edition_of_each
def test_an_edition_has_no_blemishes(rendered, edition):
    lines = without_facts(rendered.text(edition), edition).splitlines()
    found = [
        (blemish, line)
        for blemish, pattern in BLEMISHES.items()
        for line in lines
        if re.search(pattern, line)
    ]
    assert found == []


@edition_of_each
def test_no_word_mixes_scripts(rendered, edition):
    page = without_facts(rendered.text(edition), edition, all_of_them=True)
    words = re.findall(r"[^\W\d_]+", page)
    assert [word for word in words if len({script(letter) for letter in word}) > 1] == []


@pytest.mark.parametrize("example", several, ids=lambda example: example.name)
def test_all_editions_have_the_same_paragraphs_bullets_cells_and_addressees(rendered, example):
    editions = [edition for edition in EDITIONS if edition.example is example]
    shapes = {
        edition.language: [
            (paragraph.style, paragraph.mark, paragraph.cell)
            for paragraph in rendered.document(edition).paragraphs
            if paragraph.style in SHARED_STYLES
        ]
        for edition in editions
    }
    first, *others = shapes.values()
    assert others == [first] * len(others)


@pytest.mark.parametrize("example", several, ids=lambda example: example.name)
def test_all_editions_have_the_same_paragraph_ids(rendered, example):
    templates = rendered.runs[example.shelf].out.parent / "templates"
    project = find_project(example.path.parent, templates if templates.is_dir() else None)
    library = Library(project)
    loaded = library.load(example.path)
    ids = [
        [paragraph.id for paragraph in library.compose(loaded, language).paragraphs]
        for language in example.languages
    ]
    assert ids == [ids[0]] * len(ids)
    assert len(ids[0]) == len(set(ids[0]))


@pytest.mark.parametrize("example", several, ids=lambda example: example.name)
def test_all_editions_lead_to_the_same_addresses(rendered, example):
    editions = [edition for edition in EDITIONS if edition.example is example]
    links = [
        [
            piece.link
            for paragraph in rendered.document(edition).paragraphs
            for piece in paragraph.pieces
            if piece.link
        ]
        for edition in editions
    ]
    assert [sorted(set(found)) for found in links] == [sorted(set(links[0]))] * len(links)


def script(letter):
    """Roughly: the first word of its name in Unicode."""
    return unicodedata.name(letter, "?").split()[0]


def without_facts(page, edition, *, all_of_them=False):
    """The page without those texts of the facts that have blemishes of their own."""
    texts = set(leaves(edition.example.facts))
    for annex in edition.example.facts.get("annexes", []):
        file = edition.example.path.parent / annex["file"][edition.language]
        texts.update(file.read_text("utf-8").split("\n\n"))
    for text in sorted(shown(texts), key=len, reverse=True):
        blemished = any(re.search(pattern, text) for pattern in BLEMISHES.values())
        if blemished or (all_of_them and len(text) > 2):
            page = page.replace(text, "·")
    return page


def shown(texts):
    """The texts as they stand on a page, those of paragraphs and annexes without their Markdown."""
    for text in texts:
        yield " ".join(text.split())
        yield from without_markdown(text)


def leaves(value):
    """Every text of the facts."""
    match value:
        case dict():
            for inner in value.values():
                yield from leaves(inner)
        case list():
            for inner in value:
                yield from leaves(inner)
        case str():
            yield value
