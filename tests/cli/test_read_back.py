"""`circgen render` reads every letter back: one that does not say its facts is not written."""

import re
import shutil

import pytest
import readback
from cli.command import ROOT, names
from golden.shelves import EDITIONS, SHELVES

from circgen.document import Run
from circgen.editions import Press
from circgen.library import Library
from circgen.project import find_project
from circgen.recognition.recogniser import Recogniser

FACTS = {
    "ordinal": "9",
    "issued": "2025-09-01",
    "sessions": "\n  - {date: 2025-10-13, hours: 13:30-15:30, zone: Europe/Zurich}",
    "website": "https://harbours.example.org/",
    "initiative": "{name: u4ssc, supporters: 20}",
    "contact": "{tel: +41 22 730 5111, email: harbours@example.org}",
    "side_events": "\n  - {event: webinar, title: {en: Ports, ru: Порты}, date: 2025-06-05, until: 2025-06-07}",
}
LINES = {"sessions": "  - {date: 2025-10-13", "side_events": "  - {event: webinar"}


@pytest.fixture
def own(folder):
    """A folder with words of its own, and a circular of many facts."""
    shutil.copytree(ROOT / "templates", folder.path / "templates")
    folder.meeting("a", **FACTS)
    return folder


def put(folder, file, old, new, count=1):
    """Change the words of a project."""
    path = folder.path / "templates" / file
    text = path.read_text("utf-8")
    assert old in text, f"not in {file}: {old}"
    path.write_text(text.replace(old, new, count), "utf-8")


def line_of(folder, key):
    start = LINES.get(key, f"{key}:")
    lines = (folder.path / "data/meetings/a.yaml").read_text("utf-8").splitlines()
    (found,) = [n for n, line in enumerate(lines, 1) if line.startswith(start)]
    return found


# --- words that say something else


def test_words_that_are_right_are_written(own):
    ended = own.render()
    assert (ended.returncode, ended.stderr) == (0, "")
    assert own.files() == names(1)


WRONG = [
    # Every pattern here makes what looks like a fact, and is another one or none.
    pytest.param("en", "clock: HHmm", "clock: mm.HH", "sessions", id="minutes before hours"),
    pytest.param("en", "clock: HHmm", "clock: HH", "sessions", id="no minutes"),
    pytest.param("en", "from {start} to {end}", "from {end} to {start}", "sessions", id="end first"),
    pytest.param("en", '''"'on' d\\_MMMM y"''', '''"'on' d y"''', "sessions", id="no month"),
    pytest.param("en", '''"'on' d\\_MMMM y"''', '''"'on' MMMM y"''', "sessions", id="no day"),
    pytest.param("en", """"d\\_MMMM\\_y"\nyears:""", """"MM.dd.y"\nyears:""", "issued", id="month before day"),
    pytest.param("en", "from {d} to {d\\_MMMM y}", "from {d\\_MMMM y} to {d}", "side_events", id="days exchanged"),
    pytest.param("en", 'CEST: "\\_(CEST)"', 'CEST: "\\_(CET)"', "sessions", id="winter time in summer"),
    pytest.param("en", "9: Ninth", "9: Tenth", "ordinal", id="another ordinal"),
    pytest.param("ru", 'с {start} до {end}"', 'с {end} до {start}"', "sessions", id="end first in Russian"),
    pytest.param("ru", "центральноевропейскому летнему времени", "московскому времени", "sessions", id="another zone's name"),
    pytest.param("ru", "9: [девят, hard]", "9: [десят, hard]", "ordinal", id="another ordinal in Russian"),
    pytest.param("ru", "с {d} по {d\\_MMMM y\\_'года'}", "с {d} по {d\\_MM y\\_'года'}", "side_events", id="a month in figures"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "old", "new", "key"), WRONG)
def test_a_pattern_that_says_another_fact_stops_the_letter(own, language, old, new, key):
    put(own, f"{language}/language.yaml", old, new)
    ended = own.render()
    assert (ended.returncode, ended.stdout) == (1, "")
    assert own.files() == []
    assert "[read-back]" in ended.stderr
    assert f"data/meetings/a.yaml:{line_of(own, key)}:" in ended.stderr
    assert f"templates/{language}/language.yaml" in ended.stderr


def test_a_pattern_that_says_less_and_nothing_wrong_is_written(own):
    put(own, "en/language.yaml", "'on' d\\_MMMM y", "'on' d\\_MMMM")
    ended = own.render()
    assert (ended.returncode, ended.stderr) == (0, "")
    assert own.files() == names(1)


TEMPLATES = [
    pytest.param("en", "the support of {{", "the support of 1{{", "initiative", id="a figure before a number"),
    pytest.param("en", "available at {{ website }}.", "available at {{ website }}now.", "website", id="a word behind an address"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "old", "new", "key"), TEMPLATES)
def test_words_that_run_into_a_fact_stop_the_letter(own, language, old, new, key):
    put(own, f"{language}/meeting.md.j2", old, new)
    ended = own.render()
    assert ended.returncode == 1
    assert own.files() == []
    assert f"data/meetings/a.yaml:{line_of(own, key)}:" in ended.stderr
    assert "[read-back]" in ended.stderr


def test_the_finding_shows_what_is_read_and_what_the_facts_say(own):
    put(own, "en/language.yaml", "9: Ninth", "9: Tenth")
    ended = own.render()
    assert "Tenth" in ended.stderr
    assert "reads as 10" in ended.stderr
    assert "the facts say 9" in ended.stderr
    assert "--no-verify" in ended.stderr


def test_a_letter_that_stops_stops_no_other_circular(own):
    own.meeting("b", number="2", ordinal="8")
    put(own, "en/language.yaml", "9: Ninth", "9: Tenth")
    ended = own.render()
    assert ended.returncode == 1
    assert own.files() == names(2)


def test_a_letter_that_was_there_stays_as_it_was(own):
    own.render()
    before = own.all()
    put(own, "en/language.yaml", "9: Ninth", "9: Tenth")
    assert own.render().returncode == 1
    assert own.all() == before


def test_a_language_that_is_not_asked_for_stops_nothing(own):
    put(own, "en/language.yaml", "9: Ninth", "9: Tenth")
    assert own.render("--lang", "ru").returncode == 0
    assert own.files() == names(1, languages=["ru"])


def test_a_letter_that_is_printed_is_read_back_too(own):
    put(own, "en/language.yaml", "9: Ninth", "9: Tenth")
    ended = own.render("data/meetings/a.yaml", "--lang", "en", "--stdout")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "[read-back]" in ended.stderr


def test_a_series_is_named_where_the_fact_is_its_own(own):
    own.write("data/series/s.yaml", "# ours\nwebsite: https://harbours.example.org/\n")
    own.meeting("a", **FACTS | {"series": "s", "website": None})
    put(own, "en/meeting.md.j2", "available at {{ website }}.", "available at {{ website }}now.")
    ended = own.render()
    assert ended.returncode == 1
    assert "data/series/s.yaml:2:" in ended.stderr


# --- without


def test_without_it_the_letter_is_written_and_that_is_said(own):
    put(own, "en/language.yaml", "9: Ninth", "9: Tenth")
    ended = own.render("--no-verify")
    assert ended.returncode == 0
    assert own.files() == names(1)
    assert "--no-verify" in ended.stderr
    assert "Tenth" in own.letter(1, "en").read_text("utf-8")


def test_without_it_a_right_letter_is_the_same(own):
    own.render("--out", "verified")
    ended = own.render("--no-verify", "--out", "unverified")
    assert "--no-verify" in ended.stderr
    verified, unverified = own.all("verified"), own.all("unverified")
    assert {k: v[0] for k, v in verified.items()} == {k: v[0] for k, v in unverified.items()}


# --- free text


def test_what_looks_like_a_fact_in_free_text_is_a_warning(own):
    text = "{en: The hall opens at 25:30 hours, ru: Зал открывается в 25 час. 30 мин.}"
    own.meeting("a", **FACTS | {"background": text})
    ended = own.render()
    assert ended.returncode == 0
    assert own.files() == names(1)
    (line,) = [
        n
        for n, each in enumerate(
            (own.path / "data/meetings/a.yaml").read_text("utf-8").splitlines(), 1
        )
        if each.startswith("background:")
    ]
    assert f"data/meetings/a.yaml:{line}:" in ended.stderr
    assert "warning: " in ended.stderr
    assert "25:30" in ended.stderr


def test_facts_in_free_text_are_no_matter(own):
    text = "{en: 'From 1 to 3 May 2026, at 1100 hours (CEST).', ru: 'С 1 по 3 мая 2026 года в 11 час. 00 мин. (CEST).'}"
    own.meeting("a", **FACTS | {"background": text})
    ended = own.render()
    assert (ended.returncode, ended.stderr) == (0, "")


# --- every golden example


@pytest.fixture(scope="module")
def libraries(tmp_path_factory):
    """What is known of every shelf; files of its own stand beside those of the repository."""
    found = {}
    for shelf in SHELVES:
        templates = None
        if shelf.adds_words:
            templates = tmp_path_factory.mktemp(shelf.name) / "templates"
            shutil.copytree(ROOT / "templates", templates)
            shutil.copytree(shelf.added, templates, dirs_exist_ok=True)
        found[shelf] = Library(find_project(shelf.folder, templates))
    return found


@pytest.mark.parametrize("edition", EDITIONS, ids=str)
def test_every_example_reads_as_its_facts(libraries, edition):
    press = Press(libraries[edition.example.shelf])
    printed = press.editions(edition.example.path, (edition.language,), ("txt",))
    assert [each for each in printed.findings if each.rule in {"read-back", "not-understood"}] == []


@pytest.mark.parametrize("edition", EDITIONS, ids=str)
def test_the_files_carry_the_text_that_was_read_back(libraries, monkeypatch, edition):
    """What the reader got, the files show, word by word; and it got every line with a fact."""
    library = libraries[edition.example.shelf]
    got = []

    class Heard(Recogniser):
        def __init__(self, *how, **more):
            super().__init__(*how, **more)
            read = self.mentions
            self.mentions = lambda text: got.append(text) or read(text)

    monkeypatch.setattr("circgen.recognition.recogniser.Recogniser", Heard)
    path = edition.example.path
    verified = Press(library).editions(path, (edition.language,), ("docx", "txt"))
    texts = {name.rpartition(".")[2]: data for name, data in verified.files.items()}
    document = {flat(each.text) for each in readback.read(texts["docx"]).paragraphs}
    plain = without_addresses(texts["txt"].decode())
    assert got
    assert [each for each in got if flat(each) not in document] == []
    assert [each for each in got if flat(each) not in plain] == []
    circular = library.compose(library.load(path), edition.language)
    missed = [line for line in lines(circular) if "".join(run.text for run in line) not in got]
    assert missed == []


def lines(node):
    """Every line of a circular with a fact that can be misread: words without figures cannot."""
    if not isinstance(node, tuple) or isinstance(node, Run):
        return
    if node and all(isinstance(each, Run) for each in node) and type(node) is tuple:
        facts = [run.fact for run in node if run.fact]
        if any(f.kind not in {"name", "text"} or re.search(r"\d", f.text) for f in facts):
            yield node
        return
    for each in node:
        yield from lines(each)


def flat(text):
    """On one line: no-break spaces stay."""
    return re.sub(r"[\n\t ]+", " ", text).strip()


def without_addresses(text):
    """A text without what it adds to the words of a link, and with ordinary spaces only."""
    return flat(re.sub(r" \((?:https?://)?[^()\s]*[./@][^()\s]*\)", "", text))
