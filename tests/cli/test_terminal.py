"""On a terminal: the progress bar, colours, and Ctrl-C."""

import os
import re
import select
import signal
import subprocess
import sys

import pytest
from cli.command import environment, names

COLOUR = re.compile(r"\x1b\[[0-9;]*3[0-7][0-9;]*m")
MANY = 12


def on_terminal(folder, *words, interrupt_at=None, **env):
    """Run the command with a terminal for its messages; (exit code, paths, messages)."""
    leader, follower = os.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "circgen", *words],
        cwd=folder.path,
        env=environment(**env),
        stdin=follower,
        stdout=subprocess.PIPE,
        stderr=follower,
        text=True,
    )
    os.close(follower)
    told = b""
    while True:
        ready, _, _ = select.select([leader], [], [], 60)
        assert ready, "the command does not come to an end"
        try:
            read = os.read(leader, 65536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not read:
            break
        told += read
        if interrupt_at and interrupt_at in told:
            child.send_signal(signal.SIGINT)
            interrupt_at = None
    os.close(leader)
    printed, _ = child.communicate(timeout=60)
    return child.returncode, printed, told.decode()


def many(folder):
    for number in range(1, MANY + 1):
        folder.meeting(f"m{number:02}", number=str(number))


def test_a_bar_shows_for_many_circulars_and_leaves_nothing_behind(folder):
    many(folder)
    code, printed, told = on_terminal(folder, "render")
    assert code == 0
    assert len(printed.splitlines()) == len(names(*range(1, MANY + 1)))
    assert "circulars" in told
    assert "%" in told
    assert "\x1b" not in printed
    last = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", told).rsplit("\r", 1)[-1]
    assert not last.strip(), "the bar is wiped away"


def test_few_circulars_show_no_bar(folder):
    folder.meeting("a")
    assert on_terminal(folder, "render")[::2] == (0, "")


def test_no_bar_shows_where_there_is_no_terminal(folder):
    many(folder)
    assert folder.render().stderr == ""


def test_a_bar_on_a_terminal_without_colours_has_none(folder):
    many(folder)
    _, _, told = on_terminal(folder, "render", NO_COLOR="1")
    assert "circulars" in told
    assert not COLOUR.search(told)


def test_errors_are_in_colour(folder):
    folder.meeting("a", number="none")
    code, _, told = on_terminal(folder, "render")
    assert code == 1
    assert "\x1b[31;1merror\x1b[0m" in told


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_errors_have_no_colour_where_nobody_wants_it(folder, env):
    folder.meeting("a", number="none")
    _, _, told = on_terminal(folder, "render", **env)
    assert "error" in told
    assert "\x1b" not in told


def test_a_finding_cannot_send_orders_to_the_terminal(folder):
    """An escape sequence in a facts file would colour or clear the screen, or worse."""
    folder.meeting("a", number='"\\e[2J\\e[31m none"')
    _, _, told = on_terminal(folder, "render", NO_COLOR="1")
    assert "character" in told
    assert "\x1b" not in told


def test_a_raw_escape_sequence_in_the_line_shown_is_harmless_too(folder):
    folder.meeting("a", number="\x1b[2J none")
    _, _, told = on_terminal(folder, "render", NO_COLOR="1")
    assert "U+001B" in told
    assert "\x1b" not in told


def test_an_interrupt_leaves_whole_circulars_and_no_traceback(folder):
    many(folder)
    code, _, told = on_terminal(folder, "render", interrupt_at=b"circulars")
    assert code not in (0, 1)
    assert "Traceback" not in told
    written = folder.files()
    assert len(written) % len(names(1)) == 0
    ended = folder.render()
    assert ended.returncode == 0
    assert folder.files() == names(*range(1, MANY + 1))
