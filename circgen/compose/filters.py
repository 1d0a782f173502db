"""The filters of templates: each turns facts into localized facts.

A filter returns a `Fact`, a number that keeps its path, or `Markup`: words with marks that it got
from the paragraph's `Marks`. Nothing else can be printed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from markupsafe import Markup

from circgen.compose.markup import mark
from circgen.compose.values import Absent, Day, Items, NameValue, Number, Text, Value, View
from circgen.document import Fact
from circgen.facts.characters import NBSP
from circgen.facts.model import Deadline, Hours, Session, SideEvent, Years
from circgen.language.patterns import pieces
from circgen.language.wording import WordingError, choose

if TYPE_CHECKING:
    from circgen.language.wording import Language

_T = TypeVar("_T")
_ESCAPES = str.maketrans({c: "\\" + c for c in "\\*_[]&`<>#"})


class Marks:
    """The facts of one paragraph, in the order in which they were printed."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []

    def put(self, fact: Fact) -> Markup:
        """The mark that stands for a fact."""
        self.facts.append(fact)
        return Markup(mark(len(self.facts) - 1))  # noqa: S704  one private-use character


def words(text: str) -> Markup:
    """Words of a language pack: what means something in the markup comes out as itself."""
    return Markup(text.translate(_ESCAPES))  # noqa: S704  escaped for the markup just now


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


def _unprintable(value: object) -> tuple[str, str]:
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
    """A name in one of its forms; the first form unless one is named."""
    forms = value.forms
    key = form if form in forms else ("" if "" in forms else None)
    if not form and key is None:
        key = next((case for case in forms if case != "gender"), None)
    if key is None or not forms:
        raise WordingError(
            f"`{value.path}` has no form `{form}`",
            f"it has {', '.join(f'`{f}`' for f in forms if f)}: add `{form}` where it is written",
        )
    return Fact("name", value.path, value.name.id or value.path, forms[key])


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of one language; `marks` gives the paragraph that is being rendered."""

    language: Language
    marks: Callable[[Any], Marks]

    def table(self) -> dict[str, Callable[..., object]]:
        """The filters by the name that templates use."""
        return {
            "counted": self.counted,
            "date": self.date,
            "days": self.days,
            "form": self.form,
            "hours": self.hours,
            "length": len,
            "listing": self.listing,
            "lower_first": self.lower_first,
            "moment": self.moment,
            "ordinal": self.ordinal,
            "plural": self.plural,
            "schedule": self.schedule,
            "sentence_case": self.sentence_case,
            "years": self.years,
        }

    # Jinja hands the context to filters marked with `pass_context`; see `templates.py`.
    with_context = frozenset({"counted", "listing", "schedule", "days", "moment"})

    def form(self, value: object, form: str) -> Fact:
        """A name in one of its forms: `place|form("in")`."""
        return name(_a(NameValue, value, "form"), form)

    def date(self, value: object, style: str = "plain") -> Fact:
        """A day in a style of the pack: `issued|date("issue")`."""
        day = _a(Day, value, "date")
        plain = dt.date(day.year, day.month, day.day)
        return Fact("date", day.path, plain, self.language.day(plain, style))

    def hours(self, value: object) -> Fact:
        """Hours with their preposition: `from 1100 to 1200 hours`."""
        wrapped = _a(Value, value, "hours")
        if not isinstance(wrapped.value, Hours):
            raise WordingError(f"`{wrapped.path}` are not hours", "use the filter of its kind")
        return Fact("hours", wrapped.path, wrapped.value, self.language.hours(wrapped.value))

    def years(self, value: object) -> Fact:
        """A range of years."""
        wrapped = _a(Value, value, "years")
        if not isinstance(wrapped.value, Years):
            raise WordingError(f"`{wrapped.path}` are not years", "use the filter of its kind")
        return Fact("years", wrapped.path, wrapped.value, self.language.years(wrapped.value))

    def ordinal(self, value: object, noun: object = None, case: str = "") -> Fact:
        """An ordinal that agrees with a noun: `ordinal|ordinal(event, "genitive")`."""
        number = _a(Number, value, "ordinal")
        gender = noun.forms.get("gender", "") if isinstance(noun, NameValue) else ""
        text = self.language.ordinal(int(number), f"{gender} {case}".strip())
        return Fact("ordinal", number.path, int(number), text)

    def plural(self, value: object, **forms: str) -> Markup:
        """Words that agree with a number: `n|plural(one="is", other="are")`, by CLDR category."""
        number = len(value) if isinstance(value, Items) else int(_a(Number, value, "plural"))
        return words(choose(forms, self.language.plural(number), "`plural`"))

    def counted(self, context: Any, value: object, noun: str, case: str = "") -> Markup:  # noqa: ANN401
        """A number with its noun in the right form: `n|counted("un-agencies", "genitive")`."""
        number = _a(Number, value, "counted")
        noun_text = self.language.counted(int(number), noun, case)
        return self.marks(context).put(as_fact(number)) + NBSP + words(noun_text)

    def lower_first(self, value: object) -> Fact:
        """A text that begins with a small letter, unless its first word is an acronym."""
        fact = as_fact(value)
        first = fact.text.split(maxsplit=1)[0] if fact.text else ""
        if sum(character.isupper() for character in first) > 1:
            return fact
        return replace(fact, text=fact.text[:1].lower() + fact.text[1:])

    def sentence_case(self, value: object) -> Fact | Markup:
        """A fact that begins a sentence: its first letter is a capital."""
        fact = as_fact(value)
        return replace(fact, text=fact.text[:1].upper() + fact.text[1:])

    def listing(self, context: Any, value: object, form: str = "") -> Markup:  # noqa: ANN401
        """A list in a sentence: `A, B and C`."""
        items = [
            name(item, form) if isinstance(item, NameValue) else as_fact(item)
            for item in _a(Items, value, "listing")
        ]
        marks = self.marks(context)
        return self._joined(marks.put(item) for item in items)

    def _joined(self, parts: Iterable[Markup]) -> Markup:
        found = list(parts)
        joints = (*self.language.listing(len(found)), "")
        return Markup("").join(
            part + words(joint) for part, joint in zip(found, joints[: len(found)], strict=False)
        )

    def days(self, context: Any, value: object, style: str = "plain") -> Markup:  # noqa: ANN401
        """The days of sessions without their hours; days in a row become a range."""
        marks = self.marks(context)
        sessions = [(s, p) for s, p in _records(value, "days")]
        groups: list[tuple[dt.date, dt.date, str]] = []
        for session, path in sorted(sessions, key=lambda pair: pair[0].date):
            last = getattr(session, "until", None) or session.date
            if groups and session.date <= groups[-1][1] + dt.timedelta(days=1):
                start, end, first_path = groups[-1]
                groups[-1] = (start, max(end, last), first_path)
            else:
                groups.append((session.date, last, path))
        parts = []
        for index, (start, end, path) in enumerate(groups):
            following = groups[index + 1][0].year if index + 1 < len(groups) else None
            if start == end:
                text = self.language.day(start, style, year=start.year != following)
                fact = Fact("date", f"{path}.date", start, text)
            else:
                text = self.language.days(start, end, style)
                fact = Fact("dates", f"{path}.date", (start, end), text)
            parts.append(marks.put(fact))
        return self._joined(parts)

    def schedule(self, context: Any, value: object) -> Markup:  # noqa: ANN401
        """Days, hours and zone of one session or all: `on 31 October 2025, from 1100 …(CET)`."""
        marks = self.marks(context)
        place = _place(context)
        parts = [
            self._sitting(marks, session, path, place)
            for session, path in _records(value, "schedule")
        ]
        style = self.language.pack.schedule
        joined = parts[0]
        for index, part in enumerate(parts[1:], 2):
            joined += words(style.last_join if index == len(parts) else style.join) + part
        return joined

    def _sitting(
        self, marks: Marks, session: Session | SideEvent, path: str, place: tuple[str, str] | None
    ) -> Markup:
        last = session.until or session.date
        if last != session.date:
            text = self.language.days(session.date, last, "when")
            day = Fact("dates", f"{path}.date", (session.date, last), text)
        else:
            style = "when" if session.weekday is None else "weekday"
            text = self.language.day(session.date, style)
            day = Fact("date", f"{path}.date", session.date, text)
        if not session.hours:
            return marks.put(day)
        schedule = self.language.pack.schedule
        pattern = schedule.hours if last == session.date else schedule.each_day
        zones = [self._zone(session, path, hours, place) for hours in session.hours]
        one_zone = len({zone.text for zone in zones}) == 1

        def hours() -> Iterator[Markup]:
            for index, (stretch, zone) in enumerate(zip(session.hours, zones, strict=True)):
                text = self.language.hours(stretch)
                put = marks.put(Fact("hours", f"{path}.hours[{index}]", stretch, text))
                yield put if one_zone else put + marks.put(zone)

        values: dict[str, Callable[[], Markup]] = {
            "days": lambda: marks.put(day),
            "hours": lambda: self._joined(list(hours())),
            "zone": lambda: marks.put(zones[-1]) if one_zone else Markup(""),
        }
        return _filled(pattern, values)

    def _zone(
        self,
        item: Session | SideEvent | Deadline,
        path: str,
        hours: Hours,
        place: tuple[str, str] | None,
    ) -> Fact:
        zone = item.zone or "UTC"
        town = place[1] if place and place[0] == zone else None
        value, text = self.language.zone(zone, item.date, hours.start, town)
        return Fact("zone", f"{path}.zone", value, text)

    def moment(self, context: Any, value: object) -> Markup:  # noqa: ANN401
        """The date of a deadline, with hour and zone where they are stated."""
        marks = self.marks(context)
        ((deadline, path),) = _records(value, "moment")
        text = self.language.day(deadline.date, "plain")
        day = Fact("date", f"{path}.date", deadline.date, text)
        hour = deadline.hour
        if hour is None:
            return marks.put(day)
        zone = self._zone(deadline, path, hour, _place(context))
        clock = Fact("hours", f"{path}.hour", hour, self.language.time(hour.start))
        values: dict[str, Callable[[], Markup]] = {
            "date": lambda: marks.put(day),
            "time": lambda: marks.put(clock),
            "zone": lambda: marks.put(zone),
        }
        return _filled(self.language.pack.schedule.moment, values)


def _filled(pattern: str, values: dict[str, Callable[[], Markup]]) -> Markup:
    """A pattern with its words escaped and its facts marked, in the order of the pattern."""
    return Markup("").join(
        values[text]() if is_field else words(text) for text, is_field in pieces(pattern)
    )


def _a(kind: type[_T], value: object, filter_name: str) -> _T:
    if isinstance(value, kind):
        return value
    if isinstance(value, Absent):
        raise WordingError(*_unprintable(value))
    raise WordingError(
        f"`{getattr(value, 'path', value)}` is not made for the filter `{filter_name}`",
        "use the filter of its kind",
    )


def _records(value: object, filter_name: str) -> list[tuple[Any, str]]:
    """The records behind one view or a list of views, with their paths."""
    views = [value] if isinstance(value, View) else list(_a(Items, value, filter_name))
    return [(view._record, view._path) for view in views]  # noqa: SLF001  views are for templates


def _place(context: Any) -> tuple[str, str] | None:  # noqa: ANN401
    """Zone and name of the place where the meeting is held."""
    place, zone = context.resolve("place"), context.resolve("zone")
    if not isinstance(place, NameValue) or not isinstance(zone, str):
        return None
    return str(zone), name(place).text
