"""`circgen check --fix` and `--diff`: typography is mended in the files, and nothing else."""

import shutil
import stat

import pytest
from checks.trial import checked, line, made
from cli.command import Folder

from circgen.fixing import mend
from circgen.library import Library
from circgen.project import find_project
from circgen.survey import Wanted, scope_of

NINE = "data/meetings/u4ssc-09.yaml"
TEMPLATE = "templates/ru/meeting.md.j2"
OBJECTIVE = "provide an update on the work of the U4SSC Thematic Groups and Working Groups"
SILENT = Wanted(ignore=frozenset({"unconfirmed"}))


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Makes the sound project with changes, and the command in it."""
    monkeypatch.chdir(tmp_path)

    def make(change=None):
        folder = Folder(tmp_path)
        made(tmp_path, change)
        return folder

    return make


def objective(text):
    return {NINE: [[OBJECTIVE, text]]}


def both(*texts):
    """The first objective in both languages; `_` is a no-break space."""
    olds = (OBJECTIVE, "сообщить о ходе работы тематических и рабочих групп U4SSC")
    news = (text.replace("_", "\N{NO-BREAK SPACE}") for text in texts)
    return {NINE: list(map(list, zip(olds, news, strict=True)))}


def would(folder):
    """What would be mended: old and new lines by file, and what is refused."""
    found = find_project(folder.path)
    result = mend(found, scope_of(found, ()), SILENT)
    changes = {}
    for file in result.files:
        before, after = (content.decode().split("\n") for content in (file.before, file.after))
        name = str(file.path)
        changes[name] = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    return changes, [line(finding) for finding in result.refused]


def test_the_sound_project_has_nothing_to_mend(project):
    assert would(project()) == ({}, [])


def test_the_difference_is_shown_and_nothing_written(project):
    folder = project(objective("discuss “smart” cities"))
    before = (folder.path / NINE).read_bytes()
    run = folder.run("check", "--diff")
    assert run.returncode == 1
    assert run.stderr == ""
    assert run.stdout == (
        f"--- {NINE}\n+++ {NINE}\n@@ -25,7 +25,7 @@\n"
        "     и тем самым способствовать достижению целей в области устойчивого развития (ЦУР), а также\n"
        "     осуществлению Пакта во имя будущего и прилагаемого к нему Глобального цифрового договора.\n"
        " objectives:\n"
        "-  - en: discuss “smart” cities\n"
        '+  - en: discuss "smart" cities\n'
        "     ru: сообщить о ходе работы тематических и рабочих групп U4SSC\n"
        "   - en: discuss new U4SSC activities and approve the U4SSC Annual Work Plan (2025-2026)\n"
        '     ru: "рассмотреть новые направления деятельности U4SSC и утвердить годовой план работы U4SSC (2025–2026\\_гг.)"\n'
    )
    assert (folder.path / NINE).read_bytes() == before


def test_it_is_written_and_shown_once(project):
    folder = project(objective("discuss “smart” cities"))
    difference = folder.run("check", "--diff").stdout
    run = folder.run("check", "--fix", "--select", "quote-style")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", difference)
    assert 'en: discuss "smart" cities\n' in (folder.path / NINE).read_text("utf-8")
    again = folder.run("check", "--fix", "--select", "quote-style")
    assert (again.returncode, again.stderr) == (0, "")
    none = folder.run("check", "--diff")
    assert (none.returncode, none.stdout) == (0, "")


def test_both_options_write_nothing(project):
    folder = project(objective("discuss “smart” cities"))
    assert folder.run("check", "--fix", "--diff").returncode == 1
    assert "“smart”" in (folder.path / NINE).read_text("utf-8")


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("discuss cities - and towns", "discuss cities\N{NO-BREAK SPACE}– and towns"),
        ('"discuss cities - and “towns”"', '"discuss cities\\_– and \\"towns\\""'),
        ('"discuss \\"old\\" and “new”\\_- or"', '"discuss \\"old\\" and \\"new\\"\\_– or"'),
        (
            "'discuss cities — and the Union’s'",
            "'discuss cities\N{NO-BREAK SPACE}– and the Union''s'",
        ),
        ('"discuss\\u00A0 the cities"', '"discuss\\_the cities"'),
        ("discuss  it ;  and, that...", "discuss  it;  and, that…"),
        ("discuss it ,, and that..", "discuss it, and that."),
        ("discuss 5  May", "discuss 5\N{NO-BREAK SPACE}May"),
    ],
)
def test_characters_are_written_as_the_file_writes_them(project, typed, right):
    folder = project(objective(typed))
    changes, refused = would(folder)
    assert changes == {NINE: [(f"  - en: {typed}", f"  - en: {right}")]}
    assert refused == []


def test_a_template_writes_no_break_spaces_by_name(project):
    folder = project({TEMPLATE: [["&nbsp;– одна из", " - одна из"]]})
    ((before, after),) = would(folder)[0][TEMPLATE]
    assert after == before.replace(" - одна", "&nbsp;– одна")


def test_an_end_of_line_where_none_may_be_is_taken_out(project):
    folder = project(
        {"templates/en/meeting.md.j2": [["is organizing\n", "is, by Resolution\n99, organizing\n"]]}
    )
    folder.run("check", "--fix")
    assert "is, by Resolution&nbsp;99, organizing\n" in (
        folder.path / "templates/en/meeting.md.j2"
    ).read_text("utf-8")


def test_all_sorts_of_files_are_mended(project):
    annexes = "annexes:\n  - title: {en: A “B”, ru: А}\n    file: {en: a.en.md, ru: a.ru.md}\n"
    change = {
        NINE: [["side_events:", f"{annexes}side_events:"]],
        "data/meetings/a.en.md": "“Agenda”\n",
        "data/meetings/a.ru.md": "Повестка дня - проект\n",
        "data/series/u4ssc.yaml": [["Cities (U4SSC) Initiative", "Cities ( U4SSC) Initiative"]],
    }
    topic = "  en: of the United for Smart Sustainable Cities ({}U4SSC) Initiative"
    assert would(project(change)) == (
        {
            NINE: [
                (
                    "  - title: {en: A “B”, ru: А}",
                    '  - title: {en: A "B", ru: А}',
                )
            ],
            "data/meetings/a.en.md": [("“Agenda”", '"Agenda"')],
            "data/meetings/a.ru.md": [
                ("Повестка дня - проект", "Повестка дня\N{NO-BREAK SPACE}– проект")
            ],
            "data/series/u4ssc.yaml": [(topic.format(" "), topic.format(""))],
        },
        [],
    )


@pytest.mark.parametrize("typed", ["«smart» cities", "“smart cities”", "{en: “B”, ru: А}"])
def test_a_text_that_would_be_something_else_to_yaml_is_left_as_a_whole(project, typed):
    """The marks of the house are those of YAML, which would not print them."""
    folder = project(
        objective(typed)
        if "{" not in typed
        else {
            NINE: [
                [
                    "side_events:",
                    f"paragraphs:\n  - id: x\n    after: objectives\n    text: {typed}\nside_events:",
                ]
            ]
        }
    )
    changes, refused = would(folder)
    assert changes == {}
    by_hand = "by hand: if `--fix` did it, the file would be read otherwise"
    assert {text.partition("here, ")[2] for text in refused} == {by_hand}
    assert len(refused) == 2


def test_what_would_change_a_fact_is_left(project):
    """Without the space, an hour would be understood where there was none."""
    folder = project({NINE: [["сообщить о ходе", "сообщить в 09 час . 30 мин. о ходе"]]})
    (found,) = checked(select=["spacing"])
    assert line(found) == (
        f"{NINE}:29:26: warning: objectives[0]: a space stands before `.` = take it out, by hand: "
        "`--fix` would change what it says"
    )
    run = folder.run("check", "--diff", "--select", "spacing")
    assert (run.returncode, run.stdout) == (0, "")


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_and_byte_order_mark_stay(project, end):
    folder = project(objective("discuss “smart” cities"))
    path = folder.path / NINE
    text = path.read_text("utf-8")
    before = ("\ufeff" + text.replace("\n", end)).encode()
    path.write_bytes(before)
    folder.run("check", "--fix")
    assert path.read_bytes() == before.replace("“".encode(), b'"').replace("”".encode(), b'"')


def test_permissions_and_links_stay(project):
    folder = project(objective("discuss “smart” cities"))
    path, elsewhere = folder.path / NINE, folder.path / "elsewhere.yaml"
    path.rename(elsewhere)
    elsewhere.chmod(0o640)
    path.symlink_to(elsewhere)
    folder.run("check", "--fix")
    assert path.is_symlink()
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o640
    assert 'discuss "smart" cities' in elsewhere.read_text("utf-8")
    assert sorted(each.name for each in path.parent.iterdir()) == ["u4ssc-07.yaml", "u4ssc-09.yaml"]


def test_what_has_gone_out_is_left(project):
    folder = project(
        {
            NINE: [
                [OBJECTIVE, "discuss “smart” cities"],
                ["number: 81", "number: 81\nstatus: issued"],
            ]
        }
    )
    assert would(folder) == ({}, [])
    assert [finding for finding in checked() if finding.rule == "quote-style"] == []


def test_what_is_silenced_is_left(project):
    text = "discuss “smart” cities # circgen: ignore[quote-style] a name"
    assert would(project(objective(text))) == ({}, [])


def test_only_the_rules_that_are_wanted_are_mended(project):
    folder = project(objective("discuss “smart” cities - and towns"))
    run = folder.run("check", "--fix", "--select", "dash")
    assert "+  - en: discuss “smart” cities\N{NO-BREAK SPACE}– and towns\n" in run.stderr


def test_only_the_files_that_are_named_are_mended(project):
    folder = project(
        objective("discuss “smart” cities") | {TEMPLATE: [["&nbsp;– одна из", " - одна из"]]}
    )
    assert f"--- {TEMPLATE}\n" not in folder.run("check", "--diff", NINE).stdout
    assert f"--- {NINE}\n" not in folder.run("check", "--diff", TEMPLATE).stdout


def test_words_that_came_with_circgen_are_left(project):
    """A project of facts alone takes its words from circgen's own folder."""
    folder = project(objective("discuss “smart” cities"))
    shutil.rmtree(folder.path / "templates")
    shutil.rmtree(folder.path / "data" / "series")
    assert list(would(folder)[0]) == [NINE]


def test_words_and_spelling_are_never_changed(project):
    folder = project(objective("organise an online meeting for the the Chairman"))
    assert would(folder) == ({}, [])


def test_a_file_that_is_write_protected_stops_the_run(project, monkeypatch):
    folder = project(objective("discuss “smart” cities"))
    monkeypatch.setattr("os.access", lambda *_: False)
    from circgen.store.whole import replace

    with pytest.raises(PermissionError):
        replace(folder.path / NINE, b"")
    assert "“smart”" in (folder.path / NINE).read_text("utf-8")


def test_the_facts_are_the_same_but_for_the_texts(project):
    folder = project(objective("discuss “smart” cities , and towns - from 2025–2026"))
    before = Library(find_project(folder.path)).load(folder.path / NINE).file.facts
    folder.run("check", "--fix")
    after = Library(find_project(folder.path)).load(folder.path / NINE).file.facts
    assert (
        after.objectives[0]["en"]
        == 'discuss "smart" cities, and towns\N{NO-BREAK SPACE}– from 2025-2026'
    )
    assert after._replace(objectives=before.objectives) == before


# --- one fault, one finding


@pytest.mark.parametrize(
    ("rule", "change", "found"),
    [
        (
            "doubled-word",
            objective("discuss discuss smart cities"),
            [f"{NINE}:28:17: warning: objectives[0]: discuss stands twice = take one of them out"],
        ),
        (
            "doubled-word",
            {TEMPLATE: [["Участие является", "Участие является является"]]},
            [
                f"{TEMPLATE}:68:55: warning: participation: является stands twice = take one of them out"
            ],
        ),
        (
            "mixed-script",
            objective("discuss smаrt cities"),
            [
                f"{NINE}:28:17: error: objectives[0]: smаrt has а (Cyrillic) among Latin letters = type it again, on the keyboard of its language"
            ],
        ),
        (
            "quotes",
            objective("discuss “smart cities"),
            [
                f"{NINE}:28:17: error: objectives[0]: “smart cities is not closed = open and close a quotation with marks of one kind"
            ],
        ),
        (
            "quotes, quote-style",
            objective('discuss “smart" cities'),
            [
                f'{NINE}:28:17: warning: objectives[0]: `“` should be `"` = the house style has `"` and `"` here'
            ],
        ),
        (
            "brackets",
            objective("discuss (smart cities"),
            [
                f"{NINE}:28:17: error: objectives[0]: (smart cities is not closed = close every bracket, with one of its kind"
            ],
        ),
        (
            "punctuation-marks",
            objective("discuss smart , cities"),
            [
                f"{NINE}:28:22: warning: objectives[0]: ` ,` is no punctuation = take out what is too much"
            ],
        ),
        (
            "mixed-script",
            {NINE: [["number: 81", "number: 81\ncontact: {person: {en: Ann, ru: Aнна}}"]]},
            [
                f"{NINE}:4:33: error: contact.person: Aнна has A (Latin) among Cyrillic letters = type it again, on the keyboard of its language"
            ],
        ),
        (
            "weekday",
            both("the letter of Friday, 3_October 2026", "письмо от пятницы, 3_октября 2026_года"),
            [
                f"{NINE}:28:23: error: objectives[0]: Friday is not 3 October 2026, which is a Saturday = correct the weekday or the date",
                f"{NINE}:29:19: error: objectives[0]: Friday is not 3 October 2026, which is a Saturday = correct the weekday or the date",
            ],
        ),
        (
            "weekday",  # the year of the letter may be meant, 2025, or the one that the text names
            both("Friday, 3_October; 2_May 2020", "пятница, 3_октября; 2_мая 2020_года"),
            [],
        ),
        (
            "weekday",
            both("Sunday, 3_October; 2_May 2020", "воскресенье, 3_октября; 2_мая 2020_года"),
            [
                f"{NINE}:28:9: error: objectives: Sunday is not 3 October 2020, which is a Saturday or 3 October 2025, which is a Friday = correct the weekday or the date",
                f"{NINE}:29:9: error: objectives: Sunday is not 3 October 2020, which is a Saturday or 3 October 2025, which is a Friday = correct the weekday or the date",
            ],
        ),
        (
            "unknown-hours",
            objective("meet at 25:00 hours"),
            [
                f"{NINE}:28:17: error: objectives[0]: 25:00 hours is no time of day = correct the hours"
            ],
        ),
        (
            "impossible-date",
            objective("meet on 31\N{NO-BREAK SPACE}September 2026"),
            [f"{NINE}:28:17: error: objectives[0]: there is no 2026-09-31 = correct the date"],
        ),
        ("doubled-word", objective("know that that had had an end"), []),
    ],
)
def test_what_a_letter_would_show_is_found_once_where_it_is_written(project, rule, change, found):
    project(change)
    assert [line(finding) for finding in checked(select=rule.split(", "))] == found


def test_words_in_a_bracket_are_left_to_people(project):
    found = would(
        project(
            {
                "templates/en/corrigendum.md.j2": [
                    ['other="corrections"', 'other="“corrections” in 31 October"'],
                    ["please note", "please – note"],
                ]
            }
        )
    )
    changes, refused = found
    assert refused == []
    [(old, new)] = changes["templates/en/corrigendum.md.j2"]
    assert new == old.replace("please – note", "please&nbsp;– note")
