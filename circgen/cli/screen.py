"""The terminal as a whole screen: taken, drawn on, and given back as it was."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[?7l"  # the other screen, no cursor, long rows are cut
_LEAVE = "\x1b[?7h\x1b[?25h\x1b[?1049l"
_UNBROKEN = "\x1b[?2026h", "\x1b[?2026l"  # shown at once, by terminals that know how
_HOME, _REST_OF_ROW, _REST = "\x1b[H", "\x1b[K", "\x1b[J"

_KEYS = {
    "q": "quit", "Q": "quit", "k": "up", "j": "down", " ": "page-down", "f": "page-down",
    "b": "page-up", "g": "home", "G": "end",
    "\x1b[A": "up", "\x1b[B": "down", "\x1bOA": "up", "\x1bOB": "down",
    "\x1b[5~": "page-up", "\x1b[6~": "page-down",
    "\x1b[H": "home", "\x1b[F": "end", "\x1bOH": "home", "\x1bOF": "end",
    "\x1b[1~": "home", "\x1b[4~": "end",
    # Windows
    "\xe0H": "up", "\xe0P": "down", "\xe0I": "page-up", "\xe0Q": "page-down",
    "\xe0G": "home", "\xe0O": "end",
}  # fmt: skip
_PRESSED = re.compile(r"\x1b(?:\[[0-9;]*[A-Za-z~]|O[A-Z])|\xe0.|.", re.DOTALL)
_WITHOUT_SIZE = (80, 24)


def size() -> tuple[int, int]:
    """Columns and rows of the window as it is now."""
    try:
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
    except OSError:
        return _WITHOUT_SIZE
    return (columns, rows) if columns and rows else _WITHOUT_SIZE


def draw(rows: Iterable[str]) -> None:
    """Fill the screen with rows."""
    begin, end = _UNBROKEN
    # What was there goes first: erased behind a row as wide as the window, its last cell would go.
    *above, last = rows
    frame = "".join(f"{_REST_OF_ROW}{row}\r\n" for row in above)
    sys.stdout.write(f"{begin}{_HOME}{frame}{_REST}{last}{end}")
    sys.stdout.flush()


@contextmanager
def whole_screen(resized: Callable[[], object]) -> Iterator[None]:
    """Take the screen, and give it back however things end; `resized` is called from a signal."""
    keyboard = _Keyboard()

    def stop(number: int, _: FrameType | None) -> None:
        raise SystemExit(128 + number)

    def sleep(_: int, __: FrameType | None) -> None:
        leave()
        os.kill(os.getpid(), signal.SIGSTOP)
        enter()
        resized()

    def enter() -> None:
        keyboard.take()
        _say(_ENTER)

    def leave() -> None:
        _say(_LEAVE)
        keyboard.give_back()

    handlers: dict[str, Callable[[int, FrameType | None], object]] = {
        "SIGTERM": stop,
        "SIGHUP": stop,
        "SIGTSTP": sleep,
        "SIGWINCH": lambda _, __: resized(),
    }
    before = {
        number: signal.signal(number, handler)
        for name, handler in handlers.items()
        if (number := getattr(signal, name, None))
    }
    try:
        enter()
        yield
    finally:
        leave()
        for number, handler in before.items():
            signal.signal(number, handler)


def _say(codes: str) -> None:
    with suppress(OSError):  # the window was closed
        sys.stdout.write(codes)
        sys.stdout.flush()


class _Keyboard:
    """Keys are read at once and not shown, from `take` until `give_back`."""

    def __init__(self) -> None:
        self._before: list[Any] = []

    def take(self) -> None:
        if sys.platform == "win32":
            os.system("")  # noqa: S605, S607  from then on the console understands codes
        elif sys.stdin.isatty():
            import termios
            import tty

            self._before = termios.tcgetattr(sys.stdin)
            tty.setcbreak(sys.stdin)

    def give_back(self) -> None:
        if sys.platform != "win32" and self._before:
            import termios

            with suppress(termios.error):  # the window was closed
                termios.tcsetattr(sys.stdin, termios.TCSADRAIN, self._before)


def keys() -> Iterator[str]:
    """The keys that are pressed, by what they mean; those that mean nothing are left out."""
    for characters in _typed():
        yield from filter(None, map(_KEYS.get, _PRESSED.findall(characters)))


def _typed() -> Iterator[str]:
    if sys.platform == "win32":
        import msvcrt

        while True:
            first = msvcrt.getwch()
            yield "\xe0" + msvcrt.getwch() if first in "\0\xe0" else first
    if sys.stdin.isatty():
        with suppress(OSError):
            while characters := os.read(sys.stdin.fileno(), 64):
                yield characters.decode("utf-8", "ignore")
