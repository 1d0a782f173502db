"""How one language words dates, hours, zones, ordinals, counted nouns and names."""

from __future__ import annotations

import datetime as dt
import re
from functools import cached_property
from typing import TYPE_CHECKING

from babel.core import Locale, get_global
from babel.dates import parse_pattern

from circgen.facts.model import MINUTES_A_DAY, Hours, Name, Years, moment, zone_label
from circgen.facts.reading import suggestion
from circgen.language.patterns import fill
from circgen.language.understood import Glossary, Understood

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from circgen.language.pack import DateStyle, Pack

MINUS = "\N{MINUS SIGN}"


class WordingError(ValueError):
    """A language has no words for what it was asked; `args` are the problem and what to do."""


class MissingFormError(WordingError):
    """A name lacks the form that a sentence needs; `name` and its `path` in the facts say which."""

    def __init__(self, name: Name, path: str, problem: str, help_text: str) -> None:
        super().__init__(problem, help_text)
        self.name, self.path = name, path


class Language:
    """A language pack at work. Results are plain texts; errors are `WordingError`s."""

    def __init__(
        self,
        pack: Pack,
        understood: Callable[[], Understood] = Understood,
        glossary: Callable[[], Glossary] = Glossary,
    ) -> None:
        """Join a pack and, read when it is first asked for, what else its readers understand."""
        self.pack = pack
        self._understood, self._glossary = understood, glossary

    @cached_property
    def understood(self) -> Understood:
        """What the language's readers understand beyond what circgen prints.

        Raises:
            FindingsError: with every problem of its file.
        """
        return self._understood()

    @cached_property
    def glossary(self) -> Glossary:
        """What others call things in this language.

        Raises:
            FindingsError: with every problem of its file.
        """
        return self._glossary()

    @property
    def code(self) -> str:
        """The language's code: the name of its folder."""
        return self.pack.code

    @cached_property
    def locale(self) -> Locale:
        """The language's CLDR data."""
        return Locale.parse(self.pack.locale)

    @cached_property
    def currencies(self) -> Mapping[str, str]:
        """The names of the currencies that are legal tender today, by their codes."""
        tenders = (each for every in get_global("territory_currencies").values() for each in every)
        codes = {code for code, _, end, is_legal in tenders if is_legal and end is None}
        return {code: self.locale.currencies.get(code, code) for code in sorted(codes)}

    @cached_property
    def currency_signs(self) -> Mapping[str, str]:
        """Codes of currencies by their signs, those of the region and those of the language."""
        locales = self.locale, Locale(self.locale.language)
        return {s: code for each in locales for code, s in each.currency_symbols.items()}

    # dates

    def day(self, day: dt.date, style: str = "plain", following: dt.date | None = None) -> str:
        """One day in a style of the pack, without what the day that follows in a list will say."""
        return self._euphonic(self._cldr(self._pattern(self._style(style), day, following), day))

    def days(
        self, start: dt.date, end: dt.date, style: str = "plain", following: dt.date | None = None
    ) -> str:
        """A range of days, one day if both are the same; `following` as for `day`."""
        if start == end:
            return self.day(start, style, following)
        patterns = self._style(style)
        ranges = patterns.range
        if ranges is None:
            raise WordingError(f"date style `{style}` has no ranges", "add `range` to the pack")
        if (start.year, start.month) == (end.year, end.month):
            adjoining = (end - start).days == 1
            pattern = (adjoining and ranges.two_days) or ranges.same_month
        else:
            pattern = ranges.same_year if start.year == end.year else ranges.other
        if start.year == end.year:
            short = self._pattern(patterns, end, following)
            pattern = pattern.replace(f"{{{patterns.day}}}", f"{{{short}}}")
        ends = iter((start, end))
        return self._euphonic(fill(pattern, lambda cldr: self._cldr(cldr, next(ends))))

    @staticmethod
    def _pattern(style: DateStyle, day: dt.date, following: dt.date | None) -> str:
        """The pattern of a day before another one: month and year are said once, at the end."""
        if following is None or following.year != day.year:
            return style.day
        if following.month == day.month and style.without_month:
            return style.without_month
        return style.without_year or style.day

    def _style(self, style: str) -> DateStyle:
        if style not in self.pack.dates:
            raise WordingError(
                f"there is no date style `{style}`", suggestion(style, tuple(self.pack.dates))
            )
        return self.pack.dates[style]

    def _cldr(self, pattern: str, day: dt.date) -> str:
        return parse_pattern(pattern).apply(day, self.locale)

    def _euphonic(self, text: str) -> str:
        for find, put in self.pack.replacements:
            text = find.sub(put, text)
        return text

    def years(self, years: Years) -> str:
        """A range of years."""
        values = {"start": str(years.start), "end": str(years.end)}
        return fill(self.pack.years, values.__getitem__)

    # hours and zones

    def clock(self, minutes: int) -> str:
        """A time of day: 0 to 1440 minutes after midnight (1440 is 24:00), or on the next day."""
        hour, minute = divmod(minutes - MINUTES_A_DAY if minutes > MINUTES_A_DAY else minutes, 60)
        style = self.pack.hours
        pattern = style.on_the_hour if style.on_the_hour and not minute else style.clock
        values = {"HH": f"{hour:02}", "H": str(hour), "mm": f"{minute:02}", "m": str(minute)}
        # Babel formats `datetime.time`, which has no 24:00: only the fields are ours.
        return _CLOCK_FIELDS.sub(
            lambda match: values[match[1]] if match[1] else match[2].replace("''", "'"), pattern
        )

    def hours(self, hours: Hours) -> str:
        """A start (`at …`) or a stretch of time (`from … to …`)."""
        style = self.pack.hours
        if hours.end is None:
            pattern, values = style.at, {"clock": self.clock(hours.start)}
        else:
            pattern = style.overnight if hours.over_midnight else style.range
            values = {"start": self.clock(hours.start), "end": self.clock(hours.end)}
        return self._euphonic(fill(pattern, values.__getitem__))

    def time(self, minutes: int) -> str:
        """A time that follows a date: `2400 hours`."""
        return self._euphonic(
            fill(self.pack.hours.time, {"clock": self.clock(minutes)}.__getitem__)
        )

    def zone(self, zone: str, day: dt.date, minutes: int, place: str | None) -> tuple[str, str]:
        """(neutral value, text) of a zone on a day, as it follows hours.

        The value is the zone's label if the pack words it, else the offset (`UTC+9`); `place`
        names whose local time it is.
        """
        label = zone_label(zone, day, minutes)
        if label in self.pack.zones:
            return label, self.pack.zones[label]
        offset = utc_offset(zone, day, minutes)
        if place is None:
            return offset, fill(self.pack.local_zone_without_place, {"offset": offset}.__getitem__)
        values = {"place": place, "offset": offset}
        return offset, fill(self.pack.local_zone, values.__getitem__)

    # numbers

    def ordinal(self, number: int, form: str = "") -> str:
        """An ordinal in words, or in figures above what the pack spells.

        `form` names an ending of the pack (`feminine genitive`); a language whose ordinals don't
        change has none.
        """
        style = self.pack.ordinals
        if number > style.spelled_to:
            category = form if form in style.figures else self.locale.ordinal_form(number)
            pattern = style.figures.get(category) or style.figures.get("other")
            if pattern is None:
                raise WordingError(
                    f"no figures for ordinals in the form `{form}`", "add it to the pack"
                )
            return fill(pattern, {"number": str(number)}.__getitem__)
        word = style.words.get(str(number))
        if word:
            return self._inflected(word, form)
        tens, unit = number // 10 * 10, str(number % 10)
        if str(tens) not in style.tens or unit not in style.words:
            raise WordingError(f"no words for the ordinal {number}", "add them to the pack")
        values = {
            "tens": style.tens[str(tens)],
            "unit": self._inflected(style.words[unit], form).lower(),
        }
        return fill(style.compound, values.__getitem__)

    def _inflected(self, word: tuple[str, ...], form: str) -> str:
        stem, *classes = word
        if not classes:
            return stem
        endings = self.pack.ordinals.endings.get(classes[0], {})
        if form not in endings:
            raise WordingError(f"an ordinal has no form `{form}`", suggestion(form, tuple(endings)))
        return stem + endings[form]

    def plural(self, number: int) -> str:
        """The CLDR plural category of a number: `one`, `few`, `many`, `other`."""
        return self.locale.plural_form(number)

    def counted(self, number: int, noun: str, case: str = "") -> str:
        """A noun of the pack's `counted` as it follows `number`."""
        cases = self.pack.counted.get(noun)
        if cases is None:
            raise WordingError(
                f"there is no counted noun `{noun}`", suggestion(noun, tuple(self.pack.counted))
            )
        forms = cases.get(case or next(iter(cases), ""))
        if forms is None:
            raise WordingError(f"`{noun}` has no `{case}`", suggestion(case, tuple(cases)))
        return choose(forms, self.plural(number), f"`{noun}`")

    # names

    def forms(self, name: Name) -> Mapping[str, str]:
        """The forms of a name in this language."""
        if name.id is None:
            return name.forms.get(self.code, {})
        return self.pack.glossary[name.glossary].get(name.id, {})

    def listing(self, count: int) -> tuple[str, ...]:
        """What stands between the items of a list of `count`: commas and the word for "and"."""
        patterns = self.locale.list_patterns["standard"]
        if count == 2:  # noqa: PLR2004
            return (_between(patterns["2"]),)
        between = [_between(patterns["middle"])] * (count - 1)
        if between:
            between[0] = _between(patterns["start"])
            between[-1] = _between(patterns["end"])
        return tuple(between)


_CLOCK_FIELDS = re.compile(r"(HH|H|mm|m)|'((?:[^']|'')*)'")


def _between(pattern: str) -> str:
    return pattern.removeprefix("{0}").removesuffix("{1}")


def choose(forms: Mapping[str, str], category: str, what: str) -> str:
    """The form for a plural category, or that of `other`."""
    found = forms.get(category, forms.get("other"))
    if found is None:
        raise WordingError(f"{what} has no form for `{category}`", "add it, or `other`")
    return found


def utc_offset(zone: str, day: dt.date, minutes: int) -> str:
    """`UTC+9`, `UTC+5:30`, `UTC−3`, `UTC`."""
    offset = moment(zone, day, minutes).utcoffset() or dt.timedelta()
    sign = MINUS if offset < dt.timedelta() else "+"
    hours, rest = divmod(abs(offset).seconds // 60, 60)
    if not hours and not rest:
        return "UTC"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")
