"""Comments that silence findings: `# circgen: ignore[rule] reason`, in templates `{# … #}`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from circgen.compose.sources import pieces_of
from circgen.facts.comments import Comment, Commented, blanked, comments_of
from circgen.facts.reading import suggestion
from circgen.facts.source import decode
from circgen.findings import Finding, FindingsError, Location

_HINT = re.compile(r"circgen\s*(?::|ignore)", re.IGNORECASE)
_MEANT = re.compile(r"#[-+]?\s*(?=circgen\s*(?::|ignore\b))", re.IGNORECASE)
_FORM = re.compile(r"circgen:[ \t]*ignore\[([^\[\]\n]*)\](.*)", re.DOTALL)
_WORD = re.compile(r"[^\s,]+")
_FORM_HELP = "write `circgen: ignore[rule] reason`, or `ignore[one, another] reason`"


class Silencer(NamedTuple):
    """A comment that silences: the rules that it names, each at its place, in some lines."""

    rules: tuple[tuple[str, Location], ...]
    lines: range

    def covers(self, finding: Finding) -> bool:
        """Whether a finding of its file is one that it speaks of."""
        named = any(rule == finding.rule for rule, _ in self.rules)
        return named and finding.location.line in self.lines


class Silencers(NamedTuple):
    """Those of a file, and what is wrong with comments that were meant to be some."""

    silencers: tuple[Silencer, ...] = ()
    findings: tuple[Finding, ...] = ()


def silencers_of(file: str, rules: Mapping[str, bool]) -> Silencers:
    """The silencers of a file; none if it cannot be read. `rules`: may they be silenced?

    A comment speaks of its own line, and of the next one if it stands in a line of its own. A text
    of several lines counts as the line where its key stands.
    """
    path = Path(file)
    try:
        text = decode(path.read_bytes(), file)
    except (OSError, FindingsError):
        return Silencers()
    if not _HINT.search(text):
        return Silencers()
    found = _of_template(text) if path.suffix == ".j2" else comments_of(text)
    lines = found.bare.split("\n")

    def at(offset: int) -> Location:
        begin = text.rfind("\n", 0, offset) + 1
        return Location(file, text.count("\n", 0, offset) + 1, offset - begin + 1)

    silencers: list[Silencer] = []
    findings: list[Finding] = []
    for comment in found.comments:
        meant = _MEANT.search(comment.text)
        if not meant:
            continue
        first = _spoken_of(lines, at(comment.offset + len(comment.text)).line)
        words = comment.text[meant.end() :]
        named, problems = _read(words, comment.offset + meant.end(), at, rules)
        findings += problems
        if not problems:
            covered = range(first, found.ends.get(first, first) + 1)
            silencers.append(Silencer(named, covered))
    return Silencers(tuple(silencers), tuple(findings))


def _of_template(text: str) -> Commented:
    pieces = pieces_of(text)
    found = tuple(Comment(piece.offset, piece.text) for piece in pieces if piece.sort == "comment")
    return Commented(found, blanked(text, found), {})


def _spoken_of(lines: list[str], own: int) -> int:
    """The line that a comment speaks of: its own, or the next that has more than comments."""
    following = (n for n in range(own, len(lines) + 1) if lines[n - 1].strip())
    return next(following, own)


def _read(
    words: str, offset: int, at: Callable[[int], Location], rules: Mapping[str, bool]
) -> tuple[tuple[tuple[str, Location], ...], tuple[Finding, ...]]:
    """The rules that a comment names, each with its place, and what is wrong with the comment."""
    form = _FORM.match(words)
    if not form:
        problem = _problem(at(offset), "this silences nothing: its form is another", _FORM_HELP)
        return (), (problem,)
    names = tuple(
        (match.group(), at(offset + form.start(1) + match.start()))
        for match in _WORD.finditer(form[1])
    )
    findings = [*_wrong(names, rules)]
    if not names:
        place = at(offset + form.start(1))
        findings.append(_problem(place, "no rule is named that is to be silenced", _FORM_HELP))
    if not re.search(r"\w", form[2]):
        place = at(offset + form.end(1) + 1)
        findings.append(_problem(place, "a reason is missing", "say why it is right as it is"))
    return names, tuple(findings)


def _wrong(names: tuple[tuple[str, Location], ...], rules: Mapping[str, bool]) -> Iterator[Finding]:
    for name, place in names:
        if name not in rules:
            close = suggestion(name, tuple(rules))
            hint = close if "did you mean" in close else "`circgen rules` lists them"
            yield _problem(place, f"there is no rule `{name}`", hint)
        elif not rules[name]:
            yield _problem(place, f"`{name}` cannot be silenced", "mend what it finds")


def _problem(at: Location, message: str, help_: str) -> Finding:
    return Finding(at, "silencer", message, help_)
