"""Where a finding is: both places, both raw texts, both values, and the paragraph's name."""

import pytest
from comparison.pairs import SOURCE, TARGET, changed, compared, found, letter, proofreader, side
from readers.package import docx, p, r

from circgen.findings import Location, in_order

WRONG_HOUR = {"ru": {"с 14 час. 00 мин.": "с 15 час. 00 мин."}}


def place_in(text, words):
    """Line and column of words, counted by hand as an editor does."""
    before = text[: text.index(words)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def only(findings):
    (finding,) = findings
    return finding


def test_a_finding_has_both_values_texts_and_places():
    finding = only(found(WRONG_HOUR))
    source, target = letter(SOURCE), changed(letter(TARGET), WRONG_HOUR["ru"])
    assert finding.source.value == "14:00-16:45"
    assert finding.source.text == "1400 to 1645 hours"
    assert finding.source.at == Location("workshop.en.txt", *place_in(source, "1400 to"))
    assert finding.target.value == "15:00-16:45"
    assert finding.target.text == "15 час. 00 мин. до 16 час. 45 мин."
    assert finding.target.at == Location("workshop.ru.txt", *place_in(target, "15 час."))
    assert finding.location == finding.target.at


def test_columns_count_characters_whatever_stands_before():
    """A tab, Cyrillic letters and characters outside of the basic plane are one column each."""
    change = {
        "ru": {"Второе заседание состоится": "𝒜 Второе заседание состоится", **WRONG_HOUR["ru"]}
    }
    finding = only(found(change))
    line = changed(letter(TARGET), change["ru"]).splitlines()[finding.target.at.line - 1]
    assert line[finding.target.at.column - 1 :].startswith("15 час. 00 мин.")


def test_what_is_missing_has_the_place_where_it_was_looked_for():
    finding = only(found({"ru": {" и 9 июля 2024 года": ""}}))
    assert finding.target.text == ""
    line, column = place_in(letter(TARGET), "Семинар-практикум поддерживают")
    assert finding.location == Location("workshop.ru.txt", line, column)
    assert finding.source.at == Location(
        "workshop.en.txt", *place_in(letter(SOURCE), "9 July 2024")
    )


def test_what_is_added_has_its_own_place():
    more = "9 июля 2024 года и 12 июля 2024 года"
    change = {"и 9 июля 2024 года": f"и {more}"}
    finding = only(found({"ru": change}))
    text = changed(letter(TARGET), change)
    assert finding.location == Location("workshop.ru.txt", *place_in(text, "12 июля"))


def test_windows_line_ends_count_as_one():
    text = changed(letter(TARGET), WRONG_HOUR["ru"])
    plain = only(compared(letter(SOURCE), text))
    windows = only(compared(letter(SOURCE), text.replace("\n", "\r\n")))
    assert windows.target.at == plain.target.at


def test_a_byte_order_mark_moves_nothing():
    text = changed(letter(TARGET), WRONG_HOUR["ru"])
    plain = only(compared(letter(SOURCE), text))
    marked = only(compared(letter(SOURCE), text.encode("utf-8-sig")))
    assert marked.target.at == plain.target.at


def test_the_paragraph_is_named_by_its_number_in_the_letter():
    numbers = {f"{n}\t": f"{n + 10}\t" for n in range(1, 8)}

    def renumbered(text):
        for old, new in numbers.items():
            text = text.replace(f"\n{old}", f"\n{new}")
        return text

    change = changed(letter(TARGET), WRONG_HOUR["ru"])
    findings = compared(renumbered(letter(SOURCE)), renumbered(change))
    assert [each.paragraph for each in findings if each.rule == "hours"] == ["12"]


def document(text):
    """A text letter as a DOCX: a paragraph a line, empty ones left out."""
    tab = "</w:t><w:tab/><w:t>"
    return docx("".join(p(r(line.replace("\t", tab))) for line in text.splitlines() if line))


def test_in_a_document_the_place_is_its_paragraph():
    text = changed(letter(TARGET), WRONG_HOUR["ru"])
    one = side(document(letter(SOURCE)), SOURCE, "source.docx")
    two = side(document(text), TARGET, "target.docx")
    finding = only(in_order(proofreader().compare(one, [two])))
    full = [line for line in text.splitlines() if line]
    count = next(n for n, line in enumerate(full, 1) if line.startswith("2\t"))
    assert finding.target.at == Location("target.docx", paragraph=count)
    assert str(finding.target.at) == f"target.docx:¶{count}"
    assert str(finding.source.at).startswith("source.docx:¶")


def test_a_text_and_a_document_are_compared_alike():
    text = changed(letter(TARGET), WRONG_HOUR["ru"])
    finding = only(
        proofreader().compare(
            side(letter(SOURCE), SOURCE), [side(document(text), TARGET, "target.docx")]
        )
    )
    assert (finding.source.value, finding.target.value) == ("14:00-16:45", "15:00-16:45")
    assert finding.source.at.line
    assert finding.target.at.paragraph


# --- what a finding says


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (WRONG_HOUR, ["2:", "14:00-16:45", "15:00-16:45", "(en)", "(ru)"]),
        ({"ru": {" и 9 июля 2024 года": ""}}, ["4:", "2024-07-09", "missing", "(ru)"]),
        ({"ru": {"drop": "4\t"}}, ["paragraph 4", "missing"]),
        ({"ru": {"drop": "–\tАссоциированным"}}, ["addressee 3", "missing"]),
    ],
)
def test_a_message_names_the_place_both_values_and_both_languages(change, words):
    finding = only(found(change))
    assert [word for word in words if word not in finding.message] == []
    assert finding.help


def test_an_unknown_acronym_names_the_glossary_and_the_files_it_stands_in():
    finding = only(found({"ru": {"пилотных проекта": "пилотных проекта ЖЦГ"}}))
    assert "ЖЦГ" in finding.message
    assert "acronyms" in finding.help
    assert "templates/en/language.yaml" in finding.help
    assert "templates/ru/language.yaml" in finding.help


def test_a_name_that_only_one_letter_has_names_the_glossaries():
    finding = only(found({"ru": {"поддерживают 20": "при участии ЮНЕСКО поддерживают 20"}}))
    assert (finding.rule, finding.level) == ("name", "warning")
    assert "glossary" in finding.help
    assert "templates/en/" in finding.help
    assert "templates/ru/" in finding.help


def test_two_documents_in_one_language_are_named_by_their_files():
    other = changed(letter(SOURCE), {"from 1400": "from 1500"})
    one, two = side(letter(SOURCE), SOURCE, "before.txt"), side(other, SOURCE, "after.txt")
    messages = [each.message for each in proofreader().compare(one, [two]) if each.rule == "hours"]
    assert len(messages) == 1
    assert "before.txt" in messages[0]
    assert "after.txt" in messages[0]


def test_every_target_is_compared_with_the_source():
    wrong = changed(letter(TARGET), WRONG_HOUR["ru"])
    source, right, other = (
        side(letter(SOURCE), SOURCE),
        side(letter(TARGET), TARGET, "right.txt"),
        side(wrong, TARGET, "wrong.txt"),
    )
    findings = list(proofreader().compare(source, [right, other, right]))
    assert [each.location.file for each in findings] == ["wrong.txt"]
