"""Which facts changed between two versions of a facts file, and how each is undone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from circgen.facts.model import AdHoc, AnnexText, FactsFile, Hours, Name
from circgen.facts.schema import KEYS
from circgen.facts.texts import LocalizedText, NameOf
from circgen.facts.types import Flag, Key, ListOf, OneOf, Record, Type
from circgen.findings import Location
from circgen.versions.change import Change, How, Said
from circgen.versions.identity import name_key, pairs_of
from circgen.versions.lists import move, place, put_back, without
from circgen.versions.matching import moved
from circgen.versions.naming import FLAGS, group_of, noun
from circgen.versions.saying import became, forms_text, hours_became, value_text
from circgen.versions.spot import Edit, Spot, get
from circgen.versions.stated import Stated


class Changed(NamedTuple):
    """A change, and what makes the old version of the new one as far as it is concerned."""

    change: Change
    undo: Edit


def changes(
    files: tuple[FactsFile, FactsFile],
    texts: tuple[Mapping[str, AnnexText], Mapping[str, AnnexText]],
    own: Mapping[str, Key],
) -> list[Changed]:
    """All that changed; `texts` are those of annexes by file, `own` the keys of both kinds."""
    walk = _Walk(*files)
    root = Spot("", "", "", "", "", lambda edit: lambda all_: all_._replace(facts=edit(all_.facts)))
    walk.record({**KEYS, **own}, files[0].facts, files[1].facts, root)
    walk.annexes(*texts)
    return walk.found


class _Walk:
    """Goes through the facts of both versions by the types of their keys."""

    def __init__(self, old: FactsFile, new: FactsFile) -> None:
        self.files = old, new
        self.found: list[Changed] = []
        self.editions = old.facts.editions, new.facts.editions
        self.languages = tuple(dict.fromkeys((*new.facts.editions, *old.facts.editions)))

    def record(self, keys: Mapping[str, Key], old: Any, new: Any, spot: Spot) -> None:  # noqa: ANN401
        """The values of a record; where there was none, all of them are new."""
        if old is None and new is None:
            return
        known, is_whole = len(self.found), old is None or new is None
        if is_whole:
            # A record comes and goes as a whole: half of one cannot be worded.
            undo = spot.lift(lambda _: old)
            spot = spot._replace(lift=lambda _: undo)
        for name, key in keys.items():
            self.value(key.type, get(old, name), get(new, name), spot.key(name, noun))
        if is_whole and len(self.found) == known:
            # It says no to everything, and yet a paragraph may be there for its sake.
            for name, key in keys.items():
                if isinstance(key.type, Flag) and self._is_stated(own := spot.key(name, noun)):
                    came = "added" if old is None else "removed"
                    message = f"`{own.plain}: no` {came}"
                    self._note(own, get(old, name), get(new, name), message)

    def value(self, type_: Type, old: Any, new: Any, spot: Spot) -> None:  # noqa: ANN401
        """One value, by its type."""
        match type_:
            case Record(keys=keys) | OneOf(record=Record(keys=keys)):
                self.record(keys, old, new, spot)
            case ListOf(type=inner):
                self._list(inner, old or (), new or (), spot)
            case LocalizedText():
                self._texts(old or {}, new or {}, spot)
            case NameOf() if old and new and not old.id and not new.id:
                self._written_out(old, new, spot)
            case Flag():
                if bool(old) is not bool(new):
                    said = FLAGS.get(spot.plain, (f"{spot.name} is yes", f"{spot.name} is no"))
                    message = said[0 if new else 1].format(spot.owner)
                    self._note(spot, bool(old), bool(new), message)
            case _:
                self._leaf(old, new, spot)

    def _leaf(self, old: Any, new: Any, spot: Spot) -> None:  # noqa: ANN401
        if old == new or (isinstance(old, Name) and isinstance(new, Name) and _same(old, new)):
            return
        key = spot.plain.rsplit(".", 1)[-1]
        if key == "zone" and not self._is_stated(spot):
            return  # it follows from another fact
        texts = (value_text(value, key, self.languages) for value in (old, new))
        self._note(spot, old, new, became(spot, *texts))

    def _is_stated(self, spot: Spot) -> bool:
        return spot.old in self.files[0].where or spot.new in self.files[1].where

    def _texts(self, old: Mapping[str, str], new: Mapping[str, str], spot: Spot) -> None:
        """A text in each language by itself."""
        for language in dict.fromkeys((*self.languages, *old, *new)):
            one, two = old.get(language), new.get(language)
            if one == two or self._comes_with_edition(language, one, two):
                continue
            inner = spot.key(language, lambda *_: spot.name)
            what = f"{spot.name} ({language})"

            def undo(texts: Any, language: str = language, one: str | None = one) -> Any:  # noqa: ANN401
                kept = {code: text for code, text in (texts or {}).items() if code != language}
                return kept if one is None else {**kept, language: one}

            self._note_text(inner, one, two, what, language, spot.lift(undo))

    def _written_out(self, old: Name, new: Name, spot: Spot) -> None:
        """The forms of a name in each language by itself."""
        for language in dict.fromkeys((*self.languages, *old.forms, *new.forms)):
            one, two = old.forms.get(language), new.forms.get(language)
            if one == two or self._comes_with_edition(language, one, two):
                continue
            inner = spot.key(language, lambda *_: spot.name)

            def undo(
                name: Any,  # noqa: ANN401
                language: str = language,
                one: Mapping[str, str] | None = one,
            ) -> Any:  # noqa: ANN401
                kept = {code: forms for code, forms in name.forms.items() if code != language}
                return name._replace(forms={**kept, language: one} if one else kept)

            texts = (forms_text(one) if one else None, forms_text(two) if two else None)
            self._note_text(inner, *texts, f"{spot.name} ({language})", language, spot.lift(undo))

    def _comes_with_edition(self, language: str, old: object, new: object) -> bool:
        """Whether a text is there, or gone, because its edition is: that is said once."""
        before, after = (language in editions for editions in self.editions)
        return before is not after and (old is None or new is None)

    def _list(self, inner: Type, old: tuple[Any, ...], new: tuple[Any, ...], spot: Spot) -> None:
        """The items that were added, removed, moved or changed."""
        pairs = pairs_of(old, new, are_texts=isinstance(inner, LocalizedText))
        away = moved(pairs)
        kept = [pair for pair in pairs if pair not in away]
        partner = {j: i for i, j in pairs}
        gone = [i for i in range(len(old)) if i not in partner.values()]
        key = spot.plain.rsplit(".", 1)[-1]
        is_one = max(len(old), len(new)) == 1
        for j, item in enumerate(new):
            # What was removed is said where it stood.
            for i in [i for i in gone if place(i, kept) <= j]:
                gone.remove(i)
                self._removed(old[i], i, place(i, pairs), spot)
            if j not in partner:
                self._added(item, j, spot)
                continue
            i = partner[j]
            inside = spot.item(i, j, _label(spot, key, self.said(item, key), j, is_one=is_one))
            if (i, j) in away:
                now = f"{self.said(item, key)} is number {j + 1}"
                message = f"{spot.name} moved: {now}, was number {i + 1}"
                undo = spot.lift(move(j, place(i, kept)))
                self._note(inside, old[i], item, message, How.MOVED, undo)
            if isinstance(item, Hours):
                sitting = spot.owner if is_one else inside.name
                if old[i] != item:
                    self._note(inside, old[i], item, hours_became(sitting, old[i], item))
            else:
                self.value(inner, old[i], item, inside)
        for i in gone:
            self._removed(old[i], i, place(i, pairs), spot)

    def said(self, value: Any, key: str) -> str:  # noqa: ANN401
        """A value for people."""
        return value_text(value, key, self.languages)

    def _added(self, item: Any, place: int, spot: Spot) -> None:  # noqa: ANN401
        to = f" to {spot.owner}" if spot.owner else ""
        message = f"{spot.name} added{to}: {self.said(item, '')}"
        if isinstance(item, AdHoc) and item.omit:
            message = FLAGS["paragraphs.omit"][0].format(f"paragraph `{item.id}`")
        undo = spot.lift(without(place))
        self._note(spot._replace(new=f"{spot.new}[{place}]"), None, item, message, undo=undo)

    def _removed(self, item: Any, was: int, place: int, spot: Spot) -> None:  # noqa: ANN401
        from_ = f" from {spot.owner}" if spot.owner else ""
        message = f"{spot.name} removed{from_}: {self.said(item, '')}"
        if isinstance(item, AdHoc) and item.omit:
            message = FLAGS["paragraphs.omit"][1].format(f"paragraph `{item.id}`")
        undo = spot.lift(put_back(item, place))
        self._note(spot._replace(old=f"{spot.old}[{was}]"), item, None, message, undo=undo)

    def annexes(self, old: Mapping[str, AnnexText], new: Mapping[str, AnnexText]) -> None:
        """What the files of annexes say."""
        annexes = self.files[0].facts.annexes, self.files[1].facts.annexes
        for i, j in pairs_of(*annexes):
            label = "the annex" if max(map(len, annexes)) == 1 else f"annex {j + 1}"
            for language, name in annexes[1][j].file.items():
                one, two = old.get(annexes[0][i].file.get(language, "")), new.get(name)
                if one is None or two is None or one.text == two.text:
                    continue

                def undo(all_: Stated, name: str = name, one: AnnexText = one) -> Stated:
                    return all_._replace(texts={**all_.texts, name: one})

                self._add(
                    f"annexes[{j}].file.{language}",
                    How.CHANGED,
                    f"text of {label} ({language}) changed",
                    (Said(one.text, Location(one.file)), Said(two.text, Location(two.file))),
                    undo,
                    language,
                )

    def _note_text(  # noqa: PLR0913, PLR0917
        self, spot: Spot, old: str | None, new: str | None, what: str, language: str, undo: Edit
    ) -> None:
        how = How.ADDED if old is None else How.REMOVED if new is None else How.CHANGED
        said = (
            Said(old, self.files[0].at(spot.old)) if old is not None else None,
            Said(new, self.files[1].at(spot.new)) if new is not None else None,
        )
        path = spot.old if new is None else spot.new
        self._add(path, how, f"{what} {how}", said, undo, language)

    def _note(  # noqa: PLR0913, PLR0917
        self,
        spot: Spot,
        old: Any,  # noqa: ANN401
        new: Any,  # noqa: ANN401
        message: str,
        how: How | None = None,
        undo: Edit | None = None,
    ) -> None:
        key = spot.plain.rsplit(".", 1)[-1]
        how = how or (
            How.ADDED if _is_nothing(old) else How.REMOVED if _is_nothing(new) else How.CHANGED
        )
        said = tuple(
            None if _is_nothing(value) else Said(value_text(value, key, self.languages), at)
            for value, at in (
                (old, self.files[0].at(spot.old)),
                (new, self.files[1].at(spot.new)),
            )
        )
        path = spot.old if how is How.REMOVED else spot.new
        self._add(path, how, message, (said[0], said[1]), undo or spot.lift(lambda _: old))

    def _add(  # noqa: PLR0913, PLR0917
        self,
        path: str,
        how: How,
        message: str,
        said: tuple[Said | None, Said | None],
        undo: Edit,
        language: str = "",
    ) -> None:
        change = Change(group_of(path), how, path, message, *said, language, is_text=bool(language))
        self.found.append(Changed(change, undo))


def _label(spot: Spot, key: str, value: str, place: int, *, is_one: bool) -> str:
    """What an item of a list is called: `session 2`, `the session`, `deadline for registration`."""
    if key == "deadlines":
        return f"the deadline for {value.split(',', 1)[0]}"
    if key == "paragraphs":
        return f"paragraph {value}"
    if is_one:
        return f"the {spot.name}"
    of = f" of {spot.owner}" if spot.owner and not spot.owner.startswith("the ") else ""
    return f"{spot.name} {place + 1}{of}"


def _is_nothing(value: Any) -> bool:  # noqa: ANN401
    return value is None or value == ()


def _same(one: Name, two: Name) -> bool:
    return one.id == two.id and name_key(one) == name_key(two)
