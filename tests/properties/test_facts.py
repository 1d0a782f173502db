"""Whatever the facts: a letter in every edition that shows all of them, or findings with places."""

import io
import re
import zipfile
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from properties.facts_files import written
from properties.packs import KIND, LANGUAGES, LIBRARY, PRESS, ROOT
from properties.values import LINK, text
from properties.yaml_styles import yaml_text

from circgen.document import Fact
from circgen.editions import Press
from circgen.facts.model import Hours
from circgen.findings import FindingsError
from circgen.library import Library
from circgen.project import find_project

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FORMATS = ("docx", "txt")


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """The file that each example is written to."""
    return tmp_path_factory.mktemp("facts") / "circular.yaml"


def rendered(file, data, press=PRESS):
    """The editions, or None if the file was refused with findings that help."""
    file.write_bytes(data)
    try:
        return press.editions(file, (), FORMATS)
    except FindingsError as error:
        refused(error)
        return None


def refused(error):
    """What was refused has a place and a message."""
    assert error.findings
    for finding in error.findings:
        assert finding.message
        assert finding.rule
        assert finding.location.file
        assert finding.location.line > 0 or finding.rule in {"unreadable", "too-large", "yaml"}


def by_language(editions):
    """Text and DOCX of each language."""
    letters = {LIBRARY.packs[language].file_letter: language for language in LANGUAGES}
    found = {}
    for name, data in editions.files.items():
        stem, extension = name.rsplit(".", 1)
        found.setdefault(letters[stem[-1]], {})[extension] = data
    return {language: (made["txt"].decode(), made["docx"]) for language, made in found.items()}


def shown(node):
    """All facts in a document."""
    if isinstance(node, Fact):
        yield node
    elif is_dataclass(node):
        for each in fields(node):
            yield from shown(getattr(node, each.name))
    elif isinstance(node, tuple):  # named ones, too
        for item in node:
            yield from shown(item)


def spaced(string):
    return re.sub(r"[ \t\n]+", " ", string)


def variants(string):
    """A text may begin a sentence, or continue one."""
    string = spaced(string)
    yield from (string, string[:1].upper() + string[1:], string[:1].lower() + string[1:])


def neutral(value):
    return (value.start, value.end) if isinstance(value, Hours) else value


def body_text(docx):
    """The characters of the parts of a DOCX, without white space."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        assert package.testzip() is None
        for part in package.namelist():
            if part.endswith((".xml", ".rels")):
                etree.fromstring(package.read(part))
        root = etree.fromstring(package.read("word/document.xml"))
    return re.sub(r"\s", "", "".join(t.text or "" for t in root.iter(W + "t")))


def words_of(letter):
    """The same of a text edition, without its footer, numbers, bullets and addresses of links."""
    parts = letter.rstrip("\n").split("\n\n")[:-1]
    lines = "\n\n".join(parts).replace(f" ({LINK})", "").split("\n")
    return re.sub(r"\s", "", "".join(re.sub(r"^(?:\d+|[•–])\t", "", line) for line in lines))


@given(written())
def test_a_valid_file_renders_in_every_edition_and_shows_every_fact(file, example):
    circular, data = example
    editions = rendered(file, data)
    if editions is None:
        assert circular.clocks_change(), _why(file)
        return
    if all("after" in each or "before" in each for each in circular.facts.get("paragraphs", ())):
        assert not [f"{f.location}: {f.message} [{f.rule}]" for f in editions.findings]
    found = by_language(editions)
    assert set(found) == set(circular.facts["editions"])
    ids = {}
    paths = {}
    for language, (letter, docx) in found.items():
        words = spaced(letter)
        for _, told in circular.texts:
            string = told.get(language) if isinstance(told, dict) else told
            if isinstance(string, str) and string not in _ids():
                assert any(each in words for each in variants(string)), (language, string)
        document = LIBRARY.compose(editions.loaded, language)
        facts = {}
        for fact in shown(document):
            assert fact.text, fact
            facts.setdefault(fact.path, []).append(neutral(fact.value))
        for _, path, value in circular.paths:
            assert path in facts, (language, path)
            assert value is ... or value in facts[path], (language, path, value, facts[path])
        ids[language] = [(paragraph.id, paragraph.number) for paragraph in document.paragraphs]
        paths[language] = {path.removesuffix(f".{language}") for path in facts}
        assert words_of(letter) == body_text(docx), language
    assert len({tuple(each) for each in ids.values()}) == 1, ids
    assert len({frozenset(each) for each in paths.values()}) == 1, paths


STATED = {
    "kind": "meeting",
    "editions": list(LANGUAGES),
    "number": "1",
    "study_period": "2025-2028",
    "issued": "2026-01-01",
    "issued_at": "geneva",
    "addressees": ["member-states"],
    "signatory": {"name": "seizo-onoe", "office": "tsb-director"},
    "event": "meeting",
    "topic": dict.fromkeys(LANGUAGES, "x"),
    "mode": "virtual",
    "sessions": [{"date": "2026-02-02"}],
}
# Facts that the letter of such a meeting has no words for.
IDLE = {
    "venue": {"mode": "virtual", "venue": dict.fromkeys(LANGUAGES, "Zebra")},
    "place": {"mode": "virtual", "place": "seoul", "zone": "UTC"},
    "acronym": {"acronym": "Zebra", "working_languages": None},
    "entrance": {"registration": {"entrance": dict.fromkeys(LANGUAGES, "Zebra")}},
    "day of registration": {"registration": {"mandatory": "yes", "date": "2026-01-31"}},
}


@pytest.mark.parametrize("facts", IDLE.values(), ids=IDLE.keys())
def test_a_fact_that_no_paragraph_prints_is_reported(file, facts):
    """It would be lost without a word."""
    stated = {**STATED, **facts}
    data = yaml_text({key: value for key, value in stated.items() if value is not None}).encode()
    assert rendered(file, yaml_text(STATED).encode()).findings == ()
    assert {finding.rule for finding in rendered(file, data).findings} == {"unused-fact"}


def _ids():
    return {id_ for pack in LIBRARY.packs.values() for ids in pack.glossary.values() for id_ in ids}


def _why(file):
    try:
        PRESS.editions(file, (), FORMATS)
    except FindingsError as error:
        return "\n".join(f"{f.location}: {f.message} [{f.rule}] {f.help}" for f in error.findings)
    return ""


@given(written())
def test_rendering_twice_gives_the_same_bytes(file, example):
    _, data = example
    first = rendered(file, data)
    again = rendered(file, data)
    fresh = rendered(file, data, Press(Library(find_project(ROOT))))
    assert (first is None) == (again is None) == (fresh is None)
    if first and again and fresh:
        assert dict(first.files) == dict(again.files) == dict(fresh.files)


@given(written(), st.data())
def test_the_order_of_editions_changes_no_edition(file, example, data):
    circular, _ = example
    order = data.draw(st.permutations(circular.facts["editions"]))
    first = rendered(file, yaml_text(circular.facts).encode())
    second = rendered(file, yaml_text({**circular.facts, "editions": order}).encode())
    assert (first is None) == (second is None)
    if first and second:
        assert dict(first.files) == dict(second.files)


_WILD = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(written(), st.data())
def test_any_characters_in_a_text_are_printed_or_refused(file, example, data):
    """Control characters, directional marks, private use, line separators, nothing at all …"""
    circular, _ = example
    told = {language: data.draw(_WILD) for language in LANGUAGES}
    key = data.draw(
        st.sampled_from(["topic", "background", "venue", "objectives", "acronym", "section"])
    )
    value = {"objectives": [told], "acronym": data.draw(_WILD), "section": data.draw(_WILD)}.get(
        key, told
    )
    rendered(file, yaml_text({**circular.facts, key: value}).encode())


@given(written(), st.data())
def test_any_markdown_in_a_paragraph_is_printed_or_refused(file, example, data):
    circular, _ = example
    marks = st.text(
        st.sampled_from("ab *_[]()<>#>`~|\\-+1.&;:!\n\t{}%=\"'/https://x.y"), max_size=60
    )
    told = {language: data.draw(marks | _WILD | text()) for language in LANGUAGES}
    paragraphs = [{"id": "visa", "after": KIND.paragraphs[0].id, "text": told}]
    rendered(file, yaml_text({**circular.facts, "paragraphs": paragraphs}).encode())


@given(written(), st.data())
def test_a_name_or_scalar_of_any_kind_is_used_or_refused(file, example, data):
    """A value of the wrong shape anywhere."""
    circular, _ = example
    node = st.recursive(
        _WILD | text() | st.sampled_from(["yes", "24:00", "2025-10-31", "1", "R1", "geneva", ""]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from([*LANGUAGES, "name", "id", "date", "zone", "in"]), inner, max_size=3
            )
        ),
        max_leaves=6,
    )
    key = data.draw(st.sampled_from(sorted(circular.facts)))
    rendered(file, yaml_text({**circular.facts, key: data.draw(node)}).encode())
