"""What docs/checking.md shows of `circgen check` is what comes out."""

import json
import re
import shutil

import pytest
import yaml
from docs.pages import ROOT, blocks, section, tables

PAGE = ROOT / "docs" / "checking.md"
FACTS = "data/meetings/u4ssc-09.yaml"
TEMPLATE = "templates/en/meeting.md.j2"
SIDE_EVENTS = "\nside_events:\n"
LATE = "\nregistration: {mandatory: yes, hours: 11:30}" + SIDE_EVENTS
SILENCED = section(PAGE, "When a finding is right as it is")[0].text

# What somebody has changed in the project before the first command of a section.
EDITS = {
    "An example": [(FACTS, "(2025–2026", "(2025–2027"), (FACTS, SIDE_EVENTS, LATE)],
    "When the source changes": [
        (FACTS, "Thematic Groups and Working Groups", "Thematic Groups and the Hub")
    ],
    "House style": [(TEMPLATE, '"{{ item.title }}"', "“{{ item.title }}”")],
    "When a finding is right as it is": [
        (FACTS, SIDE_EVENTS, f"\n{SILENCED.replace('11:30', '10:30')}side_events:\n")
    ],
    "A project that was never checked": [(FACTS, SIDE_EVENTS, LATE)],
}
SHOWN = {
    heading: [block.text for block in blocks(PAGE) if block.heading == heading]
    for heading in dict.fromkeys(b.heading for b in blocks(PAGE) if b.language == "console")
}


@pytest.fixture
def project(folder, run):
    """A project in two languages whose translations have all been confirmed."""
    for pack in (folder / "templates").glob("*/language.yaml"):
        if pack.parent.name not in {"en", "ru"}:
            shutil.rmtree(pack.parent)
            (folder / "data" / "confirmed" / f"{pack.parent.name}.lock").unlink(missing_ok=True)
    assert run("circgen confirm data templates --lang ru").returncode == 0
    return folder


def edit(folder, *changes):
    for name, old, new in changes:
        path = folder / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, old
        path.write_text(text.replace(old, new), "utf-8")


def prompts(heading):
    """The commands of a section, each with what it prints."""
    shown = "".join(b.text for b in section(PAGE, heading) if b.language == "console")
    _, *parts = re.split(r"^\$ (?=circgen )", shown, flags=re.MULTILINE)
    return [(line, answer) for line, _, answer in (part.partition("\n") for part in parts)]


def answers(heading, folder, run):
    """The same, as it comes out; standard output and then standard error."""
    edit(folder, *EDITS[heading])
    lines = [line for line, _ in prompts(heading)]
    return [(line, ended.stdout + ended.stderr) for line in lines for ended in (run(line),)]


@pytest.mark.parametrize("heading", list(SHOWN))
def test_what_is_shown_comes_out(heading, project, run):
    assert answers(heading, project, run) == prompts(heading)


@pytest.mark.usefixtures("project")
def test_a_sound_project_has_no_finding(run):
    ended = run("circgen check --strict")
    assert (ended.stdout, ended.stderr, ended.returncode) == ("", "", 0)


def test_the_finding_that_is_explained_is_that_of_the_example():
    (explained,) = section(PAGE, "How to read a finding")
    (example,) = section(PAGE, "An example")
    assert f"\n{explained.text}" in example.text


def test_the_silencer_that_is_shown_silences(project, run):
    edit(project, (FACTS, SIDE_EVENTS, f"\n{SILENCED}side_events:\n"))
    ended = run("circgen check --strict")
    assert (ended.stdout, ended.stderr, ended.returncode) == (
        "nothing to mend (1 silenced)\n",
        "",
        0,
    )


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("circgen check", 0),
        ("circgen check --strict", 0),
        ("circgen check --diff", 1),
        ("circgen check --format xml", 2),
        ("circgen check --select overlapp", 2),
    ],
)
def test_exit_codes_are_as_listed(line, code, project, run):
    if "--diff" in line:
        edit(project, *EDITS["House style"])
    assert run(line).returncode == code
    listed = {row["code"] for rows in tables(PAGE) for row in rows if "code" in row}
    assert str(code) in listed


COMMANDS = [
    line
    for page, heading in ((PAGE, "What is checked"), (ROOT / "README.md", "Check a project"))
    for block in section(page, heading)
    for line in block.text.splitlines()
]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("line", COMMANDS)
def test_the_commands_that_are_shown_run(line, run):
    ended = run(line)
    assert (ended.stdout, ended.returncode) == ("", 0)


def test_the_workflow_that_is_shown_is_the_file():
    shown, *_ = section(PAGE, "In GitHub")
    file = (ROOT / "docs" / "ci" / "check-circulars.yml").read_text("utf-8")
    assert file.partition("\n")[2] == shown.text


def test_every_step_of_the_workflow_that_runs_circgen_runs(project, run):
    text = (ROOT / "docs" / "ci" / "check-circulars.yml").read_text("utf-8")
    (job,) = yaml.safe_load(text)["jobs"].values()
    lines = [step["run"] for step in job["steps"] if step.get("run", "").startswith("circgen")]
    assert len(lines) == 2
    edit(project, *EDITS["An example"])
    printed = [run(line.partition(" > ")[0]) for line in lines]
    assert [ended.returncode for ended in printed] == [1, 1]
    rules = {each["ruleId"] for each in json.loads(printed[1].stdout)["runs"][0]["results"]}
    assert {"late-registration", "text-disagreement"} <= rules


def test_the_hook_that_is_shown_is_one_that_there_is():
    shown, *_ = section(PAGE, "Before each commit")
    (repository,) = yaml.safe_load(shown.text)["repos"]
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in repository["hooks"]] == [hook["id"] for hook in hooks]
    assert all(hook["entry"].startswith("circgen check") for hook in hooks)


def test_the_schema_of_a_project_is_where_its_facts_look_for_it(project, run):
    make, name = section(PAGE, "While typing")
    assert run(make.text.strip()).returncode == 0
    path = re.search(r"\$schema=(\S+)", name.text)[1]
    schema = json.loads((project / "data" / "meetings" / path).read_text("utf-8"))
    assert schema["title"] == "Facts of a circular"
