"""`circgen check` and `circgen baseline` as people and CI run them."""

import json
import os
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pexpect
import pytest
from checks.trial import made
from cli.command import environment

NINTH = "data/meetings/u4ssc-09.yaml"
SEVENTH = "data/meetings/u4ssc-07.yaml"
LATE = ["side_events:", "registration: {mandatory: yes, hours: 11:30}\nside_events:"]
LATE_7 = [
    "objectives:",
    "registration: {mandatory: yes, hours: 11:30}\nobjectives:",
]
TWICE = ["Their common\n", "Their common common\n"]
SELECT = "--select=late-registration,doubled-word"
TOLD = """\
data/meetings/u4ssc-09.yaml:33:39: error: registration opens on 2025-10-31, 11:30, \
after the meeting on 2025-10-31, 11:00-12:00 [late-registration]
   33 | registration: {mandatory: yes, hours: 11:30}
      |                                       ^
      = correct `registration` or the first session
"""
WARNED = """\
data/meetings/u4ssc-09.yaml:16:104: warning: background: common stands twice [doubled-word]
   16 |     civil society come together to share knowledge, best practices and policy innovation. \
Their common common
      |                                                                                           \
             ^
      = take one of them out
"""


@pytest.fixture
def project(folder):
    def make(*ninth, seventh=()):
        made(folder.path, {NINTH: list(ninth), SEVENTH: list(seventh)})
        return folder

    return make


def check(folder, *words, **env):
    return folder.run("check", *words, **({"GITHUB_ACTIONS": "false"} | env))


# --- what is said, and how the command ends


def test_a_sound_project_is_silent(project):
    ended = check(project())
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def test_an_error_is_shown_with_its_line_and_ends_with_1(project):
    ended = check(project(LATE), SELECT)
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, TOLD + "\n1 error\n", "")


def test_a_warning_ends_with_0_unless_it_counts(project):
    folder = project(TWICE)
    ended = check(folder, SELECT)
    assert (ended.returncode, ended.stdout) == (0, WARNED + "\n1 warning\n")
    assert check(folder, SELECT, "--strict").returncode == 1
    assert check(folder, SELECT, "--strict", SEVENTH).returncode == 0


def test_findings_of_several_files_stand_below_their_names(project):
    ended = check(project(TWICE, LATE, seventh=[LATE_7]), SELECT)
    lines = ended.stdout.splitlines()
    assert [line for line in lines if line.startswith("──")] == [
        f"── {SEVENTH}: 1 error ".ljust(80, "─"),
        f"── {NINTH}: 1 error, 1 warning ".ljust(80, "─"),
    ]
    assert ended.stdout.endswith(f"{WARNED}\n{TOLD}\n2 errors, 1 warning in 2 files\n")


def test_a_path_says_what_is_checked(project):
    folder = project(LATE, seventh=[LATE_7])
    told = check(folder, SELECT, SEVENTH).stdout
    assert SEVENTH in told
    assert NINTH not in told
    assert told.endswith("\n1 error\n")


def test_a_rule_can_be_ignored(project):
    ended = check(project(LATE, TWICE), SELECT, "--ignore", "late-registration")
    assert (ended.returncode, ended.stdout) == (0, WARNED + "\n1 warning\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--format", "xml"], "--format: `xml` is not one of text, json, github, sarif"),
        (["--select", "late-registraton"], "--select: there is no rule `late-registraton`: did you mean `late-registration`?"),
        (["--ignore", "hours, zzz"], "--ignore: there is no rule `zzz`: `circgen rules` lists them"),
        (["--templates", "nowhere"], "--templates: nowhere is not a folder"),
        (["out"], "out: nothing to check: name facts files (*.yaml), templates, or their folders"),
        (["notes.md"], "notes.md: nothing to check: name facts files (*.yaml), templates, or their folders"),
    ],
)  # fmt: skip
def test_a_wrong_word_of_the_command_line_ends_with_2(project, words, told):
    folder = project()
    folder.write("notes.md", "# Notes")
    folder.path.joinpath("out").mkdir()
    ended = check(folder, *words)
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", f"circgen: {told}\n")


@pytest.mark.parametrize("words", [["check"], ["baseline"]])
def test_where_there_is_no_project_it_ends_with_2(tmp_path, words):
    ended = subprocess.run(
        [sys.executable, "-m", "circgen", *words],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("circgen: nothing to check: there is no project here or above")
    assert list(tmp_path.iterdir()) == []


# --- formats


def test_json_is_a_list_for_programs(project):
    ended = check(project(LATE, TWICE), SELECT, "--format", "json")
    assert ended.returncode == 1
    found = json.loads(ended.stdout)
    assert [(each["rule"], each["level"], each["location"]["place"]) for each in found] == [
        ("doubled-word", "warning", f"{NINTH}:16:104"),
        ("late-registration", "error", f"{NINTH}:33:39"),
    ]
    assert all(set(each) >= {"message", "help", "source", "target", "fix"} for each in found)


def test_sarif_is_a_log_for_programs(project):
    ended = check(project(LATE), SELECT, "--format", "sarif")
    (run,) = json.loads(ended.stdout)["runs"]
    assert [each["ruleId"] for each in run["results"]] == ["late-registration"]


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_programs_get_a_whole_file_when_nothing_was_found(project, form):
    ended = check(project(), SELECT, "--format", form)
    assert ended.returncode == 0
    json.loads(ended.stdout)


def test_github_is_spoken_to_in_its_actions_errors_first(project):
    ended = check(project(LATE, TWICE), SELECT, GITHUB_ACTIONS="true")
    assert ended.returncode == 1
    error, warning, closing = ended.stdout.splitlines()
    assert error == (
        f"::error file={NINTH},line=33,col=39,title=circgen late-registration::{NINTH}:33:39: "
        "registration opens on 2025-10-31, 11:30, after the meeting on 2025-10-31, 11:00-12:00"
        "%0Acorrect `registration` or the first session"
    )
    assert warning.startswith(f"::warning file={NINTH},line=16,col=104,title=circgen doubled-word")
    assert closing == "1 error, 1 warning"


def test_another_format_can_be_asked_for_in_github_actions(project):
    ended = check(project(LATE), SELECT, "--format", "text", GITHUB_ACTIONS="true")
    assert ended.stdout == TOLD + "\n1 error\n"


# --- silencing, and the baseline


def silenced(rule="late-registration"):
    old, new = LATE
    return [old, f"# circgen: ignore[{rule}] agreed with the host\n{new}"]


def test_what_a_comment_silences_is_counted(project):
    folder = project(silenced(), TWICE)
    ended = check(folder, SELECT, "--strict")
    assert (ended.returncode, ended.stdout) == (1, WARNED + "\n1 warning (1 silenced)\n")
    ended = check(folder, SELECT, "--ignore=doubled-word", "--strict")
    assert (ended.returncode, ended.stdout) == (0, "nothing to mend (1 silenced)\n")


def test_a_comment_that_silences_nothing_is_told(project):
    ended = check(project(silenced("overlap")), "--select=unused-silencer,overlap")
    assert ended.returncode == 0
    assert ended.stdout.startswith(f"{NINTH}:33:19: warning: `overlap` finds nothing here ")


def test_what_is_known_is_left_out_and_shown_on_demand(project):
    folder = project(LATE, TWICE)
    before = check(folder, "--no-baseline")
    assert before.returncode == 1
    ended = folder.run("baseline")
    count = len(json.loads(folder.path.joinpath("data/baseline.json").read_text("utf-8")))
    assert count >= 2
    assert (ended.returncode, ended.stdout) == (0, "data/baseline.json\n")
    assert ended.stderr == f"{count} known\n"
    ended = check(folder, "--strict")
    assert (ended.returncode, ended.stdout) == (
        0,
        f"nothing to mend ({count} known to the baseline)\n",
    )
    assert check(folder, "--no-baseline").stdout == before.stdout


def test_a_baseline_of_a_sound_project_knows_nothing(project):
    folder = project()
    assert folder.run("baseline").returncode == 0
    assert folder.path.joinpath("data/baseline.json").read_text("utf-8") == "[]\n"
    assert check(folder).stdout == ""


def test_a_baseline_is_made_anew_from_all_that_is_found(project):
    folder = project(LATE)
    folder.run("baseline")
    content = folder.path.joinpath("data/baseline.json").read_bytes()
    folder.run("baseline")
    assert folder.path.joinpath("data/baseline.json").read_bytes() == content


def test_a_baseline_can_be_written_elsewhere(project):
    folder = project(LATE)
    assert folder.run("baseline", "--output", "out/today.json").stdout == "out/today.json\n"
    assert not folder.path.joinpath("data/baseline.json").exists()
    (entry,) = json.loads(folder.path.joinpath("out/today.json").read_text("utf-8"))
    assert (entry["rule"], entry["file"]) == ("late-registration", NINTH)


def test_no_baseline_is_written_while_a_file_cannot_be_read(project):
    folder = project(["ordinal: 9", "ordinal: ninth"])
    ended = folder.run("baseline")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith(f"{NINTH}:8:10: error: `ninth` is not a number [number]\n")
    assert ended.stderr.endswith("circgen: mend these first; no baseline was written\n")
    assert not folder.path.joinpath("data/baseline.json").exists()


def test_a_baseline_that_cannot_be_written_ends_with_2(project):
    folder = project()
    ended = folder.run("baseline", "--output", NINTH + "/baseline.json")
    assert ended.returncode == 2
    assert ended.stderr.startswith("circgen: ")


def test_check_writes_nothing(project):
    folder = project(LATE, TWICE)
    before = sorted(folder.path.rglob("*"))
    check(folder)
    assert sorted(folder.path.rglob("*")) == before


# --- pipes and terminals


def test_a_closed_pipe_is_no_trouble(project):
    folder = project(LATE, seventh=[LATE_7])
    child = subprocess.Popen(
        [sys.executable, "-m", "circgen", "check"],
        cwd=folder.path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with child:
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 1


MANY = 300


def many(folder):
    text = folder.path.joinpath(NINTH).read_text("utf-8")
    for number in range(MANY):
        copy = text.replace("number: 81", f"number: {number + 100}")
        folder.write(f"data/meetings/copy-{number:02}.yaml", copy)
    return folder


def on_terminal(folder, *words, columns=80):
    return pexpect.spawn(
        sys.executable,
        ["-m", "circgen", "check", *words],
        cwd=str(folder.path),
        env=environment(GITHUB_ACTIONS="false", COLUMNS=str(columns)),
        dimensions=(40, columns),
        timeout=60,
    )


def without_colours(told):
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", told.decode("utf-8", "replace"))


def test_lines_fit_the_terminal(project):
    child = on_terminal(project(LATE, TWICE), SELECT, columns=60)
    told = child.read()
    assert b"\x1b[31;1merror\x1b[0m" in told
    lines = without_colours(told).splitlines()
    assert max(map(len, lines)) <= 60
    assert lines[:5] == [
        "data/meetings/u4ssc-09.yaml:16:104: warning: background:",
        "      common stands twice [doubled-word]",
        "   16 | …ractices and policy innovation. Their common common",
        "      |                                               ^",
        "      = take one of them out",
    ]


def test_a_bar_shows_on_a_terminal_and_leaves_nothing_behind(project):
    child = on_terminal(many(project()), SELECT)
    told = child.read()
    child.close()
    assert child.exitstatus == 0
    assert b"circulars" in told
    assert not without_colours(told).rsplit("\r", 1)[-1].strip(), "the bar is wiped away"


def test_no_bar_shows_where_there_is_no_terminal(project):
    ended = check(many(project()), SELECT)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def is_running(group):
    """Whether a process of a group is there."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_an_interrupt_ends_quietly_and_leaves_no_process_behind(project):
    child = on_terminal(many(project()))
    child.expect(rb"[1-9]\d?%")  # all processes are at work
    child.sendintr()
    told = without_colours(child.read())
    child.close()
    assert child.exitstatus == 130
    assert "Traceback" not in told
    assert "error" not in told.lower()
    assert not is_running(child.pid)


def test_a_run_that_is_killed_leaves_no_process_behind(project):
    folder = many(project())
    leader, follower = os.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "circgen", "check"],
        cwd=folder.path,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=follower,
        start_new_session=True,
    )
    os.close(follower)
    told = b""
    while not re.search(rb"[1-9]\d?%", told):
        ready, _, _ = select.select([leader], [], [], 60)
        assert ready
        told += os.read(leader, 65536)
    child.send_signal(signal.SIGKILL)
    child.wait(10)
    end = time.monotonic() + 20
    while is_running(child.pid) and time.monotonic() < end:
        time.sleep(0.1)
    assert not is_running(child.pid)
    os.close(leader)


# --- pre-commit


def test_the_hook_runs_this_command():
    import yaml

    (hook,) = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text())
    assert hook["id"] == "circgen-check"
    assert hook["entry"] == "circgen check"
    assert hook["pass_filenames"] is False
    for file in (NINTH, "templates/en/meeting.md.j2", "data/baseline.json"):
        assert re.search(hook["files"], file)
    assert not re.search(hook["files"], "docs/templates/a.yaml")


def test_a_no_break_space_that_would_be_typed_can_be_seen_on_a_terminal(project):
    folder = project(["Annual Work Plan (2025-2026)", "Annual Work Plan of Article 5"])
    told = without_colours(on_terminal(folder, "--diff").read())
    assert "Plan of Article\N{SHOULDERED OPEN BOX}5" in told
    assert "Plan of Article\N{NO-BREAK SPACE}5" in folder.run("check", "--diff").stdout
