"""A circular from the first question to the corrected one, as a secretariat goes through it.

`new` asks in a terminal, the letters are edited in LibreOffice, and what changed there comes back
into the facts. LibreOffice must be there (scripts/real_tools.sh installs it).
"""

import re
import shutil

import pytest
from cli.command import ROOT
from cli.test_diff import Project
from cli.window import Window
from real.office import soffice

FACTS = "data/meetings/u4ssc-10.yaml"
LETTERS = {
    code: f"T25-TSB-CIR-0082!!MSW-{letter}.docx" for code, letter in (("en", "E"), ("ru", "R"))
}
EDITS = {"en": (r"(\bto\s)1700", r"\g<1>1730"), "ru": (r"(до 17\Wчас\. )00", r"\g<1>30")}
ANSWERS = (
    ("Series", " [u4ssc]", ""),
    ("Languages", " [en, ru]", ""),
    ("Are number and date known", " [y]", ""),
    ("Date of the letter", "", "2026-05-15"),
    ("", " [2025-2028]", ""),
    ("Number of the circular", " [82]", ""),
    ("", " [member-states, state-of-palestine, sector-members, associates, academia]", ""),
    ("Copies to", " [study-group-chairs, director-bdt, director-br]", ""),
    ("", " [10]", ""),
    ("Town", "", ""),
    ("How it is held", " [virtual]", ""),
    ("Days and hours 1", "", "2026-06-16 14:00-17:00"),
    ("Days and hours 2", "", ""),
    ("Page of the event", "", ""),
    ("What the meeting is to do, in `en` 1", "", "adopt the plan"),
    ("What the meeting is to do, in `en` 2", "", ""),
    ("Deadlines", "", "registration"),
    ("File", f" [{FACTS}]", ""),
)
"""What is asked, what is offered, and what is typed."""


@pytest.fixture
def project(tmp_path):
    found = Project(tmp_path / "project")
    shutil.copy(ROOT / "templates" / "letterhead.docx", found.path / "templates")
    return found


def test_from_the_first_question_to_what_a_corrigendum_says(project, tmp_path):
    _is_asked_for(project)
    _is_translated_and_checked(project)
    _is_rendered(project)
    _is_edited(project, tmp_path)
    _is_compared_with_its_facts(project)
    _comes_back_into_the_facts(project)
    _says_what_changed(project)


def _is_asked_for(project):
    with Window(project, "new", columns=200) as window:
        for asked, offered, typed in ANSWERS:
            window.child.expect(rf"{asked}[^\r\n]*{re.escape(offered)}: ")
            window.child.sendline(typed)
        told = window.rest().replace("\r\n", "\n")
    assert window.child.exitstatus == 0
    assert f"to be translated:\n  {FACTS}:17:5: ru\n" in told


def _is_translated_and_checked(project):
    ended = project.run("check", FACTS)
    assert (ended.returncode, ended.stderr) == (1, "")
    assert ended.stdout.startswith(
        f"{FACTS}:17:5: error: no text in `ru`, although it is one of the editions [missing-text]\n"
    )
    assert ended.stdout.endswith("\n1 error\n")
    project.change(FACTS, ("plan  # to be translated: ru", "plan\n    ru: утвердить план"))
    assert project.run("confirm", FACTS, "--lang", "ru").returncode == 0
    ended = project.run("check", FACTS, "--strict")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    project.commit("sent")


def _is_rendered(project):
    ended = project.render(FACTS, "--format", "docx")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.split() == [f"out/{name}" for name in LETTERS.values()]
    assert project.run("compare", *(f"out/{name}" for name in LETTERS.values())).stdout == ""


def _is_edited(project, tmp_path):
    """In LibreOffice the meeting ends half an hour later, and it saves the letters anew."""
    profile, opened = tmp_path / "profile", tmp_path / "opened"
    letters = [project.letter(82, code, "docx") for code in LETTERS]
    soffice("fodt", opened, *letters, profile=profile)
    for (code, (old, new)), letter in zip(EDITS.items(), letters, strict=True):
        path = opened / letter.with_suffix(".fodt").name
        text, count = re.subn(old, new, path.read_text("utf-8"))
        assert count == 1, f"{code}: stands {count} times"
        path.write_text(text, "utf-8")
    edited = [opened / letter.with_suffix(".fodt").name for letter in letters]
    soffice("docx", project.path / "edited", *edited, profile=profile)


EDITED = tuple(f"edited/{name}" for name in LETTERS.values())


def _is_compared_with_its_facts(project):
    both = project.run("compare", *EDITED, "--strict")
    assert (both.returncode, both.stdout, both.stderr) == (0, "", "")
    ended = project.run("compare", "--facts", FACTS, *EDITED)
    assert (ended.returncode, ended.stderr) == (1, "")
    english, russian = EDITED
    places = dict(re.findall(r"^(edited/\S+?):¶(\d+): error", ended.stdout, re.MULTILINE))
    assert ended.stdout == (
        f"{english}:¶{places[english]}: error: opening: 14:00-17:30 (en) is 14:00-17:00 (the facts) "
        "[hours]\n"
        f'      {FACTS}:14:31         14:00-17:00   "1400 to 1700 hours"\n'
        f'      {english}:¶{places[english]}   14:00-17:30   "1400 to 1730 hours"\n'
        "      = make both say the same\n"
        "\n"
        f"{russian}:¶{places[russian]}: error: opening: 14:00-17:30 (ru) is 14:00-17:00 (the facts) "
        "[hours]\n"
        f'      {FACTS}:14:31         14:00-17:00   "14 час. 00 мин. до 17 час. 00 мин."\n'
        f'      {russian}:¶{places[russian]}   14:00-17:30   "14 час. 00 мин. до 17 час. 30 мин."\n'
        "      = make both say the same\n"
        "\n"
        "2 errors\n"
    )


def _comes_back_into_the_facts(project):
    ended = project.run("extract", *EDITED, "--output", FACTS, "--force")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    ended = project.run("compare", "--facts", FACTS, *EDITED, "--strict")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def _says_what_changed(project):
    text = (project.path / FACTS).read_text("utf-8").splitlines()
    line = next(number for number, each in enumerate(text, 1) if "14:00-17:30" in each)
    column = text[line - 1].index("14:00-17:30") + 1
    ended = project.diff(FACTS, "--letters")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == (
        "When and where\n"
        "  the session ends 17:30, was 17:00\n"
        f"      - HEAD:{FACTS}:14:31\n"
        f"      + {FACTS}:{line}:{column}\n"
        "      = opening (en, ru)\n"
        "\n"
        "Letter (en)\n"
        "  paragraph 1 `opening` changed\n"
        "      … June 2026, from 1400 to [-1700-]{+1730+} hours (CEST).\n"
        "\n"
        "Letter (ru)\n"
        "  paragraph 1 `opening` changed\n"
        "      … мин. до 17 час. [-00-]{+30+} мин. по центральноевропейскому летнему времени …\n"
        "\n"
        "1 change\n"
        "en changes: 1 opening\n"
        "ru changes: 1 opening\n"
    )
    ended = project.diff(f"out/{LETTERS['en']}", f"edited/{LETTERS['en']}")
    assert ended.stdout.startswith(
        "Paragraphs\n"
        "  paragraph 1: hours 14:00-17:30, was 14:00-17:00\n"
        "      … June 2026, from 1400 to [-1700-]{+1730+} hours (CEST).\n"
    )
    assert ended.stdout.endswith("\n\n1 change\n")
