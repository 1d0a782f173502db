"""Same bytes, nothing lost: what a second run does with the letters of a first."""

import os
import shutil

import pytest
from cli.command import LANGUAGES, ROOT, name, names, words_of

FIRST, LAST = LANGUAGES[0], LANGUAGES[-1]
HOURS = "{date: 2025-10-31, hours: 14:00-15:00}"


@pytest.fixture
def rendered(folder):
    """A folder with the letters of two circulars."""
    folder.meeting("a")
    folder.meeting("b", number="2")
    assert folder.render().returncode == 0
    return folder


def edit(path):
    """Somebody has opened a text letter in an editor."""
    path.write_text(path.read_text("utf-8") + "P.S.\n", encoding="utf-8")
    return path.read_bytes()


def errors(ended):
    return [line for line in ended.stderr.splitlines() if ": error: " in line]


def test_a_second_run_writes_nothing(rendered):
    before = rendered.all()
    ended = rendered.render()
    assert (ended.returncode, ended.stdout) == (0, "")
    assert ended.stderr == f"{len(before)} unchanged\n"
    assert rendered.all() == before


def test_a_second_run_elsewhere_makes_the_same_bytes(rendered, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    rendered.render("--out", other, TZ="Asia/Seoul", LC_ALL="C", SOURCE_DATE_EPOCH="0")
    assert {p.name: p.read_bytes() for p in other.glob("T*")} == {
        each: content for each, (content, _) in rendered.all().items()
    }


def test_only_the_circular_that_changed_is_written(rendered):
    before = rendered.all()
    rendered.meeting("b", number="2", sessions=HOURS)
    ended = rendered.render()
    assert sorted(ended.stdout.splitlines()) == [f"out{os.sep}{each}" for each in names(2)]
    assert ended.stderr == f"{len(names(1))} unchanged\n"
    after = rendered.all()
    assert {each for each in before if before[each] != after[each]} == set(names(2))


def test_changed_words_are_a_changed_letter(rendered):
    shutil.copytree(ROOT / "templates", rendered.path / "templates")
    pack = rendered.path / "templates" / LAST / "language.yaml"
    pack.write_text(pack.read_text("utf-8").replace("  signed: ", "  signed: MINE "), "utf-8")
    ended = rendered.render()
    assert ended.returncode == 0
    assert len(ended.stdout.splitlines()) == len(names(1, 2, languages=[LAST]))


# --- edited letters


@pytest.mark.parametrize("form", ["txt", "docx"])
def test_an_edited_letter_stops_all_editions_of_its_circular_and_of_no_other(rendered, form):
    letter = rendered.letter(1, LAST, form)
    letter.write_bytes(letter.read_bytes() + b"\n")
    before = rendered.all()
    for number, stem in (("1", "a"), ("2", "b")):
        rendered.meeting(stem, number=number, sessions=HOURS)
    ended = rendered.render()
    assert ended.returncode == 1
    (error,) = errors(ended)
    assert error == (
        f"out{os.sep}{letter.name}: error: {letter.name} was edited after circgen wrote it [edited]"
    )
    assert "--force" in ended.stderr
    after = rendered.all()
    assert {each: after[each] for each in names(1)} == {each: before[each] for each in names(1)}
    assert sorted(ended.stdout.splitlines()) == [f"out{os.sep}{each}" for each in names(2)]


def test_an_edited_letter_is_protected_even_where_nothing_else_changed(rendered):
    edited = edit(rendered.letter(1, LAST))
    assert rendered.render().returncode == 1
    assert rendered.letter(1, LAST).read_bytes() == edited


def test_force_replaces_an_edited_letter_and_keeps_a_backup(rendered):
    edited = edit(rendered.letter(1, LAST))
    ended = rendered.render("--force")
    backup = rendered.letter(1, LAST).with_suffix(".bak.txt")
    assert ended.returncode == 0
    assert ended.stdout == f"out{os.sep}{name(1, LAST)}\n"
    assert f"kept the file that was there as out{os.sep}{backup.name}\n" in ended.stderr
    assert backup.read_bytes() == edited
    assert b"P.S." not in rendered.letter(1, LAST).read_bytes()


def test_force_does_not_rewrite_letters_that_are_as_they_should_be(rendered):
    before = rendered.all()
    assert rendered.render("--force").stdout == ""
    assert rendered.all() == before


def test_a_letter_that_circgen_did_not_write_is_not_overwritten(folder):
    folder.meeting("a")
    folder.letter(1, LAST).parent.mkdir()
    folder.letter(1, LAST).write_text("somebody's", encoding="utf-8")
    ended = folder.render()
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "was not written by circgen" in ended.stderr
    assert folder.files() == [name(1, LAST)]


def test_a_letter_that_is_open_in_word_is_named(rendered):
    letter = rendered.letter(1, FIRST, "docx")
    letter.with_name("~$" + letter.name[2:]).write_bytes(b"secretary")
    rendered.meeting("a", sessions=HOURS)
    before = rendered.all()
    ended = rendered.render("--force")
    assert ended.returncode == 1
    assert f"{letter.name} is open in another program [locked]" in ended.stderr
    assert rendered.all() == before


def test_a_letter_of_one_language_alone_may_be_written_though_another_was_edited(rendered):
    edit(rendered.letter(1, LAST))
    rendered.meeting("a", sessions=HOURS)
    ended = rendered.render("data/meetings/a.yaml", "--lang", FIRST)
    assert ended.returncode == (0 if FIRST != LAST else 1)


# --- issued circulars


@pytest.fixture
def issued(rendered):
    """Circular 1 has gone out, and its hours were changed afterwards."""
    rendered.meeting("a", status="issued", sessions=HOURS)
    return rendered


def test_letters_of_an_issued_circular_are_left_alone(issued):
    before = issued.all()
    ended = issued.render()
    assert (ended.returncode, ended.stdout) == (0, "")
    assert f"{len(names(1))} of issued circulars left as they are" in ended.stderr
    assert issued.all() == before


def test_naming_an_issued_circular_is_not_enough(issued):
    before = issued.all()
    assert issued.render("data/meetings/a.yaml").returncode == 0
    assert issued.all() == before


@pytest.mark.parametrize("words", [["--force"], ["data/meetings", "--force"]])
def test_force_is_not_enough(issued, words):
    before = issued.all()
    assert issued.render(*words).returncode == 0
    assert issued.all() == before


@pytest.mark.parametrize(
    "spelled", ["data/meetings/a.yaml", "./data/../data/meetings/a.yaml", None]
)
def test_named_together_with_force_it_is_replaced_and_kept(issued, spelled):
    before = issued.all()
    path = spelled or issued.path / "data/meetings/a.yaml"
    ended = issued.render(path, "--force")
    assert ended.returncode == 0
    assert sorted(ended.stdout.splitlines()) == [f"out{os.sep}{each}" for each in names(1)]
    after = issued.all()
    for each in names(1):
        stem, _, extension = each.rpartition(".")
        assert after[each][0] != before[each][0]
        assert after[f"{stem}.bak.{extension}"][0] == before[each][0]


def test_letters_of_an_issued_circular_are_written_where_there_are_none(folder):
    folder.meeting("a", status="issued")
    assert folder.render().returncode == 0
    assert folder.files() == names(1)


def test_an_edited_letter_of_an_issued_circular_is_no_error(issued):
    edited = edit(issued.letter(1, LAST))
    assert issued.render().returncode == 0
    assert issued.letter(1, LAST).read_bytes() == edited


def test_an_issued_circular_with_a_mistake_in_its_facts_is_still_an_error(issued):
    issued.meeting("a", status="issued", number="none")
    assert issued.render().returncode == 1


def test_a_draft_that_got_its_number_leaves_the_draft_where_it_is(folder):
    folder.meeting("a", status="draft")
    folder.render()
    drafts = folder.files()
    folder.meeting("a")
    assert folder.render().returncode == 0
    assert folder.files() == sorted([*drafts, *names(1)])


def test_the_letters_have_the_hour_of_the_facts_in_every_language_and_format(rendered):
    rendered.meeting("a", section="V2", sessions=HOURS)
    rendered.render()
    for language in LANGUAGES:
        for form in ("docx", "txt"):
            assert "V2" in words_of(rendered.letter(1, language, form))


def test_a_copy_with_the_same_number_cannot_take_the_letters_away(rendered):
    before = rendered.all()
    copy = rendered.path / "data/meetings/0-copy.yaml"
    first = rendered.path / "data/meetings/a.yaml"
    copy.write_text(first.read_text("utf-8") + "\nsection: copied\n", "utf-8")
    for words in (("data/meetings/0-copy.yaml",), ()):  # the copy alone, and before the others
        ended = rendered.render(*words)
        assert ended.returncode == 1
        assert ended.stderr.count("[duplicate-number]") == 1
        assert "was already made from data/meetings/a.yaml [duplicate-number]" in ended.stderr
        assert rendered.all() == before


def test_letters_that_were_not_asked_for_are_named_when_others_changed(rendered):
    rendered.meeting("a", number="1", section="changed")
    ended = rendered.render("data/meetings/a.yaml", "--format", "txt")
    assert ended.returncode == 0
    assert f"left as it was, for you did not ask for it: {name(1, FIRST, 'docx')}" in ended.stderr
