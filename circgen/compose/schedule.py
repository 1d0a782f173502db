"""Filters for days, hours and zones: what stands in one session, and in all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from markupsafe import Markup

from circgen.compose.printing import Marks, expect, filled, joined, name, words
from circgen.compose.values import Items, NameValue, View
from circgen.document import Fact
from circgen.facts.model import Deadline, Hours, Session, SideEvent
from circgen.language.wording import Language, WordingError


class Schedules(NamedTuple):
    """The filters `days`, `schedule` and `moment` of one language."""

    language: Language
    marks: Callable[[Any], Marks]

    def days(self, context: Any, value: object, style: str = "plain") -> Markup:  # noqa: ANN401
        """The days of sessions without their hours; days in a row become a range."""
        marks = self.marks(context)
        groups: list[tuple[dt.date, dt.date, str]] = []
        for session, path in sorted(_records(value, "days"), key=lambda pair: pair[0].date):
            last = getattr(session, "until", None) or session.date
            if groups and session.date <= groups[-1][1] + dt.timedelta(days=1):
                start, end, first_path = groups[-1]
                groups[-1] = (start, max(end, last), first_path)
            else:
                groups.append((session.date, last, path))
        parts = []
        for index, (start, end, path) in enumerate(groups):
            following = groups[index + 1][0] if index + 1 < len(groups) else None
            text = self.language.days(start, end, style, following)
            value = start if start == end else (start, end)
            kind = "date" if start == end else "dates"
            fact = Fact(kind, f"{path}.date", value, text)
            parts.append(marks.put(fact))
        return joined(self.language, parts)

    def schedule(self, context: Any, value: object) -> Markup:  # noqa: ANN401
        """Days, hours and zone of one session or all: `on 31 October 2025, from 1100 …(CET)`."""
        marks = self.marks(context)
        place = _place(context)
        records = _records(value, "schedule")
        parts = [self._sitting(marks, session, path, place) for session, path in records]
        if not any(session.hours for session, _ in records):
            return joined(self.language, parts)
        style = self.language.pack.schedule
        whole = parts[0]
        last = (len(parts) == 2 and style.two_join) or style.last_join  # noqa: PLR2004
        for index, part in enumerate(parts[1:], 2):
            whole += words(last if index == len(parts) else style.join) + part
        return whole

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
        if session.weekday is not None and schedule.weekday_hours:
            pattern = schedule.weekday_hours
        zones = [self._zone(session, path, hours, place) for hours in session.hours]
        one_zone = len({zone.text for zone in zones}) == 1

        def hours() -> Iterator[Markup]:
            for index, (stretch, zone) in enumerate(zip(session.hours, zones, strict=True)):
                text = self.language.hours(stretch)
                put = marks.put(Fact("hours", f"{path}.hours[{index}]", stretch, text))
                yield put if one_zone else put + marks.put(zone)

        values: dict[str, Callable[[], Markup]] = {
            "days": lambda: marks.put(day),
            "hours": lambda: joined(self.language, list(hours())),
            "zone": lambda: marks.put(zones[-1]) if one_zone else Markup(""),
        }
        return filled(pattern, values)

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
        ((deadline, path),) = _records(value, "moment", (Deadline,))
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
        return filled(self.language.pack.schedule.moment, values)


def _records(
    value: object, filter_name: str, kinds: tuple[type, ...] = (Session, SideEvent)
) -> list[tuple[Any, str]]:
    """The records behind one view or a list of views, with their paths."""
    views = [value] if isinstance(value, View) else list(expect(Items, value, filter_name))
    for view in views:
        record = view._record if isinstance(view, View) else None  # noqa: SLF001
        if not isinstance(record, kinds):
            path = getattr(view, "path", None) or getattr(view, "_path", value)
            raise WordingError(
                f"`{path}` is not made for the filter `{filter_name}`", "use the filter of its kind"
            )
    return [(view._record, view._path) for view in views]  # noqa: SLF001  views are for templates


def _place(context: Any) -> tuple[str, str] | None:  # noqa: ANN401
    """Zone and name of the place where the meeting is held."""
    place = context.resolve("place")
    if not isinstance(place, NameValue) or place.zone is None:
        return None
    return place.zone, name(place).text
