"""YAML as a tree of nodes that know their place.

Scalars stay the characters that were typed: what `11:00`, `0730`, `no` or `+41227306301` mean is
for the schema to say, not for YAML 1.1 (which reads 660, 472, false and a number).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import yaml

from circgen.facts.characters import describe, forbidden
from circgen.findings import Finding, FindingsError, Location

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
# libyaml's parser is 16 times the pure one; builds without it (PyPy) get the pure one.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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


def parse(data: bytes, file: str) -> Mapping:
    """The mapping that a facts file, series file or language pack holds.

    Raises:
        FindingsError: with everything that keeps the file from being read.
    """
    text = decode(data, file)
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = _place(text, mark, file) if mark else Location(file)
        told = " ".join(part for part in (error.context, error.problem) if part)
        raise FindingsError(
            *builder.findings,
            Finding(where, "yaml", f"not YAML: {told}", _yaml_help(text, mark, told)),
        ) from None
    except yaml.YAMLError as error:
        raise FindingsError(Finding(Location(file), "yaml", f"not YAML: {error}")) from None
    root = builder.root
    if builder.findings:
        raise FindingsError(*builder.findings)
    if not isinstance(root, Mapping):
        found = "nothing" if root is None else describe_node(root)
        raise FindingsError(
            Finding(
                Location(file, 1, 1) if root is not None else Location(file),
                "yaml",
                f"expected keys with values, found {found}",
                "a facts file is a list of lines such as `number: 81`",
            )
        )
    return root


def _place(text: str, mark: yaml.Mark, file: str) -> Location:
    """The place of a syntax error; one behind the end of the file is at its last line."""
    lines = text.rstrip("\n").split("\n")
    if mark.line < len(lines):
        return Location(file, mark.line + 1, mark.column + 1)
    return Location(file, len(lines), len(lines[-1]) + 1)


def _yaml_help(text: str, mark: yaml.Mark | None, told: str) -> str:
    """What to do about a syntax error at `mark`."""
    lines = text.split("\n")
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    column = mark.column if mark else 0
    found = line[column : column + 1]
    if found == "\t" or line[:column].strip(" ") == "\t":
        return "indent with spaces, not with tabs"
    if found in {"@", "`", "%"}:
        return "put the text into quotes"
    if "flow" in told:
        return "close every bracket; a text with `: `, `,`, `[` or `{` in it needs quotes"
    if "block" in told:
        return "begin this line below those that it belongs with: the same number of spaces"
    return "check indentation, colons and quotes"


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


class _Builder:
    """Takes the parser's events one by one and grows the tree; problems are gathered."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self._open: list[tuple[Location, list[Node] | None, list[tuple[Scalar, Node]]]] = []
        self._key: list[Node | None] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """One event of the parser."""
        mark = event.start_mark
        assert mark is not None  # noqa: S101  the parser always gives one
        at = Location(self.file, mark.line + 1, mark.column + 1)
        match event:
            case yaml.ScalarEvent():
                self._refuse_marks(event, at)
                quoted = bool(event.style)
                if quoted and (found := forbidden(event.value)):
                    self.findings.append(forbidden_finding(found.group(), at))
                text = "" if event.value in {"~", "null"} and not quoted else event.value
                self._add(Scalar(at, text, quoted))
            case yaml.SequenceStartEvent():
                self._enter(event, at, [])
            case yaml.MappingStartEvent():
                self._enter(event, at, None)
            case yaml.SequenceEndEvent():
                at, items, _ = self._open.pop()
                self._key.pop()
                self._add(Sequence(at, tuple(items or ())))
            case yaml.MappingEndEvent():
                at, _, entries = self._open.pop()
                self._key.pop()
                self._add(Mapping(at, self._unique(entries)))
            case yaml.AliasEvent():
                self._problem(at, f"alias `*{event.anchor}` is not read", "write the value out")
                self._add(Scalar(at, ""))
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._problem(at, "a second document starts here", "one file, one circular")

    def _enter(
        self, event: yaml.CollectionStartEvent, at: Location, items: list[Node] | None
    ) -> None:
        self._refuse_marks(event, at)
        if len(self._open) >= MAX_DEPTH:
            raise FindingsError(
                *self.findings, Finding(at, "yaml", f"nested more than {MAX_DEPTH} levels deep")
            )
        self._open.append((at, items, []))
        self._key.append(None)

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node if self._documents <= 1 else self.root
            return
        _, items, entries = self._open[-1]
        if items is not None:
            items.append(node)
        elif (key := self._key[-1]) is None:
            self._key[-1] = node
        else:
            self._key[-1] = None
            if isinstance(key, Scalar):
                entries.append((key, node))
            else:
                self._problem(key.at, f"{describe_node(key)} cannot be a key", "a key is one word")

    def _unique(self, entries: list[tuple[Scalar, Node]]) -> tuple[tuple[Scalar, Node], ...]:
        seen: dict[str, Scalar] = {}
        for key, _ in entries:
            if first := seen.get(key.text):
                self.findings.append(
                    Finding(
                        key.at,
                        "duplicate-key",
                        f"`{key.text}` stands twice, first in line {first.at.line}",
                        "keep one of them",
                    )
                )
            seen.setdefault(key.text, key)
        return tuple(entries)

    def _refuse_marks(self, event: yaml.NodeEvent, at: Location) -> None:
        if event.anchor:
            self._problem(at, f"anchor `&{event.anchor}` is not read", "write the value out")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            self._problem(at, f"tag `{tag}` is not read", "write the plain value")

    def _problem(self, at: Location, message: str, help_text: str) -> None:
        self.findings.append(Finding(at, "yaml", message, help_text))
