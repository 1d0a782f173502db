"""What a project's files say, read when it is needed and once only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from circgen.facts.annexes import annex_texts
from circgen.facts.by_id import by_id
from circgen.facts.kinds import Kind, read_kind
from circgen.facts.load import BrokenFactsError, load, load_series
from circgen.facts.model import AnnexText, FactsFile
from circgen.facts.notice import Notice, parse_notice
from circgen.facts.parsers import parse_zone
from circgen.facts.reading import Vocabulary, suggestion
from circgen.facts.source import Mapping as MappingNode
from circgen.facts.source import decode
from circgen.facts.trees import parse
from circgen.findings import Finding, FindingsError, Location
from circgen.language.pack import GLOSSARIES, Pack
from circgen.language.reading import read_pack
from circgen.language.style import Guide, read_guide
from circgen.language.understood import (
    Glossary,
    Understood,
    read_glossary,
    read_understood,
)
from circgen.language.wording import Language
from circgen.project import PACK_FILE, Project, shown

if TYPE_CHECKING:
    from circgen.compose.letter import Composer
    from circgen.compose.templates import Words
    from circgen.document import Circular

_T = TypeVar("_T")
_Read = Callable[[Path], bytes]
_Name = Callable[[Path], str]


def read_bytes(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        FindingsError: if it cannot be read, with the reason.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise FindingsError(
            Finding(Location(shown(path)), "unreadable", f"cannot be read: {reason}")
        ) from None


class Loaded(NamedTuple):
    """The facts of one circular, with the texts of its annexes by their path in the facts."""

    file: FactsFile
    annexes: Mapping[str, AnnexText]


class Library:
    """The words of a project; every part is read when it is first asked for."""

    def __init__(self, project: Project, read: _Read = read_bytes, named: _Name = shown) -> None:
        """Take the words of a project; `read` gives what files hold, `named` what one is called."""
        self.project, self.read, self.shown = project, read, named
        self._composers: dict[tuple[str, str], Composer | FindingsError] = {}
        self._languages: dict[str, Language] = {}
        self._kinds: dict[str, Kind] = {}
        self._series: dict[str, MappingNode] = {}

    @cached_property
    def packs(self) -> Mapping[str, Pack]:
        """All language packs.

        Raises:
            FindingsError: with the problems of all of them.
        """
        packs: dict[str, Pack] = {}
        findings: list[Finding] = []
        for code, path in self.project.packs().items():
            try:
                packs[code] = read_pack(code, self.read(path), self.shown(path))
            except FindingsError as error:
                findings += error.findings
        if not packs and not findings:
            where = self.shown(self.project.templates)
            findings.append(
                Finding(Location(where), "no-language", f"no language here: no */{PACK_FILE}")
            )
        findings += _same_twice(packs)
        if findings:
            raise FindingsError(*findings)
        return packs

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """All kinds of circular."""
        return {id_: self.kind(id_) for id_ in self.project.layouts()}

    def kind(self, id_: str) -> Kind:
        """A kind of circular.

        Raises:
            FindingsError: with every problem of its layout.
        """
        if id_ not in self._kinds:
            path = self.project.layouts()[id_]
            self._kinds[id_] = read_kind(id_, self.read(path), self.shown(path))
        return self._kinds[id_]

    @cached_property
    def place_zones(self) -> Mapping[str, str]:
        """The IANA zones of the places that have an id."""
        return self._shared("places.yaml", "unknown-zone", parse_zone)

    @cached_property
    def notices(self) -> Mapping[str, Notice]:
        """How long before a meeting opens each kind of deadline ends, at the latest."""
        return self._shared("deadlines.yaml", "type", parse_notice)

    @cached_property
    def premises(self) -> Mapping[str, str]:
        """The places of the Union's buildings and rooms, by the ids of both."""
        return self._shared("premises.yaml", "unknown-name", self._place)

    def _place(self, text: str) -> str:
        if text not in self.place_zones:
            known = suggestion(text, tuple(self.place_zones))
            raise ValueError(f"`{text}` is not in places.yaml", known)
        return text

    def _shared(self, name: str, rule: str, read: Callable[[str], _T]) -> Mapping[str, _T]:
        """The values by id of a file that all languages share; it need not be there."""
        path = self.project.templates / name
        return by_id(self.read(path), self.shown(path), rule, read) if path.exists() else {}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Which ids have words in which languages."""
        glossaries: dict[str, dict[str, frozenset[str]]] = {}
        for glossary in GLOSSARIES:
            ids: dict[str, frozenset[str]] = {}
            for code, pack in self.packs.items():
                for id_ in pack.glossary[glossary]:
                    ids[id_] = ids.get(id_, frozenset()) | {code}
            glossaries[glossary] = ids
        return Vocabulary(tuple(self.packs), glossaries, self.place_zones)

    def load(self, path: Path, languages: tuple[str, ...] = ()) -> Loaded:
        """The facts of a file and its annexes; of `languages`, if any, alone a text is missed.

        Raises:
            BrokenFactsError: with every problem of the file and of its annexes.
            FindingsError: if it is not YAML.
        """
        findings: tuple[Finding, ...] = ()
        try:
            file = load(
                self.read(path),
                self.shown(path),
                vocabulary=self.vocabulary,
                kinds=self.kind,
                kind_ids=self._kind_ids,
                series=self._series_source,
                series_ids=tuple(self._series_files),
                languages=languages,
            )
        except BrokenFactsError as error:
            file, findings = error.file, error.findings
        annexes, problems = annex_texts(file, path.parent, self.read, self.shown)
        if findings or problems:
            raise BrokenFactsError(file, *findings, *problems, annexes=annexes)
        return Loaded(file, annexes)

    def series(self, id_: str) -> FactsFile:
        """What a series file states by itself.

        Raises:
            FindingsError: with every problem of the file.
        """
        path = self._series_files[id_]
        return load_series(
            self.read(path),
            self.shown(path),
            vocabulary=self.vocabulary,
            kinds=self.kind,
            kind_ids=self._kind_ids,
        )

    @cached_property
    def _kind_ids(self) -> tuple[str, ...]:
        return tuple(self.project.layouts())

    @cached_property
    def _series_files(self) -> Mapping[str, Path]:
        return self.project.series()

    def _series_source(self, id_: str) -> MappingNode | None:
        if id_ not in self._series and (path := self._series_files.get(id_)):
            self._series[id_] = parse(self.read(path), self.shown(path))
        return self._series.get(id_)

    def compose(self, loaded: Loaded, language: str) -> Circular:
        """One edition of a circular.

        Raises:
            FindingsError: with everything that cannot be worded.
        """
        composer = self.composer(language, loaded.file.facts.kind)
        return composer.compose(loaded.file, loaded.annexes)

    def words_of(self, language: str, kind: str) -> Words:
        """The words of a kind in a language.

        Raises:
            FindingsError: with everything that is wrong with the template or the layout.
        """
        return self.composer(language, kind).words

    def language(self, code: str) -> Language:
        """A language at work."""
        if code not in self._languages:
            self._languages[code] = Language(
                self.packs[code], partial(self._understood, code), partial(self._glossary, code)
            )
        return self._languages[code]

    def _understood(self, code: str) -> Understood:
        path = self.project.reading(code)
        return read_understood(self.read(path), self.shown(path)) if path.exists() else Understood()

    def _glossary(self, code: str) -> Glossary:
        path = self.project.glossary(code)
        return read_glossary(self.read(path), self.shown(path)) if path.exists() else Glossary()

    @cached_property
    def guides(self) -> Mapping[str, Guide]:
        """The house style of every language; it is empty where there is no file."""
        paths = {code: self.project.style(code) for code in self.project.packs()}
        found = {c: read_guide(self.read(p), self.shown(p)) for c, p in paths.items() if p.exists()}
        return {code: found.get(code, Guide()) for code in paths}

    def composer(self, language: str, kind_id: str) -> Composer:
        """What composes the circulars of a kind; FindingsError as for `words_of`."""
        key = language, kind_id
        if key not in self._composers:
            try:
                self._composers[key] = self._new_composer(language, kind_id)
            except FindingsError as error:
                self._composers[key] = error
        found = self._composers[key]
        if isinstance(found, FindingsError):
            raise FindingsError(*found.findings)
        return found

    def _new_composer(self, code: str, kind_id: str) -> Composer:
        # What only compares finished letters does without Jinja and the Markdown parser.
        from circgen.compose.letter import Composer, fact_names  # noqa: PLC0415
        from circgen.compose.templates import Words  # noqa: PLC0415

        kind = self.kind(kind_id)
        path = self.project.template(code, kind_id)
        file = self.shown(path)
        if not path.exists():
            raise FindingsError(
                Finding(Location(file), "missing-template", f"no words for `{kind_id}` in `{code}`")
            )
        language = self.language(code)
        source = decode(self.read(path), file)
        return Composer(language, kind, Words(source, file, language, fact_names(kind)))


def _same_twice(packs: Mapping[str, Pack]) -> Iterator[Finding]:
    """Letters and tags that two packs share: their editions would have the same name."""
    for key in ("file_letter", "tag"):
        seen: dict[str, str] = {}
        for code, pack in packs.items():
            value = getattr(pack, key)
            if (other := seen.setdefault(value, code)) != code:
                yield Finding(
                    pack.where[key],
                    "duplicate-language",
                    f"`{key}: {value}` is that of `{other}`, too",
                    "each language has its own",
                )
