"""Files named on the command line: 2 if they are not there, 1 if something is wrong in them."""

import os

import pytest
from cli.command import LANGUAGES, ROOT, Folder

FACTS = "data/meetings/u4ssc-01.yaml"
LANG = ",".join(LANGUAGES)
NAMING_FACTS = [
    ["render"],
    ["check"],
    ["check", "--fix"],
    ["list"],
    ["preview"],
    ["preview", "--watch"],
    ["preview", "--html"],
    ["confirm", "--lang", LANG],
    ["diff"],
    ["diff", FACTS],
    ["compare", "letter.txt", "--facts"],
    ["new", "--draft", "--from"],
]
NAMING_DOCUMENTS = [["compare", "letter.txt"], ["extract"], ["diff"], ["diff", "letter.txt"]]
EVERY = [*NAMING_FACTS, *NAMING_DOCUMENTS]
TAKING_FOLDERS = {"render", "check", "list", "confirm"}


def ids(words):
    return " ".join(words)


def folder_with_letter(path):
    """A circular, and a letter."""
    made = Folder(path)
    made.meeting("u4ssc-01")
    made.write("letter.txt", made.render("--stdout", "--lang", LANGUAGES[0]).stdout)
    return made


@pytest.fixture
def project(tmp_path):
    return folder_with_letter(tmp_path)


def refused(project, *words):
    """What is said when a command could not run; nothing was done."""
    before = sorted(project.path.rglob("*"))
    ended = project.run(*words)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert sorted(project.path.rglob("*")) == before
    return ended.stderr


@pytest.mark.parametrize("words", EVERY, ids=ids)
@pytest.mark.parametrize("name", ["data/meetings/nothing.yaml", "nothing/x.txt", "letter.txt/x"])
def test_a_name_of_nothing_ends_every_command_with_2(project, words, name):
    assert refused(project, *words, name) == f"circgen: there is no file {name}\n"


@pytest.mark.parametrize(
    "words", [each for each in EVERY if each[0] not in TAKING_FOLDERS], ids=ids
)
def test_a_folder_in_the_place_of_a_file_ends_with_2(project, words):
    assert refused(project, *words, "data") == "circgen: data is a folder: name a file\n"


@pytest.mark.parametrize("words", EVERY, ids=ids)
@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_to_nothing_ends_with_2(project, words):
    (project.path / "link.yaml").symlink_to("nothing.yaml")
    told = "circgen: link.yaml is a link to a file that is not there\n"
    assert refused(project, *words, "link.yaml") == told


def test_a_name_that_is_too_long_ends_with_2(project):
    name = f"{'x' * 300}.yaml"
    assert refused(project, "render", name) == f"circgen: {name}: file name too long\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["render"], "no facts files (*.yaml) in letters"),
        (["list"], "no facts files (*.yaml) in letters"),
        (
            ["check"],
            "letters: nothing to check: name facts files (*.yaml), templates, or their folders",
        ),
        (
            ["confirm", "--lang", LANG],
            "letters: nothing to confirm: name facts files (*.yaml), templates, or their folders",
        ),
    ],
)
def test_a_folder_with_nothing_in_it_ends_with_2(project, words, told):
    (project.path / "letters").mkdir()
    assert refused(project, *words, "letters") == f"circgen: {told}\n"


def test_a_file_of_templates_that_says_nothing_ends_with_2(project):
    (project.path / "templates").symlink_to(ROOT / "templates")
    for name in ("templates/letterhead.docx", "templates/en/nothing.md.j2"):
        assert refused(project, "check", name).startswith("circgen: ")
    assert project.run("check", "templates/layouts/meeting.yaml").returncode == 0


def test_all_that_is_not_there_is_said_at_once_and_nothing_is_rendered(project):
    assert refused(project, "render", FACTS, "a.yaml", "b.yaml", "a.yaml") == (
        "circgen: there is no file a.yaml\ncircgen: there is no file b.yaml\n"
    )


@pytest.mark.parametrize(
    ("name", "words", "code"),
    [
        ("broken.yaml", ["render"], 1),
        ("broken.yaml", ["check"], 1),
        ("broken.yaml", ["preview"], 1),
        ("broken.yaml", ["confirm", "--lang", LANG], 1),
        ("broken.yaml", ["diff", FACTS], 1),
        ("broken.yaml", ["compare", "letter.txt", "--facts"], 1),
        ("broken.yaml", ["new", "--draft", "--from"], 1),
        ("broken.yaml", ["list"], 0),
        ("broken.docx", ["compare", "letter.txt"], 1),
        ("broken.docx", ["extract"], 1),
        ("broken.docx", ["diff", "letter.txt"], 1),
    ],
)
def test_what_is_wrong_in_a_file_is_a_finding(project, name, words, code):
    project.write(name, "number: [\n")
    ended = project.run(*words, name)
    assert ended.returncode == code
    assert "broken." in ended.stdout + ended.stderr


def test_a_file_of_the_project_that_nobody_has_named_is_a_finding(project):
    (project.path / "data/meetings/a.yaml").mkdir()
    for command in ("render", "check"):
        ended = project.run(command)
        assert ended.returncode == 1
        assert (
            "data/meetings/a.yaml: error: cannot be read: is a directory"
            in ended.stdout + ended.stderr
        )


# --- what was meant


@pytest.mark.parametrize("words", NAMING_FACTS, ids=ids)
def test_the_name_of_a_circular_leads_to_its_file(project, words):
    words = [word for word in words if word != FACTS]
    told = f"circgen: there is no file u4ssc-01: did you mean {FACTS}?\n"
    assert refused(project, *words, "u4ssc-01") == told


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("U4SSC-01", FACTS),
        ("u4ssc-01.yml", FACTS),
        ("meetings/u4ssc-01.yaml", FACTS),
        ("data/meetings/u4ssc-1.yaml", FACTS),
        ("u4ssc-02", ""),
        ("u4ssc-001", FACTS),
        ("u4ssc-01.docx", ""),
        ("leter.txt", "letter.txt"),
        ("letter.docx", ""),
        ("data/leter.txt", ""),
    ],
)
def test_only_what_is_nearly_the_same_is_offered(project, name, meant):
    hint = f": did you mean {meant}?" if meant else ""
    assert refused(project, "check", name) == f"circgen: there is no file {name}{hint}\n"


def test_a_file_is_not_offered_in_the_place_of_another_that_is_named(project):
    project.write("letter-E.txt", "")
    told = "circgen: there is no file letter-R.txt\n"
    (project.path / "letter.txt").unlink()
    assert refused(project, "compare", "letter-E.txt", "letter-R.txt") == told
