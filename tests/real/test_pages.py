"""Letters on paper: each part stands where the secretariat has it, and pages break where they may.

The places of all letters are compared with accepted ones, tests/real/pages.json; `make accept-pages`
takes those of today. LibreOffice, a PDF reader and fonts must be there (scripts/real_tools.sh
installs them): without them these tests fail.
"""

import json
import re

import pytest
from real.pages import ACCEPTED, editions, folded, places, printed
from writers.conftest import ROOT
from writers.example import ANNEXED, ENGLISH, line, paragraph
from writers.reading import Opened

from circgen.document import Annex, Entry, ItemList, Paragraph, Table
from circgen.writers.docx import Letterhead, docx

# In points. Fonts of the same widths differ in the height of their lines, a little on each line.
SIDEWAYS, DOWN = 4, 9
MARGIN = 53.85
EXPECTED = json.loads(ACCEPTED.read_text("utf-8"))


@pytest.fixture(scope="module")
def letters(tmp_path_factory):
    """Every edition of every circular: its document."""
    return editions(tmp_path_factory.mktemp("letters"))


@pytest.fixture(scope="module")
def sheets(letters, tmp_path_factory):
    """The same on paper."""
    found = printed(list(letters.values()), tmp_path_factory.mktemp("pdf"))
    return {edition: found[file] for edition, file in letters.items()}


@pytest.fixture(scope="module")
def letterhead():
    return Letterhead.open(ROOT / "templates" / "letterhead.docx")


def place_of(found, beginning):
    """The place of the first paragraph of this style and number."""
    return next(place for name, place in found.items() if name.startswith(f"{beginning}:"))


# --- where things stand


def test_there_are_accepted_places_for_every_letter(letters):
    assert EXPECTED.keys() == letters.keys()


@pytest.mark.parametrize("edition", EXPECTED)
def test_every_paragraph_stands_where_it_was_accepted(letters, sheets, edition):
    found = places(letters[edition].read_bytes(), sheets[edition])
    expected = {
        name: tuple(map(int, place.split())) for name, place in EXPECTED[edition]["places"].items()
    }
    assert sheets[edition].count == EXPECTED[edition]["pages"]
    assert list(found) == list(expected)
    moved = {
        name: (place, expected[name])
        for name, place in found.items()
        if place.page != expected[name][0]
        or abs(place.left - expected[name][1]) > SIDEWAYS
        or abs(place.top - expected[name][2]) > DOWN
    }
    assert moved == {}


@pytest.mark.parametrize("edition", EXPECTED)
def test_the_reference_stands_at_the_margin_and_the_addressees_beside_it(letters, sheets, edition):
    found = places(letters[edition].read_bytes(), sheets[edition])
    labels = [place for name, place in found.items() if name.startswith("Label ")]
    reference, subject = labels[0], labels[-1]
    assert abs(reference.left - MARGIN) < 1
    assert abs(subject.left - MARGIN) < 1
    recipients = [place for name, place in found.items() if name.startswith("Recipient ")]
    assert len({each.left for each in recipients}) == 1
    assert recipients[0].left > sheets[edition].width / 3
    assert all(reference.top < each.top < subject.top for each in recipients)


@pytest.mark.parametrize("edition", EXPECTED)
def test_above_the_salutation_the_labels_and_the_subject_are_bold_and_nothing_else(
    letters, sheets, edition
):
    bold = ("Draft", "Letterhead", "Label", "Subject")
    lines = Opened(letters[edition].read_bytes()).lines()
    head = next(number for number, each in enumerate(lines) if each[0] == "Circular Salutation")
    expected = "".join(text for style, _, text in lines[:head] if style.endswith(bold))
    assert any(style == "Circular Subject" for style, _, _ in lines[:head])
    found = folded(sheets[edition].bold).casefold()
    expected = folded(expected).casefold()
    # Words of the body may be bold, too.
    assert found[: len(expected)] == expected
    salutation = folded(lines[head][2]).casefold()
    assert salutation not in found


@pytest.mark.parametrize("edition", EXPECTED)
def test_numbers_and_bullets_stand_at_the_margin_and_their_words_in_line(letters, sheets, edition):
    lines = sheets[edition].lines
    opened = Opened(letters[edition].read_bytes())
    found = places(letters[edition].read_bytes(), sheets[edition])
    at = {name.split(":")[0]: place for name, place in found.items()}
    counted = {}
    for style, mark, _ in opened.lines():
        counted[style] = counted.get(style, 0) + 1
        place = at.get(f"{style.removeprefix('Circular ')} {counted[style]}")
        if style not in {"Circular Paragraph", "Circular Bullet"} or place is None:
            continue
        marks = [
            each
            for each in lines
            if each.page == place.page
            and abs(each.top - place.top) < 3
            and abs(each.left - MARGIN) < 1
            and folded(each.text).startswith(mark)
        ]
        assert marks, f"{mark} {place}"


@pytest.mark.parametrize("edition", EXPECTED)
def test_the_first_page_has_the_address_and_later_ones_their_number(letters, sheets, edition):
    document, paper = Opened(letters[edition].read_bytes()), sheets[edition]
    footer = folded("".join(document.root("word/footer1.xml").itertext()))
    head = [folded(each) for each in document.root("word/header1.xml").itertext() if each.strip()]
    for page in range(1, paper.count + 1):
        said = paper.on(page)
        assert (folded(said[-1].text) == footer) == (page == 1)
        numbered = folded(said[0].text) == f"–{page}–"
        assert numbered == (page > 1)
        if numbered:
            assert folded(said[1].text) == head[-1]
            middle = (said[0].left + said[0].right) / 2
            assert middle == pytest.approx(paper.width / 2, abs=2)


@pytest.mark.parametrize("edition", EXPECTED)
def test_nothing_is_printed_beyond_the_margins(sheets, edition):
    paper = sheets[edition]
    for each in paper.lines:
        assert each.left > MARGIN - 1, each
        assert each.right < paper.width - MARGIN + 3, each
        assert each.bottom < paper.height - 20, each


@pytest.mark.parametrize("edition", EXPECTED)
def test_the_pdf_names_the_language_of_the_letter(letters, sheets, edition):
    core = Opened(letters[edition].read_bytes()).root("docProps/core.xml")
    assert sheets[edition].language == core.findtext("{*}language")


def test_an_annex_begins_a_page_and_the_letter_says_how_many_there_are(letters, sheets):
    seen = 0
    for edition, paper in sheets.items():
        lines = Opened(letters[edition].read_bytes()).lines()
        headings = [text for style, _, text in lines if style == "Circular Annex Heading"]
        notes = [text for style, _, text in lines if style == "Circular Annex Note"]
        assert [re.search(r"\d+$", note)[0] for note in notes] == [str(len(headings))] * bool(
            headings
        )
        for number, heading in enumerate(headings, 1):
            [page] = [each.page for each in paper.lines if folded(each.text) == folded(heading)]
            first = paper.on(page)[2]  # below the number of the page and of the circular
            assert folded(first.text) == folded(heading)
            assert (first.left + first.right) / 2 == pytest.approx(paper.width / 2, abs=2)
            assert re.match(rf"\w+\s{number} \(.*\)$", heading)
            seen += 1
    assert seen > 10


def test_the_english_letters_of_the_series_have_one_page(sheets):
    for edition in ("u4ssc-07.en", "u4ssc-09.en"):
        assert sheets[edition].count == 1


@pytest.mark.parametrize("edition", EXPECTED)
def test_a_signature_stands_on_the_page_of_the_closing_and_of_words_before_it(
    letters, sheets, edition
):
    found = places(letters[edition].read_bytes(), sheets[edition])
    page = place_of(found, "Closing 1").page
    names = list(found)
    closing = next(index for index, name in enumerate(names) if name.startswith("Closing 1"))
    signature = [place for name, place in found.items() if name.startswith("Sign")]
    assert {place.page for place in signature} == {page}
    assert found[names[closing - 1]].page == page


# --- letters that try the page


def filled(words, count):
    return " ".join(f"{words} {number}" for number in range(1, count + 1)) + "."


LONG_TITLE = ENGLISH._replace(
    subject=Entry("subject", "Subject:", (line(filled("a title that does not end", 14)),))
)
TWELVE_ADDRESSEES = ENGLISH._replace(
    recipients=(
        Entry("to", "To:", tuple(line(f"{filled('the members of group', 4)};") for _ in range(12))),
        *ENGLISH.recipients[1:],
    )
)
THIRTY_OBJECTIVES = ENGLISH._replace(
    paragraphs=(
        paragraph(
            1,
            "objectives",
            "The meeting will:",
            ItemList(tuple(line(f"objective {number};") for number in range(1, 31))),
        ),
        *(each._replace(number=each.number + 1) for each in ENGLISH.paragraphs[-3:]),
    )
)
FORTY_LINES = ENGLISH._replace(
    paragraphs=(
        paragraph(1, "opening", "Words."),
        paragraph(2, "long", filled("many words", 250)),
        paragraph(3, "last", "The last words."),
    )
)
SIX_PAGES = ANNEXED._replace(
    annexes=(
        Annex(
            line("ANNEX 1 (to TSB Circular 81)"),
            line("Long"),
            (
                *(Paragraph(line(filled(f"annex words of {n}", 40))) for n in range(22)),
                Table(
                    (line("Item"), line("Hours")),
                    tuple((line(f"item {n}"), line("1100")) for n in range(70)),
                ),
            ),
        ),
    )
)
TRYING = {
    "long-title": (LONG_TITLE, 1),
    "twelve-addressees": (TWELVE_ADDRESSEES, 2),
    "thirty-objectives": (THIRTY_OBJECTIVES, 2),
    "forty-lines": (FORTY_LINES, 2),
    "six-pages": (SIX_PAGES, 7),
}


@pytest.fixture(scope="module")
def tried(letterhead, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tried")
    files = {}
    for name, (circular, _) in TRYING.items():
        files[name] = folder / f"{name}.docx"
        files[name].write_bytes(docx(circular, letterhead))
    found = printed(list(files.values()), folder)
    return {name: (file.read_bytes(), found[file]) for name, file in files.items()}


@pytest.mark.parametrize("name", TRYING)
def test_what_is_long_is_printed_whole_on_as_many_pages_as_it_needs(tried, name):
    document, paper = tried[name]
    assert paper.count == TRYING[name][1]
    on_paper = folded("".join(each.text for each in paper.lines))
    for style, _, text in Opened(document).lines():
        for word in text.split():
            assert word in on_paper, f"{style}: {word}"
    for each in paper.lines:
        assert MARGIN - 1 < each.left < each.right < paper.width - MARGIN + 3, each


@pytest.mark.parametrize("name", TRYING)
def test_after_what_is_long_the_signature_is_in_company(tried, name):
    document, paper = tried[name]
    found = places(document, paper)
    page = place_of(found, "Closing 1").page
    assert {each.page for key, each in found.items() if key.startswith("Sign")} == {page}


def test_no_page_begins_or_ends_with_one_line_of_a_paragraph(tried):
    """Two lines at least stay together: the long paragraph goes over the page in the middle."""
    _, paper = tried["forty-lines"]
    words = [[each for each in paper.on(page) if "many words" in each.text] for page in (1, 2)]
    assert min(map(len, words)) >= 2


def test_a_table_repeats_its_headings_on_every_page(tried):
    _, paper = tried["six-pages"]
    pages = {each.page for each in paper.lines if re.match(r"item \d", each.text)}
    headed = {each.page for each in paper.lines if each.text == "Item"}
    assert len(pages) >= 2
    assert headed == pages


def assert_signed_in_company(letters, letterhead, folder):
    """The last paragraph, the closing, the signature and the note of annexes are on one page."""
    files = [folder / f"{name}.docx" for name in letters]
    for file, letter in zip(files, letters.values(), strict=True):
        file.write_bytes(docx(letter, letterhead))
    counts = set()
    for file, paper in printed(files, folder).items():
        found = places(file.read_bytes(), paper)
        numbered = [name for name in found if name.startswith("Paragraph ")]
        end = [place for name, place in found.items() if name.startswith(("Sign", "Annex Note"))]
        assert len(end) == (4 if "annexed" in file.stem else 3)
        together = {found[numbered[-1]], place_of(found, "Closing 1"), *end}
        assert len({place.page for place in together}) == 1, file.stem
        counts |= {place.page for place in together}
    assert counts == {1, 2}


def ended(letter, lines, paragraphs):
    """A letter with so many lines in so many paragraphs before the last one."""
    each, more = divmod(lines, paragraphs)
    words = ["\n".join(["line"] * (each + (number < more))) for number in range(paragraphs)]
    said = (paragraph(number, f"p{number}", text) for number, text in enumerate(words, 1))
    return letter._replace(paragraphs=(*said, paragraph(paragraphs + 1, "last", "The last words.")))


def test_a_signature_is_never_torn_wherever_the_page_ends(letterhead, tmp_path):
    """The letter grows line by line over the end of the page, with and without an annex."""
    letters = {
        f"{name}-{lines}": ended(letter, lines, 1)
        for lines in range(18, 36)
        for name, letter in {"plain": ENGLISH, "annexed": ANNEXED}.items()
    }
    assert_signed_in_company(letters, letterhead, tmp_path)


def test_a_signature_is_never_torn_where_libreoffice_first_begins_a_page(letterhead, tmp_path):
    """It does before the 26th paragraph, each row of a table counted as one."""
    letters = {
        f"annexed-{count}-{lines}": ended(ANNEXED, lines, count)
        for count in range(10, 18)
        for lines in range(20, 28)
    }
    assert_signed_in_company(letters, letterhead, tmp_path)
