"""`circgen new` without a terminal: every question has an option."""

import pytest
from cli.new_drafts import ENOUGH, TENTH, errors, new
from cli.test_confirm import Project

from circgen.drafting.question import OPTIONS


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


# --- a meeting of a series


def test_every_option_that_is_named_is_there(project):
    told = project.run("new", "--help").stdout
    assert [each for each in OPTIONS.values() if f"  {each} " not in told] == []


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
    same = "member-states, state-of-palestine, sector-members, associates, academia"
    new(project, *ENOUGH, "--addressees", same, "--copies", "director-br")
    text = project.read(TENTH)
    assert "addressees" not in text.split("series: u4ssc")[1]
    assert "copies: [director-br]\n" in text
    assert errors(project) == []


def test_what_the_series_states_cannot_be_left_out(project):
    ended = new(project, *ENOUGH, "--copies", "-")
    assert ended.returncode == 2
    assert ended.stderr == (
        "circgen: --copies: `copies` stands in data/series/u4ssc.yaml, and no circular can leave it "
        "out: give others\n"
    )


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


def test_lists_and_texts_in_several_languages_are_stated_as_in_a_file(project):
    ended = new(
        project, "--issued", "2026-05-15", "--objective", "{en: adopt it, ru: утвердить его}",
        "--fact", "sessions=[{date: 2026-06-16, hours: 10:00-11:00}]",
        "--fact", "deadlines=[{what: registration, date: 2026-06-10}]",
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    text = project.read(TENTH)
    assert "sessions: [{date: 2026-06-16, hours: 10:00-11:00}]\n" in text
    assert "objectives:\n  - {en: adopt it, ru: утвердить его}\n" in text
    assert "deadlines: [{what: registration, date: 2026-06-10}]\n" in text
    assert errors(project) == []


def test_a_list_of_texts_is_stated_whole(project):
    listed = "objectives=[{en: adopt it, ru: утвердить его}]"
    assert new(project, *ENOUGH, "--fact", listed).returncode == 0
    assert f"\n{listed.replace('=', ': ')}\n" in project.read(TENTH)
    assert errors(project) == []


def test_a_text_may_begin_with_a_bracket(project):
    words = ("--objective", "[new] cities", "--editions", "en")
    assert new(project, *ENOUGH, *words).returncode == 0
    assert '  - en: "[new] cities"\n' in project.read(TENTH)


# --- what is taken although it is typed otherwise


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("--editions", "en ru"), "editions: [en, ru]"),
        (("--editions", "English"), "editions: [en]"),
        (("--editions", "RU; en"), "editions: [ru, en]"),
        (("--editions", "русский, E"), "editions: [ru, en]"),
        (("--editions", "English Russian"), "editions: [en, ru]"),
        (("--editions", "[en]"), "editions: [en]"),
        (("--series", "U4SSC"), "series: u4ssc"),
        (("--addressees", "Member States; ACADEMIA"), "addressees: [member-states, academia]"),
        (("--addressees", "associates academia"), "addressees: [associates, academia]"),
        (("--working-languages", "French, English"), "working_languages: [fr, en]"),
        (("--mode", "Hybrid", "--place", "New Delhi"), "place: new-delhi"),
        (("--mode", "Hybrid", "--place", "Сеул"), "mode: hybrid"),
        (("--deadline", "Registration 2026-06-09"), "  - {what: registration, date: 2026-06-09}"),
    ],
)  # fmt: skip
def test_an_id_may_be_typed_as_people_call_it(project, words, line):
    ended = new(project, *ENOUGH, *words)
    assert ended.returncode == 0, ended.stderr
    assert line in project.read(TENTH).splitlines()


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
        "  --office        Office of who signs, tsb-director, tsb-director-acting\n"
        "  --event         What is held, meeting, workshop, forum, symposium, conference, session, "
        "seminar, webinar\n"
        "  --topic         Title, behind the noun, in `en`, such as on smart cities\n"
        "  --session       Days and hours, such as 2026-06-16 09:30-12:30, 14:00-17:00 or "
        "2026-06-16 to 2026-06-18 09:30-17:00\n"
    )
    named = [
        "--study-period", "2025-2028", "--number", "5", "--issued-at", "geneva",
        "--addressees", "academia", "--event", "workshop", "--topic", "on smart cities",
        "--editions", "en", "--office", "tsb-director",
    ]  # fmt: skip
    assert new(folder, "--output", "w.yaml", *named, *ENOUGH).returncode == 0
    assert folder.render("w.yaml").returncode == 0
    ended = new(folder, *named, *ENOUGH)
    assert ended.returncode == 2
    assert ended.stderr == (
        "circgen: there is no project here or above: name the file with --output\n"
    )
