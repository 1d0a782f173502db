"""`circgen preview --html`: a page that is written, or served while its files change."""

import http.client
import os
import re
import shutil
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pexpect
import pytest
from cli.command import LANGUAGES, PACKS, environment

FACTS = "data/meetings/a.yaml"
PAGE = os.path.join("out", "preview", "a.html")  # noqa: PTH118  as it is printed
FIRST, SECOND = LANGUAGES[:2]
TEXTS = "{en: 20 agencies support it., ru: Ее поддерживают 21 учреждение.}"


@pytest.fixture
def meeting(folder):
    folder.meeting("a")
    return folder


def names(html):
    """The languages of a page, by their own names."""
    return re.findall(r'<h2 class="part name">([^<]*)</h2>', html)


def known(*languages):
    packs = {path.parent.name: path.read_text("utf-8") for path in PACKS}
    return [re.search("^name: (.*)$", packs[each], re.MULTILINE)[1] for each in languages]


# --- written


def test_a_page_of_all_editions_is_written_and_its_path_printed(meeting):
    ended = meeting.run("preview", FACTS, "--html")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"{PAGE}\n", "")
    html = (meeting.path / PAGE).read_text("utf-8")
    assert html.startswith('<!doctype html>\n<html lang="en">')
    assert names(html) == known(*LANGUAGES)
    assert "Findings: none" in html
    assert "EventSource" not in html


def test_languages_are_those_that_are_named_in_their_order(meeting):
    meeting.run("preview", FACTS, "--html", "--lang", f"{SECOND},{FIRST}")
    assert names((meeting.path / PAGE).read_text("utf-8")) == known(SECOND, FIRST)
    meeting.run("preview", FACTS, "--html", "--lang", SECOND)
    assert names((meeting.path / PAGE).read_text("utf-8")) == known(SECOND)


def test_what_check_finds_is_in_the_page_and_an_error_in_the_exit_code(folder):
    folder.meeting("a", background=TEXTS)
    ended = folder.run("preview", FACTS, "--html")
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, f"{PAGE}\n", "")
    html = (folder.path / PAGE).read_text("utf-8")
    note = '<div class="part" id="notes.background" data-paragraph="2"><div class="finding error"'
    assert note in html
    assert "background: 21 (ru) is 20 (en)" in html


def test_the_page_goes_where_it_shall_and_a_page_of_ours_is_replaced(meeting):
    for number in ("1", "2"):
        meeting.meeting("a", number=number)
        ended = meeting.run("preview", FACTS, "--html", "--output", "new/страница.html")
        assert (ended.returncode, ended.stdout) == (0, f"{Path('new/страница.html')}\n")
    html = (meeting.path / "new/страница.html").read_text("utf-8")
    assert re.search("<title[^>]*>[^<]* 2</title>", html.replace("\N{NO-BREAK SPACE}", " "))
    assert [each.name for each in (meeting.path / "new").iterdir()] == ["страница.html"]


def test_a_file_that_is_no_page_of_ours_is_not_replaced(meeting):
    before = (meeting.path / FACTS).read_bytes()
    ended = meeting.run("preview", FACTS, "--html", "--output", FACTS)
    assert (ended.returncode, ended.stdout) == (2, "")
    told = "is no page of circgen's; name another file"
    assert ended.stderr == f"circgen: --output: {Path(FACTS)} {told}\n"
    assert (meeting.path / FACTS).read_bytes() == before


def test_broken_facts_are_told_and_the_page_stays(meeting):
    meeting.run("preview", FACTS, "--html")
    before = (meeting.path / PAGE).read_bytes()
    meeting.meeting("a", number="none")
    ended = meeting.run("preview", FACTS, "--html")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert f"{FACTS}:1:9: error: " in ended.stderr
    assert (meeting.path / PAGE).read_bytes() == before


def test_the_logo_of_the_project_is_in_the_page(meeting):
    shutil.copytree(PACKS[0].parents[1], meeting.path / "templates")
    logo = meeting.path / "templates" / "logo.png"
    logo.write_bytes(b"\x89PNG\r\n\x1a\n")
    assert meeting.run("preview", FACTS, "--html").returncode == 0
    assert '<img src="data:image/png;base64,iVBORw0KGgo="' in (meeting.path / PAGE).read_text(
        "utf-8"
    )
    logo.write_bytes(b"GIF89a")
    ended = meeting.run("preview", FACTS, "--html")
    assert ended.returncode == 1
    assert "error: the logo is not a PNG picture [logo]" in ended.stderr


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["--open"], "--open goes with --html"),
        (["--output", "a.html"], "--output goes with --html"),
        (
            ["--html", "--watch", "--output", "a.html"],
            "--output: with --watch the page is served, not written",
        ),
        (["--html", "--lang", "xx"], f"--lang: `xx` is not one of {', '.join(LANGUAGES)}"),
        (
            ["--html", "--watch", "--lang", "xx"],
            f"--lang: `xx` is not one of {', '.join(LANGUAGES)}",
        ),
    ],
)
def test_what_cannot_be_is_told(meeting, words, problem):
    ended = meeting.run("preview", FACTS, *words)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == f"circgen: {problem}\n"
    assert not (meeting.path / "out").exists()


def test_a_file_that_is_not_there_cannot_be_watched(folder):
    ended = folder.run("preview", "data/b.yaml", "--html", "--watch")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == f"circgen: there is no file {Path('data/b.yaml')}\n"


def browser(folder):
    """A browser that writes down what it is to show."""
    path = folder.write("browser", '#!/bin/sh\nprintf %s "$1" > new && mv new shown\n')
    path.chmod(0o755)
    return f"{path} %s"


def test_the_page_opens_in_the_browser_if_that_is_asked_for(meeting):
    meeting.run("preview", FACTS, "--html", BROWSER=browser(meeting))
    assert not (meeting.path / "shown").exists()
    meeting.run("preview", FACTS, "--html", "--open", BROWSER=browser(meeting))
    assert (meeting.path / "shown").read_text("utf-8") == (meeting.path / PAGE).resolve().as_uri()


# --- served


@pytest.fixture
def served(meeting):
    """`circgen preview --html --watch`, and the address of its page."""
    words = ["-m", "circgen", "preview", FACTS, "--html", "--watch", "--open"]
    env = environment(BROWSER=browser(meeting))
    circgen = pexpect.spawn(
        sys.executable, words, cwd=meeting.path, env=env, encoding="utf-8", timeout=20
    )
    circgen.expect(r"(http://127\.0\.0\.1:\d+/\S+/)\r\nCtrl-C ends\.\r\n")
    yield meeting, circgen.match[1], circgen
    circgen.close(force=True)


def loaded(url):
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=10)
    connection.request("GET", parts.path)
    return connection.getresponse().read().decode().replace("\N{NO-BREAK SPACE}", " ")


def wait_for(url, words):
    """The page, once it has some words."""
    for _ in range(200):
        html = loaded(url)
        if words in html:
            return html
        time.sleep(0.05)
    raise AssertionError(f"no {words!r} in {html}")


def test_the_page_is_there_at_once_and_follows_its_files(served):
    folder, url, _ = served
    html = loaded(url)
    assert "EventSource" in html
    assert names(html) == known(*LANGUAGES)
    folder.meeting("a", number="2", background=TEXTS)
    wait_for(url, " 2</title>")
    wait_for(url, "background: 21 (ru) is 20 (en)")
    folder.meeting("a", number="3")
    wait_for(url, " 3</title>")
    wait_for(url, "Findings: none")


def test_findings_stand_in_the_place_of_a_letter_that_is_broken(served):
    folder, url, _ = served
    folder.meeting("a", number="none")
    html = wait_for(url, f"<title>{Path(FACTS)}</title>")
    assert names(html) == []
    assert f"{FACTS}:1:9" in html
    (folder.path / FACTS).unlink()
    assert "no such file" in wait_for(url, "cannot be read")
    folder.meeting("a", number="4")
    assert names(wait_for(url, " 4</title>")) == known(*LANGUAGES)


def version(html):
    return int(re.search('data-version="([0-9]+)"', html)[1])


def test_a_file_that_is_gone_for_a_moment_is_not_missed(served):
    folder, url, _ = served
    time.sleep(1)  # it begins by looking twice
    before = version(loaded(url))
    (folder.path / FACTS).unlink()
    time.sleep(0.12)  # longer than it takes to notice
    folder.meeting("a", number="5")
    assert version(wait_for(url, " 5</title>")) == before + 1


def test_the_browser_shows_what_is_served_and_ctrl_c_ends_it(served):
    folder, url, circgen = served
    for _ in range(200):
        if (folder.path / "shown").exists():
            break
        time.sleep(0.05)
    assert (folder.path / "shown").read_text("utf-8") == url
    circgen.sendintr()
    circgen.expect(pexpect.EOF)
    assert circgen.before.removeprefix("^C") == ""
    circgen.close()
    assert circgen.exitstatus == 0
    assert not (folder.path / "out").exists()
    with pytest.raises(ConnectionRefusedError):
        loaded(url)
