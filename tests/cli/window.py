"""A command in a terminal of its own, and what its window shows."""

import re
import sys
import time

import pexpect
from cli.command import environment

CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\x1b\([A-Z]")
ENTERS, LEAVES = "\x1b[?1049h", "\x1b[?1049l"
HIDES, SHOWS = "\x1b[?25l", "\x1b[?25h"
PATIENCE = 20
"""Seconds; nothing takes so long but a busy machine."""


class Window:
    """`circgen WORDS` in a pseudo-terminal."""

    def __init__(self, folder, *words, columns=80, rows=24, **env):
        surroundings = environment(**env)
        for size in ("COLUMNS", "LINES"):  # readline puts the latter there
            surroundings.pop(size, None)
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "circgen", *map(str, words)],
            cwd=str(folder.path),
            env=surroundings,
            dimensions=(rows, columns),
            encoding="utf-8",
            timeout=PATIENCE,
        )
        self.told = ""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.child.close(force=True)

    def read(self):
        """Take what has been printed; whether there may be more to come."""
        try:
            self.told += self.child.read_nonblocking(65536, timeout=0.01)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        return True

    def frame(self):
        """The rows of the window as they were drawn last."""
        drawn = re.findall(r"\x1b\[\?2026h\x1b\[H(.*?)\x1b\[\?2026l", self.told, re.DOTALL)
        return [CODES.sub("", row).rstrip() for row in drawn[-1].split("\r\n")] if drawn else []

    def text(self):
        return "\n".join(self.frame())

    def wait_for(self, *words, without=()):
        """The seconds until the window shows some words and not others."""
        start = time.perf_counter()
        while time.perf_counter() - start < PATIENCE:
            more = self.read()
            text = self.text()
            if all(word in text for word in words) and not any(word in text for word in without):
                return time.perf_counter() - start
            assert more, f"it has ended\n{self.told[-2000:]}"
        raise AssertionError(f"{words} is not to be seen in\n{self.text()}")

    def rest(self):
        """Everything printed until the command ends."""
        start = time.perf_counter()
        while self.read():
            assert time.perf_counter() - start < PATIENCE, "the command does not come to an end"
        self.child.close()
        return self.told

    def press(self, keys):
        self.child.send(keys)
