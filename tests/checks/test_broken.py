"""A facts file that cannot be read as a whole: all else that is wrong is found in the same run."""

import pytest
from checks.trial import checked, expected, line, made
from cli.command import Folder

from circgen.fixing import mend
from circgen.project import find_project
from circgen.survey import Wanted, scope_of

NINE = "data/meetings/u4ssc-09.yaml"
SESSION = "{date: 2025-10-31, hours: [11:00-12:00, 13:30-15:30], zone_label: CET}"
OBJECTIVE = "provide an update on the work of the U4SSC Thematic Groups and Working Groups"
NO_DATE = "error: `2025-10-32` is not a date: October 2025 has 31 days = days are 1 to 31"
ROOMS = """\
paragraphs:
  - id: rooms
    after: objectives
    text: {en: Rooms are shown at ITU headquarters., ru: Залы указаны в штаб-квартире МСЭ.}
"""
NO_DASH = "`-` is no dash between words = write `&nbsp;– `"
TWIN = """\
series: u4ssc
ordinal: 10
number: 81
study_period: 2025-2028
issued: 2025-10-16
editions: [en, ru]
sessions: [{date: 2025-11-21}]
"""
BROKEN = [SESSION, SESSION.replace("31,", "32,", 1)]
"""A change that makes the only session unreadable."""


@pytest.fixture
def found(tmp_path, monkeypatch):
    """What is found in the sound project after changes, but for what is to be confirmed."""
    monkeypatch.chdir(tmp_path)

    def find(*changes, more=None, paths=(), ignore=("unconfirmed", "stale")):
        made(tmp_path, {NINE: list(changes), **(more or {})})
        return [line(each) for each in checked(*paths, ignore=ignore)]

    return find


def at(words, rest, file=NINE):
    return expected(f"{file}:«{words}»: {rest}")


def test_nothing_follows_from_a_date_that_is_wrong(found):
    assert found(BROKEN) == [at("2025-10-32", NO_DATE)]


def test_a_wrong_date_hides_nothing_that_is_wrong_with_texts(found):
    assert found(
        BROKEN,
        [OBJECTIVE, "discuss “smart” cities in 2025"],
        ["рабочих групп U4SSC", "рабочих групп U4SSC в 2026\N{NO-BREAK SPACE}году"],
        ["en: Empowering Lives through People-Centred Smart Cities", "en: Organise the Cities"],
    ) == [
        at("2025-10-32", NO_DATE),
        at("“", 'warning: objectives[0]: `“` should be `"` = the house style has `"` and `"` here'),
        at("”", 'warning: objectives[0]: `”` should be `"` = the house style has `"` and `"` here'),
        at(
            "2026\N{NO-BREAK SPACE}году",
            "error: objectives[0]: 2026 (ru) is 2025 (en) = make both say the same",
        ),
        at(
            "Organise",
            "warning: side_events[0].title: `Organise` should be `Organize` = if it is part of a "
            "name, put the name under `kept` in style.yaml",
        ),
    ]


def test_a_wrong_date_hides_no_translation_that_is_stale(found):
    told = found(
        BROKEN, ["Thematic Groups and Working Groups", "Thematic Groups and the Hub"], ignore=()
    )
    assert told == [
        at("2025-10-32", NO_DATE),
        at(
            "сообщить о ходе",
            "error: `objectives[0]`: `ru` was confirmed against other words of `en` = change the "
            "translation if it no longer fits, then "
            f"`circgen confirm {NINE} --lang ru`",
        ),
    ]


def test_texts_of_a_thing_that_is_wrong_are_looked_at_themselves(found):
    """A side event without a day has a title all the same."""
    told = found(
        ["date: 2025-10-31\n", "date: 2025-10-32\n"],
        ["Empowering Lives through People-Centred", "Lives - People-Centred"],
    )
    assert told == [
        at(" - People", f"warning: side_events[0].title: {NO_DASH}"),
        at("2025-10-32", NO_DATE),
    ]


def test_a_text_in_one_language_alone_is_looked_at(found):
    told = found(
        ["    ru: сообщить о ходе работы тематических и рабочих групп U4SSC\n", ""],
        [OBJECTIVE, "discuss discuss it"],
    )
    assert told == [
        f"{NINE}:28:5: error: no text in `ru`, although it is one of the editions = add `ru: …`",
        at("discuss it", "warning: objectives[0]: discuss stands twice = take one of them out"),
    ]


def test_an_annex_that_is_not_there_hides_nothing(found):
    annexes = (
        "annexes:\n  - title: {en: Form - one, ru: Форма}\n"
        "    file: {en: form-en.md, ru: form-ru.md}\nside_events:"
    )
    told = found(["side_events:", annexes], more={"data/meetings/form-en.md": "Organise it\n"})
    assert told == [
        (
            "data/meetings/form-en.md:1:1: warning: annexes[0].file: `Organise` should be `Organize` "
            "= if it is part of a name, put the name under `kept` in style.yaml"
        ),
        at(" - one", f"warning: annexes[0].title: {NO_DASH}"),
        at(
            "form-ru.md",
            "error: data/meetings/form-ru.md: cannot be read: no such file or directory",
        ),
    ]


def test_editions_that_cannot_be_read_hide_nothing(found):
    told = found(["editions: [en, ru]", "editions: en, ru"], [OBJECTIVE, "discuss “smart cities"])
    assert told == [
        at("en, ru\n", "error: `en, ru` is no list = write `[en, ru]`"),
        at(
            "“",
            "error: objectives[0]: “smart cities is not closed = open and close a quotation with "
            "marks of one kind",
        ),
    ]


def test_a_weekday_that_is_not_that_of_its_date_is_found_where_it_stands(found):
    text = 'en: "discuss the plan of Friday, 3\\_October 2026"'
    told = found(
        BROKEN,
        [f"en: {OBJECTIVE}", text],
        [
            "о ходе работы тематических и рабочих групп U4SSC",
            "о плане от пятницы, 2\N{NO-BREAK SPACE}октября 2026\N{NO-BREAK SPACE}года",
        ],
    )
    assert (
        at(
            "Friday",
            "error: objectives[0]: Friday is not 3 October 2026, which is a Saturday = correct the "
            "weekday or the date",
        )
        in told
    )


# --- facts


def test_hours_that_cannot_be_read_are_left_out(found):
    """The first ones may be those at which the meeting opens."""
    assert found(
        ["11:00-12:00, 13:30", "11:00-12-00, 13:30"],
        ["hours: 12:00-13:00", "hours: 15:00-16:00"],
        ["side_events:", "registration: {mandatory: yes, hours: 12:30}\nside_events:"],
    ) == [
        at("11:00-12-00", "error: `11:00-12-00` is not an hour = write 09:30, or 11:00-12:00"),
        at(
            "15:00-16:00",
            "error: the side event on 2025-10-31, 15:00-16:00 overlaps the session on 2025-10-31, "
            "13:30-15:30 (line 10) = correct the date or hours of one of them",
        ),
    ]


def deadlines(*days):
    items = "\n".join(f"  - {{what: registration, date: {day}}}" for day in days)
    return ["side_events:", f"deadlines:\n{items}\nside_events:"]


def test_deadlines_that_can_be_read_are_looked_at(found):
    assert found(deadlines("2025-10-32", "2025-11-03")) == [
        at("2025-10-32", NO_DATE),
        at(
            "2025-11-03",
            "error: `registration` ends on 2025-11-03, after the meeting opens on 2025-10-31, "
            "11:00-12:00 = correct the deadline or the first session",
        ),
    ]


def test_a_deadline_needs_all_sessions(found):
    """The one that cannot be read may be the last."""
    assert found(BROKEN, deadlines("2025-11-03")) == [at("2025-10-32", NO_DATE)]


def test_a_side_event_is_held_against_the_sessions_that_can_be_read(found):
    sessions = f"{SESSION}\n  - {{date: 2025-10-32}}"
    assert found([SESSION, sessions], ["hours: 12:00-13:00", "hours: 11:30-13:00"]) == [
        at("2025-10-32", NO_DATE),
        at(
            "11:30-13:00",
            "error: the side event on 2025-10-31, 11:30-13:00 overlaps the session on 2025-10-31, "
            "11:00-12:00 (line 10) = correct the date or hours of one of them",
        ),
    ]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        # A corrigendum may repeat a deadline that has passed.
        (["number: 81", "number: 81\nvariant: K1"], "`K1` is not a variant"),
        (["number: 81", "number: 81\nvariants: C1"], "`variants` is not a key of a facts file"),
    ],
)
def test_a_deadline_may_have_passed_if_the_variant_is_not_known(found, change, told):
    (only,) = found(change, deadlines("2025-10-14"))
    assert told in only


WHERE = [
    (["number: 81", "number: 81\nmode: hybrit"], "`hybrit` is not known here"),
    (["number: 81", "number: 81\nmodes: hybrid"], "`modes` is not a key of a facts file"),
    (["number: 81", "number: 81\nmode: hybrid"], "a hybrid meeting needs a `place`"),
]


@pytest.mark.parametrize(("change", "told"), WHERE)
def test_where_a_meeting_is_is_not_guessed(found, change, told):
    """It may well be at the headquarters."""
    (only,) = found(change, ["side_events:", f"{ROOMS}side_events:"])
    assert told in only


@pytest.mark.parametrize(
    ("change", "told"),
    [*WHERE[:2], (["number: 81", "number: 81\nzone: Asia/Soul"], "`Asia/Soul` is not a zone")],
)
def test_which_clocks_are_meant_is_not_guessed(found, change, told):
    event = "hours: 11:30-13:00\n    zone: Europe/Zurich"
    (only,) = found(change, ["hours: 12:00-13:00", event])
    assert told in only


def test_what_may_have_gone_out_keeps_its_style(found):
    """Today's words and style are not those of an issued circular."""
    told = found(["number: 81", "number: 81\nstatus: isued"], [OBJECTIVE, "discuss “smart” it"])
    assert told == [
        at("isued", "error: `isued` is not known here = did you mean `issued`?"),
    ]


def test_of_an_issued_circular_style_is_not_looked_at_either(found):
    told = found(BROKEN, ["number: 81", "number: 81\nstatus: issued"], [OBJECTIVE, "“smart” it"])
    assert told == [at("2025-10-32", NO_DATE)]


@pytest.mark.parametrize(
    "paths", [["data/meetings/z.yaml"], []], ids=["checked by itself", "whole project"]
)
def test_a_circular_with_a_wrong_date_keeps_its_number(found, paths):
    """Another one that has its number is told so."""
    twice = (
        "data/meetings/z.yaml:3:9: error: 81 of 2025-2028 is the circular of "
        f"{NINE}:3 = give one of them another `number`, `variant` or `study_period`"
    )
    more = {"data/meetings/z.yaml": TWIN}
    told = found(BROKEN, more=more, paths=paths)
    assert told == ([twice] if paths else [at("2025-10-32", NO_DATE), twice])


# --- series, --fix


def test_a_series_that_is_wrong_has_its_texts_looked_at(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made(
        tmp_path, {"data/series/new.yaml": "topic: {en: on - towns, ru: о городах}\nmod: virtual\n"}
    )
    assert [line(each) for each in checked(ignore=["unconfirmed"])] == [
        f"data/series/new.yaml:1:15: warning: topic: {NO_DASH}",
        (
            "data/series/new.yaml:2:1: error: `mod` is not a key of a series file "
            "= did you mean `mode`?"
        ),
    ]


def test_what_can_be_read_is_mended(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made(tmp_path, {NINE: [BROKEN, [OBJECTIVE, "discuss “smart” cities"]]})
    project = find_project(tmp_path)
    (file,) = mend(project, scope_of(project, ()), Wanted()).files
    assert file.after == file.before.replace("“".encode(), b'"').replace("”".encode(), b'"')
    assert file.after != file.before


def test_the_whole_is_said_at_once_on_the_command_line(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = Folder(tmp_path)
    made(tmp_path, {NINE: [BROKEN, [OBJECTIVE, "discuss “smart” cities"]]})
    run = folder.run("check", "--select", "quote-style")
    assert run.returncode == 1
    assert run.stdout.splitlines()[-1] == ("1 error, 2 warnings; `circgen check --fix` mends 2")
