"""The filters of templates: each turns facts into localized facts.

A filter returns a `Fact`, a number that keeps its path, or `Markup`: words with marks that it got
from the paragraph's `Marks`. Nothing else can be printed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, NamedTuple

from markupsafe import Markup

from circgen.compose.printing import Marks, as_fact, capitalized, expect, joined, name, words
from circgen.compose.schedule import Schedules
from circgen.compose.values import Absent, Day, Items, NameValue, Number, Value
from circgen.document import Fact
from circgen.facts.characters import NBSP
from circgen.facts.model import Hours, Years
from circgen.language.wording import Language, MissingFormError, WordingError, choose

# Jinja hands the context to these filters; see `templates.py`.
WITH_CONTEXT = frozenset({"counted", "days", "listing", "moment", "schedule", "sentence_case"})


class Filters(NamedTuple):
    """The filters of one language; `marks` gives the paragraph that is being rendered."""

    language: Language
    marks: Callable[[Any], Marks]

    def table(self) -> dict[str, Callable[..., object]]:
        """The filters by the name that templates use."""
        schedules = Schedules(self.language, self.marks)
        return {
            "counted": self.counted,
            "date": self.date,
            "days": schedules.days,
            "form": self.form,
            "hours": self.hours,
            "length": self.length,
            "listing": self.listing,
            "lower_first": self.lower_first,
            "moment": schedules.moment,
            "numbers": self.numbers,
            "ordinal": self.ordinal,
            "plural": self.plural,
            "schedule": schedules.schedule,
            "sentence_case": self.sentence_case,
            "years": self.years,
        }

    def length(self, value: object) -> int:
        """How many items a list has, for conditions; an absent list has none."""
        return len(value) if isinstance(value, Absent) else len(expect(Items, value, "length"))

    def form(self, value: object, form: str) -> Fact:
        """A name in one of its forms: `place|form("in")`."""
        return name(expect(NameValue, value, "form"), form)

    def date(self, value: object, style: str = "plain") -> Fact:
        """A day in a style of the pack: `issued|date("issue")`."""
        day = expect(Day, value, "date")
        plain = dt.date(day.year, day.month, day.day)
        return Fact("date", day.path, plain, self.language.day(plain, style))

    def hours(self, value: object) -> Fact:
        """Hours with their preposition: `from 1100 to 1200 hours`."""
        wrapped = expect(Value, value, "hours")
        if not isinstance(wrapped.value, Hours):
            raise WordingError(f"`{wrapped.path}` are not hours", "use the filter of its kind")
        return Fact("hours", wrapped.path, wrapped.value, self.language.hours(wrapped.value))

    def years(self, value: object) -> Fact:
        """A range of years."""
        wrapped = expect(Value, value, "years")
        if not isinstance(wrapped.value, Years):
            raise WordingError(f"`{wrapped.path}` are not years", "use the filter of its kind")
        return Fact("years", wrapped.path, wrapped.value, self.language.years(wrapped.value))

    def ordinal(self, value: object, noun: object = None, case: str = "") -> Fact:
        """An ordinal that agrees with a noun: `ordinal|ordinal(event, "genitive")`."""
        number = expect(Number, value, "ordinal")
        agrees = bool(self.language.pack.ordinals.endings)
        if agrees and isinstance(noun, NameValue) and "gender" not in noun.forms:
            problem = f"`{noun.path}` states no gender, and the ordinal must agree with it"
            help_text = "write its forms, with `gender: …`"
            raise MissingFormError(noun.name, noun.path, problem, help_text)
        gender = noun.forms.get("gender", "") if isinstance(noun, NameValue) else ""
        text = self.language.ordinal(int(number), f"{gender} {case}".strip())
        return Fact("ordinal", number.path, int(number), text)

    def plural(self, value: object, **forms: str) -> Markup:
        """Words that agree with a number: `n|plural(one="is", other="are")`, by CLDR category."""
        if isinstance(value, Items):  # no number is printed: one item, or several
            return words(choose(forms, "one" if len(value) == 1 else "other", "`plural`"))
        number = int(expect(Number, value, "plural"))
        return words(choose(forms, self.language.plural(number), "`plural`"))

    def counted(self, context: Any, value: object, noun: str, case: str = "") -> Markup:  # noqa: ANN401
        """A number with its noun in the right form: `n|counted("un-agencies", "genitive")`."""
        number = expect(Number, value, "counted")
        noun_text = self.language.counted(int(number), noun, case)
        return self.marks(context).put(as_fact(number)) + NBSP + words(noun_text)

    def lower_first(self, value: object) -> Fact:
        """A text that begins with a small letter, unless its first word is an acronym."""
        fact = as_fact(value)
        first = fact.text.split(maxsplit=1)[0] if fact.text else ""
        if sum(character.isupper() for character in first) > 1:
            return fact
        return fact._replace(text=fact.text[:1].lower() + fact.text[1:])

    def sentence_case(self, context: Any, value: object) -> Fact | Markup:  # noqa: ANN401
        """A fact that begins a sentence: its first letter is a capital."""
        if isinstance(value, Markup):
            return self.marks(context).capitalize(value)
        return capitalized(as_fact(value))

    def listing(self, context: Any, value: object, form: str = "", first: str = "") -> Markup:  # noqa: ANN401
        """A list in a sentence: `A, B and C`; its first name in the form `first`, if it has it."""
        items = [
            name(item, first if first and not place and first in item.forms else form)
            if isinstance(item, NameValue)
            else as_fact(item)
            for place, item in enumerate(expect(Items, value, "listing"))
        ]
        marks = self.marks(context)
        return joined(self.language, [marks.put(item) for item in items])

    def numbers(self, value: object) -> Markup:
        """The places of the items of a list: `1 and 2`, for what is numbered, such as annexes."""
        places = range(1, len(expect(Items, value, "numbers")) + 1)
        return joined(self.language, [words(str(place)) for place in places])
