"""Mending the typography of a project's files: what `circgen check --fix` changes.

Fixes are applied until none is left, because one may make room for another. Nothing is written
here. A fix is taken only if its file then says what it said: the same keys and values but for the
mended texts, the same letters and figures in these, and the same facts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from circgen.checks.registry import rules
from circgen.checks.subjects import Writing
from circgen.checks.subjects.sayings import has_gone_out
from circgen.checks.typography.mending import values
from circgen.compose.sources import pieces_of
from circgen.facts.edits import edited
from circgen.facts.source import Mapping, Node, Scalar, Sequence, decode
from circgen.facts.trees import parse
from circgen.findings import Finding, FindingsError, Fix, in_order
from circgen.inspection import Inspector
from circgen.library import Library, read_bytes
from circgen.project import SHIPPED, Project, shown
from circgen.silencing.comments import Silencer, silencers_of
from circgen.survey import Scope, Wanted

_ROUNDS = 10
_QUOTES = re.compile("[\"'“”„«»‹›‚‘’ʼ′`´]")
_NO_SUBSTANCE = re.compile(r"[^\w()\[\]{}\"]|_")


class Mended(NamedTuple):
    """A file as it is and as it would be."""

    path: Path
    before: bytes
    after: bytes


class Result(NamedTuple):
    """Files that would change, and findings that cannot be mended, with the reason."""

    files: tuple[Mended, ...]
    refused: tuple[Finding, ...]


class _Part(NamedTuple):
    """A part of a project that is looked at by itself: a kind, a series, a circular."""

    sort: str
    name: str

    def writings(self, inspector: Inspector) -> tuple[Writing, ...]:
        """Its texts, so far as they can be read; none of a circular that went out."""
        try:
            if self.sort == "kind":
                return inspector.written_in_words(self.name)
            if self.sort == "series":
                part, _ = inspector.readable_series(self.name)
            else:
                part, _ = inspector.readable(Path(self.name))
        except FindingsError:
            return ()
        said = () if has_gone_out(part.file) else inspector.said_of(*part)
        return tuple(writing for saying in said for writing in saying.writings.values())


class _Texts(NamedTuple):
    """The texts of a part as they are, and what can be mended in them."""

    part: _Part
    writings: tuple[Writing, ...]
    findings: tuple[Finding, ...]


def mend(project: Project, scope: Scope, wanted: Wanted) -> Result:
    """Everything in a scope that can be mended."""
    return _Mender(project, wanted).mend(scope)


class _Mender:
    """Keeps the files as they would be, beside those that are there."""

    def __init__(self, project: Project, wanted: Wanted) -> None:
        self._project, self._wanted = project, wanted
        self._new: dict[str, bytes] = {}
        self._refused: dict[tuple[str, str], Finding] = {}
        self._silencers: dict[str, tuple[Silencer, ...]] = {}
        self._texts_of: dict[Finding, tuple[str, str]] = {}

    def mend(self, scope: Scope) -> Result:
        parts = [_Part("kind", kind) for kind in scope.kinds]
        parts += (_Part("series", series) for series in scope.series)
        parts += (_Part("meeting", str(path)) for path in scope.meetings)
        for _ in range(_ROUNDS):
            inspector = self._inspector()
            if inspector.languages():
                break
            texts = [each for part in parts if (each := self._texts(part, inspector)).findings]
            if not texts or not self._apply(texts, inspector):
                break
            parts = [each.part for each in texts]
        files = ((Path(file), read_bytes(Path(file)), after) for file, after in self._new.items())
        changed = tuple(Mended(*each) for each in sorted(files) if each[1] != each[2])
        return Result(changed, tuple(in_order(self._refused.values())))

    def _inspector(self) -> Inspector:
        return Inspector(Library(self._project, self._read), self._wanted.has)

    def _read(self, path: Path) -> bytes:
        found = self._new.get(shown(path))
        return read_bytes(path) if found is None else found

    def _texts(self, part: _Part, inspector: Inspector) -> _Texts:
        writings = tuple(w for w in part.writings(inspector) if self._is_ours(w.at.file))
        findings = []
        for writing in writings:
            own = [f for f in inspector.style(writing) if f.fix and self._is_wanted(f)]
            self._texts_of.update(dict.fromkeys(own, (writing.language, writing.name)))
            findings += own
        return _Texts(part, writings, tuple(findings))

    def _is_ours(self, file: str) -> bool:
        """Whether a file is the project's own: what came with circgen is not changed."""
        shipped, own = SHIPPED.resolve(), self._project.own_data
        inside = Path(file).resolve().is_relative_to(shipped)
        return not inside or (own is not None and own.resolve() == shipped / "data")

    def _is_wanted(self, finding: Finding) -> bool:
        file = finding.location.file
        if file not in self._silencers:
            self._silencers[file] = silencers_of(file, dict.fromkeys(rules(), True)).silencers
        silenced = any(silencer.covers(finding) for silencer in self._silencers[file])
        return not silenced and _key(finding) not in self._refused

    def _apply(self, texts: list[_Texts], inspector: Inspector) -> bool:
        """Whether anything was changed."""
        by_file: dict[str, list[Finding]] = {}
        for finding in dict.fromkeys(finding for each in texts for finding in each.findings):
            by_file.setdefault(finding.location.file, []).append(finding)
        before = {file: self._read(Path(file)) for file in by_file}
        languages = frozenset(inspector.library.packs)
        for file, findings in by_file.items():
            self._new[file] = self._edited(before[file], file, findings, languages)
        after = self._inspector()
        for file in {file for each in texts for file in _unlike(each, after, inspector)}:
            self._new[file] = before[file]
            self._refuse(by_file[file], "the texts would say something else")
        return any(self._new[file] != before[file] for file in by_file)

    def _edited(
        self, content: bytes, file: str, findings: list[Finding], languages: frozenset[str]
    ) -> bytes:
        """A file with all fixes; failing that, without texts that would be read otherwise."""
        everything = edited(content, _fixes(findings))
        if _same(content, everything, file, languages):
            return everything
        by_text: dict[tuple[str, str], list[Finding]] = {}
        # From the end, so that what stands in front keeps its place.
        for finding in reversed(in_order(findings)):
            by_text.setdefault(self._texts_of[finding], []).append(finding)
        for text in by_text.values():
            one = edited(content, _fixes(text))
            if _same(content, one, file, languages):
                content = one
            else:
                self._refuse(text, "the file would be read otherwise")
        return content

    def _refuse(self, findings: Iterable[Finding], reason: str) -> None:
        for finding in findings:
            help_text = f"{finding.help}, by hand: if `--fix` did it, {reason}"
            self._refused[_key(finding)] = finding._replace(help=help_text, fix=None)


def _fixes(findings: Iterable[Finding]) -> list[Fix]:
    return [finding.fix for finding in findings if finding.fix]


def _key(finding: Finding) -> tuple[str, str]:
    return finding.location.file, f"{finding.rule}: {finding.message}"


def _unlike(texts: _Texts, after: Inspector, before: Inspector) -> Iterator[str]:
    """The files of a part in which a text would say something else."""
    new = texts.part.writings(after)
    old = texts.part.writings(before)
    if [(w.language, w.name) for w in old] != [(w.language, w.name) for w in new]:
        yield from {finding.location.file for finding in texts.findings}
        return
    for one, two in zip(old, new, strict=True):
        same = [p.text for p in one.passages] == [p.text for p in two.passages]
        if not same and not _says_the_same(one, two, before):
            yield one.at.file


def _says_the_same(one: Writing, two: Writing, inspector: Inspector) -> bool:
    """Whether two texts have the same substance, and mention the same facts."""
    desk = inspector.desk
    return _substance(one.text) == _substance(two.text) and values(one, one.text, desk) == values(
        two, two.text, desk
    )


def _substance(text: str) -> str:
    """Letters, figures, brackets and quotation marks, whatever their form."""
    return _NO_SUBSTANCE.sub("", unicodedata.normalize("NFKC", _QUOTES.sub('"', text)))


def _same(before: bytes, after: bytes, file: str, languages: frozenset[str]) -> bool:
    """Whether a file has the same tags, or keys and values, but for its texts."""
    try:
        old, new = decode(before, file), decode(after, file)
        if file.endswith(".j2"):
            return _tags(old) == _tags(new)
        if file.endswith((".yaml", ".yml")):
            return _alike(parse(before, file), parse(after, file), languages)
    except FindingsError:
        return False
    return _substance(old) == _substance(new)


def _tags(source: str) -> list[tuple[str, str, str]]:
    pieces = ((piece.sort, piece.text, piece.block) for piece in pieces_of(source))
    return [piece for piece in pieces if piece[0] != "words"]


def _alike(one: Node, two: Node, languages: frozenset[str], *, is_text: bool = False) -> bool:
    """Whether two trees are equal but for typography in texts, which stand below a language."""
    match one, two:
        case Scalar(text=a), Scalar(text=b):
            return a == b or (is_text and _substance(a) == _substance(b))
        case Sequence(items=a), Sequence(items=b):
            return len(a) == len(b) and all(
                _alike(x, y, languages) for x, y in zip(a, b, strict=True)
            )
        case Mapping(entries=a), Mapping(entries=b):
            return [key.text for key, _ in a] == [key.text for key, _ in b] and all(
                _alike(x, y, languages, is_text=key.text in languages)
                for (key, x), (_, y) in zip(a, b, strict=True)
            )
    return False
