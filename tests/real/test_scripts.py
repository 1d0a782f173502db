"""Letters from right to left, and letters without spaces between words, on paper.

There is no pack of such a language yet: what is tried is what circgen makes of their letters.
LibreOffice, a PDF reader and fonts must be there (scripts/real_tools.sh installs them): without
them these tests fail.
"""

import re
import subprocess

import pytest
from real import validators
from real.office import run
from real.pages import folded, printed
from writers.conftest import ROOT
from writers.example import png
from writers.other_scripts import LONG_CHINESE, WHOLE_ARABIC, WHOLE_CHINESE
from writers.soundness import problems

from circgen.writers.docx import Letterhead, docx

LETTERS = {"arabic": WHOLE_ARABIC, "chinese": WHOLE_CHINESE}
LEFT_MARGIN, RIGHT_MARGIN = 53.85, 595.3 - 53.85
CELL_MARGIN = 5.4
HAN = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    letterhead = Letterhead.open(ROOT / "templates" / "letterhead.docx")
    folder = tmp_path_factory.mktemp("scripts")
    files = {}
    for name, letter in LETTERS.items():
        files[name] = folder / f"{name}.docx"
        files[name].write_bytes(docx(letter, letterhead))
        with_logo = folder / f"{name}-logo.docx"
        with_logo.write_bytes(docx(letter, letterhead, png(300, 100)))
    return files


@pytest.fixture(scope="module")
def papers(documents):
    folder = next(iter(documents.values())).parent
    found = printed(list(documents.values()), folder)
    return {name: found[file] for name, file in documents.items()}


@pytest.fixture(scope="module")
def arabic(papers):
    """The lines of the Arabic letter by what they say; a PDF has it from left to right."""
    return papers["arabic"].lines


def with_words(lines, words, page=1):
    """The first line that says this, typed as it is read; ligatures come as they are stored."""
    wanted = folded(words)[::-1]
    return next(each for each in lines if each.page == page and wanted in folded(each.text))


def test_both_validators_find_nothing(documents):
    folder = next(iter(documents.values())).parent
    files = sorted(folder.glob("*.docx"))
    assert len(files) == 4
    assert validators.audit(files) == {}
    assert validators.sdk(files) == {}
    assert [problems(file.read_bytes()) for file in files] == [[]] * 4


@pytest.mark.parametrize(("name", "language"), [("arabic", "ar"), ("chinese", "zh-CN")])
def test_the_pdf_has_its_language_and_two_pages(papers, name, language):
    assert (papers[name].language, papers[name].count) == (language, 2)


# --- from right to left


def test_labels_stand_on_the_right_then_values_then_addressees(arabic):
    label, value = with_words(arabic, "الموضوع:"), with_words(arabic, "التاسع")
    assert RIGHT_MARGIN - CELL_MARGIN - 1 < label.right < RIGHT_MARGIN + 1
    assert value.right < label.left
    reference, recipient = with_words(arabic, "الرسالة"), with_words(arabic, "إدارات الدول")
    assert abs(reference.right - value.right) < 1
    assert recipient.right < reference.left


@pytest.mark.parametrize(
    "words", ["الدولي", "تحية طيبة", "من أجل مدن", "فائق التقدير", "(توقيع)", "سيزو", "الملحقات"]
)
def test_lines_begin_at_the_right_margin(arabic, words):
    assert abs(with_words(arabic, words).right - RIGHT_MARGIN) < 1


def test_the_date_stands_on_the_left(arabic):
    assert abs(with_words(arabic, "جنيف،").left - LEFT_MARGIN) < 1


@pytest.mark.parametrize(
    ("mark", "words", "page"),
    [
        ("1", "يسرني", 1),
        ("2", "داف:", 1),
        ("•", "خطة", 1),
        ("–", "إدارات", 1),
        (".1", "أظهر", 2),
    ],
)
def test_numbers_and_bullets_stand_to_the_right_of_their_words(arabic, mark, words, page):
    said = with_words(arabic, words, page)
    [marked] = [
        each
        for each in arabic
        if each.page == page and abs(each.top - said.top) < 4 and folded(each.text).endswith(mark)
    ]
    edge = RIGHT_MARGIN if mark != "–" else with_words(arabic, "إلى:").right
    assert abs(marked.right - edge) < 1
    if marked != said:
        assert said.right < marked.left


def test_columns_of_a_table_go_from_the_right(arabic):
    hotel, price = with_words(arabic, "الفندق", 2), with_words(arabic, "السعر", 2)
    assert price.right < hotel.left
    assert hotel.right > RIGHT_MARGIN - 2 * CELL_MARGIN - 1


def test_what_is_read_from_the_left_stays_in_one_piece(arabic):
    said = [folded(each.text) for each in arabic]
    assert "+41227306301" in said
    assert any("https://u4ssc.itu.int/" in each for each in said)
    # The words in brackets: the name first, that is on the right, then the day, the month, the year.
    assert any(re.search(r"2025\w+31،U4SSC", each) for each in said)


# --- without spaces


def test_a_font_has_the_signs(papers, documents):
    pdf = documents["chinese"].with_suffix(".pdf")
    signs = sorted(set(HAN.findall("".join(each.text for each in papers["chinese"].lines))))
    assert len(signs) > 100
    charset = " ".join(f"{ord(sign):x}" for sign in signs)
    able = subprocess.run(
        ["fc-list", f":charset={charset}", "family"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    used = run("pdffonts", pdf).stdout
    names = {folded(name) for name in re.split(r"[,\n]", able) if name}
    assert any(name in used for name in names), (names, used)


def test_lines_are_filled_as_no_line_waits_for_a_space(papers):
    lines = [each for each in papers["chinese"].lines if folded(each.text)[:8] in LONG_CHINESE]
    lines = [each for each in lines if len(folded(each.text)) > 20]
    assert len(lines) > 3
    for each in lines[:-1]:
        assert each.right > RIGHT_MARGIN - 2 * 11, each


def test_every_sign_is_on_paper_in_its_order(papers):
    said = folded("".join(each.text for each in papers["chinese"].on(1)))
    assert "国际电联（ITU）将举办“智慧可持续城市”（U4SSC）第9次会议。会议将于2025年10月31日" in said
    assert "事由：" in said
