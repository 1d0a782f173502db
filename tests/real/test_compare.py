"""Letters that went through LibreOffice, as those of translators do: what they say is the same.

LibreOffice must be there (scripts/real_tools.sh installs it): without it these tests fail.
"""

import itertools
import json
import re
import shutil
import sys
import zipfile
from pathlib import Path

import pytest
from real.office import run, soffice

ROOT = Path(__file__).parents[2]
MEETINGS = sorted((ROOT / "data/meetings").glob("*.yaml"))
WAYS = ("docx", "odt", "rtf", "doc")
"""The formats that a letter is saved in, and from there as DOCX again."""


def circgen(*words):
    return run(sys.executable, "-m", "circgen", *words, cwd=ROOT)


def saved(target, out, paths, profile):
    """Documents as LibreOffice saves them in a format, all in one run."""
    soffice(target, out, *paths, profile=profile)
    found = [out / path.with_suffix(f".{target}").name for path in paths]
    assert all(path.exists() for path in found)
    return found


@pytest.fixture(scope="module")
def profile(tmp_path_factory):
    return tmp_path_factory.mktemp("profile")


@pytest.fixture(scope="module")
def letters(tmp_path_factory):
    """The DOCX letters of data/meetings with their facts: name to facts file."""
    out = tmp_path_factory.mktemp("letters")
    found = {}
    for facts in MEETINGS:
        ended = circgen("render", facts, "--format", "docx", "--out", out)
        assert ended.returncode == 0, ended.stderr
        found |= {Path(line): facts for line in ended.stdout.splitlines()}
    assert len(found) >= 2 * len(MEETINGS)
    return found


@pytest.fixture(scope="module")
def back(letters, profile, tmp_path_factory):
    """Each way: the letters as they come back."""
    ways = {}
    for way in WAYS:
        there, here = tmp_path_factory.mktemp(way), tmp_path_factory.mktemp(f"{way}-docx")
        paths = list(letters)
        if way != "docx":
            paths = saved(way, there, paths, profile)
        ways[way] = dict(zip(letters, saved("docx", here, paths, profile), strict=True))
    return ways


def findings(*words):
    ended = circgen("compare", *words, "--format", "json")
    assert ended.stderr == ""
    return json.loads(ended.stdout), ended.returncode


RENUMBERED = "doc"
"""Behind the first paragraph LibreOffice begins a new list in this format: the page shows 1, 1, 2."""


def told(found, way=""):
    """What was found, but for the numbers that are wrong on the page, too."""
    return [
        f"{each['level']} {each['rule']}: {each['message']}"
        for each in found
        if (way, each["rule"]) != (RENUMBERED, "numbering")
    ]


@pytest.mark.parametrize("way", WAYS)
def test_a_letter_that_comes_back_says_what_it_said(letters, back, way):
    for path in letters:
        found, code = findings(path, back[way][path])
        assert told(found, way) == [], path.name
        assert way == RENUMBERED or code == 0


@pytest.mark.parametrize("way", WAYS)
def test_a_letter_that_comes_back_says_its_facts(letters, back, way):
    for path, facts in letters.items():
        found, code = findings("--facts", facts, back[way][path])
        assert told(found, way) == [], path.name
        assert way == RENUMBERED or code == 0


@pytest.mark.parametrize("way", WAYS)
def test_letters_that_come_back_say_the_same_in_both_languages(letters, back, way):
    for facts in MEETINGS:
        paths = [back[way][path] for path, own in letters.items() if own == facts]
        found, code = findings(*paths)
        assert told(found, way) == [], facts.name
        assert way == RENUMBERED or code == 0


@pytest.mark.parametrize("way", WAYS)
def test_one_wrong_hour_is_found_in_a_letter_that_came_back(letters, back, way, tmp_path):
    facts = ROOT / "data/meetings/u4ssc-09.yaml"
    source, target = sorted(path for path, own in letters.items() if own == facts)
    wrong = tmp_path / "wrong.docx"
    edited(back[way][target], wrong, "13(\\W)час\\. 30", "14\\1час. 30")
    for words in ([source, wrong], [target, wrong], ["--facts", facts, wrong]):
        found, code = findings(*words)
        errors = [each for each in found if each["rule"] != "numbering"]
        assert (code, len(errors)) == (1, 1), told(found)
        assert errors[0]["level"] == "error"
        assert errors[0]["rule"] == "hours"
        assert errors[0]["paragraph"] in {"1", "opening"}
        assert errors[0]["source"]["value"] == "13:30-15:30"
        assert errors[0]["target"]["value"] == "14:30-15:30"
        assert re.search(r"wrong\.docx:¶\d+$", errors[0]["target"]["place"])


def edited(path, target, old, new):
    """A document with other characters, as somebody leaves it who knows Word."""
    shutil.copy(path, target)
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "word/document.xml":
                text, count = re.subn(old, new, data.decode("utf-8"))
                assert count == 1, f"stands {count} times"
                data = text.encode("utf-8")
            after.writestr(name, data)


def test_numbers_are_found_wrong_where_the_page_shows_them_wrong(back, profile, tmp_path):
    paths = list(back[RENUMBERED].values())
    for path, page in zip(paths, saved("pdf", tmp_path, paths, profile), strict=True):
        lines = run("pdftotext", "-layout", page, "-").stdout.splitlines()
        shown = [
            int(match[1]) for line in lines if (match := re.match(r" {0,3}(\d+) {2,}\S", line))
        ]
        assert shown[:3] == [1, 1, 2]
        jumps = sum(after != before + 1 for before, after in itertools.pairwise(shown))
        found, code = findings(path, path)
        assert ([each["rule"] for each in found], code) == (["numbering"] * jumps, 1), path.name


def test_a_letter_printed_to_text_is_compared_too(letters, profile, tmp_path):
    """LibreOffice writes a table as lines, and numbers and bullets as characters."""
    facts = ROOT / "data/meetings/u4ssc-09.yaml"
    paths = sorted(path for path, own in letters.items() if own == facts)
    texts = saved("txt", tmp_path, paths, profile)
    found, _ = findings(*texts)
    assert [each for each in told(found) if each.startswith("error")] == []
