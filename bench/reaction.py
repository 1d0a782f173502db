"""How long `circgen preview --watch` takes from a save to the screen, in a pseudo-terminal.

python bench/reaction.py --saves 30
"""

from __future__ import annotations

import argparse
import os
import pty
import re
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fcntl import ioctl
from functools import partial
from pathlib import Path
from typing import NamedTuple

import yaml
from letters import AsTyped
from project import write_project

CIRCGEN = str(Path(sys.executable).with_name("circgen"))
ROWS, COLUMNS = 50, 130
GOAL = 200  # milliseconds
PAUSE = 1
"""Seconds between two saves: the findings of the first shall have come."""
_PATIENCE = 30
_CODES = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")


class Case(NamedTuple):
    """A window to be measured: its languages, in a project of so many circulars."""

    circulars: int
    languages: str
    findings: bool

    @property
    def title(self) -> str:
        """What is waited for, and where."""
        what = "its findings" if self.findings else "the page"
        return f"{what}, {self.languages}, {self.circulars} circulars"


CASES = (
    Case(1, "en", findings=False),
    Case(1, "en,ru", findings=False),
    Case(1, "en,ru", findings=True),
    Case(500, "en,ru", findings=False),
    Case(500, "en,ru", findings=True),
)


class Screen:
    """What a command prints into a pseudo-terminal."""

    def __init__(self, leader: int) -> None:
        self._leader = leader
        self._told = b""

    def wait_for(self, words: str) -> None:
        """Read until words are printed.

        Raises:
            SystemExit: if they never are.
        """
        end = time.perf_counter() + _PATIENCE
        while words not in _CODES.sub(b"", self._told).decode("utf-8", "replace"):
            if time.perf_counter() > end or not self._read(1):
                raise SystemExit(f"bench: {words!r} was not shown")
        self._told = b""

    def rest(self, seconds: float) -> None:
        """Read what comes in so many seconds, and forget it."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)
        self._told = b""

    def _read(self, seconds: float) -> bool:
        """Whether there may be more."""
        if not select.select([self._leader], [], [], seconds)[0]:
            return True
        try:
            self._told += os.read(self._leader, 1 << 16)
        except OSError:  # the command has ended
            return False
        return True


@contextmanager
def watching(folder: Path, facts: Path, languages: str) -> Iterator[Screen]:
    """The screen of a preview that follows its files."""
    leader, follower = pty.openpty()
    ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    words = (CIRCGEN, "preview", str(facts), "--lang", languages, "--watch")
    environment = os.environ | {"TERM": "xterm-256color"}
    with subprocess.Popen(
        words, cwd=folder, env=environment, stdin=follower, stdout=follower, stderr=follower
    ) as process:
        os.close(follower)
        try:
            yield Screen(leader)
        finally:
            process.terminate()
    os.close(leader)


def measured(case: Case, folder: Path, saves: int) -> list[float]:
    """Milliseconds from each save to the screen."""
    facts = next(iter(sorted((folder / "data" / "meetings").glob("*.yaml"))))
    content = yaml.load(facts.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  texts only

    def save(number: int) -> str:
        """Save a text of which nobody has heard; what then has to be on the screen."""
        first, second = 100 + number, 500 + number
        content["background"] = {
            "en": f"It is save {first} of many.",
            "ru": f"Это сохранение {second} из многих.",
        }
        text = yaml.dump(content, Dumper=AsTyped, allow_unicode=True, sort_keys=False, width=100)
        facts.write_text(text, "utf-8")
        return f"{second} (ru) is {first} (en)" if case.findings else f"It is save {first} of many."

    with watching(folder, facts, case.languages) as screen:
        screen.wait_for("q quits")
        screen.rest(1)
        return [_taken(partial(save, number), screen) for number in range(saves)]


def _taken(save: Callable[[], str], screen: Screen) -> float:
    start = time.perf_counter()
    screen.wait_for(save())
    taken = time.perf_counter() - start
    screen.rest(PAUSE)
    return taken * 1000


def main() -> None:
    """Measure and report; a missed goal is no error."""
    parser = argparse.ArgumentParser(description="Measure how fast a preview follows its files.")
    parser.add_argument("--saves", type=int, default=20, help="saves for each window (20)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="circgen-bench-") as name:
        folders = {count: Path(name, str(count)) for count in {case.circulars for case in CASES}}
        for count, folder in folders.items():
            write_project(folder, count)
        print(f"from a save to the screen, ms, {asked.saves} saves each")
        print(f"{'':<38}{'least':>7}{'median':>8}{'worst':>7}")
        for case in CASES:
            found = measured(case, folders[case.circulars], asked.saves)
            figures = f"{min(found):7.0f}{statistics.median(found):8.0f}{max(found):7.0f}"
            met = "met" if statistics.median(found) < GOAL else "missed"
            goal = "" if case.findings else f"   goal {GOAL}: {met}"
            print(f"{case.title:<38}{figures}{goal}")


if __name__ == "__main__":
    main()
