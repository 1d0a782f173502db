"""A whole project, or the files that are named: what is inspected, and that it is the same."""

import re
from pathlib import Path

import pytest
from checks.trial import checked, line, made
from cli.command import ROOT

from circgen import cores
from circgen.inspection import Inspector
from circgen.project import find_project
from circgen.survey import scope_of

KINDS = [path.stem for path in sorted((ROOT / "templates/layouts").glob("*.yaml"))]
NINTH = "data/meetings/u4ssc-09.yaml"
WRONG_YEAR = {NINTH: [["ru: сообщить о ходе работы", "ru: сообщить о ходе работы в 2031 году"]]}


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda change=None: made(tmp_path, change)


def _many(count):
    """Copies of a circular under other numbers, all wrong in the same way."""
    text = Path(NINTH).read_text("utf-8")
    for number in range(count):
        Path(f"data/meetings/copy-{number:03}.yaml").write_text(
            text.replace("number: 81", f"number: {number + 100}"), "utf-8"
        )


@pytest.mark.parametrize(
    ("paths", "meetings", "kinds", "series"),
    [
        ((), ["u4ssc-07", "u4ssc-09"], KINDS, ["u4ssc"]),
        ((NINTH,), ["u4ssc-09"], [], []),
        ((NINTH, "data/meetings"), ["u4ssc-09", "u4ssc-07"], [], []),
        (("data",), ["u4ssc-07", "u4ssc-09"], [], ["u4ssc"]),
        ((".",), ["u4ssc-07", "u4ssc-09"], KINDS, ["u4ssc"]),
        (("data/series/u4ssc.yaml",), ["u4ssc-07", "u4ssc-09"], [], ["u4ssc"]),
        (("templates/ru/meeting.md.j2",), [], ["meeting"], []),
        (("templates/ru/language.yaml",), [], KINDS, []),
        (("templates/layouts/meeting.yaml",), [], ["meeting"], []),
        (("templates",), [], KINDS, []),
    ],
)
def test_paths_stand_for_what_they_hold(project, paths, meetings, kinds, series):
    project()
    scope = scope_of(find_project(Path.cwd()), map(Path, paths))
    assert [path.stem for path in scope.meetings] == meetings
    assert (list(scope.kinds), list(scope.series)) == (kinds, series)
    assert scope.whole == (not paths)


@pytest.mark.parametrize(
    "path",
    ["notes.md", "out", "templates/logo.png", "templates/old", "templates/en/no.md.j2x", "nothing"],
)
def test_a_path_without_anything_to_check_is_refused(project, path):
    project({"notes.md": "# Notes", "templates/logo.png": "", "templates/old/notes.md": ""})
    Path("out").mkdir()
    with pytest.raises(ValueError, match=path):
        scope_of(find_project(Path.cwd()), [Path(path)])


def test_many_circulars_are_inspected_on_all_cores_with_the_same_findings(project, monkeypatch):
    project(WRONG_YEAR)
    _many(60)
    monkeypatch.setattr(cores, "cores", lambda: 1)
    one_by_one = list(map(line, checked()))
    monkeypatch.setattr(cores, "cores", lambda: 3)
    on_all_cores = list(map(line, checked()))
    assert one_by_one == on_all_cores
    files = {re.match("[^:]+", each)[0] for each in one_by_one}
    assert len(files) == 61


def test_a_broken_template_is_found_once_however_many_circulars_there_are(project):
    project({"templates/ru/meeting.md.j2": [["{{ acronym }}", "{{ acronim }}"]]})
    _many(3)
    found = [each for each in checked() if each.rule == "template"]
    assert [str(each.location) for each in found] == ["templates/ru/meeting.md.j2:37"]
    assert "`acronim` is not a fact" in found[0].message


def test_broken_packs_and_layouts_are_found_together_before_anything_else(project):
    project(
        {
            "templates/ru/language.yaml": [["file_letter: R", "file_letter: Я"]],
            "templates/layouts/meeting.yaml": [["  - opening\n", "  - opening\n  - opening\n"]],
            NINTH: "number: none",
        }
    )
    assert [each.rule for each in checked()] == ["duplicate-id", "choice"]


def test_of_an_issued_circular_only_the_facts_are_inspected(project):
    sentence = "Просим учесть, что регистрация"
    words = {"templates/ru/meeting.md.j2": [[sentence, sentence.replace("что", "что что")]]}
    issued = {f"data/meetings/{name}.yaml": [["editions:", "status: issued\neditions:"]] for name in ("u4ssc-07", "u4ssc-09")}  # fmt: skip
    project({**words, **issued, NINTH: [*issued[NINTH], *WRONG_YEAR[NINTH]]})
    found = checked("data/meetings")
    assert {str(each.location.file) for each in found} == {NINTH}
    assert any("2031" in each.message for each in found)


def test_a_date_that_is_none_is_said_once_and_by_the_rule_that_is_wanted(project):
    project({NINTH: [["en: provide an update", "en: by 31 June 2026, provide an update"]]})
    told = "objectives: `31 June 2026` looks like a date and is none that is known"
    rules = [each.rule for each in checked(NINTH)]
    assert rules.count("impossible-date") == 1
    assert "not-understood" not in rules
    assert [each.message for each in checked(NINTH, select=("not-understood",))] == [told]


def test_a_series_is_inspected_without_any_circular(project):
    project(
        {
            "data/series/new.yaml": "kind: meeting\ntopic:\n  en: of Study Group 5 in 2026\n"
            "  ru: 5-й Исследовательской комиссии в 2027 году\nnumber: 3\nmod: virtual\n"
        }
    )
    found = checked(ignore=["unconfirmed", "no-break-space"])
    assert [(each.rule, str(each.location)) for each in found] == [
        ("text-disagreement", "data/series/new.yaml:4:40"),
        ("series-key", "data/series/new.yaml:5:1"),
        ("unknown-key", "data/series/new.yaml:6:1"),
    ]


def test_a_mistake_of_the_program_itself_is_a_finding_too(project, monkeypatch):
    project()

    def fail(self, meeting):
        del self, meeting
        raise ZeroDivisionError("no way")

    monkeypatch.setattr(Inspector, "_letters", fail)
    found = [each for each in checked() if each.rule == "internal"]
    assert [each.location.file for each in found] == ["data/meetings/u4ssc-07.yaml", NINTH]
    assert "ZeroDivisionError: no way" in found[0].message


def test_a_circular_that_is_named_is_compared_with_the_others(project):
    text = Path(__file__).parent.joinpath("project", NINTH).read_text("utf-8")
    project({"data/meetings/z-twin.yaml": text})
    found = checked("data/meetings/z-twin.yaml", select=["duplicate-number"])
    assert [each.location.file for each in found] == ["data/meetings/z-twin.yaml"]


def test_what_cannot_be_read_is_told_whatever_is_selected(project):
    project({NINTH: [["number: 81", "number: eighty-one"]]})
    assert [each.rule for each in checked(select=["spelling"])] == ["number"]
