"""The events of the YAML parser, grown to a tree of nodes."""

from __future__ import annotations

import yaml

from circgen.facts.characters import forbidden
from circgen.facts.source import Mapping, Node, Scalar, Sequence, describe_node, forbidden_finding
from circgen.findings import Finding, FindingsError, Location

MAX_DEPTH = 20
# libyaml's parser is 16 times the pure one; builds without it (PyPy) get the pure one.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def tree(text: str, file: str) -> Node | None:
    """The node that a text holds; None if it holds nothing.

    Raises:
        FindingsError: with everything that keeps it from being read.
    """
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
    if builder.findings:
        raise FindingsError(*builder.findings)
    return builder.root


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
