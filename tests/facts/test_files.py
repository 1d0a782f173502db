"""Files that are no text, or not the text that an editor shows."""

import pytest
from facts.loading import findings, read

from circgen.facts.source import MAX_BYTES
from circgen.findings import Finding, Location

MEETING = """series: common
number: 1
issued: 2025-09-01
sessions: {date: 2025-10-31}
"""
WRONG = MEETING + "topic: {ru: о городах, en: on cities}\ncontact: {email: nobody}\n"
NOBODY = Finding(
    Location("facts.yaml", 6, 18),
    "email",
    "`nobody` is not an e-mail address",
    "write it as name@itu.int",
)


def not_utf8(line: int, column: int, byte: int) -> tuple[Finding]:
    message = f"byte 0x{byte:02X} is not UTF-8"
    at = Location("facts.yaml", line, column)
    return (Finding(at, "encoding", message, "save the file as UTF-8"),)


def test_a_file_in_another_encoding_is_a_finding_at_the_first_byte_that_tells():
    data = (MEETING + "topic: {ru: о городах}\n").encode("cp1251")
    assert findings(data) == not_utf8(5, 13, 0xEE)


def test_the_column_of_a_byte_that_is_not_utf8_counts_characters():
    data = MEETING.encode() + "topic: {ru: о городах, en: ".encode() + b"caf\xe9}\n"
    assert findings(data) == not_utf8(5, 31, 0xE9)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_a_file_in_utf16_or_utf32_is_a_finding(encoding):
    first, *others = findings(WRONG.encode(encoding))
    assert first.location.line == 1
    assert {finding.rule for finding in (first, *others)} <= {"encoding", "character"}


def test_a_file_cut_off_inside_a_character_is_a_finding():
    data = (MEETING + "acronym: Города").encode()[:-1]
    assert findings(data) == not_utf8(5, 15, 0xD0)


def test_a_word_document_is_a_finding():
    (finding,) = findings(b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xdf\xff")
    assert (finding.location.line, finding.rule) == (1, "encoding")


def test_a_file_over_the_limit_is_a_finding_without_being_read():
    data = b"\xff" * (MAX_BYTES + 1)
    message = f"{MAX_BYTES + 1:,} bytes is too large"
    assert findings(data) == (
        Finding(
            Location("facts.yaml"),
            "too-large",
            message,
            f"a file may have {MAX_BYTES:,} bytes at most",
        ),
    )


def test_a_file_of_exactly_the_limit_is_read():
    data = MEETING.encode()
    assert findings(data + b"#" * (MAX_BYTES - len(data))) == ()


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no mark", "byte order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_line_ends_and_a_byte_order_mark_change_neither_facts_nor_places(mark, end):
    def saved(text):
        return (mark + text.replace("\n", end)).encode()

    assert findings(saved(WRONG)) == (NOBODY,)
    assert read(saved(MEETING)).facts == read(MEETING).facts


def test_a_second_byte_order_mark_is_a_finding():
    (finding,) = findings("\ufeff\ufeff" + MEETING)
    assert finding.location == Location("facts.yaml", 1, 1)
    assert finding.rule == "character"


@pytest.mark.parametrize(
    ("character", "told"),
    [
        ("\x00", "U+0000"),
        ("\x07", "U+0007"),
        ("\x0b", "U+000B"),
        ("\x0c", "U+000C"),
        ("\x1b", "U+001B"),
        ("\x7f", "U+007F"),
        ("\x9f", "U+009F"),
        ("\u202e", "U+202E (right-to-left override)"),
        ("\u2028", "U+2028 (line separator)"),
        ("\u2029", "U+2029 (paragraph separator)"),
        ("\x85", "U+0085"),
        ("\ue000", "U+E000"),
        ("\uf8ff", "U+F8FF"),
        ("\ufeff", "U+FEFF (zero width no-break space)"),
        ("\ufffe", "U+FFFE"),
        ("\uffff", "U+FFFF"),
        ("\U0001ffff", "U+1FFFF"),
        ("\U000f0000", "U+F0000"),
        ("\U0010ffff", "U+10FFFF"),
    ],
)
def test_a_character_that_cannot_be_printed_is_a_finding_where_it_stands(character, told):
    data = MEETING + "topic:\n  ru: города\n  en: Горо" + character + "да\n"
    assert findings(data) == (
        Finding(
            Location("facts.yaml", 7, 11),
            "character",
            f"{told} cannot stand in a circular",
            "delete it",
        ),
    )


def test_characters_that_cannot_be_printed_are_found_in_comments_too():
    (finding,) = findings(MEETING + "# \x00\n")
    assert finding.location == Location("facts.yaml", 5, 3)


def test_every_such_line_is_found_at_once():
    found = findings(MEETING + "topic: {en: \x01, ru: \x02}\nacronym: \x03\n")
    assert [str(finding.location) for finding in found] == ["facts.yaml:5:13", "facts.yaml:6:10"]


@pytest.mark.parametrize("text", ["\t", "a\tb", "🏙", "e\u0301", "\u200f", "\u2066a\u2069", "\xad"])
def test_other_characters_are_left_alone(text):
    assert findings(MEETING + f'topic: {{en: "a{text}b", ru: "а{text}б"}}\n') == ()


def test_a_tab_before_the_place_counts_as_one_column():
    (finding,) = findings(MEETING + "contact:\t{email:\tnobody}\n")
    assert finding.location == Location("facts.yaml", 5, 18)


def test_a_long_value_is_cut_in_the_message():
    long = "x" * 5000
    for line in (f"website: {long}", f"ordinal: {long}", f"{long}: 1", f"zone: {long}"):
        (finding,) = findings(MEETING + line)
        assert len(finding.message) < 150


def test_a_value_that_takes_long_to_look_at_is_no_obstacle():
    """Regular expressions that go back again and again would not come to an end."""
    for value in ("a@" + "a-" * 100_000, "1 " * 200_000, "https://" + "a." * 100_000 + "/%"):
        assert findings(MEETING + f"contact: {{email: {value}}}\nwebsite: {value}\n")
        assert findings(MEETING + f"contact: {{tel: {value}}}\n")


def test_a_number_of_a_thousand_digits_is_a_finding():
    (finding,) = findings(MEETING + "ordinal: " + "9" * 10_000 + "\n")
    assert finding.rule == "number"


def test_facts_of_several_files_are_reported_in_the_order_of_their_places(tmp_path):
    from circgen.report import report

    found = []
    for name in ("b.yaml", "a.yaml"):
        path = tmp_path / name
        path.write_text(WRONG + "website: none\n", encoding="utf-8")
        found += reversed(findings(path.read_bytes(), str(path)))
    lines = [line for line in report(found).splitlines() if line.startswith(str(tmp_path))]
    assert [line.removeprefix(f"{tmp_path}/").split(" error")[0] for line in lines] == [
        "a.yaml:6:18:",
        "a.yaml:7:10:",
        "b.yaml:6:18:",
        "b.yaml:7:10:",
    ]
    assert report(found).endswith("\n4 errors\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_the_caret_stands_under_the_value(tmp_path, end):
    from circgen.report import report

    path = tmp_path / "facts.yaml"
    wrong = MEETING + "initiative:\t{name: {en: City, ru: Город}, supporters: many}\n"
    path.write_bytes(wrong.replace("\n", end).encode())
    told = report(findings(path.read_bytes(), str(path)))
    _, line, caret, *_ = told.splitlines()
    assert line == "    5 | initiative:\t{name: {en: City, ru: Город}, supporters: many}"
    assert (
        caret
        == "      |            \t" + " " * len("{name: {en: City, ru: Город}, supporters: ") + "^"
    )
