"""Documents against the facts that they were made from: `circgen compare --facts`."""

import io
import shutil
import zipfile
from functools import cache

import pytest
from comparison.pairs import ROOT
from golden.shelves import EDITIONS, SHELVES

from circgen.editions import Press
from circgen.findings import FindingsError, Location
from circgen.library import Library
from circgen.project import find_project
from circgen.proofreading import Proofreader

FACTS = """\
number: 17
study_period: 2025-2028
issued: 2026-02-03
issued_at: geneva
editions: [en, ru]
addressees: [member-states, sector-members]
signatory: {name: seizo-onoe, office: tsb-director}
event: workshop
ordinal: 4
topic: {en: on Digital Harbours, ru: по цифровым гаваням}
mode: virtual
working_languages: [en]
website: https://harbours.example.org/
sessions:
  - {date: 2026-05-20, hours: 09:30-12:30, zone: Europe/Zurich}
  - {date: 2026-05-22, hours: 14:00-16:45, zone: Europe/Zurich}
objectives:
  - {en: hear reports on cranes, ru: заслушать отчеты о кранах}
  - {en: discuss the next steps, ru: обсудить дальнейшие шаги}
registration: {mandatory: yes}
contact: {tel: +41 22 730 5111, email: harbours@example.org}
"""
CLOSING = {"en": "Yours faithfully", "ru": "С уважением"}


@pytest.fixture(scope="module")
def proofreader():
    return Proofreader(Library(find_project(ROOT)))


@pytest.fixture
def circular(proofreader, tmp_path):
    return Circular(proofreader, tmp_path, FACTS)


class Circular:
    """A facts file, and the documents that come out of it."""

    def __init__(self, proofreader, folder, facts):
        self.proofreader, self.facts = proofreader, facts
        self.path = folder / "harbours.yaml"
        self.path.write_text(facts, encoding="utf-8")

    def document(self, language="en", form="txt"):
        press = Press(self.proofreader.library)
        (data,) = press.editions(self.path, (language,), (form,)).files.values()
        return data

    def text(self, language="en"):
        return self.document(language).decode()

    def findings(self, *documents):
        """What is found in documents: bytes or texts."""
        sides = [
            self.proofreader.side_of(each.encode() if isinstance(each, str) else each, f"{n}.txt")
            for n, each in enumerate(documents, 1)
        ]
        loaded = self.proofreader.library.load(self.path)
        return list(self.proofreader.against_facts(loaded, sides))

    def line(self, start):
        """The number of the line of the facts file that begins so."""
        found = [n for n, line in enumerate(self.facts.splitlines(), 1) if line.startswith(start)]
        assert len(found) == 1
        return found[0]


def put(text, old, new):
    assert text.count(old) == 1, f"stands {text.count(old)} times: {old}"
    return text.replace(old, new)


def only(findings):
    (finding,) = findings
    return finding


# --- what was rendered says what the facts say


@cache
def project(shelf, folder):
    """The project of golden examples: files of their own beside those of the repository."""
    if not shelf.adds_words:
        return find_project(shelf.folder)
    templates = folder / "templates"
    shutil.copytree(ROOT / "templates", templates)
    shutil.copytree(shelf.added, templates, dirs_exist_ok=True)
    return find_project(shelf.folder, templates)


@pytest.fixture(scope="module")
def proofreaders(tmp_path_factory):
    return {
        shelf: Proofreader(Library(project(shelf, tmp_path_factory.mktemp(shelf.name))))
        for shelf in SHELVES
    }


@pytest.mark.parametrize("form", ["txt", "docx"])
@pytest.mark.parametrize("edition", EDITIONS, ids=str)
def test_a_rendered_document_says_its_facts(proofreaders, edition, form):
    reader = proofreaders[edition.example.shelf]
    path = edition.example.path
    printed = Press(reader.library).editions(path, (edition.language,), (form,))
    ((name, data),) = printed.files.items()
    document = reader.side_of(data, name)
    assert document.letter.language == edition.language
    assert list(reader.against_facts(reader.library.load(path), [document])) == []


# --- a fact that was changed by hand


def test_a_changed_hour_is_an_error_at_the_line_of_the_fact(circular):
    text = put(circular.text(), "from 1400 to 1645", "from 1500 to 1645")
    finding = only(circular.findings(text))
    assert (finding.rule, finding.level) == ("hours", "error")
    assert finding.source.value == "14:00-16:45"
    assert finding.source.at.file.endswith("harbours.yaml")
    assert finding.source.at.line == circular.line("  - {date: 2026-05-22")
    assert finding.source.at.column
    assert finding.target.value == "15:00-16:45"
    assert finding.location == finding.target.at
    assert finding.location.file == "1.txt"
    assert finding.paragraph == "opening"


@pytest.mark.parametrize(
    ("language", "old", "new", "rule", "start"),
    [
        ("en", "Geneva, 3\xa0February\xa02026", "Geneva, 4 February 2026", "date", "issued:"),
        ("ru", "3\xa0февраля 2026\xa0года", "3 марта 2026 года", "date", "issued:"),
        ("en", "22\xa0May 2026, from", "21 May 2026, from", "date", "  - {date: 2026-05-22"),
        ("ru", "17 БСЭ", "71 БСЭ", "circular-number", "number:"),
        ("en", "+41 22 730 5111", "+41 22 730 5112", "phone", "contact:"),
        ("en", "harbours@example.org", "harbour@example.org", "email", "contact:"),
        ("ru", "https://harbours.example.org/", "https://harbors.example.org/", "url", "website:"),
        ("ru", "на английском", "на французском", "name", "working_languages:"),
        ("en", "the Fourth Workshop", "the Fifth Workshop", "ordinal", "ordinal:"),
    ],
)
def test_a_changed_fact_is_an_error_at_its_line(circular, language, old, new, rule, start):
    findings = circular.findings(put(circular.text(language), old, new))
    finding = only(each for each in findings if each.rule == rule)
    assert finding.level == "error"
    assert finding.source.at.file.endswith("harbours.yaml")
    assert finding.source.at.line == circular.line(start)


def test_a_lost_fact_is_an_error_at_its_line(circular):
    text = put(circular.text(), ", from 1400 to 1645\xa0hours", "")
    finding = only(each for each in circular.findings(text) if each.level == "error")
    assert finding.rule == "hours"
    assert finding.source.at.line == circular.line("  - {date: 2026-05-22")
    assert finding.target.text == ""


def test_a_changed_fact_of_a_series_is_found_at_the_line_of_the_series(proofreader):
    path = ROOT / "data/meetings/u4ssc-09.yaml"
    printed = Press(proofreader.library).editions(path, ("en",), ("txt",))
    (text,) = printed.files.values()
    changed = put(text.decode(), "+41 22 730 5853", "+41 22 730 5835")
    document = proofreader.side_of(changed.encode(), "letter.txt")
    finding = only(proofreader.against_facts(proofreader.library.load(path), [document]))
    series = ROOT / "data/series/u4ssc.yaml"
    lines = series.read_text("utf-8").splitlines()
    assert finding.rule == "phone"
    assert finding.source.at.file.endswith("series/u4ssc.yaml")
    assert lines[finding.source.at.line - 1].strip().startswith("fax:")


def test_an_added_fact_is_an_error_of_the_document(circular):
    text = put(
        circular.text(), CLOSING["en"], "9\tThe hall closes at 1900 hours.\n\nYours faithfully"
    )
    errors = [each for each in circular.findings(text) if each.level == "error"]
    assert errors
    assert all(each.location.file == "1.txt" for each in errors)
    assert "added-paragraph" in {each.rule for each in errors}


def test_the_facts_changed_after_the_letter_was_rendered(circular):
    """It is the same whichever of the two was edited."""
    text = circular.text("ru")
    circular.path.write_text(FACTS.replace("14:00-16:45", "14:30-16:45"), encoding="utf-8")
    finding = only(each for each in circular.findings(text) if each.level == "error")
    assert (finding.source.value, finding.target.value) == ("14:30-16:45", "14:00-16:45")


# --- words that were changed by hand


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", "I am pleased to inform you", "I have the pleasure to inform you"),
        ("en", "hear reports on cranes", "hear long reports on cranes"),
        ("ru", "Имею честь сообщить вам", "С удовольствием сообщаю вам"),
    ],
)
def test_other_words_are_one_warning_with_both_texts(circular, language, old, new):
    finding = only(circular.findings(put(circular.text(language), old, new)))
    assert (finding.rule, finding.level) == ("wording", "warning")
    assert old in finding.source.text
    assert new in finding.target.text


def test_other_words_and_another_fact_are_both_said(circular):
    text = put(circular.text(), "I am pleased to inform you", "I have the pleasure to inform you")
    text = put(text, "from 1400 to 1645", "from 1500 to 1645")
    assert sorted(each.rule for each in circular.findings(text)) == ["hours", "wording"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", " Please note that registration is mandatory."),
        ("ru", " Просим учесть, что регистрация является обязательной."),
    ],
)
def test_a_lost_sentence_is_found(circular, language, sentence):
    findings = circular.findings(put(circular.text(language), sentence, ""))
    assert findings
    assert any(each.source and sentence.strip() in each.source.text for each in findings), (
        "some finding shows the sentence"
    )


def test_an_added_sentence_is_found(circular):
    more = "Badges are blue."
    text = circular.text()
    paragraph = next(line for line in text.splitlines() if line.startswith("2\t"))
    findings = circular.findings(put(text, paragraph, f"{paragraph} {more}"))
    assert any(each.target and more in each.target.text for each in findings)


def test_a_lost_paragraph_is_named_by_its_id(circular):
    text = circular.text()
    paragraph = next(line for line in text.splitlines() if line.startswith("2\t"))
    findings = circular.findings(text.replace(f"{paragraph}\n\n", ""))
    finding = only(each for each in findings if each.rule == "missing-paragraph")
    assert finding.paragraph == "languages"


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", "\xa0", " "),
        ("en", "from 1400 to 1645\xa0hours", "from 14:00 to 16:45 hours"),
        ("en", "from 1400 to 1645\xa0hours", "from 14.00 to 16.45 hours"),
        ("en", "https://harbours.example.org/", "https://harbours.example.org"),
        ("en", "+41 22 730 5111", "+41 22 7305111"),
        ("en", "Dear Sir/Madam,\n", "Dear Sir/Madam,\r\n"),
        ("en", "•\t", "–\t"),
        ("en", "the Fourth Workshop", "the 4th Workshop"),
        ("ru", "2026\xa0года", "2026 г."),
        ("ru", "14\xa0час. 00\xa0мин. до 16\xa0час. 45\xa0мин.", "14:00 до 16:45"),
        ("ru", "–\t", "—\t"),
        ("ru", "четвертый", "4-й"),
    ],
)
def test_another_way_of_writing_is_nothing(circular, language, old, new):
    text = circular.text(language)
    assert old in text
    assert circular.findings(text.replace(old, new)) == []


def test_other_quotes_are_nothing(proofreader):
    path = ROOT / "data/meetings/u4ssc-09.yaml"
    printed = Press(proofreader.library).editions(path, ("en",), ("txt",))
    (data,) = printed.files.values()
    text = data.decode().replace('entitled "', "entitled \N{LEFT DOUBLE QUOTATION MARK}")
    text = text.replace('Cities" will', "Cities\N{RIGHT DOUBLE QUOTATION MARK} will")
    assert text != data.decode()
    document = proofreader.side_of(text.encode(), "letter.txt")
    assert list(proofreader.against_facts(proofreader.library.load(path), [document])) == []


# --- languages, several documents, facts that are broken


def test_a_language_without_an_edition_is_compared_by_its_facts(circular):
    russian = circular.text("ru")
    circular.path.write_text(FACTS.replace("[en, ru]", "[en]"), encoding="utf-8")
    assert circular.findings(russian) == []
    wrong = put(russian, "14\xa0час. 00\xa0мин.", "15\xa0час. 00\xa0мин.")
    finding = only(circular.findings(wrong))
    assert (finding.rule, finding.level) == ("hours", "error")
    assert finding.source.at.line == circular.line("  - {date: 2026-05-22")


def test_every_document_is_compared_with_the_facts(circular):
    right = circular.text()
    wrong = put(circular.text("ru"), "14\xa0час. 00\xa0мин.", "15\xa0час. 00\xa0мин.")
    findings = circular.findings(right, wrong, circular.document("ru", "docx"), wrong)
    assert [(each.rule, each.location.file) for each in findings] == [
        ("hours", "2.txt"),
        ("hours", "4.txt"),
    ]


def test_documents_are_not_compared_with_each_other(circular):
    """Both are wrong alike: between them there is nothing to see."""
    wrong = put(circular.text(), "from 1400 to 1645", "from 1500 to 1645")
    assert len(circular.findings(wrong, wrong)) == 2


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("2026-05-22", "2026-02-30", "date"),
        ("ordinal: 4", "ordinal: fourth", "number"),
        ("mode: virtual", "mood: virtual", "unknown-key"),
    ],
)
def test_broken_facts_are_said_as_in_a_render(circular, old, new, rule):
    text = circular.text()
    circular.path.write_text(put(FACTS, old, new), encoding="utf-8")
    with pytest.raises(FindingsError) as caught:
        circular.findings(text)
    assert rule in {each.rule for each in caught.value.findings}
    assert all(each.location.line for each in caught.value.findings)


def test_what_a_document_says_wrong_by_itself_is_said_too(circular):
    text = put(circular.text(), "Please note that", "Please note that that")
    assert "doubled-word" in {each.rule for each in circular.findings(text)}


def edited(data, old, new):
    """A DOCX with other characters in its document."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(changed, "w") as after:
        for name in before.namelist():
            part = before.read(name).decode() if name == "word/document.xml" else before.read(name)
            after.writestr(name, put(part, old, new) if isinstance(part, str) else part)
    return changed.getvalue()


def test_a_changed_hour_in_a_document_is_found_at_its_paragraph(circular):
    data = circular.document("ru", "docx")
    wrong = edited(data, "14\xa0час. 00\xa0мин.", "15\xa0час. 00\xa0мин.")
    finding = only(circular.findings(wrong))
    assert finding.source.at.line == circular.line("  - {date: 2026-05-22")
    assert finding.location == Location("1.txt", paragraph=finding.location.paragraph)
    assert finding.location.paragraph
