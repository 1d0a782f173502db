"""Printing a fact: what comes out in its place, and what cannot be printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from markupsafe import Markup

from circgen.compose.markup import FIRST_MARK, LAST_MARK, mark
from circgen.compose.values import Absent, Day, Items, NameValue, Number, Text, Value, View
from circgen.document import Fact
from circgen.facts.model import Hours, Variant
from circgen.language.patterns import pieces
from circgen.language.wording import Language, MissingFormError, WordingError

_T = TypeVar("_T")
_ESCAPES = str.maketrans({c: "\\" + c for c in "\\*_[]&`<>#"})


class Marks:
    """The facts of one paragraph, in the order in which they were printed."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []

    def capitalize(self, text: Markup) -> Markup:
        """`text` with a capital at its beginning, be it words or the mark of a fact."""
        if text and FIRST_MARK <= ord(text[0]) <= LAST_MARK:
            index = ord(text[0]) - FIRST_MARK
            self.facts[index] = capitalized(self.facts[index])
            return text
        return Markup(text[:1].upper() + text[1:])  # noqa: S704  it was markup before

    def put(self, fact: Fact) -> Markup:
        """The mark that stands for a fact."""
        self.facts.append(fact)
        return Markup(mark(len(self.facts) - 1))  # noqa: S704  one private-use character


def words(text: str) -> Markup:
    """Words of a language pack: what means something in the markup comes out as itself."""
    return Markup(text.translate(_ESCAPES))  # noqa: S704  escaped for the markup just now


def capitalized(fact: Fact) -> Fact:
    """The fact as it begins a sentence."""
    return fact._replace(text=fact.text[:1].upper() + fact.text[1:])


def as_fact(value: object) -> Fact:
    """A value as the fact that it prints without a filter.

    Raises:
        WordingError: if it needs a filter, is not stated, or is not a fact at all.
    """
    match value:
        case Fact():
            return value
        case Text():
            return Fact(value.kind, value.path, str(value), str(value))
        case Number():
            return Fact("number", value.path, int(value), str(int(value)))
        case NameValue():
            return name(value)
    raise WordingError(*_unprintable(value))


def _unprintable(value: object) -> tuple[str, str]:  # noqa: PLR0911
    match value:
        case Absent(path=path):
            return (
                f"`{path}` is not stated in the facts",
                f"print it only where it is there: `{{% if {path.split('[')[0]} %}}`",
            )
        case Day(path=path):
            return f"`{path}` is a date", f'say how it is written: `{{{{ {path}|date("plain") }}}}`'
        case Value(path=path, value=Hours()):
            return f"`{path}` are hours", f"write `{{{{ {path}|hours }}}}`"
        case Value(path=path, value=Variant()):
            return f"`{path}` is printed with the reference", "leave it out here"
        case Value(path=path):
            return f"`{path}` are years", f"write `{{{{ {path}|years }}}}`"
        case Items(path=path):
            return f"`{path}` is a list", f"write `{{{{ {path}|listing }}}}`, or loop over it"
        case View():
            return "this is a record, not a fact", "print one of its keys"
        case bool():
            return "yes and no cannot be printed", "use it in an `if`"
        case None:
            return "there is nothing to print", "print a fact"
        case _:
            return (
                f"`{value}` has lost its origin on the way",
                "print facts through filters, and write words outside of `{{ }}`",
            )


def name(value: NameValue, form: str = "") -> Fact:
    """A name in one of its forms, the plain one unless another is named."""
    wanted = form or value.plain_form
    text = value.forms.get(wanted)
    if text is None and (wanted == value.plain_form or wanted in value.optional_forms):
        text = value.forms.get("")
    if text is None:
        known = ", ".join(f"`{key}`" for key in value.forms if key != "gender")
        raise MissingFormError(
            value.name,
            value.path,
            f"`{value.path}` has no form `{wanted}`",
            f"write its forms: `{value.plain_form or 'plain'}: …` and `{wanted}: …`"
            if "" in value.forms
            else f"it has {known or 'none'}: add `{wanted}` where the name is written",
        )
    return Fact("name", value.path, value.name.id or value.path, text)


def filled(pattern: str, values: dict[str, Callable[[], Markup]]) -> Markup:
    """A pattern with its words escaped and its facts marked, in the order of the pattern."""
    return Markup("").join(
        values[text]() if is_field else words(text) for text, is_field in pieces(pattern)
    )


def expect(kind: type[_T], value: object, filter_name: str) -> _T:
    """`value`, if it is what the filter is made for."""
    if isinstance(value, kind):
        return value
    if isinstance(value, Absent):
        raise WordingError(*_unprintable(value))
    raise WordingError(
        f"`{getattr(value, 'path', value)}` is not made for the filter `{filter_name}`",
        "use the filter of its kind",
    )


def joined(language: Language, parts: Sequence[Markup]) -> Markup:
    """The items of a list in a sentence: `A, B and C`."""
    joints = [*(words(joint) for joint in language.listing(len(parts))), Markup("")]
    return Markup("").join(
        part + joint for part, joint in zip(parts, joints[-len(parts) :], strict=True)
    )
