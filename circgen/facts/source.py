"""YAML as a tree of nodes that know their place.

Scalars stay the characters that were typed: what `11:00`, `0730`, `no` or `+41227306301` mean is
for the schema to say, not for YAML 1.1 (which reads 660, 472, false and a number).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from circgen.facts.characters import describe, forbidden
from circgen.findings import Finding, FindingsError, Location

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 1_000_000


class Scalar(NamedTuple):
    """Characters as typed, without quotes."""

    at: Location
    text: str
    quoted: bool = False


class Sequence(NamedTuple):
    """A list."""

    at: Location
    items: tuple[Node, ...]


class Mapping(NamedTuple):
    """Keys with their values, in the order of the file."""

    at: Location
    entries: tuple[tuple[Scalar, Node], ...]

    def get(self, key: str) -> Node | None:
        """The value of `key`, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping


def shortened(text: str, most: int = 60) -> str:
    """`text` in a length that fits a message."""
    return text if len(text) <= most else text[: most - 1] + "…"


def describe_node(node: Node) -> str:
    """What was found, in words for a message."""
    match node:
        case Scalar(text=""):
            return "nothing"
        case Scalar(text=text):
            return f"`{shortened(text)}`"
        case Sequence():
            return "a list"
        case Mapping():
            return "keys with values"


def decode(data: bytes, file: str) -> str:
    """The text of a UTF-8 file that is not too large and holds no forbidden character.

    Line ends of any system come out as line feeds.

    Raises:
        FindingsError: naming the first byte that is not UTF-8, or every forbidden character.
    """
    if len(data) > MAX_BYTES:
        raise FindingsError(
            Finding(
                Location(file),
                "too-large",
                f"{len(data):,} bytes is too large",
                f"a file may have {MAX_BYTES:,} bytes at most",
            )
        )
    if data[:4] == b"PK\x03\x04":
        problem = "this is a Word document or another archive, not a text"
        raise FindingsError(Finding(Location(file, 1, 1), "encoding", problem, "name a text file"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        raise FindingsError(
            Finding(
                Location(file, line, column),
                "encoding",
                f"byte 0x{data[error.start]:02X} is not UTF-8",
                "save the file as UTF-8",
            )
        ) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    findings = tuple(_forbidden_characters(text, file))
    if findings:
        raise FindingsError(*findings)
    return text


def _forbidden_characters(text: str, file: str) -> Iterator[Finding]:
    if not forbidden(text):
        return
    for number, line in enumerate(text.split("\n"), 1):
        if match := forbidden(line):
            yield forbidden_finding(match.group(), Location(file, number, match.start() + 1))


def forbidden_finding(character: str, at: Location) -> Finding:
    """The finding for a character that no text may hold."""
    return Finding(
        at, "character", f"{describe(character)} cannot stand in a circular", "delete it"
    )
