"""`circgen preview --watch` in a terminal, with real files."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time

import pytest
from cli.command import ROOT, environment
from cli.window import CODES, ENTERS, HIDES, LEAVES, SHOWS, Window

FACTS = "data/meetings/a.yaml"
TEXT = "{en: We are ready., ru: Мы готовы.}"
ITEMS = [f"{{en: item number {n}, ru: пункт номер {n}}}" for n in range(1, 40)]
LONG = f"[{', '.join(ITEMS)}]"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")


def watching(folder, *words, lang="en", **how):
    window = Window(folder, "preview", FACTS, "--lang", lang, "--watch", *words, **how)
    window.wait_for("q quits" if how.get("columns", 80) >= 60 else "a.yaml")
    return window


def test_a_save_is_shown(folder):
    folder.meeting("a", background=TEXT)
    with watching(folder, rows=60) as window:
        window.wait_for("We are ready.")
        folder.meeting("a", background=TEXT.replace("ready", "waiting"))
        window.wait_for("We are waiting.", without=["ready"])


def test_a_file_put_into_the_place_of_the_old_one_is_shown(folder):
    path = folder.meeting("a", background=TEXT)
    with watching(folder, rows=60) as window:
        for word in ("first", "second", "third"):
            new = folder.write("data/meetings/.a.yaml.new", path.read_text("utf-8"))
            new.write_text(new.read_text("utf-8").replace("ready", word), "utf-8")
            new.replace(path)
            window.wait_for(f"We are {word}.")
            path.rename(f"{path}~")  # as vim does
            folder.meeting("a", background=TEXT)
            window.wait_for("We are ready.")


def test_a_broken_file_shows_what_is_wrong_until_it_is_mended(folder):
    folder.meeting("a", background=TEXT)
    with watching(folder, rows=60) as window:
        path = folder.meeting("a", number="none")
        window.wait_for("error: `none` is not a number [number] data/meetings/a.yaml:1:9", "1 │ number: none", without=["Dear"])  # fmt: skip
        assert "a.yaml · 1 error" in window.frame()[-1]
        path.write_bytes(b"\xff\xfe\xff: [")
        window.wait_for("a.yaml", "error:", without=["none", "Dear"])
        folder.meeting("a", background=TEXT)
        window.wait_for("We are ready.", "Dear", without=["error"])


def test_a_file_that_goes_may_come_again_with_its_folder(folder):
    path = folder.meeting("a", background=TEXT)
    away = folder.path / "away"
    with watching(folder, rows=60) as window:
        path.unlink()
        window.wait_for("cannot be read: no such file or directory")
        folder.meeting("a", background=TEXT)
        window.wait_for("We are ready.", without=["error"])
        (folder.path / "data").rename(away)
        window.wait_for("cannot be read: no such file or directory")
        away.rename(folder.path / "data")
        window.wait_for("We are ready.", without=["error"])
        folder.meeting("a", background=TEXT.replace("ready", "back"))
        window.wait_for("We are back.")


def test_a_file_that_is_gone_for_a_moment_is_not_missed(folder):
    path = folder.meeting("a", background=TEXT)
    with watching(folder, rows=60) as window:
        path.unlink()
        time.sleep(0.12)  # longer than it takes to notice
        folder.meeting("a", background=TEXT.replace("ready", "there"))
        window.wait_for("We are there.")
        assert "cannot be read" not in window.told


def test_other_findings_are_shown_from_the_first(folder):
    folder.meeting("a", background=TEXT)
    with watching(folder, rows=12) as window:
        keys = dict.fromkeys(("number", "sessions", "signatory", "issued", "mode"), "wrong")
        folder.meeting("a", **keys)
        window.wait_for("number: wrong")
        window.press("G")
        window.wait_for("10–20 / 20", without=["number: wrong"])
        folder.meeting("a", **keys, issued_at="nowhere")
        window.wait_for("number: wrong")


def test_a_burst_of_saves_ends_with_the_last(folder):
    folder.meeting("a", background=TEXT)
    with watching(folder, rows=60) as window:
        for number in range(200):
            folder.meeting("a", background=TEXT.replace("ready", f"at {number}"))
        window.wait_for("We are at 199.")


def test_series_templates_packs_and_annexes_are_followed(folder):
    shutil.copytree(ROOT / "templates", folder.path / "templates")
    folder.write("data/series/s.yaml", f"event: meeting\nbackground: {TEXT}\n")
    annex = folder.write("data/meetings/more/annex.md", "Near the station.\n")
    titles = "[{title: {en: Hotels, ru: Гостиницы}, file: {en: more/annex.md, ru: more/annex.md}}]"
    folder.meeting("a", series="s", annexes=titles)
    with watching(folder, rows=90) as window:
        folder.write("data/series/s.yaml", f"background: {TEXT.replace('ready', 'serial')}\n")
        window.wait_for("We are serial.")
        for file in ("meeting.md.j2", "language.yaml"):
            path = folder.path / "templates" / "en" / file
            was, now = {"meeting.md.j2": ("I am pleased", "I am glad"), "language.yaml": ("Dear Sir", "Dear Dear Sir")}[file]  # fmt: skip
            path.write_text(path.read_text("utf-8").replace(was, now), "utf-8")
            window.wait_for(now)
        annex.write_text("Near the river.\n", "utf-8")
        window.wait_for("Near the river.")


def test_a_language_that_goes_is_told_until_it_comes_again(folder):
    shutil.copytree(ROOT / "templates", folder.path / "templates")
    folder.meeting("a", background=TEXT)
    pack, away = folder.path / "templates" / "ru", folder.path / "away"
    with watching(folder, lang="en,ru", columns=120, rows=60) as window:
        window.wait_for("Мы готовы.")
        pack.rename(away)
        window.wait_for("error: --lang: `ru` is not one of en [unknown-language]", "· 1 error")
        away.rename(pack)
        window.wait_for("Мы готовы.", without=["error"])


def test_the_first_paragraph_that_changed_comes_into_view(folder):
    folder.meeting("a", objectives=LONG, background=TEXT)
    with watching(folder, rows=20) as window:
        assert "item number 39" not in window.text()
        folder.meeting("a", objectives=LONG.replace("item number 39", "the end"), background=TEXT)
        window.wait_for("the end")
        assert "3   The main objectives" not in window.text()  # the paragraph is too long for it
        folder.meeting("a", objectives=LONG, background=TEXT.replace("ready", "here"))
        window.wait_for("We are here.")
        assert window.frame()[0].startswith("2   We are here.")
        folder.meeting("a", objectives="none", background=TEXT)
        window.wait_for("error:")
        folder.meeting("a", objectives=LONG, background=TEXT.replace("ready", "here"))
        window.wait_for("We are here.")
        assert window.frame()[0].startswith("2   We are here.")  # where it was


def test_findings_of_check_follow_too(folder):
    folder.meeting("a", background=TEXT)
    with watching(folder, lang="en,ru", columns=120, rows=60) as window:
        assert "error" not in window.text()
        folder.meeting("a", background="{en: We are 20., ru: Нас 21.}")
        window.wait_for("error: background: 21 (ru) is 20 (en) [text-disagreement]", "· 1 error")
        folder.meeting("a", background=TEXT)
        window.wait_for("We are ready.", without=["error"])


def with_checks(folder, body):
    """The variables of a circgen whose check of a circular is another function."""
    code = f"import time, circgen.viewing as v\ndef checked(*_):\n    {body}\nv.checked = checked\n"
    return {"PYTHONPATH": str(folder.write("sitecustomize.py", code).parent)}


def test_nobody_waits_for_a_check_that_takes_long(folder):
    """Neither for the page, nor for a key, nor at the end."""
    folder.meeting("a", background=TEXT, objectives=LONG)
    env = with_checks(folder, "time.sleep(99)")
    with watching(folder, lang="en,ru", columns=120, rows=20, **env) as window:
        for word in ("first", "second"):
            folder.meeting("a", background=TEXT.replace("ready", word), objectives=LONG)
            window.wait_for(f"We are {word}.")
        window.press("G")
        window.wait_for("item number 39")
        window.press("q")
        assert as_before(window)
        assert window.child.exitstatus == 0


def test_findings_leave_the_page_where_the_reader_has_put_it(folder):
    folder.meeting("a", objectives=LONG, background="{en: We are 20., ru: Нас 21.}")
    with watching(folder, lang="en,ru", columns=120, rows=20) as window:
        window.wait_for("· 1 error", without=["text-disagreement"])
        assert "UNION" in window.text()


def test_a_check_that_goes_wrong_is_a_finding(folder):
    folder.meeting("a", background=TEXT)
    env = with_checks(folder, "raise ValueError('no way')")
    with watching(folder, lang="en,ru", columns=120, rows=60, **env) as window:
        window.wait_for("circgen itself went wrong: ValueError: no way", "We are ready.", "1 error")
        folder.meeting("a", background=TEXT.replace("ready", "there"))
        window.wait_for("We are there.")


def test_the_page_is_scrolled_by_keys(folder):
    folder.meeting("a", objectives=LONG)
    with watching(folder, rows=20) as window:
        first = window.frame()[0]
        window.press("j\x1b[B")
        window.wait_for("3–21 / ")
        window.press("k\x1b[A")
        window.wait_for("1–19 / ")
        assert window.frame()[0] == first
        window.press(" ")
        window.wait_for("19–37 / ")
        window.press("\x1b[6~")
        window.wait_for("37–55 / ")
        window.press("\x1b[5~b")
        window.wait_for("1–19 / ")
        window.press("G")
        window.wait_for("item number 39")
        last = window.text()
        window.press("jjjjk")
        window.press("j")
        window.press("g")
        window.wait_for("1–19 / ")
        window.press("\x1b[F")
        window.wait_for("item number 39")
        assert window.text() == last


def test_the_page_follows_the_size_of_the_window(folder):
    folder.meeting("a", objectives=LONG, background=TEXT)
    with watching(folder, lang="en,ru", columns=120, rows=30) as window:
        window.wait_for("│ 2   Мы готовы.")
        window.child.setwinsize(60, 70)
        window.wait_for("ru │ 2   Мы готовы.")
        assert len(window.frame()) == 60
        window.child.setwinsize(10, 40)
        window.wait_for("1–9 / ")
        assert len(window.frame()) == 10
        assert max(map(len, window.frame())) <= 40


def as_before(window):
    """Whether the screen was given back: the other one left, the cursor shown, keys seen again."""
    told = window.rest()
    assert told.count(ENTERS) == told.count(LEAVES) == 1
    assert told.index(HIDES) < told.rindex(SHOWS)
    after = told[told.rindex(LEAVES) :]
    assert "Traceback" not in told
    return CODES.sub("", after).strip() == ""


def test_q_ends_it(folder):
    folder.meeting("a")
    with watching(folder) as window:
        window.press("q")
        assert as_before(window)
        assert window.child.exitstatus == 0


def test_an_interrupt_ends_it(folder):
    folder.meeting("a")
    with watching(folder) as window:
        window.child.sendintr()
        assert as_before(window)
        assert window.child.exitstatus == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it(folder, number):
    folder.meeting("a")
    with watching(folder) as window:
        window.child.kill(number)
        assert as_before(window)
        assert window.child.exitstatus == 128 + number


def test_a_shell_gets_its_terminal_back(folder):
    """As the terminal driver has it: echo on, lines read as lines."""
    termios = pytest.importorskip("termios")
    folder.meeting("a")
    leader, follower = os.openpty()
    before = termios.tcgetattr(follower)
    child = subprocess.Popen(
        [sys.executable, "-m", "circgen", "preview", FACTS, "--watch"],
        cwd=folder.path, env=environment(), stdin=follower, stdout=follower, stderr=follower,
    )  # fmt: skip
    told = b""
    while b"q quits" not in told:
        told += os.read(leader, 65536)
    assert not termios.tcgetattr(follower)[3] & (termios.ECHO | termios.ICANON)
    child.send_signal(signal.SIGINT)
    os.set_blocking(leader, False)
    while child.poll() is None:
        time.sleep(0.01)
        try:
            os.read(leader, 65536)
        except BlockingIOError:
            continue
    assert termios.tcgetattr(follower) == before
    os.close(leader)
    os.close(follower)


def test_a_mistake_of_circgen_itself_gives_the_screen_back_too(folder):
    folder.meeting("a")
    folder.write("sitecustomize.py", "import circgen.screen.window as w\nw.status = None\n")
    with Window(folder, "preview", FACTS, "--watch", PYTHONPATH=str(folder.path)) as window:
        told = window.rest()
    assert told.index(ENTERS) < told.index(LEAVES) < told.index("Traceback")
    assert SHOWS in told


def test_a_stop_gives_the_screen_back_until_it_goes_on(folder):
    folder.meeting("a", background=TEXT)
    with watching(folder) as window:
        window.child.kill(signal.SIGTSTP)
        window.child.expect(re.escape(LEAVES))
        os.waitid(os.P_PID, window.child.pid, os.WSTOPPED)
        window.child.kill(signal.SIGCONT)
        window.child.expect(re.escape(ENTERS))
        window.told = ""
        window.wait_for("We are ready.")


def test_nothing_is_watched_that_is_not_there(folder):
    with Window(folder, "preview", "nothing.yaml", "--watch") as window:
        told = window.rest()
        assert window.child.exitstatus == 2
    assert told == "circgen: there is no file nothing.yaml\r\n"


def test_a_broken_file_can_be_watched_from_the_beginning(folder):
    folder.meeting("a", number="none")
    with watching(folder, rows=60) as window:
        window.wait_for("error: `none` is not a number [number]")
        folder.meeting("a", background=TEXT)
        window.wait_for("We are ready.")
