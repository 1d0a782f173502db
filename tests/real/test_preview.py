"""`circgen preview` in a terminal that draws: tmux."""

import subprocess
import sys
import time

import pytest
from cli.command import Folder, environment

PATIENCE = 20  # seconds
TEXT = "{en: We are ready., ru: Мы готовы.}"
FACTS = "data/meetings/a.yaml"


class Terminal:
    """A shell in a window of tmux."""

    def __init__(self, folder):
        self.folder = folder
        self.tmux("new-session", "-d", "-x", "100", "-y", "40", "-c", str(folder.path), "sh")

    def tmux(self, *words):
        command = ["tmux", "-f", "/dev/null", "-u", "-S", str(self.folder.path / "socket"), *words]
        env = environment(PS1="$ ", LC_ALL="C.UTF-8")
        return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout

    def type(self, text):
        self.tmux("send-keys", text, "Enter")

    def rows(self):
        return self.tmux("capture-pane", "-p").splitlines()

    def state(self):
        """Whether the other screen is on, whether the cursor is seen, whether rows wrap."""
        return self.tmux("display", "-p", "#{alternate_on} #{cursor_flag} #{wrap_flag}").split()

    def wait_for(self, *words):
        start = time.monotonic()
        while not all(word in "\n".join(self.rows()) for word in words):
            assert time.monotonic() - start < PATIENCE, "\n".join(self.rows())
            time.sleep(0.05)
        return self.rows()


@pytest.fixture
def terminal(tmp_path):
    folder = Folder(tmp_path)
    folder.meeting("a", background=TEXT)
    found = Terminal(folder)
    found.type("echo bef''ore")
    found.wait_for("before")
    yield found
    found.tmux("kill-server")


def watch(terminal, *words):
    languages = "--lang en,ru --watch"
    terminal.type(f"{sys.executable} -m circgen preview {FACTS} {languages}; echo ended $?")
    return terminal.wait_for("q quits", *words)


def test_the_page_is_drawn_and_redrawn_and_the_terminal_given_back(terminal):
    rows = watch(terminal, "We are ready.")
    assert "before" not in "\n".join(rows)
    assert terminal.state() == ["1", "0", "0"]
    assert len({row.index("│") for row in rows if "│" in row}) == 1
    terminal.folder.meeting("a", background=TEXT.replace("ready", "drawn"))
    rows = terminal.wait_for("We are drawn.")
    assert "ready" not in "\n".join(rows)
    terminal.tmux("send-keys", "C-c")
    rows = terminal.wait_for("ended 0")
    assert any("before" in row for row in rows)
    assert "drawn" not in "\n".join(rows)
    assert terminal.state() == ["0", "1", "1"]
    terminal.type("echo typ''ed")
    terminal.wait_for("echo typ''ed", "typed")  # keys are seen again


def test_a_window_that_is_made_narrow_shows_languages_below_each_other(terminal):
    watch(terminal, "│ 2   Мы готовы.")
    terminal.tmux("resize-window", "-x", "70", "-y", "50")
    rows = terminal.wait_for("ru │ 2   Мы готовы.")
    assert "q quits" in rows[-1]
    assert len(rows) == 50


def test_it_can_be_stopped_and_taken_up_again(terminal):
    terminal.type("set -m")
    watch(terminal, "We are ready.")
    terminal.tmux("send-keys", "C-z")
    terminal.wait_for("Stopped", "before")
    assert terminal.state() == ["0", "1", "1"]
    terminal.type("fg; echo status $?")
    terminal.wait_for("We are ready.", "q quits")
    terminal.tmux("send-keys", "q")
    terminal.wait_for("status 0")


def test_wide_and_combining_characters_keep_the_columns_straight(terminal):
    texts = "{en: 国际电信联盟（ITU）“会议” e\N{COMBINING ACUTE ACCENT}te\N{COMBINING ACUTE ACCENT}, ru: Ответ\N{COMBINING ACUTE ACCENT}}"
    terminal.folder.meeting("a", background=texts)
    watch(terminal, "国际电信联盟")
    # The cells left of the bar, as tmux counts them: it is asked for a row without them.
    row = next(row for row in terminal.rows() if "国际" in row)
    left = row[: row.index("│")]
    wide = sum("\u3000" <= c <= "\uffef" for c in left)
    accents = left.count("\N{COMBINING ACUTE ACCENT}")
    bar = next(row for row in terminal.rows() if "UNION" in row).index("│")
    assert len(left) + wide - accents == bar
