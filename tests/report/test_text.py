"""Findings as people read them."""

import subprocess
import sys

import pytest
from report.made import EN, RU, hours, missing, paragraph, plain_one, wording

from circgen.findings import Evidence, Level, Location
from circgen.report import coloured, plain, report, summary
from circgen.report.quoting import width
from circgen.report.text import told


def lines(finding):
    """What is told of one finding, without the summary."""
    return report([finding]).splitlines()[:-2]


def columns(line):
    return [cell.strip() for cell in line.split("   ") if cell.strip()]


# --- findings of one file


def test_a_finding_of_a_facts_file_shows_its_line_with_a_caret(tmp_path):
    path = tmp_path / "facts.yaml"
    path.write_text("a: 1\nb: 2\nnumber: x\n", encoding="utf-8")
    finding = plain_one(location=Location(str(path), 3, 9), level=Level.WARNING)
    assert report([finding]) == (
        f"{path}:3:9: warning: number: 'x' is no number [number]\n"
        "    3 | number: x\n"
        "      |         ^\n"
        "      = a number\n"
        "\n"
        "1 warning\n"
    )


def test_the_colours_of_a_finding_are_those_of_its_level(tmp_path):
    path = tmp_path / "facts.yaml"
    path.write_text("number: x\n", encoding="utf-8")
    finding = plain_one(location=Location(str(path), 1, 9))
    assert report([finding], coloured) == (
        f"\x1b[1m{path}:1:9\x1b[0m: \x1b[31;1merror\x1b[0m: number: 'x' is no number [number]\n"
        "    1 | number: x\n"
        "      |         \x1b[31;1m^\x1b[0m\n"
        "      = \x1b[36ma number\x1b[0m\n"
        "\n"
        "1 error\n"
    )


def test_nothing_is_said_when_nothing_was_found():
    assert report([]) == ""


def test_findings_of_a_file_stand_together_in_the_order_of_their_places():
    found = [
        hours(location=paragraph("b.docx", 2)),
        plain_one(location=Location("c.yaml", 1)),
        hours(location=paragraph("a.docx", 10)),
        hours(location=paragraph("b.docx", 1)),
        hours(location=paragraph("a.docx", 9)),
    ]
    heads = [line.split(": ")[0] for line in report(found).splitlines() if ": error: " in line]
    assert heads == ["a.docx:¶9", "a.docx:¶10", "b.docx:¶1", "b.docx:¶2", "c.yaml:1"]


def test_the_summary_counts_errors_and_warnings():
    assert summary([hours(), missing(), plain_one()]) == "2 errors, 1 warning"


# --- what two documents say


def test_values_and_texts_of_two_documents_stand_in_columns():
    long = hours(source=Evidence("9:00", "at nine", paragraph("a-longer-name.docx", 9)))
    assert report([long]) == (
        "in/ru.docx:¶12: error: paragraph 1: 12:00-13:00 is 11:00-12:00 in the source [hours]\n"
        '      a-longer-name.docx:¶9   9:00          "at nine"\n'
        '      in/ru.docx:¶12          12:00-13:00   "с 12:00 до 13:00"\n'
        "      = correct one of them\n"
        "\n"
        "1 error\n"
    )


def test_columns_are_straight_beside_wide_letters_and_accents():
    wide = hours(source=Evidence("中文", "x", paragraph("é中.docx", 9)))
    _, first, second, _ = lines(wide)
    assert first == '      é中.docx:¶9      中文          "x"'
    assert second == '      in/ru.docx:¶12   12:00-13:00   "с 12:00 до 13:00"'


def test_what_is_not_there_is_said_to_be_not_found():
    _, source, target = lines(missing())
    assert columns(source) == [f"{EN}:¶14", '"All are welcome."']
    assert columns(target) == [RU, "nothing found"]


def test_a_value_without_its_counterpart_leaves_the_column_open():
    _, _, target, _ = lines(hours(target=Evidence("", "", Location(RU))))
    assert columns(target) == [RU, "-", "nothing found"]


def test_one_document_alone_can_be_told_of():
    assert len(lines(hours(source=None))) == 3


def test_a_text_that_is_its_value_is_not_told_twice():
    address = "https://itu.int/x"
    _, source, _, _ = lines(hours(source=Evidence(address, address, paragraph(EN, 9))))
    assert columns(source) == [f"{EN}:¶9", address]


def test_a_long_text_keeps_its_beginning_and_its_end():
    text = "from eleven " + "and so on " * 50 + "until twelve"
    _, source, _, _ = lines(hours(source=Evidence("11:00-12:00", text, paragraph(EN, 9))))
    assert len(source) < 130
    assert '"from eleven and' in source
    assert " … " in source
    assert source.endswith(' until twelve"')


def test_a_long_text_without_spaces_is_shortened_too():
    _, source, _, _ = lines(hours(source=Evidence("v", "x" * 1000, paragraph(EN, 9))))
    assert len(source) < 130


@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("\N{RIGHT-TO-LEFT OVERRIDE}", "<U+202E>"),
        ("\N{ZERO WIDTH SPACE}", "<U+200B>"),
        ("\N{SOFT HYPHEN}", "<U+00AD>"),
        ("\x1b", "<U+001B>"),
        ("\x9b", "<U+009B>"),
        ("\ue000", "<U+E000>"),
        ("\N{NO-BREAK SPACE}", " "),
        ("\N{NARROW NO-BREAK SPACE}", " "),
        ("\N{LINE SEPARATOR}", " "),
        ("\r\n\t", " "),
    ],
    ids=ascii,
)
def test_invisible_characters_of_documents_do_no_harm(character, shown):
    text = f"12{character}00"
    at = paragraph(RU, 12)
    told = report([hours(message=f"is {text}", target=Evidence(text, f"at {text}", at))])
    assert f"is 12{shown}00 [hours]" in told
    target = next(line for line in told.splitlines() if "at 12" in line)
    assert columns(target) == ["in/ru.docx:¶12", f"12{shown}00", f'"at 12{shown}00"']


def test_a_text_file_shows_its_line_below_the_evidence(tmp_path):
    path = tmp_path / "ru.txt"
    path.write_text("Раз.\nДва в 12:00, три.\n", encoding="utf-8")
    at = Location(str(path), 2, 7)
    finding = hours(location=at, target=Evidence("12:00", "в 12:00", at))
    _, _, target, line, caret, _ = lines(finding)
    assert target.endswith('12:00         "в 12:00"')
    assert line == "    2 | Два в 12:00, три."
    assert caret == "      |       ^"


def test_a_line_that_the_evidence_quotes_is_not_shown_again(tmp_path):
    path = tmp_path / "ru.txt"
    path.write_text("Раз.\n  Два в 12:00, три.\n", encoding="utf-8")
    at = Location(str(path), 2, 9)
    told = report([hours(location=at, target=Evidence("12:00", "Два в 12:00, три.", at))])
    assert told.count("Два в 12:00, три.") == 1


def test_one_evidence_at_the_line_that_is_shown_is_not_told(tmp_path):
    path = tmp_path / "ru.txt"
    path.write_text("Раз раз.\n", encoding="utf-8")
    at = Location(str(path), 1, 5)
    one = plain_one(location=at, target=Evidence("раз", "Раз раз", at), help="")
    assert lines(one)[1:] == ["    1 | Раз раз.", "      |     ^"]


def test_one_evidence_elsewhere_is_told_beside_the_line(tmp_path):
    path = tmp_path / "ru.txt"
    path.write_text("Раз раз.\n", encoding="utf-8")
    there = Location("a.yaml", 3, 4)
    one = plain_one(location=Location(str(path), 1, 5), target=Evidence("v", "t", there), help="")
    assert lines(one)[1] == '      a.yaml:3:4   v   "t"'


def test_blanks_that_were_found_are_not_nothing():
    _, _, target, _ = lines(hours(target=Evidence("", "\N{NO-BREAK SPACE}", paragraph(RU, 1))))
    assert target == '      in/ru.docx:¶1   -             " "'


# --- the line and its caret


def shown(tmp_path, line, column, columns=0):
    """The line that is shown, and the one with the caret, behind their margin."""
    path = tmp_path / f"{len(line)}.txt"  # a file is read once
    path.write_text(f"{line}\n", encoding="utf-8")
    finding = plain_one(location=Location(str(path), 1, column), help="")
    *_, text, caret = told(finding, plain, columns)
    return text.removeprefix("    1 | "), caret.removeprefix("      | ")


@pytest.mark.parametrize(
    ("line", "column", "blanks"),
    [
        ("日本語 x", 5, "       "),
        ("日本語 x", 2, "  "),
        ("е\u0301ж x", 5, "   "),
        ("е\u0301ж", 2, ""),  # the accent: below its letter
        ("اجتماع x", 8, "       "),
        ("مُحَمَّد x", 8, "   "),
        ("a\tb", 3, " \t"),
        ("a\u00a0b", 3, "  "),
        ("a\u200bb", 3, " " * 9),
    ],
    ids=ascii,
)
def test_the_caret_is_below_its_character_however_wide_the_others_are(
    tmp_path, line, column, blanks
):
    assert shown(tmp_path, line, column)[1] == f"{blanks}^"


def test_what_cannot_be_seen_has_a_name_in_the_line_too(tmp_path):
    assert shown(tmp_path, "a\u200bb\u00a0c", 1)[0] == "a<U+200B>b c"


def test_of_a_long_line_the_part_around_the_caret_is_shown(tmp_path):
    line = "".join(f"{number:04} " for number in range(100))
    assert shown(tmp_path, line, 1, 38) == ("0000 0001 0002 0003 0004 0005…", "^")
    assert shown(tmp_path, line, 251, 38) == ("…047 0048 0049 0050 0051 0052…", " " * 15 + "^")
    assert shown(tmp_path, line, 496, 38) == ("…094 0095 0096 0097 0098 0099", " " * 25 + "^")


def test_of_a_line_as_wide_as_the_terminal_nothing_is_left_out(tmp_path):
    assert shown(tmp_path, "x" * 30, 30, 38) == ("x" * 30, " " * 29 + "^")
    assert shown(tmp_path, "x" * 31, 31, 38) == ("…" + "x" * 29, " " * 29 + "^")


def test_a_long_line_of_wide_letters_fits_too(tmp_path):
    line, caret = shown(tmp_path, "語" * 90 + "x" + "語" * 90, 91, 38)
    assert width(line) <= 30
    assert line[len(caret) // 2] == "x"
    assert width(line.partition("x")[0]) == len(caret) - 1


def test_where_there_is_no_terminal_a_line_may_have_160_columns(tmp_path):
    line, _ = shown(tmp_path, "x" * 500, 250)
    assert (len(line), line[0], line[-1]) == (160, "…", "…")


def test_long_messages_are_folded_on_a_terminal():
    finding = plain_one(message="one two three four five", help="do this and that and more")
    assert list(told(finding, plain, 40)) == [
        "facts.yaml:3:7: error: one two three",
        "      four five [number]",
        "      = do this and that and more",
    ]
    assert list(told(finding, plain, 28)) == [
        "facts.yaml:3:7: error: one",
        "      two three four five",
        "      [number]",
        "      = do this and that and",
        "        more",
    ]
    assert list(told(finding, plain)) == [
        "facts.yaml:3:7: error: one two three four five [number]",
        "      = do this and that and more",
    ]


def test_evidence_leaves_out_what_a_terminal_has_no_room_for():
    text = "word " * 30
    finding = hours(source=Evidence("11:00-12:00", text, paragraph(EN, 9)))
    source = next(line for line in told(finding, plain, 80) if "word" in line)
    assert 70 < width(source) <= 80


# --- changed wording


def test_changed_wording_is_shown_word_by_word():
    assert lines(wording("Two cats sat.", "Two dogs sat.")) == [
        "in/ru.docx:¶20: warning: paragraph objectives: other words [wording]",
        "      [-data/a.yaml:5:3-] {+in/ru.docx:¶20+}",
        "      Two [-cats-]{+dogs+} sat.",
    ]


def test_changed_wording_is_red_and_green_in_colours():
    told = report([wording("Two cats sat.", "Two dogs sat.")], coloured)
    assert "Two \x1b[31;9mcats\x1b[0m\x1b[32;4mdogs\x1b[0m sat." in told
    assert "[-" not in told


def test_wording_with_other_spaces_alone_says_so():
    told = lines(wording("Two cats.", "Two\N{NO-BREAK SPACE} cats."))
    assert told[-1] == "      only spaces differ"


def test_wording_that_is_missing_in_one_document_is_told_like_anything_else():
    told = lines(wording("Two cats.", "")._replace(target=None))
    assert told[1:] == ['      data/a.yaml:5:3   "Two cats."']


# --- cold start


def test_text_is_reported_without_what_the_other_formats_need():
    code = (
        "import sys; from circgen.findings import *; from circgen.report import write;"
        "print(write([Finding(Location('a'), 'rule', 'message')]));"
        "print(*{'json', 'hashlib', 'difflib'} & set(sys.modules))"
    )
    ended = subprocess.run(
        [sys.executable, "-S", "-c", code],
        capture_output=True,
        check=True,
        text=True,
        cwd=__file__.partition("/tests/")[0],
    )
    assert ended.stdout == "a: error: message [rule]\n\n1 error\n\n\n"
