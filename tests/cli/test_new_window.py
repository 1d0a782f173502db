"""`circgen new` in a terminal: it asks, says what is wrong, and asks again."""

import re

import pytest
from cli.test_confirm import Project
from cli.test_new import NINTH, TENTH, errors
from cli.window import Window

YES = "Are number and date known (yes, or no for a draft) [yes]"


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


def answer(window, asked, typed):
    """Type an answer to what is asked last, as it stands before the cursor."""
    window.child.expect_exact(f"{asked}: ")
    window.told += window.child.before + window.child.after
    window.child.sendline(typed)


def ended(window):
    told = window.rest()
    return window.child.exitstatus, told.replace("\r\n", "\n")


def test_a_meeting_of_a_series_takes_a_few_answers(project):
    with Window(project, "new", columns=200) as window:
        answer(window, "Series (u4ssc; that of data/meetings/u4ssc-09.yaml) [u4ssc]", "")
        answer(window, "Languages (en, ru) [en, ru]", "")
        answer(window, YES, "")
        answer(window, "Date of the letter (such as 2026-05-15)", "2026-05-15")
        answer(window, "(such as 2025-2028; that of data/meetings/u4ssc-09.yaml) [2025-2028]", "")
        answer(window, "Number of the circular (data/meetings/u4ssc-09.yaml has 81) [82]", "")
        answer(
            window, "[member-states, state-of-palestine, sector-members, associates, academia]", ""
        )
        answer(window, "Copies to [study-group-chairs, director-bdt, director-br]", "")
        answer(window, "(such as 9; data/meetings/u4ssc-09.yaml has 9) [10]", "")
        answer(window, "Town (geneva, seoul, new-delhi, dubai; none: virtual)", "")
        answer(window, "How it is held (virtual, physical, hybrid) [virtual]", "")
        answer(window, "Days and hours 1", "2026-06-16 14:00-17:00")
        answer(window, "Days and hours 2, Enter: no more", "")
        answer(window, "Page of the event (such as https://www.itu.int/…)", "")
        answer(window, "What the meeting is to do, in `en` 1, Enter: no more", "adopt the plan")
        answer(window, "What the meeting is to do, in `en` 2, Enter: no more", "")
        answer(window, "Deadlines", "registration")
        answer(window, f"File [{TENTH}]", "")
        code, told = ended(window)
    assert code == 0
    assert "registration (2026-06-16, when it opens)" in told
    assert "contributions (2026-06-04, 12 days before)" in told
    assert f"to be translated:\n  {TENTH}:17:5: ru\n" in told
    text = project.read(TENTH)
    assert "ordinal: 10  # data/meetings/u4ssc-09.yaml has 9\n" in text
    assert "  - {what: registration, date: 2026-06-16}  # when it opens\n" in text
    assert len(errors(project)) == 1
    project.change(TENTH, ("plan  # to be translated: ru", "plan\n    ru: утвердить план"))
    assert errors(project) == []
    assert project.render(TENTH).returncode == 0


GIVEN = ("--series", "u4ssc", "--editions", "en,ru", "--addressees", "academia", "--copies", "-",
         "--ordinal", "10", "--place", "-", "--mode", "virtual", "--event-page", "-",
         "--objective", "-", "--deadline", "-", "--study-period", "2025-2028")  # fmt: skip


def test_wrong_answers_are_said_and_asked_again(project):
    with Window(project, "new", *GIVEN, "--number", "81", columns=200) as window:
        answer(window, "Date of the letter (such as 2026-05-15)", "2026-02-30")
        answer(window, "Date of the letter (such as 2026-05-15)", "")
        answer(window, "Date of the letter (such as 2026-05-15)", "15.5.2026")
        answer(window, "Number of the circular (data/meetings/u4ssc-09.yaml has 81) [82]", "eighty")
        answer(window, "Number of the circular (data/meetings/u4ssc-09.yaml has 81) [82]", "82")
        answer(window, "Days and hours 1", "Tuesday")
        answer(window, "Days and hours 1", "2026-03-29 02:30-04:00")
        answer(window, "Days and hours 1", "2026-06-16 14:00-17:00")
        answer(window, "Days and hours 2, Enter: no more", "2026-06-16 14:00-17:00")
        answer(window, "Days and hours 2, Enter: no more", "")
        answer(window, f"File [{TENTH}]", NINTH)
        answer(window, f"File [{TENTH}]", "data/meetings/next.yaml")
        code, told = ended(window)
    assert code == 0
    for wrong in (
        "  `2026-02-30` is not a date: February 2026 has 28 days\n    = days are 1 to 28\n",
        "  81 of 2025-2028 is the circular of data/meetings/u4ssc-09.yaml:3\n",
        "  `eighty` is not a number\n    = numbers are 1 to 9999\n",
        "  `Tuesday` is not a date\n    = write it as 2025-10-31\n",
        "  02:30 on 2026-03-29 does not exist in Europe/Zurich: the clocks change that night\n",
        "  2026-06-16, 14:00-17:00 stands twice\n    = keep one of the two sessions\n",
        f"  {NINTH} is there already, or does not end in .yaml\n",
    ):
        assert told.count(wrong) == 1, wrong
    assert "issued: 15.5.2026\n" in project.read("data/meetings/next.yaml")
    assert errors(project, "data/meetings/next.yaml") == []


def test_answers_that_do_not_go_together_are_both_asked_again(project):
    with Window(project, "new", *GIVEN, "--number", "82", columns=200) as window:
        answer(window, "Date of the letter (such as 2026-05-15)", "2026-06-20")
        answer(window, "Days and hours 1", "2026-06-16 14:00-17:00")
        answer(window, "Days and hours 2, Enter: no more", "")
        answer(window, "Days and hours 1", "2026-06-16 14:00-17:00")
        answer(window, "Days and hours 2, Enter: no more", "")
        answer(window, "Date of the letter (such as 2026-05-15) [2026-06-20]", "2026-05-20")
        answer(window, f"File [{TENTH}]", "")
        code, told = ended(window)
    assert code == 0
    assert "the letter is dated 2026-06-20, after the meeting opens on 2026-06-16" in told
    assert "issued: 2026-05-20\n" in project.read(TENTH)
    assert errors(project) == []


def test_what_the_whole_shows_is_asked_again_at_the_end(project):
    given = [word if word != "-" or GIVEN[i - 1] != "--deadline" else "contributions 2026-05-10"
             for i, word in enumerate(GIVEN)]  # fmt: skip
    words = ("--number", "82", "--issued", "2026-05-15", "--session", "2026-06-16 14:00-17:00")
    with Window(project, "new", *given, *words, columns=200) as window:
        answer(window, f"File [{TENTH}]", "")
        answer(window, "Deadlines", "contributions")
        code, told = ended(window)
    assert code == 0
    assert (
        "  `contributions` ends on 2026-05-10, before the day of the letter, 2026-05-15\n" in told
    )
    assert "{what: contributions, date: 2026-06-04}" in project.read(TENTH)


def test_side_events_are_asked_for_by_their_titles(project):
    with Window(project, "new", "--from", NINTH, "--draft", columns=200) as window:
        answer(window, "[10]", "")
        answer(window, "Days and hours 1", "2026-06-16 14:00-17:00")
        answer(window, "Days and hours 2, Enter: no more", "")
        title = "Empowering Lives through People-Centred Smart Cities (was 2025-10-31)"
        answer(window, title, "2026-06-16 25:00")
        answer(window, title, "2026-06-16 12:00-13:00")
        answer(window, "Deadlines", "")
        answer(window, f"File [{TENTH}]", "")
        code, told = ended(window)
    assert code == 0
    assert told.count("  `25:00` is not an hour\n") == 1
    assert "    date: 2026-06-16\n    hours: 12:00-13:00\n" in project.read(TENTH)
    assert errors(project) == []


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize("late", [False, True])
def test_an_interrupt_leaves_nothing(project, key, late):
    before = sorted(path for path in project.path.rglob("*") if path.is_file())
    words = ("--number", "82", "--issued", "2026-05-15", "--session", "2026-06-16 14:00-17:00")
    with Window(project, "new", *((*GIVEN, *words) if late else ())) as window:
        window.child.expect_exact("File [" if late else "Series (u4ssc")
        window.child.expect_exact(": ")
        window.child.send(key)
        code, told = ended(window)
    assert code == 130
    assert told.endswith("circgen: nothing was written\n")
    assert "Traceback" not in told
    assert sorted(path for path in project.path.rglob("*") if path.is_file()) == before


def test_the_way_to_answer_is_said_once(project):
    with Window(project, "new") as window:
        window.child.expect_exact("[u4ssc]: ")
        told = window.child.before
        window.child.sendintr()
    how = "Enter takes what stands in brackets, - leaves it out. Ctrl-C stops; nothing is written then."
    assert re.sub(r"\s+", " ", told).count(how) == 1
