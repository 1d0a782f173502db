"""What a silencing comment speaks of. The cases in `cases/` have what is wrong with one."""

import re
from pathlib import Path

import pytest
from checks.trial import line, made

from circgen.facts.comments import comments_of
from circgen.findings import Evidence, Finding, Level, Location
from circgen.project import find_project
from circgen.silencing import Run, settle
from circgen.silencing.comments import silencers_of
from circgen.survey import Wanted, scope_of

RULES = {"late-registration": True, "overlap": True, "silencer": False}


def covered(tmp_path, text, name="a.yaml"):
    """The rules that are silenced in each line of a text."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    silencers, findings = silencers_of(str(path), RULES)
    assert [line(each) for each in findings] == []
    return {
        number: {
            rule for silencer in silencers if number in silencer.lines for rule, _ in silencer.rules
        }
        for number in range(1, text.count("\n") + 2)
        if any(number in silencer.lines for silencer in silencers)
    }


# --- in YAML


BESIDE = "# circgen: ignore[overlap] as agreed"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"a: b {BESIDE}\nc: d\n", {1}),
        (f"{BESIDE}\na: b\nc: d\n", {2}),
        (f"a: b\n  {BESIDE}\n# why\n\nc: d\ne: f\n", {5}),
        (f"a: b\n{BESIDE}\n", {2}),
        (f"a: >-\n  b\n\n  c\nd: e\n{BESIDE}\n", {6}),
        (f"{BESIDE}\na: >-\n  b\n\n  c\n\nd: e\n", {2, 3, 4, 5}),
        (f"a: |- {BESIDE}\n  b\n  c\nd: e\n", {1, 2, 3}),
        (f"{BESIDE}\na: 'b\n  c'\nd: e\n", {2, 3}),
        (f"{BESIDE}\n- en: b\n    c\n  ru: d\n", {2, 3}),
        (f"a: {BESIDE}\n  b\n  c\nd: e\n", {1, 2, 3}),
        (f"a:\n  b\n  c\n{BESIDE}\nd:\n  e: f\n", {5}),
        (f"a: [b, {BESIDE}\n  c]\n", {1}),
        (f"# as before {BESIDE}\na: b\n", {2}),
    ],
)  # fmt: skip
def test_a_comment_speaks_of_its_line_or_the_next_with_the_whole_text_there(tmp_path, text, lines):
    assert covered(tmp_path, text) == {number: {"overlap"} for number in lines}


def test_a_comment_names_several_rules(tmp_path):
    text = "a: b # circgen: ignore[ overlap,late-registration ] both\n"
    assert covered(tmp_path, text) == {1: {"overlap", "late-registration"}}


@pytest.mark.parametrize(
    "text",
    [
        f'a: "b {BESIDE}"\n',
        f"a: 'b {BESIDE}'\n",
        f"a: >-\n  b\n  {BESIDE}\n",
        f"a: |\n  b\n\n  {BESIDE}\nc: d\n",
        f"a: b{BESIDE}\n",
        f'a: "b\n  {BESIDE}"\n',
    ],
)
def test_what_stands_in_a_text_is_no_comment(tmp_path, text):
    assert covered(tmp_path, text) == {}


def test_a_file_that_is_no_yaml_has_none(tmp_path):
    assert covered(tmp_path, f"a: b {BESIDE}\n  c: d: e\n") == {}


def test_comments_are_those_that_a_second_scanner_finds():
    """A rough one: lines of packs and facts that hold no `#` in a text."""
    for path in (*Path("templates").glob("*/*.yaml"), *Path("data").glob("*/*.yaml")):
        text = path.read_text("utf-8")
        found = {text.count("\n", 0, comment.offset) for comment in comments_of(text).comments}
        rough = {n for n, each in enumerate(text.split("\n")) if re.search(r"^\s*# |\S +# ", each)}
        assert found == rough, path


# --- in templates


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\n{# circgen: ignore[overlap] why #}\nb\nc\n", {3}),
        ("a {# circgen: ignore[overlap] why #} b\nc\n", {1}),
        ("{#- circgen: ignore[overlap] why -#}\n{# more #}\n\n{% block x %}\nb\n{% endblock %}\n", {4}),
        ("{% block x %}{# circgen: ignore[overlap] a\n  reason #}\nb\n{% endblock %}\n", {3}),
        ("{% block x %}\nb\n{% endblock %}{#circgen: ignore[overlap] why#}\n", {3}),
    ],
)  # fmt: skip
def test_a_comment_of_a_template_speaks_of_its_line_or_the_next(tmp_path, text, lines):
    assert covered(tmp_path, text, "a.md.j2") == {number: {"overlap"} for number in lines}


def test_words_of_a_template_are_no_comment(tmp_path):
    assert covered(tmp_path, f"{BESIDE}\nb\n", "a.md.j2") == {}


def test_a_comment_leaves_the_letter_as_it_is(tmp_path, monkeypatch):
    """It may stand in the middle of a paragraph."""
    monkeypatch.chdir(tmp_path)
    made(tmp_path)
    before = rendered()
    path = Path("templates/en/meeting.md.j2")
    text = path.read_text("utf-8")
    old = "I am pleased"
    assert text.count(old) == 1
    path.write_text(text.replace(old, "{# circgen: ignore[overlap] why #}\nI am pleased"), "utf-8")
    assert rendered() == before


def rendered():
    from circgen.library import Library
    from circgen.writers.text import text

    library = Library(find_project(Path.cwd()))
    return text(library.compose(library.load(Path("data/meetings/u4ssc-09.yaml")), "en"))


# --- what may be silenced


HERE = "data/meetings/u4ssc-09.yaml"


def left(*findings, rules):
    """What is left of findings in the first line of a file with a comment about them all."""
    path = Path(HERE)
    text = path.read_text("utf-8")
    path.write_text(f"# circgen: ignore[{rules}] for a trial\n{text}", "utf-8")
    project = find_project(Path.cwd())
    run = Run(project, scope_of(project, ()), Wanted(), findings)
    return settle(run)


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made(tmp_path, {HERE: [["# yaml-language-server: $schema=../../docs/facts.schema.json\n", ""]]})


AT = Location(HERE, 2, 5)
SAID = Evidence("1", "one", AT)


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "finding",
    [
        Finding(AT, "number", "`x` is not a number"),
        Finding(AT, "internal", "circgen itself went wrong"),
    ],
)
def test_what_keeps_a_file_from_being_read_is_not_silenced(finding):
    settled = left(finding, rules="number, internal")
    assert settled.findings == (finding,)
    assert settled.silenced == 0


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "finding",
    [
        Finding(AT, "stale", "changed"),
        Finding(AT, "number", "81 (en) is 82 (ru)", source=SAID, target=SAID),
        Finding(AT, "unused-fact", "no paragraph prints it", level=Level.WARNING),
    ],
)
def test_what_is_found_in_what_was_read_is_silenced(finding):
    settled = left(finding, rules=finding.rule)
    assert settled == ((), 1, 0)


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("at", [Location(HERE, 3, 1), Location(HERE), Location("a.yaml", 2, 1)])
def test_only_the_line_of_the_comment_is_silenced(at):
    finding = Finding(at, "stale", "changed")
    settled = left(finding, rules="stale")
    assert finding in settled.findings
    assert [each.rule for each in settled.findings if each != finding] == ["unused-silencer"]


@pytest.mark.usefixtures("project")
def test_several_findings_of_a_line_are_silenced_by_one_comment():
    found = [Finding(AT, "stale", text) for text in ("this", "that")]
    assert left(*found, rules="stale") == ((), 2, 0)


@pytest.mark.usefixtures("project")
def test_a_second_comment_about_the_same_is_not_needed():
    path = Path(HERE)
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("series: u4ssc", "series: u4ssc # circgen: ignore[stale] why"), "utf-8"
    )
    (finding,) = left(Finding(AT, "stale", "changed"), rules="stale").findings
    assert (finding.rule, finding.location) == ("unused-silencer", Location(HERE, 2, 33))
