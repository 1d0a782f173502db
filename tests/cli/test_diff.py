"""`circgen diff` as people run it: with files, with revisions of git, and with what is neither."""

import json
import os
import subprocess

import pytest
from cli.command import ROOT, Folder, environment
from cli.test_completing import offered

NINTH, SEVENTH = "data/meetings/u4ssc-09.yaml", "data/meetings/u4ssc-07.yaml"
SERIES = "data/series/u4ssc.yaml"
REVISIONS = "`git log --oneline` lists revisions, `git branch` and `git tag` their names"
FILES = "`git ls-tree -r --name-only HEAD` lists what it has"
LATER = ("13:30-15:30", "13:30-15:45")


class Project(Folder):
    """The project of this repository, in a repository of its own with one commit."""

    def __init__(self, path):
        super().__init__(path)
        for folder in ("data/confirmed", "data/meetings", "data/series", "templates"):
            for file in (ROOT / folder).rglob("*"):
                if file.suffix in {".yaml", ".j2", ".lock"}:
                    self.write(str(file.relative_to(ROOT)), file.read_text("utf-8"))
        self.git("init", "--quiet")
        self.commit("first")

    def git(self, *words):
        return subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words],
            cwd=self.path, capture_output=True, encoding="utf-8", check=True,
            env=environment(GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1"),
        ).stdout.strip()  # fmt: skip

    def commit(self, name):
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", name)
        self.git("tag", name)

    def change(self, name, *pairs):
        text = (self.path / name).read_text("utf-8")
        for old, new in pairs:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
            text = text.replace(old, new)
        self.write(name, text)

    def diff(self, *words, **how):
        return self.run("diff", *words, **how)


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


def said(ended):
    """The sentences, and the sum."""
    assert ended.stderr == ""
    return [
        line.strip()
        for line in ended.stdout.splitlines()
        if line and not line.startswith(" " * 4) and not line[0].isupper()
    ]


def refused(ended):
    assert (ended.returncode, ended.stdout) == (2, "")
    return ended.stderr.removeprefix("circgen: ").rstrip("\n")


# --- revisions


HEAD_TO_NOW = """\
When and where
  sitting 2 ends 15:45, was 15:30
      - HEAD:data/meetings/u4ssc-09.yaml:10:45
      + data/meetings/u4ssc-09.yaml:10:45
      = opening (en, ru)

1 change
en changes: 1 opening
ru changes: 1 opening
"""


def test_a_file_alone_is_compared_with_head(project):
    project.change(NINTH, LATER)
    ended = project.diff(NINTH)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, HEAD_TO_NOW, "")


def test_a_revision_alone_is_compared_with_the_file_of_now(project):
    project.change(NINTH, LATER)
    assert project.diff(f"HEAD:{NINTH}").stdout == HEAD_TO_NOW


def test_in_another_folder_files_are_named_from_there_and_revisions_from_the_top(project):
    project.change(NINTH, LATER)
    meetings = "data/meetings"
    expected = HEAD_TO_NOW.replace(f"+ {meetings}/", "+ ")
    assert project.diff("u4ssc-09.yaml", within=meetings).stdout == expected
    assert project.diff("HEAD:./u4ssc-09.yaml", within=meetings).stdout == expected
    assert project.diff("HEAD:../meetings/u4ssc-09.yaml", within=meetings).stdout == expected
    outside = project.diff(f"HEAD:{NINTH}", within=meetings).stdout
    assert outside == expected
    assert refused(project.diff("HEAD:u4ssc-09.yaml", within=meetings)) == (
        f"`HEAD` has no u4ssc-09.yaml: write HEAD:{NINTH}"
    )


def test_two_revisions_are_compared_whatever_stands_there_now(project):
    project.change(NINTH, LATER)
    project.commit("second")
    project.change(NINTH, ("ordinal: 9", "ordinal: nonsense"))
    ended = project.diff(f"first:{NINTH}", f"second:{NINTH}")
    assert ended.stdout == HEAD_TO_NOW.replace("HEAD:", "first:").replace("+ data", "+ second:data")


@pytest.mark.parametrize("revision", ["HEAD~1", "@{1}", "first", "HEAD^{/first}", "HEAD^"])
def test_a_revision_is_named_as_for_git(project, revision):
    project.change(NINTH, LATER)
    project.commit("second")
    expected = HEAD_TO_NOW.replace("HEAD:", f"{revision}:")
    assert project.diff(f"{revision}:{NINTH}").stdout == expected


def test_a_file_may_have_another_name_than_in_the_revision(project):
    project.git("mv", NINTH, "data/meetings/moved.yaml")
    project.change("data/meetings/moved.yaml", LATER)
    ended = project.diff(f"HEAD:{NINTH}", "data/meetings/moved.yaml")
    assert ended.stdout == HEAD_TO_NOW.replace("+ data/meetings/u4ssc-09", "+ data/meetings/moved")


def test_a_fact_of_the_series_counts_with_its_own_place(project):
    project.change(SERIES, ("working_languages: [en]", "working_languages: [en, fr]"))
    assert project.diff(NINTH).stdout == (
        "Taking part\n"
        "  working language added: fr\n"
        "      + data/series/u4ssc.yaml:12:25\n"
        "      = languages (en, ru)\n"
        "\n"
        "1 change\n"
        "en changes: 2 languages\n"
        "ru changes: 2 languages\n"
    )


def test_words_of_templates_are_said_beside_facts_each_with_its_letters(project):
    project.change(NINTH, LATER)
    project.change("templates/en/meeting.md.j2", ("I am pleased", "I am happy"))
    project.change("templates/ru/language.yaml", ("Кому:", "Всем:"))
    assert project.diff(NINTH, "--letters").stdout == (
        "When and where\n"
        "  sitting 2 ends 15:45, was 15:30\n"
        "      - HEAD:data/meetings/u4ssc-09.yaml:10:45\n"
        "      + data/meetings/u4ssc-09.yaml:10:45\n"
        "      = opening (en, ru)\n"
        "\n"
        "Words of the templates\n"
        "  words of `opening` (en) changed\n"
        "      I am [-pleased-]{+happy+} to inform you that the International …\n"
        "      - HEAD:templates/en/meeting.md.j2:15\n"
        "      + templates/en/meeting.md.j2:15\n"
        "      = opening (en)\n"
        "  words of `to` (ru) changed\n"
        "      [-Кому-]{+Всем+}: Администрациям Государств – Членов Союза …\n"
        "      - HEAD:templates/ru/language.yaml\n"
        "      + templates/ru/language.yaml\n"
        "      = to (ru)\n"
        "\n"
        "Letter (en)\n"
        "  paragraph 1 `opening` changed\n"
        "      I am [-pleased-]{+happy+} to inform you that the International … 1200 hours and from "
        "1330 to [-1530-]{+1545+} hours (CET).\n"
        "\n"
        "Letter (ru)\n"
        "  to changed\n"
        "      [-Кому-]{+Всем+}:\n"
        "  paragraph 1 `opening` changed\n"
        "      … мин. до 15 час. [-30-]{+45+} мин. по центральноевропейскому времени (CET).\n"
        "\n"
        "3 changes\n"
        "en changes: 1 opening\n"
        "ru changes: to, 1 opening\n"
    )


def test_with_templates_both_versions_have_the_words_of_today(project):
    project.change("templates/en/meeting.md.j2", ("I am pleased", "I am happy"))
    ended = project.diff(NINTH, "--templates", "templates")
    assert ended.stdout == "nothing changed\n"
    assert said(project.diff(NINTH))[0] == "words of `opening` (en) changed"


def test_an_annex_is_read_in_its_revision(project):
    project.write("data/meetings/a.en.md", "Take the *north* door.\n")
    project.write("data/meetings/a.ru.md", "Вход с севера.\n")
    annex = "annexes: [{title: {en: T, ru: Т}, file: {en: a.en.md, ru: a.ru.md}}]\n"
    with (project.path / NINTH).open("a", encoding="utf-8") as file:
        file.write(annex)
    project.commit("annexed")
    project.write("data/meetings/a.en.md", "Take the *south* door.\n")
    assert project.diff(NINTH).stdout == (
        "Paragraphs and annexes\n"
        "  text of the annex (en) changed\n"
        "      Take the *[-north-]{+south+}* door.\n"
        "      - HEAD:data/meetings/a.en.md\n"
        "      + data/meetings/a.en.md\n"
        "      = annexes[0] (en)\n"
        "\n"
        "1 change\n"
        "en changes: annexes[0]\n"
        "ru does not change\n"
    )


def test_words_that_came_with_circgen_are_those_of_a_project_without_templates(project):
    project.git("rm", "-r", "--quiet", "templates")
    project.commit("second")
    project.change(NINTH, LATER)
    assert project.diff(NINTH).stdout == HEAD_TO_NOW


def test_what_has_gone_out_calls_for_a_corrigendum(project):
    project.change(NINTH, ("number: 81", "status: issued\nnumber: 81"))
    project.commit("issued")
    assert project.diff(f"first:{NINTH}").stdout.endswith("no edition changes\n")
    project.change(NINTH, LATER)
    assert project.diff(NINTH).stdout.endswith(
        "ru changes: 1 opening\n"
        "the old version has gone out: a corrigendum has to say what changes\n"
    )


def test_git_is_not_changed(project):
    project.change(NINTH, LATER)
    before = project.git("status", "--porcelain=v2", "--branch")
    objects = sorted(path for path in (project.path / ".git").rglob("*") if path.is_file())
    project.diff(NINTH)
    project.diff(f"first:{NINTH}", "--letters")
    assert project.git("status", "--porcelain=v2", "--branch") == before
    assert sorted(path for path in (project.path / ".git").rglob("*") if path.is_file()) == objects


def test_nothing_is_left_in_the_temporary_folder(project, tmp_path_factory):
    folder = tmp_path_factory.mktemp("temporary")
    project.change(NINTH, LATER)
    project.diff(NINTH, TMPDIR=str(folder))
    left = [path.name for path in folder.iterdir()]
    assert [
        name for name in left if not name.startswith(("_jinja2", f"circgen-{os.getuid()}"))
    ] == []


REMINDER = """\
facts:
  reply_by: date
  urgent: flag
  rooms: [word]
  questions: [text]
  speakers:
    - {name: word, topic: text}
paragraphs:
  - opening
  - {id: speakers, when: speakers}
"""
SPEAKERS = "{% for each in speakers %}{{ each.name }}: {{ each.topic }}. {% endfor %}"
REMINDER_WORDS = (
    "{% block subject %}{{ topic }}{% endblock %}\n"
    "{% block opening %}{% if urgent %}!{% endif %}{{ reply_by|date('plain') }} "
    "{% for each in rooms %}{{ each }} {% endfor %}"
    "{% for each in questions %}{{ each }} {% endfor %}{% endblock %}\n"
    "{% block speakers %}" + SPEAKERS + "{% endblock %}\n"
)
REMINDER_FACTS = """\
series: u4ssc
kind: reminder
status: draft
editions: [en, ru]
reply_by: 2026-06-02
urgent: no
rooms: [A, B]
questions:
  - {en: What is it?, ru: Что это?}
speakers:
  - {name: Ann, topic: {en: Cities, ru: Города}}
  - {name: Bob, topic: {en: Roads, ru: Дороги}}
"""


def test_facts_of_a_kind_of_circular_are_called_by_their_keys(project):
    project.write("templates/layouts/reminder.yaml", REMINDER)
    for code in ("en", "ru"):
        project.write(f"templates/{code}/reminder.md.j2", REMINDER_WORDS)
    name = "data/meetings/reminder.yaml"
    project.write(name, REMINDER_FACTS)
    project.commit("kind")
    project.change(
        name,
        ("reply_by: 2026-06-02", "reply_by: 2026-06-03"),
        ("urgent: no", "urgent: yes"),
        ("[A, B]", "[A, C]"),
        ("What is it?", "What is that?"),
        ("en: Roads", "en: Streets"),
        ("{name: Ann", "{name: Anna"),
    )
    shown = project.diff(name).stdout
    assert [line for line in shown.splitlines() if not line.startswith(" " * 6)] == [
        "Of this kind of circular",
        "  `reply_by` is 2026-06-03, was 2026-06-02",
        "  `urgent` is yes",
        "  `rooms` removed: B",
        "  `rooms` added: C",
        "  the `questions` (en) changed",
        "  `name` of `speakers` 1 is Anna, was Ann",
        "  `topic` of `speakers` 2 (en) changed",
        "",
        "7 changes",
        "en changes: 1 opening, 2 speakers",
        "ru changes: 1 opening, 2 speakers",
    ]
    assert "      = opening (en, ru)\n" in shown
    assert "      = speakers (en)\n" in shown


def test_an_edition_that_is_added_is_said_once_with_all_its_texts(project):
    russian = ("ru: сообщить о ходе работы тематических и рабочих групп U4SSC", "")
    text = (project.path / NINTH).read_text("utf-8")
    project.change(
        NINTH, ("editions: [en, ru]", "editions: [en]"), ("    " + russian[0] + "\n", "")
    )
    project.commit("english")
    project.write(NINTH, text)
    assert project.diff(NINTH).stdout == (
        "The letter\n"
        "  edition added: ru\n"
        "      + data/meetings/u4ssc-09.yaml:6:16\n"
        "      = the whole letter (ru)\n"
        "\n"
        "1 change\n"
        "ru: edition added\n"
        "en does not change\n"
    )


def test_facts_files_are_offered(project):
    assert offered(project, "circgen diff data/meetings/u4ssc-0") == [SEVENTH, NINTH]
    assert offered(project, f"circgen diff {NINTH} data/meetings/u4ssc-07") == [SEVENTH]


def test_a_bare_repository_has_revisions_too(project, tmp_path_factory):
    bare = tmp_path_factory.mktemp("bare")
    project.change(NINTH, LATER)
    project.commit("second")
    project.git("clone", "--quiet", "--bare", ".", str(bare))
    ended = project.run("diff", f"first:{NINTH}", f"second:{NINTH}", within=str(bare))
    assert ended.stdout == HEAD_TO_NOW.replace("HEAD:", "first:").replace("+ data", "+ second:data")


# --- how it ends


def test_differences_are_no_error_unless_they_are_asked_for(project):
    assert project.diff(NINTH, "--exit-code").returncode == 0
    project.change(NINTH, ("number: 81", "number: '81'"))
    ended = project.diff(NINTH, "--exit-code")
    assert (ended.returncode, ended.stdout) == (
        0, "no fact changed, only how the file is written: no edition changes\n",
    )  # fmt: skip
    project.change(NINTH, LATER)
    assert project.diff(NINTH).returncode == 0
    ended = project.diff(NINTH, "--exit-code")
    assert (ended.returncode, ended.stdout) == (1, HEAD_TO_NOW)


def test_what_is_wrong_with_a_version_is_said_with_its_place(project):
    project.change(NINTH, ("ordinal: 9", "ordinal: [9"))
    project.commit("broken")
    project.change(NINTH, ("ordinal: [9", "ordinal: 9"))
    ended = project.diff(NINTH)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("HEAD:data/meetings/u4ssc-09.yaml:9:9: error: not YAML")
    project.commit("mended")
    project.change(NINTH, ("ordinal: 9", "ordinal: none"))
    ended = project.diff(NINTH)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith(
        "data/meetings/u4ssc-09.yaml:8:10: error: `none` is not a number [number]\n"
    )


def test_what_is_wrong_with_old_words_is_said_with_its_place(project):
    project.change("templates/en/meeting.md.j2", ("{% block languages %}", "{% block tongues %}"))
    project.commit("broken")
    project.change("templates/en/meeting.md.j2", ("{% block tongues %}", "{% block languages %}"))
    ended = project.diff(NINTH)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("HEAD:templates/en/meeting.md.j2:")
    assert project.diff(NINTH, "--templates", "templates").returncode == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nope:x.yaml"], f"`nope` is not a revision of this repository: {REVISIONS}"),
        (["--", "--all:x.yaml"], f"`--all` is not a revision of this repository: {REVISIONS}"),
        (["HEAD:data/meetings/none.yaml"], f"`HEAD` has no data/meetings/none.yaml: {FILES}"),
        (["HEAD:data/meetings"], "`HEAD` has no data/meetings, or it is a folder: name a file"),
        (["HEAD:../out.yaml"], f"`HEAD` has no ../out.yaml: {FILES}"),
        (["HEAD"], "HEAD is a revision: name its file, too: HEAD:PATH"),
        (["first", NINTH], f"first is a revision: name its file, too: first:{NINTH}"),
        ([NINTH, "first"], f"first is a revision: name its file, too: first:{NINTH}"),
        (["u4ssc-09"], f"there is no file u4ssc-09: did you mean {NINTH}?"),
        (["none.yaml"], "there is no file none.yaml"),
        ([NINTH, "none.yaml"], "there is no file none.yaml"),
        (["letter.txt"], "`HEAD` has no letter.txt, it is not committed yet: name the version to compare it with: circgen diff OLD letter.txt"),
        (["HEAD:letter.txt", "letter.txt"], "`HEAD` has no letter.txt, it is not committed yet: name the version to compare it with: circgen diff OLD letter.txt"),
        (["data"], "data is a folder: name a file"),
        ([NINTH, "data"], "data is a folder: name a file"),
        ([SERIES], f"HEAD:{SERIES} is a series: name a circular of it, what it inherits is compared"),
        ([NINTH, "letter.txt"], "one is a facts file, the other a document: `circgen compare --facts` compares these"),
        ([NINTH, "--lang", "en"], "--lang is for documents: a facts file has all languages"),
        ([NINTH, "--format", "xml"], "--format: `xml` is not one of text, json"),
        ([NINTH, "--templates", "none"], "--templates: none is not a folder"),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_refused(project, words, message):
    project.write("letter.txt", "")
    assert refused(project.diff(*words)) == message


def test_a_new_file_has_nothing_to_be_compared_with(project):
    project.write("data/meetings/new.yaml", (project.path / NINTH).read_text("utf-8"))
    message = (
        "`HEAD` has no data/meetings/new.yaml, it is not committed yet: name the version to "
        "compare it with: circgen diff OLD data/meetings/new.yaml"
    )
    assert refused(project.diff("data/meetings/new.yaml")) == message
    project.commit("second")
    assert refused(project.diff("first:data/meetings/new.yaml")) == (
        "`first` has no data/meetings/new.yaml: name the version to compare it with: "
        "circgen diff OLD data/meetings/new.yaml"
    )


def test_bytes_that_are_no_text_are_an_error(project):
    (project.path / "x.yaml").write_bytes(b"\x00\xff\xfe")
    ended = project.diff(NINTH, "x.yaml")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("x.yaml:1:2: error: byte 0xFF is not UTF-8 [encoding]")


def test_without_a_repository_two_files_are_compared_and_one_is_refused(folder):
    for name, text in (("a.yaml", "13:30-15:30"), ("b.yaml", "13:30-15:45")):
        folder.write(name, (ROOT / NINTH).read_text("utf-8").replace("13:30-15:30", text))
    assert said(folder.run("diff", "a.yaml", "b.yaml"))[0] == "sitting 2 ends 15:45, was 15:30"
    ceiling = {"GIT_CEILING_DIRECTORIES": str(folder.path.parent)}
    for word in ("a.yaml", "HEAD:a.yaml"):
        assert refused(folder.run("diff", word, LC_ALL="de_DE.UTF-8", **ceiling)) == (
            "there is no git repository here or above: name two files: circgen diff OLD NEW"
        )


def test_without_git_that_is_said(project):
    message = "git is not installed: name two files instead of a revision"
    assert refused(project.diff(NINTH, PATH="")) == message


def test_a_repository_without_a_commit_has_no_head(folder):
    subprocess.run(["git", "init", "--quiet"], cwd=folder.path, check=True)
    folder.write("a.yaml", (ROOT / NINTH).read_text("utf-8"))
    assert refused(folder.run("diff", "a.yaml")) == (
        "nothing is committed in this repository yet: name two files: circgen diff OLD NEW"
    )


def test_odd_names_are_no_matter(project):
    name = "data/meetings/it's 1st: \N{CYRILLIC SMALL LETTER ZHE} [x].yaml"
    project.write(name, (project.path / NINTH).read_text("utf-8"))
    project.commit("odd")
    project.change(name, LATER)
    assert project.diff(name).stdout == HEAD_TO_NOW.replace(NINTH, name)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_followed_within_the_revision_and_no_further(project):
    (project.path / "data/meetings/link.yaml").symlink_to("u4ssc-09.yaml")
    (project.path / "data/meetings/out.yaml").symlink_to(ROOT / NINTH)
    project.commit("linked")
    project.change(NINTH, LATER)
    assert said(project.diff("HEAD:data/meetings/link.yaml", NINTH))[0] == (
        "sitting 2 ends 15:45, was 15:30"
    )
    ended = project.diff("HEAD:data/meetings/out.yaml", NINTH)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith(
        "HEAD:data/meetings/out.yaml: error: cannot be read: it is not in `HEAD` [unreadable]"
    )


# --- for programs


def test_json_has_all_that_is_said(project):
    project.change(NINTH, LATER)
    ended = project.diff(NINTH, "--format", "json")
    found = json.loads(ended.stdout)
    at = {"line": 10, "column": 45, "paragraph": None}
    assert found["changes"] == [
        {
            "group": "When and where",
            "how": "changed",
            "path": "sessions[0].hours[1]",
            "message": "sitting 2 ends 15:45, was 15:30",
            "language": None,
            "old": {
                "value": "13:30-15:30",
                "file": f"HEAD:{NINTH}",
                **at,
                "place": f"HEAD:{NINTH}:10:45",
            },
            "new": {"value": "13:30-15:45", "file": NINTH, **at, "place": f"{NINTH}:10:45"},
            "letters": {"en": ["opening"], "ru": ["opening"]},
        }
    ]
    (english, russian) = found["editions"]
    assert (english["language"], english["how"], russian["language"]) == ("en", "changed", "ru")
    (part,) = english["parts"]
    assert (part["id"], part["number"], part["how"]) == ("opening", 1, "changed")
    for side, hour in (("old", "1530"), ("new", "1545")):
        (line,) = part[side]
        assert f"from 1330 to {hour} hours" in line.replace("\N{NO-BREAK SPACE}", " ")
    assert (found["old"], found["new"], found["has_gone_out"]) == (f"HEAD:{NINTH}", NINTH, False)


def test_json_without_a_change_is_whole_too(project):
    found = json.loads(project.diff(NINTH, "--format", "json").stdout)
    assert found["changes"] == []
    assert [edition["how"] for edition in found["editions"]] == [None, None]


# --- documents


@pytest.fixture
def sent(project):
    """The letters as they were, in `sent/`, and as they are, in `out/`."""
    for folder in ("sent", "out"):
        options = ["--out", folder, "--templates", ROOT / "templates"]
        ended = project.render(NINTH, *options)
        assert ended.returncode == 0, ended.stderr
        if folder == "sent":
            project.change(
                NINTH,
                LATER,
                ("editions: [en, ru]", "editions: [en, ru]\naddressees: [academia, member-states, sector-members]"),
                ("supporters: 20", "supporters: 21"),
                ("discuss new", "debate new"),
            )  # fmt: skip
    return project


NAME = "T25-TSB-CIR-0081!!{}"


def test_documents_are_compared_paragraph_by_paragraph(sent):
    old, new = (f"{folder}/{NAME.format('TXT-E.txt')}" for folder in ("sent", "out"))
    ended = sent.diff(old, new)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == (
        "Addressees and contact\n"
        "  addressee moved: ITU Academia is number 1, was number 5\n"
        f"      - {old}:13:3\n"
        f"      + {new}:9:3\n"
        "  addressee removed: State of Palestine (Res. 99 (Rev. Dubai, 2018))\n"
        f"      - {old}:10:3\n"
        "  addressee removed: ITU-T Associates\n"
        f"      - {old}:12:3\n"
        "\n"
        "Paragraphs\n"
        "  paragraph 1: hours 13:30-15:45, was 13:30-15:30\n"
        "      … 1200 hours and from 1330 to [-1530-]{+1545+} hours (CET).\n"
        f"      - {old}:29:3\n"
        f"      + {new}:27:3\n"
        "  paragraph 3: number 21, was 20\n"
        "      … Nations and has the support of [-20-]{+21+} UN agencies and programmes. It …\n"
        f"      - {old}:33:3\n"
        f"      + {new}:31:3\n"
        "  paragraph 4: the words changed\n"
        "      … Thematic Groups and Working Groups; [-discuss-]{+debate+} new U4SSC activities and "
        "approve the …\n"
        f"      - {old}:35:3\n"
        f"      + {new}:33:3\n"
        "\n"
        "6 changes\n"
    )


def test_a_document_of_word_says_the_same_with_its_paragraphs(sent):
    for form in ("MSW-R.docx", "TXT-R.txt"):
        old, new = (f"{folder}/{NAME.format(form)}" for folder in ("sent", "out"))
        assert said(sent.diff(old, new)) == [
            "addressee moved: Академическим организациям – Членам МСЭ is number 1, was number 5",
            "addressee removed: Государству Палестина (Рез. 99 (Пересм. Дубай, 2018 г.))",
            "addressee removed: Ассоциированным членам МСЭ-Т",
            "paragraph 1: hours 13:30-15:45, was 13:30-15:30",
            "paragraph 3: number 21, was 20",
            "5 changes",
        ]
    assert (
        "out/T25-TSB-CIR-0081!!MSW-R.docx:¶"
        in sent.diff(
            *(f"{folder}/{NAME.format('MSW-R.docx')}" for folder in ("sent", "out"))
        ).stdout
    )


def test_a_document_is_read_in_its_revision(sent):
    name = f"out/{NAME.format('MSW-E.docx')}"
    sent.commit("out")
    assert sent.diff(name).stdout == "nothing changed\n"
    (sent.path / name).write_bytes((sent.path / "sent" / NAME.format("MSW-E.docx")).read_bytes())
    assert said(sent.diff(name))[-1] == "6 changes"
    assert f"- HEAD:{name}:¶" in sent.diff(name).stdout


def test_documents_in_two_languages_are_for_compare(sent):
    words = [f"out/{NAME.format(form)}" for form in ("TXT-E.txt", "TXT-R.txt")]
    message = "the documents are in `en` and `ru`: `circgen compare` compares languages"
    assert refused(sent.diff(*words)) == message


def test_other_lines_and_spaces_are_no_change_of_a_document(sent):
    name = NAME.format("TXT-E.txt")
    text = (sent.path / "out" / name).read_text("utf-8")
    sent.write("other.txt", text.replace("inform you that", "inform  you\nthat"))
    assert sent.diff(f"out/{name}", "other.txt").stdout == "no fact and no word changed\n"
    assert sent.diff(f"out/{name}", f"out/{name}").stdout == "nothing changed\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"%PDF-1.7", "`x.txt` is a PDF document; only .docx and plain text can be read"),
        (b"\x00\x01\x02\xff", "`x.txt` is no text"),
        (b"PK\x03\x04", ""),
        (b"", ""),
    ],
)
def test_what_is_no_document_is_an_error(sent, content, message):
    (sent.path / "x.txt").write_bytes(content)
    ended = sent.diff(f"out/{NAME.format('TXT-E.txt')}", "x.txt")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith(f"x.txt: error: {message}")


ALONE = """\
status: draft
editions: [en]
event: workshop
topic: {en: on smart cities}
mode: virtual
zone: Europe/Zurich
sessions:
  - {date: 2026-06-16, hours: 14:00-17:00}
issued_at: geneva
addressees: [member-states]
signatory: {name: seizo-onoe, office: tsb-director}
"""


@pytest.mark.parametrize(("files", "came"), [("ab", "added"), ("ba", "removed")])
def test_a_record_that_says_no_to_everything_is_a_change_if_a_paragraph_comes_with_it(
    project, files, came
):
    project.write("a.yaml", ALONE)
    project.write("b.yaml", f"{ALONE}registration: {{mandatory: no}}\n")
    ended = project.diff(*(f"{name}.yaml" for name in files))
    assert f"  `registration.mandatory: no` {came}\n" in ended.stdout
    assert ended.stdout.endswith(f"1 change\nen changes: 2 programme ({came})\n")
