"""`circgen new` without a terminal: every question has an option."""

import subprocess
import sys

import pytest
from cli.command import environment
from cli.test_confirm import Project

NINTH = "data/meetings/u4ssc-09.yaml"
TENTH = "data/meetings/u4ssc-10.yaml"
ENOUGH = ("--issued", "2026-05-15", "--session", "2026-06-16 14:00-17:00")


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


def new(project, *words):
    """`circgen new WORDS` with nobody to answer."""
    ended = subprocess.run(
        [sys.executable, "-m", "circgen", "new", *words],
        cwd=project.path,
        env=environment(),
        capture_output=True,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert "Traceback" not in ended.stderr
    return ended


def errors(project, name=TENTH):
    """What `circgen check` finds in a file, warnings left out."""
    ended = project.run("check", name)
    return [line for line in ended.stdout.splitlines() if ": error: " in line]


def meetings(project):
    return sorted(path.name for path in (project.path / "data" / "meetings").iterdir())


# --- a meeting of a series


def test_what_can_be_worked_out_is_taken_and_told(project):
    ended = new(project, *ENOUGH)
    assert ended.returncode == 0
    assert ended.stdout == f"{TENTH}\n"
    assert ended.stderr == (
        "--series u4ssc (that of data/meetings/u4ssc-09.yaml)\n"
        "--study-period 2025-2028 (that of data/meetings/u4ssc-09.yaml)\n"
        "--number 82 (data/meetings/u4ssc-09.yaml has 81)\n"
        "--ordinal 10 (data/meetings/u4ssc-09.yaml has 9)\n"
        "next: circgen check data/meetings/u4ssc-10.yaml\n"
    )
    assert project.read(TENTH) == (
        "# yaml-language-server: $schema=../../docs/facts.schema.json\n"
        "# What can be stated here: docs/facts.md, or the schema of `circgen schema`.\n"
        "# Of data/series/u4ssc.yaml, unless a key here replaces it: kind, event, topic, acronym, mode, zone,\n"
        "# working_languages, website, issued_at, addressees, copies, contact, signatory, participation,\n"
        "# registration.\n"
        "series: u4ssc\n"
        "number: 82  # data/meetings/u4ssc-09.yaml has 81\n"
        "study_period: 2025-2028\n"
        "issued: 2026-05-15\n"
        "editions: [en, ru]\n"
        "\n"
        "ordinal: 10  # data/meetings/u4ssc-09.yaml has 9\n"
        "sessions:\n"
        "  - {date: 2026-06-16, hours: 14:00-17:00, zone_label: CEST}  # Tuesday\n"
    )


def test_the_file_passes_check_and_its_letters_are_rendered(project):
    new(project, *ENOUGH)
    assert errors(project) == []
    ended = project.render(TENTH)
    assert ended.returncode == 0
    letter = project.path / "out" / "T25-TSB-CIR-0082!!TXT-E.txt"
    assert "Tenth Meeting" in letter.read_text("utf-8")
    assert "from 1400 to 1700 hours (CEST)" in letter.read_text("utf-8").replace("\xa0", " ")


def test_a_draft_needs_neither_number_nor_date(project):
    ended = new(project, "--draft", "--session", "2026-12-16 to 2026-12-18 0930-1230,14:00-17:30")
    assert ended.returncode == 0
    text = project.read(TENTH)
    assert "status: draft\n" in text
    assert "number" not in text
    assert "issued:" not in text
    session = (
        "{date: 2026-12-16, until: 2026-12-18, hours: [0930-1230, 14:00-17:30], zone_label: CET}"
    )
    assert f"  - {session}  # Wednesday to Friday\n" in text
    assert errors(project) == []
    assert project.render(TENTH).returncode == 0


def test_texts_in_other_languages_are_marked_and_are_errors_of_check(project):
    ended = new(
        project, *ENOUGH, "--objective", "review the plan: all of it", "--objective", "adopt it"
    )
    assert ended.returncode == 0
    assert (
        "objectives:\n"
        '  - en: "review the plan: all of it"  # to be translated: ru\n'
        "  - en: adopt it  # to be translated: ru\n"
    ) in project.read(TENTH)
    assert (
        "to be translated:\n"
        "  data/meetings/u4ssc-10.yaml:17:5: ru\n"
        "  data/meetings/u4ssc-10.yaml:18:5: ru\n"
    ) in ended.stderr
    what = "error: no text in `ru`, although it is one of the editions [missing-text]"
    assert errors(project) == [f"{TENTH}:{line}:5: {what}" for line in (17, 18)]
    assert project.render(TENTH).returncode == 1
    assert not (project.path / "out").exists() or project.files() == []


def test_once_translated_the_letters_are_rendered_without_a_mark(project):
    new(project, *ENOUGH, "--objective", "adopt it")
    project.change(TENTH, ("it  # to be translated: ru", "it\n    ru: утвердить его"))
    assert errors(project) == []
    assert project.render(TENTH).returncode == 0
    assert "translated" not in project.letter(82).read_text("utf-8")


def test_deadlines_come_by_rule_or_with_a_day_and_an_hour_of_their_own(project):
    ended = new(
        project,
        *ENOUGH,
        "--deadline",
        "contributions",
        "--deadline",
        "registration 2026-06-09 18:00",
    )
    assert ended.returncode == 0
    assert (
        "deadlines:\n"
        "  - {what: contributions, date: 2026-06-04}  # 12 days before\n"
        "  - {what: registration, date: 2026-06-09, hour: 18:00}\n"
    ) in project.read(TENTH)
    assert errors(project) == []


def test_addressees_are_stated_only_if_they_are_not_those_of_the_series(project):
    new(project, *ENOUGH, "--addressees", "member-states, academia", "--copies", "-")
    text = project.read(TENTH)
    assert "addressees: [member-states, academia]\n" in text
    assert "copies" not in text.split("series: u4ssc")[1]
    assert errors(project) == []


def test_a_part_of_the_contact_leaves_the_other_parts_as_the_series_has_them(project):
    new(project, *ENOUGH, "--email", "tsbevents@itu.int")
    assert (
        "contact:\n  tel: +41 22 730 6301\n  fax: +41 22 730 5853\n  email: tsbevents@itu.int\n"
    ) in project.read(TENTH)
    assert errors(project) == []


def test_a_meeting_in_a_town_has_the_hours_of_its_clocks(project):
    ended = new(project, *ENOUGH, "--place", "seoul", "--zone", "Asia/Seoul", "--venue", "COEX")
    assert ended.returncode == 0, ended.stderr
    text = project.read(TENTH)
    assert "mode: physical\n" in text
    assert "place: seoul\n" in text
    assert "venue:\n  en: COEX  # to be translated: ru\n" in text
    assert "zone_label: KST}" in text


def test_any_other_fact_is_one_of_its_own(project):
    ended = new(
        project, *ENOUGH,
        "--fact", "initiative={name: u4ssc, supporters: 21}", "--fact", "section=SG20",
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    text = project.read(TENTH)
    assert "section: SG20\n" in text
    assert "initiative: {name: u4ssc, supporters: 21}\n" in text
    assert errors(project) == []


# --- without a series


def test_a_circular_without_a_series_states_everything(project):
    ended = new(
        project, "--series", "-", "--editions", "en", "--event", "workshop",
        "--topic", "on smart cities", "--number", "90", *ENOUGH, "--output", "w.yaml",
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    assert errors(project, "w.yaml") == []
    assert project.render("w.yaml").returncode == 0
    assert "Workshop on smart cities" in project.letter(90).read_text("utf-8")


def test_without_a_project_everything_can_be_said_by_options(folder):
    (folder.path / "data" / "meetings").rmdir()
    (folder.path / "data").rmdir()
    ended = new(folder, "--output", "w.yaml")
    assert ended.returncode == 2
    assert ended.stderr == (
        "circgen: answers are missing:\n"
        "  --issued        Date of the letter, such as 2026-05-15\n"
        "  --study-period  Study period, such as 2025-2028\n"
        "  --number        Number of the circular\n"
        "  --issued-at     Place of the letter, geneva, seoul, new-delhi, dubai\n"
        "  --addressees    Addressees, member-states, state-of-palestine, sector-members, associates, "
        "academia, study-group-chairs, director-bdt, director-br\n"
        "  --event         What is held, meeting, workshop, forum, symposium, conference, session, "
        "seminar, webinar\n"
        "  --topic         Title, behind the noun, in `en`, such as on smart cities\n"
        "  --session       Days and hours, such as 2026-06-16 09:30-12:30, 14:00-17:00 or "
        "2026-06-16 to 2026-06-18 09:30-17:00\n"
    )
    named = [
        "--study-period", "2025-2028", "--number", "5", "--issued-at", "geneva",
        "--addressees", "academia", "--event", "workshop", "--topic", "on smart cities",
        "--editions", "en",
    ]  # fmt: skip
    assert new(folder, "--output", "w.yaml", *named, *ENOUGH).returncode == 0
    assert folder.render("w.yaml").returncode == 0
    ended = new(folder, *named, *ENOUGH)
    assert ended.returncode == 2
    assert ended.stderr == (
        "circgen: there is no project here or above: name the file with --output\n"
    )


# --- what is missing or wrong


def test_what_is_missing_is_listed_at_once(project):
    ended = new(project)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr == (
        "circgen: answers are missing:\n"
        "  --issued   Date of the letter, such as 2026-05-15\n"
        "  --session  Days and hours, such as 2026-06-16 09:30-12:30, 14:00-17:00 or "
        "2026-06-16 to 2026-06-18 09:30-17:00\n"
    )


def test_what_is_wrong_is_said_at_once_as_the_rules_of_facts_say_it(project):
    before = meetings(project)
    ended = new(
        project, "--issued", "2026-02-30", "--number", "81", "--mode", "virtuall",
        "--session", "2026-06-16 17:00-14:00", "--deadline", "registrations",
        "--email", "nobody", "--fact", "websit=https://itu.int/",
    )  # fmt: skip
    assert ended.returncode == 2
    assert ended.stderr == (
        "circgen: --issued: `2026-02-30` is not a date: February 2026 has 28 days: days are 1 to 28\n"
        "--number: 81 of 2025-2028 is the circular of data/meetings/u4ssc-09.yaml:3: give one of them "
        "another `number`, `variant` or `study_period`\n"
        "--email: `nobody` is not an e-mail address: write it as name@itu.int\n"
        "--mode: `virtuall` is not known here: did you mean `virtual`?\n"
        "--session: `17:00-14:00` ends before it starts: if it ends on the next day, write "
        "`17:00-14:00+1`\n"
        "--deadline: `registrations` is not in `deadlines` of any language: did you mean "
        "`registration`?\n"
        "--fact websit=: `websit` is not a key of a facts file: did you mean `website`?\n"
    )
    assert meetings(project) == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--series", "u4sc"), "--series: there is no series `u4sc`: did you mean `u4ssc`?"),
        (("--fact", "website"), "--fact: `website` is not KEY=VALUE"),
        (("--output", NINTH), f"--output: {NINTH} is there already: name another file"),
        (("--output", "a.txt"), "--output: a.txt: a facts file ends in .yaml"),
    ],
)
def test_what_others_depend_on_is_said_by_itself(project, words, told):
    ended = new(project, *words)
    assert ended.returncode == 2
    assert ended.stderr == f"circgen: {told}\n"


def test_answers_that_do_not_go_together_are_refused(project):
    ended = new(
        project, "--issued", "2026-06-20", "--session", "2026-06-16 14:00-17:00",
        "--deadline", "registration 2026-06-30",
    )  # fmt: skip
    assert ended.returncode == 2
    assert "--issued: the letter is dated 2026-06-20, after the meeting opens on 2026-06-16" in (
        ended.stderr
    )
    assert not (project.path / TENTH).exists()


def test_what_check_would_find_in_the_whole_is_refused_too(project):
    ended = new(project, *ENOUGH, "--deadline", "contributions 2026-05-10")
    assert ended.returncode == 2
    assert ended.stderr.endswith(
        "circgen: --deadline: `contributions` ends on 2026-05-10, before the day of the letter, "
        "2026-05-15: correct the deadline or `issued`\n"
    )
    assert not (project.path / TENTH).exists()


def test_nothing_is_overwritten(project):
    assert new(project, *ENOUGH).returncode == 0
    before = project.read(TENTH)
    ended = new(project, *ENOUGH, "--ordinal", "10", "--number", "83")
    assert ended.returncode == 2
    assert ended.stderr.endswith(
        f"circgen: {TENTH} is there already: name another file with --output\n"
    )
    assert project.read(TENTH) == before


def test_an_answer_cannot_bring_in_lines_of_its_own(project):
    ended = new(
        project, *ENOUGH,
        "--fact", "acronym=X\nstatus: issued", "--fact", "section={a: b}\nstatus: issued",
    )  # fmt: skip
    assert ended.returncode == 0
    text = project.read(TENTH)
    assert 'acronym: "X\\nstatus: issued"\n' in text
    assert 'section: "{a: b}\\nstatus: issued"\n' in text


def test_a_broken_series_is_told_where_it_is_broken(project):
    project.change("data/series/u4ssc.yaml", ("mode: virtual", "mode: virtuell"))
    ended = new(project, *ENOUGH)
    assert ended.returncode == 1
    assert "data/series/u4ssc.yaml:" in ended.stderr
    assert "`virtuell` is not known here" in ended.stderr
    assert not (project.path / TENTH).exists()


# --- from an earlier meeting


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
        f"  {TENTH}:12:39: initiative.supporters: 20",
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
