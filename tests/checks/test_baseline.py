"""What a baseline knows a finding by. The cases in `cases/` have what is wrong with one."""

import json
from pathlib import Path

import pytest
from checks.trial import checked, line, made

from circgen.findings import Evidence, Finding, Location
from circgen.project import find_project
from circgen.silencing import Run, settle
from circgen.silencing.baseline import key_of, path_of, read, written
from circgen.survey import Wanted, scope_of

NINTH = "data/meetings/u4ssc-09.yaml"
SEVENTH = "data/meetings/u4ssc-07.yaml"
LATE = ["side_events:", "registration: {mandatory: yes, hours: 11:30}\nside_events:"]
YEAR = ["ru: сообщить о ходе работы", "ru: сообщить в 2031 году о ходе работы"]
RULES = ["late-registration", "text-disagreement", "unused-baseline"]


def finding(line=3, file="a.yaml", rule="hours", message="wrong", values=None, paragraph=""):
    at = Location(file, line, 7)
    source, target = [Evidence(value, value, at) for value in values or ()] or [None, None]
    return Finding(at, rule, message, "", paragraph=paragraph, source=source, target=target)


def known_as(*findings):
    return json.loads(written(findings, Path.cwd()))


# --- what stands in the file


def test_a_baseline_is_a_list_with_one_sorted_entry_a_line():
    found = [
        finding(message="b"),
        finding(5, "b.yaml", "quotes", values=["«", '"'], paragraph="opening"),
        finding(7, message="b"),
        finding(message="a"),
        finding(rule="date", message="c"),
    ]
    assert written(found, Path.cwd()) == (
        "[\n"
        '{"file": "a.yaml", "rule": "date", "message": "c"},\n'
        '{"file": "a.yaml", "rule": "hours", "message": "a"},\n'
        '{"file": "a.yaml", "rule": "hours", "message": "b", "count": 2},\n'
        '{"file": "b.yaml", "rule": "quotes", "paragraph": "opening", "values": ["«", "\\""]}\n'
        "]\n"
    )


def test_a_baseline_that_knows_nothing_is_an_empty_list():
    assert written([], Path.cwd()) == "[]\n"


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ("`a` stands twice, first in line 12", "`a` stands twice, first in line "),
        ("objectives[12]: 2031 is not in en", "objectives[]: 2031 is not in en"),
        ("as in data/a.yaml:7:12 and b.md.j2:3", "as in data/a.yaml and b.md.j2"),
        ("letter.docx:¶12: no", "letter.docx:¶: no"),
        ("from 11:00-12:30 to 12:30", "from 11:00-12:30 to 12:30"),
        ("7 deadlines, Res. 99, SDG 11", "7 deadlines, Res. 99, SDG 11"),
        ("SG5:12 at itu.int:8080", "SG5:12 at itu.int"),
    ],
)
def test_a_message_is_kept_without_places(message, kept):
    assert known_as(finding(message=message))[0]["message"] == kept


def test_a_paragraph_is_kept_without_its_place_in_a_list():
    assert known_as(finding(paragraph="side_events[2].title"))[0]["paragraph"] == (
        "side_events[].title"
    )


def test_two_values_stand_for_the_message():
    one, other = finding(message="x", values=["1", "2"]), finding(message="y", values=["1", "2"])
    assert key_of(one, Path()) == key_of(other, Path())
    assert key_of(one, Path()) != key_of(finding(values=["2", "1"]), Path())


def test_a_text_without_a_value_is_a_value():
    at = Location("a", 1, 1)
    said = Finding(at, "x", "m", source=Evidence("", "text", at), target=None)
    assert key_of(said, Path()).said == ("text", "")


def test_what_is_written_can_be_read(tmp_path):
    path = tmp_path / "baseline.json"
    found = [finding(message='a "b" \\ \n\t Ё'), finding(), finding(9), finding(values=["", "x"])]
    path.write_text(written(found, tmp_path), "utf-8")
    entries = read(path)
    assert {(each.key, each.times) for each in entries} == {
        (key_of(found[0], tmp_path), 1),
        (key_of(found[1], tmp_path), 2),
        (key_of(found[3], tmp_path), 1),
    }
    assert [each.at.line for each in entries] == [2, 3, 4]


# --- what is left out


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with two findings that are known."""
    monkeypatch.chdir(tmp_path)
    made(tmp_path, {NINTH: [LATE, YEAR]})
    Path("data/baseline.json").write_text(written(checked(select=RULES), Path.cwd()), "utf-8")


def found(*paths):
    return [line(each) for each in checked(*paths, select=RULES)]


def change(file, *pairs):
    path = Path(file)
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert text.count(old) == 1
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


@pytest.mark.usefixtures("project")
def test_what_is_known_is_left_out():
    known = json.loads(Path("data/baseline.json").read_text("utf-8"))
    assert [each["rule"] for each in known] == ["late-registration", "text-disagreement"]
    assert found() == []


@pytest.mark.usefixtures("project")
def test_lines_may_move():
    change(NINTH, ["ordinal: 9", "# one more\n\n# and one\nordinal: 9"])
    assert found() == []


@pytest.mark.usefixtures("project")
def test_texts_may_change_their_places():
    change(
        NINTH,
        [
            "objectives:\n",
            "objectives:\n  - {en: welcome the members, ru: приветствовать членов}\n",
        ],
    )
    assert found() == []


@pytest.mark.usefixtures("project")
def test_the_baseline_is_found_from_a_folder_below(monkeypatch):
    monkeypatch.chdir("data/meetings")
    assert found() == []


@pytest.mark.usefixtures("project")
def test_another_value_is_another_finding():
    change(NINTH, ["2031", "2032"])
    new, unused = reversed(found())
    assert new.startswith(f"{NINTH}:29:20: error: objectives[0]: 2032 (ru) is not in en = ")
    assert unused.startswith(
        "data/baseline.json:3:1: warning: `text-disagreement` is not found in "
    )


@pytest.mark.usefixtures("project")
def test_the_same_in_another_file_is_another_finding():
    change(SEVENTH, ["ru: сообщить о ходе работы", "ru: сообщить в 2031 году о ходе работы"])
    (new,) = found()
    assert new.startswith(f"{SEVENTH}:29:20: error: objectives[0]: 2031 (ru) is not in en = ")


@pytest.mark.usefixtures("project")
def test_one_more_of_the_same_is_not_known():
    change(NINTH, ['ru: "рассмотреть', 'ru: "в 2031 году рассмотреть'])
    (new,) = found()
    assert new.startswith(f"{NINTH}:31:")


@pytest.mark.usefixtures("project")
def test_only_what_was_looked_at_is_missed():
    change(NINTH, ["в 2031 году ", ""], ["hours: 11:30", "hours: 10:00"])
    assert found(SEVENTH) == []
    assert [text.split(": ")[0] for text in found(NINTH)] == [
        "data/baseline.json:2:1",
        "data/baseline.json:3:1",
    ]


@pytest.mark.usefixtures("project")
def test_two_entries_about_the_same_know_both():
    """As when two branches that know the same are put together."""
    path = Path("data/baseline.json")
    entries = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps([*entries, entries[1]]), "utf-8")
    (unused,) = found()
    assert "`text-disagreement` is not found in" in unused


@pytest.mark.usefixtures("project")
def test_what_keeps_a_file_from_being_read_is_not_known():
    change(NINTH, ["ordinal: 9", "ordinal: ninth"])
    project = find_project(Path.cwd())
    problem = Finding(Location(NINTH, 8, 10), "number", "`ninth` is not a number")
    path_of(project).write_text(written([problem], Path.cwd()), "utf-8")
    settled = settle(Run(project, scope_of(project, ()), Wanted(), [problem]), path_of(project))
    assert settled == ((problem,), 0, 0)
    path_of(project).write_text("[]", "utf-8")
    assert settle(Run(project, scope_of(project, ()), Wanted(), [problem]), path_of(project)) == (
        (problem,),
        0,
        0,
    )


@pytest.mark.usefixtures("project")
def test_what_is_silenced_need_not_be_known():
    change(NINTH, ["hours: 11:30}", "hours: 11:30} # circgen: ignore[late-registration] agreed"])
    (unused,) = found()
    assert "`late-registration` is not found in" in unused


@pytest.mark.usefixtures("project")
def test_a_damaged_baseline_knows_nothing():
    Path("data/baseline.json").write_text("[", "utf-8")
    texts = [each.rule for each in checked(select=[*RULES, "damaged-baseline"])]
    assert texts == ["damaged-baseline", "text-disagreement", "late-registration"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            b"[\n\xff]",
            "data/baseline.json:2:1: error: byte 0xFF is not UTF-8 = save the file as UTF-8",
        ),
        (
            b"[" * 100_000,
            "data/baseline.json:1:1: error: not JSON: maximum recursion depth exceeded",
        ),
        (b"[" + b"9" * 5000 + b"]", "data/baseline.json:1:1: error: not JSON: exceeds the limit"),
    ],
    ids=["bytes", "depth", "digits"],
)
@pytest.mark.usefixtures("project")
def test_whatever_a_baseline_holds_is_a_finding(content, told):
    Path("data/baseline.json").write_bytes(content)
    (finding,) = checked(select=["damaged-baseline", "encoding"])
    assert line(finding).startswith(told)


@pytest.mark.usefixtures("project")
def test_a_folder_in_its_place_is_a_finding():
    Path("data/baseline.json").unlink()
    Path("data/baseline.json").mkdir()
    (finding,) = checked(select=["damaged-baseline"])
    assert line(finding).startswith("data/baseline.json: error: cannot be read: ")
