"""`circgen new --from FILE` without a terminal: what is taken over, and what is said of it."""

import pytest
from cli.new_drafts import ENOUGH, NINTH, TENTH, errors, new
from cli.test_confirm import Project


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


def test_texts_and_comments_of_an_earlier_meeting_are_kept(project):
    project.change(NINTH, ("number: 81", "number: 81  # see the e-mail of 3 May"))
    project.change(NINTH, ("\ninitiative:", "\n# Ask Maria.\ninitiative:"))
    before = project.read(NINTH)
    ended = new(project, "--from", NINTH, *ENOUGH, "--side-event", "2026-06-16 12:00-13:00")
    assert ended.returncode == 0, ended.stderr
    text = project.read(TENTH)
    assert project.read(NINTH) == before
    assert "number: 82  # data/meetings/u4ssc-09.yaml has 81\n" in text
    assert "# see the e-mail of 3 May\nnumber: 82" in text
    for old, fresh in (
        (
            "number: 81  # see the e-mail of 3 May",
            "# see the e-mail of 3 May\nnumber: 82  # data/meetings/u4ssc-09.yaml has 81",
        ),
        ("issued: 2025-10-15", "issued: 2026-05-15"),
        ("ordinal: 9", "ordinal: 10  # data/meetings/u4ssc-09.yaml has 9"),
        (
            "{date: 2025-10-31, hours: [11:00-12:00, 13:30-15:30], zone_label: CET}",
            "{date: 2026-06-16, hours: 14:00-17:00, zone_label: CEST}  # Tuesday",
        ),
        ("    date: 2025-10-31\n", "    date: 2026-06-16\n"),
    ):
        assert before.count(old) == 1
        before = before.replace(old, fresh)
    assert text == before
    assert errors(project) == []
    assert project.render(TENTH).returncode == 0


def test_what_must_be_looked_at_again_is_listed_with_its_place(project):
    ended = new(project, "--from", NINTH, *ENOUGH, "--side-event", "2026-06-16 12:00-13:00")
    lines = ended.stderr.splitlines()
    start = lines.index(f"look again at what was written for {NINTH}:")
    assert lines[start:] == [
        f"look again at what was written for {NINTH}:",
        f"  {TENTH}:12:47: initiative.supporters: 20",
        f"  {TENTH}:30:9: objectives[1].en: 2025-2026",
        f"  {TENTH}:31:9: objectives[1].ru: 2025–2026\xa0гг.",
        f"  {TENTH}:34:5: side_events[0]: does it belong to this meeting?",
        f"next: circgen check {TENTH}",
    ]


def test_side_events_of_an_earlier_meeting_must_be_dated_or_left_out(project):
    ended = new(project, "--from", NINTH, *ENOUGH)
    assert ended.returncode == 2
    assert ended.stderr == (
        "circgen: answers are missing:\n"
        "  --side-event  Days and hours of side events, such as 2026-06-16 12:00-13:00; "
        "- leaves it out\n"
    )
    assert new(project, "--from", NINTH, *ENOUGH, "--side-event", "-").returncode == 0
    assert "side_events" not in project.read(TENTH)
    assert errors(project) == []


def test_deadlines_of_an_earlier_meeting_come_by_rule(project):
    text = project.read(NINTH)
    deadlines = (
        "\ndeadlines:\n"
        "  - {what: fellowships, date: 2025-09-01}  # agreed\n"
        "  - {what: registration, date: 2025-10-30}\n"
    )
    project.write("data/meetings/old.yaml", text.replace("number: 81", "number: 80") + deadlines)
    ended = new(
        project, "--from", "data/meetings/old.yaml", "--draft", "--side-event", "-",
        "--session", "2026-06-16 14:00-17:00",
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    assert project.read(TENTH).endswith(
        "\n# agreed\n"
        "deadlines:\n"
        "  - {what: fellowships, date: 2026-05-05}  # 42 days before\n"
        "  - {what: registration, date: 2026-06-16}  # when it opens\n"
    )
    assert errors(project) == []


def test_what_has_gone_out_is_not_issued_again(project):
    project.change(NINTH, ("number: 81", "status: issued\nnumber: 81\nvariant: R1"))
    ended = new(project, "--from", NINTH, *ENOUGH, "--side-event", "-")
    assert ended.returncode == 0, ended.stderr
    text = project.read(TENTH)
    assert "status" not in text
    assert "variant" not in text


def test_a_broken_file_is_no_beginning(project):
    project.change(NINTH, ("ordinal: 9", "ordinall: 9"))
    ended = new(project, "--from", NINTH, *ENOUGH)
    assert ended.returncode == 1
    assert f"{NINTH}:8:1: error: `ordinall` is not a key of a facts file" in ended.stderr


def test_deadlines_without_a_rule_are_named(project):
    deadlines = (
        "\ndeadlines:\n"
        "  - {what: registration, date: 2025-10-30}\n"
        "  - {what: {en: comments on the report, ru: замечания по отчету}, date: 2025-11-30}\n"
    )
    old = project.read(NINTH).replace("number: 81", "number: 80") + deadlines
    project.write("data/meetings/old.yaml", old)
    words = ("--from", "data/meetings/old.yaml", *ENOUGH, "--side-event", "-")
    ended = new(project, *words)
    assert ended.returncode == 0, ended.stderr
    left = "left out: deadline `comments on the report` (was 2025-11-30)\n"
    assert ended.stderr.endswith(f"{left}next: circgen check {TENTH}\n")
    assert project.read(TENTH).endswith(
        "\ndeadlines:\n  - {what: registration, date: 2026-06-16}  # when it opens\n"
    )


def test_where_no_deadline_has_a_rule_none_of_another_year_is_kept(project):
    own = "\ndeadlines:\n  - {what: {en: comments, ru: замечания}, date: 2025-11-30}\n"
    project.write(NINTH, project.read(NINTH) + own)
    ended = new(project, "--from", NINTH, *ENOUGH, "--side-event", "-")
    assert ended.returncode == 0, ended.stderr
    assert "left out: deadline `comments` (was 2025-11-30)\n" in ended.stderr
    assert "deadlines" not in project.read(TENTH)


def test_a_copy_may_belong_to_another_series(project):
    ended = new(project, "--from", NINTH, *ENOUGH, "--side-event", "-", "--series", "u4sc")
    assert ended.returncode == 2
    assert ended.stderr == "circgen: --series: `u4sc` is not known here: did you mean `u4ssc`?\n"


def test_a_draft_of_a_copy_has_neither_number_nor_date(project):
    words = ("--session", "2026-06-16 14:00-17:00", "--side-event", "-", "--fact", "status=draft")
    ended = new(project, "--from", NINTH, *words)
    assert ended.returncode == 0, ended.stderr
    text = project.read(TENTH)
    assert "status: draft\n" in text
    assert "number" not in text
    assert "issued:" not in text


def test_a_file_that_is_not_there_is_told_with_the_rest(project):
    ended = new(project, "--from", "data/meetings/u4ssc-9.yaml", "--fact", "x", "--number", "x")
    assert ended.returncode == 2
    assert ended.stderr == (
        "circgen: --fact: `x` is not KEY=VALUE\n"
        f"there is no file data/meetings/u4ssc-9.yaml: did you mean {NINTH}?\n"
    )
