"""What is missing, wrong or doubtful on the command line of `circgen new`: all of it is said."""

import pytest
from cli.new_drafts import ENOUGH, NINTH, TENTH, new
from cli.test_confirm import Project

from circgen.facts.schema import KEYS


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


def meetings(project):
    return sorted(path.name for path in (project.path / "data" / "meetings").iterdir())


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


MISSING = (
    "answers are missing:\n"
    "  --issued   Date of the letter, such as 2026-05-15\n"
    "  --session  Days and hours, such as 2026-06-16 09:30-12:30, 14:00-17:00 or "
    "2026-06-16 to 2026-06-18 09:30-17:00\n"
)


def unknown(key):
    """What is said of a key that no facts file has."""
    keys = ", ".join(f"`{each}`" for each in KEYS)
    return f"--fact {key}=: `{key}` is not a key of a facts file: allowed: {keys}\n"


def test_every_problem_of_the_command_line_is_said_in_one_go(project):
    ended = new(
        project, "--editions", "en fr", "--fact", "website", "--fact", "section=", "--fact", "foo=x",
        "--fact", "acronym=A", "--fact", "acronym=B", "--fact", "number=82", "--number", "83",
        "--study-period", "", "--output", NINTH,
    )  # fmt: skip
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr == (
        "circgen: --fact: `website` is not KEY=VALUE\n"
        "--fact acronym=: `acronym` is given by --fact twice: keep one of them\n"
        "--fact number=: `number` is given by --number and --fact: keep one of them\n"
        f"--output: {NINTH} is there already: name another file\n"
        "--editions: `fr` is not known here: allowed: `en`, `ru`\n"
        "--study-period: nothing is given: give an answer, or - for none\n"
        "--fact section=: nothing is given: give an answer, or - for none\n"
        f"{unknown('foo')}{MISSING}"
    )


def test_a_wrong_series_leaves_open_what_is_missing_and_which_keys_there_are(project):
    ended = new(project, "--series", "u4sc", "--number", "x", "--fact", "foo=x")
    assert ended.returncode == 2
    assert ended.stderr == (
        "circgen: --series: `u4sc` is not known here: did you mean `u4ssc`?\n"
        "--number: `x` is not a number: numbers are 1 to 9999\n"
    )


def test_conflicts_are_said_together_with_what_is_wrong_by_itself(project):
    ended = new(
        project, "--issued", "2026-06-20", "--session", "2026-06-16 14:00-17:00", "--mode", "v",
    )  # fmt: skip
    assert ended.returncode == 2
    assert ended.stderr == (
        "circgen: --mode: `v` is not known here: allowed: `virtual`, `physical`, `hybrid`\n"
        "--issued: the letter is dated 2026-06-20, after the meeting opens on 2026-06-16: correct "
        "`issued` or the date of the session\n"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--output", "a.txt"), "--output: a.txt does not end in .yaml: name another file"),
        (("--fact", "foo=-"), unknown("foo").rstrip()),
        (("--fact", "=x"), "--fact: `=x` is not KEY=VALUE"),
        (
            ("--fact", "contact.mobile=-"),
            ("--fact contact.mobile=: `mobile` is not a key of `contact`: allowed: `person`, `tel`, "
            "`fax`, `email`, `website`"),
        ),
        (("--number", "-"), "--number: an answer is needed: a draft does without it"),
        (("--editions", "-"), "--editions: an answer is needed: en, ru"),
        (("--editions", "fr"), "--editions: `fr` is not known here: allowed: `en`, `ru`"),
        (("--editions", "Klingon"), "--editions: `Klingon` is not known here: allowed: `en`, `ru`"),
        (("--series", "my own"), "--series: `my own` is not known here: allowed: `u4ssc`"),
        (("--session", ""), "--session: nothing is given: give an answer, or - for none"),
        (
            ("--side-event", "2026-06-16 12:00-13:00"),
            ("--side-event: there are none to be dated: state them: --fact 'side_events=[…]', "
            "or use --from"),
        ),
        (
            ("--place", "Nairobi"),
            ("--place: `Nairobi` is not in `places` of any language: allowed: `dubai`, `geneva`, "
            "`new-delhi`, `seoul`; for another town type its name and the zone of its clocks: "
            "Nairobi, Africa/Nairobi"),
        ),
        (
            ("--place", "Nairobi, Africa/Nairobbi"),
            "--place: `Africa/Nairobbi` is not a zone of the IANA database: did you mean `Africa/Nairobi`?",
        ),
    ],
)  # fmt: skip
def test_a_wrong_word_is_said_with_what_is_allowed(project, words, told):
    enough = ENOUGH[:2] if "--session" in words else ENOUGH
    ended = new(project, *enough, *words)
    assert ended.returncode == 2
    assert ended.stderr == f"circgen: {told}\n"
    assert not (project.path / TENTH).exists()


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


# --- what may be meant, and is more often a slip


NINTH_TAKEN = (
    "warning: --ordinal: `ordinal: 9` of `u4ssc` is that of data/meetings/u4ssc-09.yaml: give another "
    "one, unless both letters are about the same meeting\n"
)


def test_a_second_ninth_meeting_is_told(project):
    ended = new(project, *ENOUGH, "--ordinal", "9", "--output", "w.yaml")
    assert ended.returncode == 0
    assert NINTH_TAKEN in ended.stderr


def test_a_second_ninth_meeting_is_told_of_a_copy_too(project):
    words = ("--from", NINTH, *ENOUGH, "--side-event", "-", "--ordinal", "9")
    assert NINTH_TAKEN in new(project, *words, "--output", "w.yaml").stderr


def test_a_revision_is_about_the_same_meeting(project):
    words = ("--ordinal", "9", "--fact", "variant=R1", "--number", "81")
    ended = new(project, *ENOUGH, *words)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout == "data/meetings/u4ssc-09-r1.yaml\n"
    assert "warning" not in ended.stderr
    assert "number: 81\nvariant: R1\n" in project.read("data/meetings/u4ssc-09-r1.yaml")


def test_days_without_hours_are_told(project):
    ended = new(
        project, "--issued", "2026-05-15", "--session", "2026-06-16",
        "--session", "2026-06-17 09:30-12:30",
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    assert [line for line in ended.stderr.splitlines() if "warning" in line] == [
        (
            "warning: --session: 2026-06-16 has no hours: write them behind the day, such as "
            "2026-06-16 09:30-12:30"
        )
    ]
    assert "  - {date: 2026-06-16}  # Tuesday\n" in project.read(TENTH)


def test_a_letter_and_a_meeting_before_those_with_lower_numbers_are_told(project):
    ended = new(project, "--issued", "2025-05-15", "--session", "2025-06-16 14:00-17:00")
    assert ended.returncode == 0
    assert [line for line in ended.stderr.splitlines() if "warning" in line] == [
        (
            "warning: --issued: 82 is dated 2025-05-15, and 81 is dated 2025-10-15 "
            "(data/meetings/u4ssc-09.yaml): correct the date or the number, unless the letters went out "
            "in this order"
        ),
        (
            "warning: --session: it opens on 2025-06-16, and meeting 9 on 2025-10-31 "
            "(data/meetings/u4ssc-09.yaml): correct the days, or `ordinal`"
        ),
    ]
