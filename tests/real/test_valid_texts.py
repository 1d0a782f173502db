"""Texts that somebody types into a facts file: printed as they are, or refused with their place.

Both validators look at every letter that is printed: all texts of a test stand in one letter.
"""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from real import validators
from writers.conftest import ROOT
from writers.example import ARABIC, CHINESE, ENGLISH, paragraph
from writers.reading import Opened
from writers.soundness import problems
from writers.texts import rows, texts

from circgen.editions import Press
from circgen.findings import FindingsError
from circgen.library import Library
from circgen.project import find_project
from circgen.writers.docx import Letterhead, docx

FACTS = """\
series: u4ssc
number: 81
study_period: 2025-2028
issued: 2025-10-15
editions: [en, ru]
ordinal: 9
sessions:
  - {date: 2025-10-31, hours: 11:00-12:00}
objectives:
"""
FIRST_LINE = len(FACTS.splitlines()) + 1
PRESS = Press(Library(find_project(ROOT)))


def facts(said):
    """A facts file with these texts as objectives, in both languages; two lines each."""
    lines = (
        f"  - en: {json.dumps(text, ensure_ascii=False)}\n    ru: {json.dumps(text, ensure_ascii=False)}\n"
        for text in said
    )
    return (FACTS + "".join(lines)).encode()


def letters(folder, data):
    """The documents that a facts file makes."""
    file = folder / "texts.yaml"
    file.write_bytes(data)
    made = PRESS.editions(file, (), ("docx",)).files
    for name, contents in made.items():
        (folder / name).write_bytes(contents)
    assert len(made) == 2
    return [folder / name for name in made]


def bullets(file):
    """The bullets of a letter, without the punctuation that ends them."""
    lines = Opened(file.read_bytes()).lines()
    return [text[:-1] for name, _, text in lines if name == "Circular Bullet"]


def folded(text):
    """A text as a letter prints it: on one line, however it was typed."""
    return re.sub("[ \t\r\n]+", " ", text)


def assert_printed(folder, said):
    """The texts are printed in all languages, and nobody finds anything in the documents."""
    files = letters(folder, facts(said))
    for file in files:
        assert bullets(file) == [folded(text) for text in said]
        assert problems(file.read_bytes()) == []
    assert validators.audit(files) == {}
    return files


def test_every_character_of_unicode_is_printed_and_valid(tmp_path):
    # A file of facts may have a million bytes.
    all_rows = [f"({row})" for row in rows(2048)]
    for number, at in enumerate(range(0, len(all_rows), 55)):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert_printed(folder, all_rows[at : at + 55])


def test_microsofts_sdk_finds_nothing_in_all_of_unicode(tmp_path):
    letterhead = Letterhead.open(ROOT / "templates" / "letterhead.docx")
    files = []
    for letter in (ENGLISH, ARABIC, CHINESE):
        said = (paragraph(number, "p", row) for number, row in enumerate(rows(), 1))
        files.append(tmp_path / f"{letter.language}.docx")
        files[-1].write_bytes(docx(letter._replace(paragraphs=tuple(said)), letterhead))
    assert validators.sdk(files) == {}


def test_any_texts_are_printed_and_valid(tmp_path_factory):
    files = []

    @settings(max_examples=8, deadline=None, derandomize=True, database=None)
    @given(said=st.lists(texts().map("({})".format), min_size=30, max_size=60))
    def print_them(said):
        files.extend(assert_printed(tmp_path_factory.mktemp("texts"), said))

    print_them()
    assert len(files) >= 16
    assert validators.sdk(files) == {}


TYPED = {
    "a tab": "x\ty",
    "line ends": "x\r\n\n y",
    "spaces at the ends of what is quoted": "(  x  )",
    "a mark alone": "(\u0301)",
    "a word of 10,000 letters": "w" * 10_000,
    "10,000 marks on a letter": "(e" + "\u0301" * 10_000 + ")",
    "a family": "(\U0001f468\u200d\U0001f469\u200d\U0001f467)",
    "a flag and half a flag": "(\U0001f1e8\U0001f1ed\U0001f1e8)",
    "isolates that never end": "(\u2067\u2066\u05d0)",
    "Hangul in parts": "(\u1112\u1161\u11ab)",
    "a control picture": "(\u2400)",
    "the last character": "(\U000e01ef)",
}


def test_what_is_odd_is_printed_and_valid(tmp_path):
    files = assert_printed(tmp_path, TYPED.values())
    assert validators.sdk(files) == {}


# --- what is refused

UNPRINTABLE = {
    "\x00": "U+0000",
    "\x07": "U+0007",
    "\x7f": "U+007F",
    "\x85": "U+0085",
    "\u2028": "U+2028 (line separator)",
    "\u202e": "U+202E (right-to-left override)",
    "\ue000": "U+E000",
    "\uf8ff": "U+F8FF",
    "\ufdd0": "U+FDD0",
    "\ufeff": "U+FEFF (zero width no-break space)",
    "\ufffe": "U+FFFE",
    "\U0001ffff": "U+1FFFF",
    "\U000f0000": "U+F0000",
    "\U0010fffd": "U+10FFFD",
}


def refused(folder, data):
    """What is said of a facts file that makes no letter."""
    file = folder / "texts.yaml"
    file.write_bytes(data)
    with pytest.raises(FindingsError) as caught:
        PRESS.editions(file, (), ("docx",))
    return [
        (each.location.line, each.location.column, each.message) for each in caught.value.findings
    ]


@pytest.mark.parametrize(("character", "named"), UNPRINTABLE.items(), ids=UNPRINTABLE.values())
def test_a_character_that_cannot_be_printed_is_refused_where_it_stands(tmp_path, character, named):
    data = (FACTS + f'  - en: "one"\n    ru: "ab{character}c"\n').encode()
    said = f"{named} cannot stand in a circular"
    assert refused(tmp_path, data) == [(FIRST_LINE + 1, 12, said)]


@pytest.mark.parametrize(
    "character",
    [each for each in UNPRINTABLE if ord(each) < 0x10000 and each not in "\ufdd0\ufffe"],
)
def test_one_that_is_typed_as_an_escape_is_refused_where_the_text_stands(tmp_path, character):
    data = (FACTS + f'  - en: "one"\n    ru: "ab\\u{ord(character):04x}c"\n').encode()
    said = f"{UNPRINTABLE[character]} cannot stand in a circular"
    assert refused(tmp_path, data) == [(FIRST_LINE + 1, 9, said)]


@pytest.mark.parametrize("half", [b"\xed\xa0\x80", b"\xed\xbf\xbf"], ids=["D800", "DFFF"])
def test_half_a_character_is_refused_where_it_stands(tmp_path, half):
    data = FACTS.encode() + b'  - en: "one"\n    ru: "ab' + half + b'c"\n'
    assert refused(tmp_path, data) == [(FIRST_LINE + 1, 12, "byte 0xED is not UTF-8")]


@pytest.mark.parametrize("half", ["d800", "dfff"])
def test_half_a_character_as_an_escape_is_refused_where_it_stands(tmp_path, half):
    data = (FACTS + f'  - en: "one"\n    ru: "ab\\u{half}c"\n').encode()
    [(line, column, message)] = refused(tmp_path, data)
    assert (line, column) == (FIRST_LINE + 1, 14)
    assert "invalid Unicode character escape code" in message
