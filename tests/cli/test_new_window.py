"""`circgen new` in a terminal: it asks, says what is wrong, and asks again."""

import re

import pytest
from cli.new_drafts import NINTH, TENTH, errors
from cli.test_confirm import Project
from cli.window import Window

YES = "Are number and date known (y, or n for a draft) [y]"


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


GIVEN = ("--series", "u4ssc", "--editions", "en,ru", "--addressees", "academia", "--copies",
         "director-br",
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
        answer(window, f"File [{TENTH}]", "next.txt")
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
        "  an answer is needed\n    = such as 2026-05-15; a draft does without it\n",
        f"  {NINTH} is there already\n",
        "  next.txt does not end in .yaml\n",
    ):
        assert told.count(wrong) == 1, wrong
    assert "issued: 15.5.2026\n" in project.read("data/meetings/next.yaml")
    assert errors(project, "data/meetings/next.yaml") == []


def test_answers_that_do_not_go_together_are_both_asked_again(project):
    with Window(project, "new", *GIVEN, "--number", "82", columns=200) as window:
        answer(window, "Date of the letter (such as 2026-05-15)", "2026-06-20")
        answer(window, "Days and hours 1", "2026-06-16 14:00-17:00")
        answer(window, "Days and hours 2, Enter: no more", "")
        answer(window, "Days and hours 1 [2026-06-16 14:00-17:00]", "")
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


DATED = ("--number", "82", "--issued", "2026-05-15")
HELD = ("--session", "2026-06-16 14:00-17:00")


def without(*options):
    """GIVEN without some options and their answers."""
    pairs = zip(GIVEN[::2], GIVEN[1::2], strict=True)
    return [word for pair in pairs if pair[0] not in options for word in pair]


@pytest.mark.parametrize("typed", ["y", "Y", "yes", "YES", ""])
def test_yes_is_typed_in_many_ways(project, typed):
    with Window(project, "new", *without("--study-period"), *HELD, columns=200) as window:
        answer(window, YES, typed)
        answer(window, "Date of the letter (such as 2026-05-15)", "2026-05-15")


@pytest.mark.parametrize("typed", ["n", "N", "no", "No", "draft"])
def test_no_is_typed_in_many_ways(project, typed):
    with Window(project, "new", *without("--study-period"), *HELD, columns=200) as window:
        answer(window, YES, "maybe")
        answer(window, YES, typed)
        answer(window, f"File [{TENTH}]", "")
        code, told = ended(window)
    assert code == 0
    assert "  `maybe` is not known here\n" in told
    assert "status: draft\n" in project.read(TENTH)


def test_ids_are_typed_as_people_call_them(project):
    words = without("--series", "--editions", "--mode", "--place")
    with Window(project, "new", *words, *DATED, *HELD, columns=200) as window:
        answer(window, "Series (u4ssc; that of data/meetings/u4ssc-09.yaml) [u4ssc]", "U4SSC")
        answer(window, "Languages (en, ru) [en, ru]", "-")
        answer(window, "Languages (en, ru) [en, ru]", "English")
        answer(window, "Town (geneva, seoul, new-delhi, dubai; none: virtual)", "New Delhi")
        answer(window, "How it is held (virtual, physical, hybrid) [physical]", "Hybrid")
        answer(window, "Building, as it stands beside the town, in `en`", "")
        answer(window, "data/series/u4ssc.yaml has Europe/Zurich) [Asia/Kolkata]", "")
        answer(window, f"File [{TENTH}]", "")
        code, told = ended(window)
    assert code == 0
    assert told.count("  an answer is needed\n    = en, ru\n") == 1
    text = project.read(TENTH)
    assert "editions: [en]\n" in text
    assert "mode: hybrid\nplace: new-delhi\nzone: Asia/Kolkata\n" in text
    assert "zone_label: IST}" in text
    assert errors(project) == []


def test_a_second_ninth_meeting_is_asked_for_again_and_taken_if_it_is_kept(project):
    words = (*without("--ordinal"), *DATED, *HELD, "--output", "w.yaml")
    asks = "Which one of its series it is (such as 9; data/meetings/u4ssc-09.yaml has 9)"
    with Window(project, "new", *words, columns=200) as window:
        answer(window, f"{asks} [10]", "9")
        answer(window, "Which one of its series it is (such as 9) [9]", "")
        code, told = ended(window)
    assert code == 0
    assert (
        "  `ordinal: 9` of `u4ssc` is that of data/meetings/u4ssc-09.yaml\n"
        "    = give another one, unless both letters are about the same meeting\n"
    ) in told
    assert "ordinal: 9\n" in project.read("w.yaml")


def test_a_name_that_is_taken_is_not_offered(project):
    with Window(project, "new", *GIVEN, *DATED, *HELD, "--ordinal", "9", columns=200) as window:
        answer(window, "File", "next.yaml")
        code, told = ended(window)
    assert code == 0
    assert f"  {NINTH} is there already\n" in told
    assert (project.path / "next.yaml").exists()


def test_a_day_without_hours_is_asked_for_again(project):
    with Window(project, "new", *GIVEN, *DATED, columns=200) as window:
        answer(window, "Days and hours 1", "2026-06-16")
        answer(window, "Days and hours 2, Enter: no more", "2026-06-17 09:30-12:30")
        answer(window, "Days and hours 3, Enter: no more", "")
        answer(window, "Days and hours 1 [2026-06-16]", "2026-06-16 14:00-17:00")
        answer(window, "Days and hours 2 [2026-06-17 09:30-12:30]", "-")
        answer(window, "Days and hours 2, Enter: no more", "")
        answer(window, f"File [{TENTH}]", "")
        code, told = ended(window)
    assert code == 0
    assert told.count("  2026-06-16 has no hours\n") == 1
    text = project.read(TENTH)
    assert "sessions:\n  - {date: 2026-06-16, hours: 14:00-17:00, zone_label: CEST}" in text
    assert "2026-06-17" not in text


def test_a_date_before_that_of_a_lower_number_is_asked_for_again(project):
    with Window(project, "new", *GIVEN, *HELD, "--number", "82", columns=200) as window:
        answer(window, "Date of the letter (such as 2026-05-15)", "2025-05-15")
        answer(window, f"File [{TENTH}]", "")
        code, told = ended(window)
    assert code == 0
    assert (
        "  82 is dated 2025-05-15, and 81 is dated 2025-10-15 (data/meetings/u4ssc-09.yaml)\n"
        in told
    )


def test_the_town_of_an_earlier_meeting_is_offered_and_its_deadlines_without_a_rule_named(project):
    deadlines = (
        "\ndeadlines:\n"
        "  - {what: registration, date: 2025-10-30}\n"
        "  - {what: {en: comments, ru: замечания}, date: 2025-11-30}\n"
    )
    text = project.read(NINTH).split("\nside_events:")[0] + deadlines
    text = text.replace("number: 81", "number: 80").replace("zone_label: CET", "zone_label: KST")
    town = "mode: physical\nplace: seoul\nvenue: {en: Hall, ru: Зал}\nzone: Asia/Seoul\nsessions:"
    project.write("data/meetings/old.yaml", text.replace("sessions:", town))
    words = ("--from", "data/meetings/old.yaml", "--draft")
    with Window(project, "new", *words, columns=400) as window:
        answer(window, "[10]", "")
        answer(window, "none: virtual; that of the earlier meeting) [seoul]", "dubai")
        answer(window, "How it is held (virtual, physical, hybrid) [physical]", "")
        answer(window, "Building, as it stands beside the town, in `en`", "")
        answer(window, "data/series/u4ssc.yaml has Europe/Zurich) [Asia/Dubai]", "")
        answer(window, "Days and hours 1", "2026-06-16 14:00-17:00")
        answer(window, "Days and hours 2, Enter: no more", "")
        answer(window, "Deadlines [registration]", "")
        answer(window, f"File [{TENTH}]", "")
        code, told = ended(window)
    assert code == 0
    assert "24:00; no rule for `comments` (was 2025-11-30)\n" in told
    assert "left out: deadline `comments` (was 2025-11-30)\n" in told
    text = project.read(TENTH)
    assert "place: dubai\nzone: Asia/Dubai\n" in text
    assert "venue" not in text
    assert text.endswith(
        "deadlines:\n  - {what: registration, date: 2026-06-16}  # when it opens\n"
    )
    assert errors(project) == []
