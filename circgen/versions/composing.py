"""What each change does to the letters: found by composing them without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from circgen.compose.letter import block_name
from circgen.document import Circular, lines_by_part
from circgen.facts.load import with_zones
from circgen.facts.model import AnnexText
from circgen.findings import Finding, FindingsError, Location
from circgen.library import Library, Loaded
from circgen.versions.change import Change, Comparison, Edition, How, PartChange, Said
from circgen.versions.facts import Changed, changes
from circgen.versions.letters import parts_changed
from circgen.versions.naming import GROUPS, OTHER, WORDS
from circgen.versions.stated import Stated, stated

_WHOLE = ("the whole letter",)


class Version:
    """One version of a circular, with the words of its own time."""

    def __init__(self, name: str, data: bytes, library: Library, loaded: Loaded) -> None:
        """Take what was read from a file of this name."""
        self.name, self.data, self.library, self.loaded = name, data, library, loaded
        self.file = loaded.file
        self.editions = loaded.file.facts.editions
        self.stated = stated(loaded.file, loaded.annexes)

    @cached_property
    def letters(self) -> Mapping[str, Circular]:
        """Its editions.

        Raises:
            FindingsError: with everything that cannot be worded.
        """
        found: dict[str, Circular] = {}
        findings: list[Finding] = []
        for language in self.editions:
            try:
                found[language] = self.library.compose(self.loaded, language)
            except FindingsError as error:
                findings += error.findings
        if findings:
            raise FindingsError(*findings)
        return found

    def compose(self, what: Stated, language: str) -> Circular | None:
        """The letter of other facts in the words of this version; None if it can't be worded."""
        facts = with_zones(what.facts, self.library.place_zones)
        annexes = {
            f"annexes[{index}].file.{code}": what.texts[name]
            for index, annex in enumerate(facts.annexes)
            for code, name in annex.file.items()
            if name in what.texts
        }
        try:
            return self.library.compose(Loaded(self.file._replace(facts=facts), annexes), language)
        except (FindingsError, LookupError):
            return None


def compare(old: Version, new: Version) -> Comparison:
    """All that changed between two versions of a circular.

    Raises:
        FindingsError: if the letters of one of them cannot be made.
    """
    kinds = [version.library.kind(version.file.facts.kind) for version in (old, new)]
    own = {**kinds[0].facts, **kinds[1].facts}
    found = changes((old.file, new.file), (old.stated.texts, new.stated.texts), own)
    editions = tuple(_editions(old, new))
    said = [_with_letters(each, old, new, editions) for each in found]
    if _unexplained(editions, said):
        back = changes((new.file, old.file), (new.stated.texts, old.stated.texts), own)
        said = [_with_letters_of_both(each, back, old, editions, said) for each in said]
    said += _words(old, new, editions, said)
    order = [*GROUPS, OTHER, WORDS]
    said.sort(key=lambda change: order.index(change.group))
    return Comparison(
        old.name,
        new.name,
        tuple(said),
        editions,
        is_same_file=old.data == new.data,
        has_gone_out=old.file.facts.status == "issued" and any(e.how for e in editions),
    )


def _editions(old: Version, new: Version) -> Iterator[Edition]:
    for language in dict.fromkeys((*new.letters, *old.letters)):
        if language not in old.letters:
            yield Edition(language, How.ADDED)
        elif language not in new.letters:
            yield Edition(language, How.REMOVED)
        else:
            parts = parts_changed(old.letters[language], new.letters[language])
            yield Edition(language, How.CHANGED if parts else None, parts)


def _with_letters(
    changed: Changed, old: Version, new: Version, editions: tuple[Edition, ...]
) -> Change:
    """The change with the parts of letters that come out otherwise because of it."""
    change = changed.change
    if change.path.startswith("editions[") and change.how in {How.ADDED, How.REMOVED}:
        said = change.new or change.old
        return change._replace(letters={said.value if said else "": _WHOLE})
    letters: dict[str, tuple[str, ...]] = {}
    texts: Mapping[str, AnnexText] = {**old.stated.texts, **new.stated.texts}
    undone: Stated = changed.undo(new.stated._replace(texts=texts))
    for edition in editions:
        if edition.how is not How.CHANGED:
            continue
        before, letter = old.letters[edition.language], new.letters[edition.language]
        without = new.compose(undone, edition.language)
        if without is not None:
            gone = _printing(before, change.path) if change.how is How.REMOVED else ()
            parts = _ids(parts_changed(without, letter), gone)
        else:
            printing = {*_printing(letter, change.path), *_printing(before, change.path)}
            parts = tuple(part for part in _ids(edition.parts) if part in printing)
        if parts:
            letters[edition.language] = parts
    return change._replace(letters=letters)


def _unexplained(editions: Iterable[Edition], said: list[Change]) -> dict[str, set[str]]:
    """The parts, by language, that no change alone takes back: two of them bring them about."""
    found: dict[str, set[str]] = {}
    for edition in editions:
        language = edition.language
        known = {part for change in said for part in change.letters.get(language, ())}
        if edition.how is How.CHANGED and (left := {*_ids(edition.parts)} - known):
            found[language] = left
    return found


def _with_letters_of_both(
    change: Change,
    back: list[Changed],
    old: Version,
    editions: tuple[Edition, ...],
    said: list[Change],
) -> Change:
    """The change with the parts that it alone would bring about in the old version, too."""
    key = (change.new, change.old, change.language)
    same = [
        each for each in back if (each.change.old, each.change.new, each.change.language) == key
    ]
    letters = dict(change.letters)
    for language, left in _unexplained(editions, said).items():
        for each in same[:1]:
            letter = old.compose(each.undo(old.stated), language)
            parts = _ids(parts_changed(old.letters[language], letter)) if letter else ()
            more = tuple(part for part in parts if part in left)
            if more:
                letters[language] = (*letters.get(language, ()), *more)
    return change._replace(letters=letters)


def _ids(parts: Iterable[PartChange], gone: Iterable[str] = ()) -> tuple[str, ...]:
    """The ids of parts; `gone` are those of the old letter that printed what was removed.

    What a list made has no number of its own: undone, the second may come back as the first.
    """
    by_kind = {id_.split("[", 1)[0]: id_ for id_ in gone}
    return tuple(
        dict.fromkeys(
            by_kind.get(part.id.split("[", 1)[0], part.id) if part.how is How.REMOVED else part.id
            for part in parts
        )
    )


def _printing(letter: Circular, path: str) -> Iterator[str]:
    """The parts that print a fact, or something of it."""
    for id_, line in lines_by_part(letter):
        for run in line:
            own = run.fact.path if run.fact else ""
            if own == path or own.startswith((f"{path}.", f"{path}[")):
                yield id_


def _words(
    old: Version, new: Version, editions: tuple[Edition, ...], said: list[Change]
) -> Iterator[Change]:
    """Parts that come out otherwise because of the words around the facts."""
    if old.library is new.library:
        return
    for edition in editions:
        language = edition.language
        if edition.how is not How.CHANGED:
            continue
        earlier = old.compose(new.stated, language)
        if earlier is not None:
            parts = parts_changed(earlier, new.letters[language])
        else:
            known = {part for change in said for part in change.letters.get(language, ())}
            parts = tuple(part for part in edition.parts if part.id not in known)
        for part in parts:
            yield Change(
                WORDS,
                part.how,
                part.id,
                f"words of `{part.id}` ({language}) {part.how}",
                Said("\n".join(part.old), _place(old, part.id, language)),
                Said("\n".join(part.new), _place(new, part.id, language)),
                language,
                is_text=True,
                letters={language: (part.id,)},
            )


def _place(version: Version, part: str, language: str) -> Location:
    """Where the words of a part stand: in the template, or in the language pack."""
    words = version.library.words_of(language, version.file.facts.kind)
    line = words.lines.get(block_name(part.split("[", 1)[0]))
    if line:
        return Location(words.file, line)
    return Location(version.library.shown(version.library.project.packs()[language]))
