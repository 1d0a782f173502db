"""`circgen confirm`: what it lists, what it writes, and that two people can do so at once."""

import os
import re
import subprocess

import pytest
from checks.trial import made
from cli.command import Folder, environment

NINTH, SEVENTH = "data/meetings/u4ssc-09.yaml", "data/meetings/u4ssc-07.yaml"
LOCK = "data/confirmed/ru.lock"
WORDS = "templates/ru/meeting.md.j2"
SHORTER = ("Thematic Groups and Working Groups", "Thematic Groups")
"""A change of the English text of an objective."""


class Project(Folder):
    """The sound project; all of it is confirmed."""

    def __init__(self, path):
        super().__init__(path)
        made(path)

    def change(self, name, *pairs):
        text = self.read(name)
        for old, new in pairs:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
            text = text.replace(old, new)
        self.write(name, text)

    def read(self, name=LOCK):
        return (self.path / name).read_text("utf-8")

    def entries(self):
        return [line for line in self.read().splitlines() if not line.startswith("#")]

    def confirm(self, *words, **how):
        return self.run("confirm", *words, **how)

    def found(self, *words):
        """The places and rules of what is stale or unconfirmed."""
        ended = self.run("check", "--select", "stale,unconfirmed,lock-file", *words)
        return re.findall(r"^(\S+): \w+: .* \[([\w-]+)\]$", ended.stdout, re.MULTILINE)


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


# --- listing


def test_without_a_path_what_would_be_confirmed_is_listed_and_nothing_written(project):
    project.change(NINTH, SHORTER, ("discuss new U4SSC", "debate new U4SSC"))
    project.change(SEVENTH, ("руководящего состава U4SSC", "управляющего состава U4SSC"))
    before = project.read()
    ended = project.confirm()
    assert ended.stdout == (
        "data/meetings/u4ssc-07.yaml\n"
        "  37:9  objectives[4] (ru): not confirmed yet\n"
        "\n"
        "data/meetings/u4ssc-09.yaml\n"
        "  29:9  objectives[0] (ru): confirmed against other words (en)\n"
        "      … work of the U4SSC Thematic Groups [-and Working Groups-]\n"
        "  31:10  objectives[1] (ru): confirmed against other words (en)\n"
        "      [-discuss-]{+debate+} new U4SSC activities and approve the …\n"
        "\n"
        "3 translations to confirm: compare, then `circgen confirm PATH --lang ru`\n"
    )
    assert (ended.returncode, ended.stderr, project.read()) == (0, "", before)


def test_where_all_is_confirmed_there_is_nothing_to_list(project):
    ended = project.confirm("--lang", "ru")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "nothing to confirm\n", "")


def test_other_languages_than_that_named_are_not_listed(project):
    project.change(NINTH, SHORTER)
    assert project.confirm("--lang", "en").stdout == "nothing to confirm\n"


def test_what_cannot_be_read_is_said_beside_the_list(project):
    project.change(NINTH, SHORTER)
    project.change(SEVENTH, ("ordinal: 7", "ordinal: seven"))
    ended = project.confirm()
    assert ended.returncode == 1
    assert "29:9  objectives[0] (ru)" in ended.stdout
    assert ended.stderr.startswith(f"{SEVENTH}:9:10: error: ")


# --- confirming


def test_a_path_confirms_what_stands_there_and_no_more(project):
    project.change(NINTH, SHORTER)
    project.change(SEVENTH, ("present the activities", "show the activities"))
    assert project.found() == [(f"{SEVENTH}:35:9", "stale"), (f"{NINTH}:29:9", "stale")]
    before = project.entries()
    ended = project.confirm(NINTH, "--lang", "ru")
    assert ended.stdout == (
        "data/meetings/u4ssc-09.yaml\n"
        "  29:9  objectives[0] (ru): confirmed against other words (en)\n"
        "      … work of the U4SSC Thematic Groups [-and Working Groups-]\n"
        "\n"
        "data/confirmed/ru.lock: 1 confirmed\n"
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert project.found() == [(f"{SEVENTH}:35:9", "stale")]
    added = [line for line in project.entries() if line not in before]
    assert [line.split("\t")[2] for line in added] == [
        "provide an update on the work of the U4SSC Thematic Groups"
    ]
    assert project.entries() == sorted([*before, *added])


def test_confirming_again_changes_nothing(project):
    project.change(NINTH, SHORTER)
    project.confirm(NINTH, "--lang", "ru")
    before = project.path.joinpath(LOCK).stat().st_mtime_ns, project.read()
    ended = project.confirm(NINTH, "--lang", "ru")
    assert ended.stdout == "data/confirmed/ru.lock: nothing confirmed\n"
    assert (project.path.joinpath(LOCK).stat().st_mtime_ns, project.read()) == before


@pytest.mark.parametrize("path", [WORDS, "templates/en/meeting.md.j2", "templates"])
def test_a_paragraph_is_confirmed_by_its_template_or_that_of_its_source(project, path):
    project.change("templates/en/meeting.md.j2", ("will be held in", "is held in"))
    ended = project.confirm(path, "--lang", "ru")
    assert ended.stdout.endswith("\ndata/confirmed/ru.lock: 1 confirmed\n")
    assert project.found() == []


def test_a_template_of_a_third_language_confirms_nothing(project):
    project.change("templates/en/meeting.md.j2", ("will be held in", "is held in"))
    ended = project.confirm("data", "--lang", "ru")
    assert ended.stdout == "data/confirmed/ru.lock: nothing confirmed\n"


def test_the_text_of_a_series_is_confirmed_by_its_file_alone(project):
    project.change("data/series/u4ssc.yaml", ("en: of the United for", "en: within United for"))
    project.change(SEVENTH, ("ordinal: 7", "ordinal: seven"))  # it does not matter here
    assert "nothing confirmed" in project.confirm(NINTH, "--lang", "ru").stdout
    ended = project.confirm("data/series/u4ssc.yaml", "--lang", "ru")
    assert "data/confirmed/ru.lock: 1 confirmed\n" in ended.stdout
    assert project.found("data/series/u4ssc.yaml") == [(f"{SEVENTH}:9:10", "number")]


@pytest.mark.parametrize("path", [NINTH, "data/meetings/list.ru.md", "data/meetings/list.en.md"])
def test_an_annex_is_confirmed_by_its_text_or_by_its_circular(project, path):
    annexes = (
        "annexes:\n  - title: {en: U4SSC, ru: U4SSC}\n    file: {en: list.en.md, ru: list.ru.md}\n"
    )
    project.change(NINTH, ("objectives:\n", f"{annexes}objectives:\n"))
    project.write("data/meetings/list.en.md", "A list\n")
    project.write("data/meetings/list.ru.md", "Список\n")
    assert project.found() == [("data/meetings/list.ru.md:1:1", "unconfirmed")]
    assert "1 confirmed" in project.confirm(path, "--lang", "ru").stdout
    assert project.found() == []
    project.write("data/meetings/list.en.md", "A table\n")
    assert project.found() == [("data/meetings/list.ru.md:1:1", "stale")]


def test_a_project_without_a_lock_file_gets_one(project):
    project.path.joinpath(LOCK).unlink()
    assert project.found() == [(LOCK, "unconfirmed")]
    ended = project.confirm(".", "--lang", "ru")
    assert re.search(r"\ndata/confirmed/ru\.lock: \d\d confirmed\n$", ended.stdout)
    assert project.found() == []
    assert project.read().startswith("# Confirmed translations, ")


def test_from_another_folder_the_same_file_is_written(project):
    project.change(NINTH, SHORTER)
    ended = project.confirm("u4ssc-09.yaml", "--lang", "ru", within="data/meetings")
    assert ended.returncode == 0
    assert project.found() == []


# --- entries that no text uses


def test_entries_of_texts_that_are_gone_are_dropped_with_all_of_the_project(project):
    project.change(NINTH, SHORTER)
    (project.path / SEVENTH).unlink()
    before = len(project.entries())
    assert "dropped" not in project.confirm("data", "--lang", "ru").stdout
    assert len(project.entries()) == before + 1
    ended = project.confirm("data", "templates", "--lang", "ru")
    assert ended.stdout == (
        "data/confirmed/ru.lock: nothing confirmed, 8 dropped that no text uses\n"
    )
    assert len(project.entries()) == before + 1 - 8
    assert project.found() == []


def test_the_texts_of_issued_circulars_keep_their_entries(project):
    project.change(SEVENTH, ("number: 92", "number: 92\nstatus: issued"))
    before = project.read()
    ended = project.confirm(".", "--lang", "ru")
    assert ended.stdout == "data/confirmed/ru.lock: nothing confirmed\n"
    assert project.read() == before


# --- what cannot be confirmed


def refused(ended):
    assert ended.stdout == ""
    return ended.returncode, ended.stderr


def test_a_path_needs_a_language(project):
    assert refused(project.confirm(NINTH)) == (
        2,
        "circgen: --lang: name the languages whose translations you have compared\n",
    )


def test_a_language_must_be_one(project):
    assert refused(project.confirm("--lang", "xx")) == (
        2,
        "circgen: --lang: `xx` is not one of en, ru\n",
    )


@pytest.mark.parametrize("name", ["notes.md", "notes"])
def test_a_path_must_hold_texts(project, name):
    project.write("notes.md", "none\n")
    (project.path / "notes").mkdir()
    told = f"{name}: nothing to confirm: name facts files (*.yaml), templates, or their folders"
    assert refused(project.confirm(name, "--lang", "ru")) == (2, f"circgen: {told}\n")


def test_there_must_be_a_project(tmp_path):
    ended = Folder(tmp_path / "elsewhere").run("confirm", within="..")
    assert refused(ended) == (
        2,
        "circgen: there is no project here or above: confirmations are kept in data/\n",
    )


@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [
        (NINTH, "ordinal: 9", "ordinal: nine", f"{NINTH}:8:10: error: "),
        (WORDS, "{% block opening %}", "{% block %}", f"{WORDS}:15"),
    ],
)
def test_what_has_errors_is_not_confirmed(project, name, old, new, place):
    project.change("data/series/u4ssc.yaml", ("en: of the United for", "en: within United for"))
    project.change(name, (old, new))
    before = project.read()
    code, told = refused(project.confirm("data/series", name, "--lang", "ru"))
    assert code == 1
    assert told.startswith(place)
    assert told.endswith("nothing was confirmed\n")
    assert project.read() == before


def test_a_lock_file_that_cannot_be_read_is_not_replaced(project):
    project.write(LOCK, "something\n" + project.read())
    project.change(NINTH, SHORTER)
    code, told = refused(project.confirm(NINTH, "--lang", "ru"))
    assert code == 1
    assert told.startswith("data/confirmed/ru.lock:1:1: error: not an entry: ")
    assert project.read().startswith("something\n")


def test_a_text_outside_of_the_project_is_not_confirmed_in_it(project, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "u4ssc-10.yaml"
    text = project.read(NINTH).replace("provide an update", "say a word")
    elsewhere.write_text(text, "utf-8")
    assert "nothing confirmed" in project.confirm(elsewhere, "--lang", "ru").stdout
    assert project.found(elsewhere) == []


# --- words that came with circgen


def test_words_that_came_with_circgen_need_no_confirmation(tmp_path):
    folder = Folder(tmp_path)
    folder.meeting("one", series="u4ssc", topic=None)
    assert folder.run("confirm").stdout == "nothing to confirm\n"
    ended = folder.run("check", "--select", "stale,unconfirmed")
    assert (ended.returncode, ended.stdout) == (0, "")


def test_templates_of_elsewhere_need_no_confirmation_here(project):
    (project.path / "more").mkdir()
    (project.path / "templates").rename(project.path / "more" / "words")
    project.change("more/words/en/meeting.md.j2", ("will be held in", "is held in"))
    how = ("--templates", "more/words")
    assert project.confirm(*how).stdout == "nothing to confirm\n"
    assert project.found(*how) == []


# --- what the finding shows


def test_a_stale_translation_is_shown_with_what_was_changed(project):
    project.change(NINTH, SHORTER)
    line = next(n for n, text in enumerate(project.read().splitlines(), 1) if "and Working" in text)
    assert project.run("check", "--select", "stale").stdout == (
        "data/meetings/u4ssc-09.yaml:29:9: error: `objectives[0]`: `ru` was confirmed against other "
        "words of `en` [stale]\n"
        f"      [-data/confirmed/ru.lock:{line}-] {{+data/meetings/u4ssc-09.yaml:28:9+}}\n"
        "      … work of the U4SSC Thematic Groups [-and Working Groups-]\n"
        "   29 |     ru: сообщить о ходе работы тематических и рабочих групп U4SSC\n"
        "      |         ^\n"
        "      = change the translation if it no longer fits, then `circgen confirm "
        "data/meetings/u4ssc-09.yaml --lang ru`\n"
        "\n"
        "1 error\n"
    )


def test_what_the_letters_say_otherwise_is_said_beside_it(project):
    """That a text is stale doesn't say what is wrong with it."""
    project.change(NINTH, ("(2025-2026)", "(2025-2027)"))
    ended = project.run("check", "--ignore", "text-disagreement,words-disagree")
    assert re.findall(r"\[([\w-]+)\]$", ended.stdout, re.MULTILINE) == ["years", "stale"]


def test_a_check_writes_nothing(project):
    project.path.joinpath(LOCK).unlink()
    project.run("check")
    assert not project.path.joinpath(LOCK).exists()


# --- two people on two branches


class Repository:
    """The project under git, where two people confirm different texts."""

    def __init__(self, project, attributes):
        self.project = project
        self.git("init", "--quiet", "--initial-branch", "main")
        if attributes:
            project.write(".gitattributes", attributes)
        self.commit()

    def git(self, *words, check=True):
        identity = {
            f"GIT_{who}_{what}": "one@example.org"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        return subprocess.run(
            ["git", *words],
            cwd=self.project.path,
            env=environment(**identity, **quiet),
            capture_output=True,
            check=check,
        )

    def commit(self):
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "change")

    def branch(self, name, file, *pairs):
        self.git("checkout", "--quiet", "-b", name, "main")
        self.project.change(file, *pairs)
        self.project.confirm(file, "--lang", "ru")
        self.commit()


def two_branches(project, attributes):
    """Two people confirm two texts whose entries stand side by side; whether git merges them."""
    project.write(LOCK, "# nothing is confirmed yet\n")
    repository = Repository(project, attributes)
    repository.branch("one", SEVENTH)
    repository.branch("other", NINTH)
    return repository.git("merge", "--quiet", "one", check=False).returncode == 0


def test_git_puts_the_confirmations_of_two_people_together(project):
    confirmed = project.entries()
    assert two_branches(project, "data/confirmed/*.lock merge=union\n")
    of_templates = [place for place, _ in project.found() if not place.startswith("data/meetings")]
    assert len(project.found()) == len(of_templates) > 0
    project.confirm(".", "--lang", "ru")
    assert project.entries() == confirmed


def test_marks_that_git_has_left_are_one_finding(project):
    confirmed = project.entries()
    assert not two_branches(project, "")
    assert ("data/confirmed/ru.lock:3:1", "lock-file") in project.found()
    of_meetings = [place for place, _ in project.found() if place.startswith("data/meetings")]
    assert of_meetings == []
    assert "a merge has left `<<<<<<<`" in project.confirm(NINTH, "--lang", "ru").stderr
    project.write(LOCK, re.sub(r"(?m)^(<<<<<<<|=======|>>>>>>>).*\n", "", project.read()))
    project.confirm(".", "--lang", "ru")
    assert project.entries() == confirmed
