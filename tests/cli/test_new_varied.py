"""What `circgen new` writes, whatever is asked of it: it passes `check`, and becomes letters."""

import re
import shutil

import pytest
from cli.command import ROOT, Folder
from cli.new_drafts import new

ONE = ("--session", "2026-06-16 14:00-17:00")
THREE = ("--session", "2026-06-16 to 2026-06-18 09:30-12:30, 14:00-17:30")
TWO_LINES = ("--session", "2026-06-16 10:00-11:30", "--session", "2026-06-17 22:00-01:00+1")
WEBINAR = (
    "--fact",
    (
        "side_events=[{event: webinar, title: {en: Digital twins, ru: Цифровые двойники}, "
        "date: 2026-06-16, hours: 12:30-13:30}]"
    ),
)
DUE = ("--deadline", "registration", "--deadline", "contributions 2026-06-01 18:00")
TASK = ("--objective", "adopt the plan")
NAIROBI = ("--place", "Nairobi, Africa/Nairobi")
ALONE = ("--series", "-", "--event", "workshop", "--topic", "on smart cities")
RUSSIAN = {
    "adopt the plan": "утвердить план",
    "on smart cities": 'по "умным" городам',
    "CICG": "МЦКЖ",
    "{en: Nairobi}": "{en: Nairobi, ru: {nominative: Найроби, in: в Найроби}}",
}
"""What a translator puts where it is missing."""

VIRTUAL = {
    "one day": ONE,
    "one day, en": (*ONE, "--editions", "English"),
    "three days": (*THREE, *TASK, *DUE),
    "two days, one over midnight": TWO_LINES,
    "a day without hours": ("--session", "2026-06-16", "--event-page", "https://www.itu.int/x"),
    "side event": (*ONE, *WEBINAR, *TASK),
    "side event, en": (*THREE, *WEBINAR, "--editions", "en"),
    "without a series": (*ALONE, *ONE, *TASK, "--event-page", "https://www.itu.int/x"),
    "without a series, en": (*ALONE, *THREE, "--editions", "en", "--working-languages", "French"),
}
IN_A_TOWN = {
    "physical, the town of the series": ("--place", "Geneva", "--venue", "CICG", *ONE),
    "physical, three days, en": ("--place", "seoul", *THREE, *TASK, "--editions", "en"),
    "physical, side event": ("--place", "New Delhi", *ONE, *WEBINAR, *DUE),
    "hybrid": ("--place", "dubai", "--mode", "Hybrid", *ONE),
    "hybrid, three days, side event": ("--place", "seoul", "--mode", "hybrid", *THREE, *WEBINAR),
    "another town": (*NAIROBI, *THREE, *TASK),
    "another town, en": (*NAIROBI, "--mode", "hybrid", *ONE, *WEBINAR, "--editions", "en"),
    "without a series": (*ALONE, "--place", "geneva", *ONE, *DUE),
    "hours of the Bureau": ("--place", "seoul", "--zone", "Europe/Zurich", *ONE),
}
AGAIN = {
    "virtual": ("--side-event", "2026-06-16 12:00-13:00", *ONE),
    "virtual, without side events": ("--side-event", "-", *THREE, *DUE),
    "in another town": ("--side-event", "-", "--place", "seoul", *THREE),
}
EARLIER = sorted(path.stem for path in (ROOT / "data" / "meetings").glob("*.yaml"))
SIDE_EVENTS = {
    stem: "\nside_events:" in (ROOT / "data" / "meetings" / f"{stem}.yaml").read_text("utf-8")
    for stem in EARLIER
}


@pytest.fixture
def project(tmp_path):
    """The words and facts of this project."""
    folder = Folder(tmp_path)
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    shutil.copytree(ROOT / "data", tmp_path / "data", dirs_exist_ok=True)
    return folder


def translated(text):
    """A facts file with a translation wherever one is marked as missing, and without marks."""
    lines = []
    for line in text.splitlines():
        words, mark, _ = line.partition("  # to be translated: ru")
        if mark and "{" in words:
            found = re.search(r"\{en: \w+\}", words)[0]
            words = words.replace(found, RUSSIAN[found])
        lines.append(words)
        if mark and "{" not in words:
            before, _, english = words.partition("en: ")
            lines.append(f"{before.replace('-', ' ')}ru: {RUSSIAN[english]}")
    return "\n".join((*lines, ""))


def becomes_letters(project, *words):
    """The facts file that comes of it, once it is translated; it is checked and rendered."""
    ended = new(project, *words, "--output", "data/meetings/fresh.yaml")
    assert ended.returncode == 0, ended.stderr
    path = project.path / "data" / "meetings" / "fresh.yaml"
    text = path.read_text("utf-8")
    marks = text.count("# to be translated: ru")
    checked = project.run("check", "data/meetings/fresh.yaml")
    rules = re.findall(r": error: .* \[([\w-]+)\]$", checked.stdout, re.MULTILINE)
    assert rules == ["missing-text"] * marks, checked.stdout
    if marks:
        path.write_text(translated(text), "utf-8")
        checked = project.run("check", "data/meetings/fresh.yaml")
    assert checked.returncode == 0, checked.stdout
    rendered = project.render("data/meetings/fresh.yaml")
    assert rendered.returncode == 0, rendered.stderr
    languages = re.search(r"^editions: \[(.*)\]", text, re.MULTILINE)[1].split(", ")
    assert len(project.files()) == 2 * len(languages)
    return text


@pytest.mark.parametrize("words", VIRTUAL.values(), ids=VIRTUAL)
def test_a_virtual_meeting_passes_check_and_becomes_letters(project, words):
    text = becomes_letters(project, "--issued", "2026-05-15", *words)
    assert "place:" not in text


def test_a_draft_passes_check_and_becomes_letters(project):
    text = becomes_letters(project, "--draft", *THREE, *TASK, *DUE)
    assert "status: draft\n" in text


@pytest.mark.parametrize("words", IN_A_TOWN.values(), ids=IN_A_TOWN)
def test_a_meeting_in_a_town_passes_check_and_becomes_letters(project, words):
    text = becomes_letters(project, "--issued", "2026-05-15", *words)
    assert "place:" in text


@pytest.mark.parametrize("words", AGAIN.values(), ids=AGAIN)
@pytest.mark.parametrize("stem", EARLIER)
def test_a_meeting_like_an_earlier_one_passes_check_and_becomes_letters(project, stem, words):
    if not SIDE_EVENTS[stem]:
        words = words[2:]
    source = ("--from", f"data/meetings/{stem}.yaml")
    text = becomes_letters(project, *source, "--issued", "2026-05-15", *words)
    assert "2026-06-16" in text
