"""What a reader must find in an edition, worked out from the facts file alone.

Nothing here knows how circgen words a fact: months and weekdays are those of CLDR, labels of zones
those of the IANA database, ordinals those of num2words, names those of the packs, and everything
else stands in the file itself. `missing` names the facts that no line of a page gives.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import yaml
from babel import Locale
from golden.shelves import ROOT, Edition
from num2words import num2words

# These steer the letter; what they say has no word of its own on the page.
STEERING = {
    "kind", "series", "status", "editions", "mode", "zone", "mandatory", "individuals",
    "free_of_charge", "id", "after", "before", "omit", "study_period", "file",
}  # fmt: skip
WHEN = {"date", "until", "hours", "hour", "weekday", "zone", "zone_label"}
PHONES = {"tel", "fax"}
_MARKDOWN = re.compile(r"\\(?P<kept>[*_])|\*\*?|\[(?P<words>[^\]]*)\]\((?P<link>[^)]*)\)")


def without_markdown(text: str) -> list[str]:
    """The paragraphs and bullets of a Markdown text, as the text edition prints them."""
    blocks = re.split(r"\n\n|\n(?=\* )", text)
    return [_MARKDOWN.sub(_shown, html.unescape(block.removeprefix("* "))) for block in blocks]


def _shown(mark: re.Match[str]) -> str:
    words, link = mark["words"], mark["link"]
    if not link:
        return mark["kept"] or ""
    return words if words in link else f"{words} ({link})"


def missing(edition: Edition, page: str) -> list[str]:
    """The paths of the facts that a page does not give."""
    return sorted(set(_Search(edition, page).walk(edition.example.facts, "")))


class _Search:
    def __init__(self, edition: Edition, page: str) -> None:
        self.example, self.language = edition.example, edition.language
        self.pack = self.example.shelf.pack(self.language)
        self.locale = Locale.parse(self.pack["locale"])
        self.page = _plain(page)
        self.lines = [_plain(line) for line in page.splitlines()]

    def walk(self, value: object, path: str, key: str = "") -> Iterator[str]:
        """The paths below a value whose facts are not on the page."""
        match value:
            case dict() if self.language in value:
                if not self._gives_text(value[self.language], key):
                    yield path
            case dict():
                yield from self._walk_record(value, path)
            case list():
                for index, inner in enumerate(value):
                    yield from self.walk(inner, f"{path}[{index}]", key)
            case str():
                if not self._gives_word(value, key):
                    yield path

    def _walk_record(self, record: dict, path: str) -> Iterator[str]:
        when = record.keys() & WHEN - {"zone"}
        if when and not self._gives_time(record, path):
            yield f"{path}: {', '.join(sorted(when))}"
        for name, inner in record.items():
            if name not in STEERING | WHEN:
                yield from self.walk(inner, f"{path}.{name}" if path else name, name)

    # texts

    def _gives_text(self, text: object, key: str) -> bool:
        """A text in the page's language; of a name that gives its forms, one of them."""
        if key == "text":  # of a paragraph, in Markdown
            return all(self._has(block) for block in without_markdown(str(text)))
        return any(self._has(form) for form in _forms(text))

    def _has(self, text: str) -> bool:
        return _plain(text).casefold() in self.page.casefold()

    # single values

    def _gives_word(self, value: str, key: str) -> bool:
        match key:
            case _ if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                return any(self._says_date(line, value) for line in self.lines)
            case "ordinal":
                return self._says_ordinal(int(value))
            case "variant":
                return self._has_number(value[1:])
            case _ if key in PHONES:
                digits = re.sub(r"\D", "", value)
                return any(digits in re.sub(r"\D", "", line) for line in self.lines)
            case _ if value.isdecimal():
                return self._has_number(value)
            case _:
                return self._has(value) or any(self._has(form) for form in self._names(value))

    def _has_number(self, digits: str) -> bool:
        return bool(re.search(rf"(?<!\d){digits}(?!\d)", self.page))

    def _names(self, id_: str) -> Iterator[str]:
        """The forms of a name that the pack knows under an id."""
        for glossary in self.pack["glossary"].values():
            found = glossary.get(id_, {})
            yield from _forms(found)

    def _says_ordinal(self, number: int) -> bool:
        """In words, whatever their endings; or in figures."""
        try:
            words = num2words(number, lang=self.language, to="ordinal").replace("ё", "е")
        except NotImplementedError:
            words = ""
        stem = words[:-2] if words else "\0"
        return self._has(stem) or bool(re.search(rf"(?<!\d){number}(?!\d)", self.page))

    # days and hours

    def _gives_time(self, record: dict, path: str) -> bool:
        """One line has the days, the weekday, the hours and the zone of a record.

        Registration on the spot is by the clock on the wall: it needs no zone.
        """
        zoned = path != "registration"
        return any(self._says_time(line, record, zoned=zoned) for line in self.lines)

    def _says_time(self, line: str, record: dict, *, zoned: bool) -> bool:
        days = [record[name] for name in ("date", "until") if name in record]
        hours = _listed(record.get("hours", record.get("hour", [])))
        return (
            all(self._says_date(line, day) for day in days)
            and self._says_weekday(line, record)
            and all(_says_clock(line, clock) for span in hours for clock in _clocks(span))
            and (not hours or not zoned or self._says_zone(line, record, hours[0]))
            and record.get("zone_label", "") in line
        )

    def _says_date(self, line: str, typed: str) -> bool:
        day = dt.date.fromisoformat(typed)
        month = self.locale.months["format"]["wide"][day.month]
        numbers = (str(day.day), str(day.year))
        return month.casefold() in line.casefold() and all(
            re.search(rf"(?<!\d){number}(?!\d)", line) for number in numbers
        )

    def _says_weekday(self, line: str, record: dict) -> bool:
        """The stem of its name: languages decline it."""
        if "weekday" not in record:
            return True
        day = dt.date.fromisoformat(record["date"])
        name = self.locale.days["format"]["wide"][day.weekday()]
        return name[:-2].casefold() in line.casefold()

    def _says_zone(self, line: str, record: dict, hours: str) -> bool:
        """The label of the zone at that hour, or its distance from UTC."""
        zone = record.get("zone") or self._zone_of_the_meeting()
        hour, minute = map(int, next(_clocks(hours)))
        day = dt.datetime.fromisoformat(record["date"]) + dt.timedelta(hours=hour, minutes=minute)
        moment = day.replace(tzinfo=ZoneInfo(zone))
        minutes = int(moment.utcoffset().total_seconds()) // 60
        offset = f"UTC{minutes // 60:+d}" + (f":{minutes % 60:02}" if minutes % 60 else "")
        return moment.tzname() in line or offset in line

    def _zone_of_the_meeting(self) -> str:
        facts = self.example.facts
        place = facts.get("place", facts.get("issued_at"))
        if "zone" in facts:
            return facts["zone"]
        if isinstance(place, dict):
            return place["zone"]
        zones = yaml.safe_load((ROOT / "templates" / "places.yaml").read_text("utf-8"))
        return zones[place]


def _forms(name: str | dict[str, str]) -> list[str]:
    """The forms of a name: itself, or all that it gives."""
    if isinstance(name, str):
        return [name]
    return [form for key, form in name.items() if key != "gender"]


def _plain(text: str) -> str:
    """On one line, with ordinary spaces."""
    return " ".join(text.split())


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _clocks(span: str) -> Iterator[tuple[str, str]]:
    """Hours and minutes as typed: `11:00-12:00`, `1800-2400`, `22:00-02:00+1`."""
    yield from re.findall(r"(\d{2}):?(\d{2})", span)


def _says_clock(line: str, clock: tuple[str, str]) -> bool:
    """The hour, and after at most a word the minutes; some languages leave out full hours' 00."""
    hour, minute = clock
    after = rf"\D{{0,8}}{minute}(?!\d)"
    if minute == "00":
        after = rf"(?:{after}|\D)"
    return bool(re.search(rf"(?<!\d)0?{int(hour)}{after}", line))
