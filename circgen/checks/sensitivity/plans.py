"""Which samples are tried with the words of a kind, and what is changed in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from circgen.checks.sensitivity.samples import APART, Tree, cut, shortened
from circgen.facts.model import Name
from circgen.facts.paths import keys_of_type, type_at
from circgen.facts.texts import NameOf
from circgen.facts.types import Choice, Flag, Key, ListOf, Parsed
from circgen.language.pack import Pack

_USUAL, _LENGTHS = 2, (1, 2, 3)
_NEAR = (-1, 0, 1)
_NOTHING = object()


class Change(NamedTuple):
    """A sample in which the fact at `path` became another; `how` says so for people.

    `value` is the word that was chosen. It merely `counts` if a number, or how many items a list
    has, is all that changed.
    """

    path: str
    how: str
    tree: Tree
    value: str = ""
    counts: bool = False


class Plan(NamedTuple):
    """What decides about the words of a kind: facts, and what conditions compare them to."""

    keys: Mapping[str, Key]
    conditions: Mapping[str, frozenset[str]]

    @property
    def longest(self) -> int:
        """How long lists must be, so that every condition on a length holds and doesn't."""
        return max(number for path in self.conditions for number in self._lengths(path))

    def _numbers(self, path: str) -> set[int]:
        constants = map(int, filter(str.isdigit, self.conditions[path]))
        return {number + more for number in constants for more in _NEAR if number + more > 0}

    def _lengths(self, path: str) -> list[int]:
        return sorted({*_LENGTHS, *self._numbers(path)})

    def paths(self) -> Iterator[str]:
        """The facts that are changed."""
        yield from self.conditions
        yield from self._apart("", self.keys)

    def samples(self, full: Tree) -> Iterator[Tree]:
        """Samples that differ in a choice; then no flags, many items, one of each, and little."""
        usual = cut(full, self.keys, _USUAL)
        varied = [usual]
        for path in self.conditions:
            kind_of = type_at(path, self.keys)
            if path in self.keys and isinstance(kind_of, Choice):
                varied += ({**usual, path: word} for word in kind_of.words[1:])
        yield from varied
        flags_off = varied[-1]
        for path in self.conditions:
            if isinstance(type_at(path, self.keys), Flag):
                flags_off = put(flags_off, path, value=False)
        yield flags_off
        yield cut(full, self.keys, self.longest)
        yield cut(varied[len(varied) // 2], self.keys, 1)
        yield cut(full, self.keys, 1, self.conditions)

    def changes(
        self, tree: Tree, full: Tree, packs: Mapping[str, Pack], *, all_of_them: bool
    ) -> Iterator[Change]:
        """One condition at a time; with `all_of_them`, also lengths, and what is tried apart."""
        for path in self.conditions:
            yield from self._switched(tree, full, path)
            if all_of_them:
                yield from self._varied(tree, full, path, packs)
        if all_of_them:
            for path in self._apart("", self.keys):
                yield self._stated(tree, full, path)

    def _switched(self, tree: Tree, full: Tree, path: str) -> Iterator[Change]:
        """A fact is stated or not; a flag, or a choice, is another."""
        type_, value = type_at(path, self.keys), get(tree, path)
        if value is None:
            yield self._stated(tree, full, path)
        elif isinstance(type_, Flag):
            shown = "no" if value else "yes"
            yield Change(path, f"`{path}: {shown}`", put(tree, path, value=not value))
        elif isinstance(type_, Choice):
            for word in type_.words:
                if word != value:
                    yield Change(path, f"`{path}: {word}`", put(tree, path, word), word)
        elif not self._required(path):
            yield Change(path, f"no `{path}`", put(tree, path, _NOTHING))

    def _varied(
        self, tree: Tree, full: Tree, path: str, packs: Mapping[str, Pack]
    ) -> Iterator[Change]:
        """A list has more items or fewer; a number or a name is one that a condition names."""
        type_, value = type_at(path, self.keys), get(tree, path)
        match type_:
            case ListOf():
                items = get(full, path)
                every = items if isinstance(items, list) else []
                for length in self._lengths(path):
                    if isinstance(value, list) and length != len(value):
                        some = shortened(every, type_, length, (), path)
                        how = f"{length} `{path}`"
                        yield Change(path, how, put(tree, path, some), counts=True)
            case Parsed(rule="number"):
                for number in sorted(self._numbers(path)):
                    changed = put(tree, path, number)
                    yield Change(path, f"`{path}: {number}`", changed, counts=True)
            case NameOf(glossary=glossary):
                for text in sorted(self.conditions[path]):
                    if all(text in pack.glossary.get(glossary, {}) for pack in packs.values()):
                        yield Change(
                            path, f"`{path}: {text}`", put(tree, path, Name(glossary, text))
                        )
            case _:
                pass

    def _stated(self, tree: Tree, full: Tree, path: str) -> Change:
        """A fact that is not there is stated, in the least that can hold it."""
        holder = path.rpartition(".")[0]
        if holder and get(tree, holder) is None:
            tree = self._stated(tree, full, holder).tree
        type_, value = type_at(path, self.keys), get(full, path)
        found = shortened(value, type_, 1, self.conditions, path) if type_ else None
        return Change(path, f"`{path}`", put(tree, path, found))

    def _required(self, path: str) -> bool:
        keys: Mapping[str, Key] = self.keys
        for name in path.split("."):
            key = keys[name]
            keys = keys_of_type(key.type)
        return key.required

    def _apart(self, path: str, keys: Mapping[str, Key]) -> Iterator[str]:
        for name, key in keys.items():
            own = f"{path}.{name}" if path else name
            if name in APART:
                yield own
            yield from self._apart(own, keys_of_type(key.type))


def get(tree: Any, path: str) -> object:  # noqa: ANN401
    """What stands at a path, in the first item of lists; None if nothing does."""
    for name in path.split("."):
        if isinstance(tree, list):
            tree = tree[0]
        tree = tree.get(name) if isinstance(tree, dict) else None
    return tree


def put(tree: Any, path: str, value: object) -> Any:  # noqa: ANN401
    """The tree with another value at a path, in the first item of lists."""
    if isinstance(tree, list):
        return [put(tree[0], path, value), *tree[1:]]
    name, _, rest = path.partition(".")
    if rest:
        return {**tree, name: put(tree[name], rest, value)}
    if value is _NOTHING:
        return {key: each for key, each in tree.items() if key != name}
    return {**tree, name: value}
