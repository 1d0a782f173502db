"""A facts file in the making: what has been answered, and what is wrong with an answer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from circgen.checks.rules.project.duplicate_number import duplicates
from circgen.checks.subjects.sayings import origins
from circgen.drafting.archive import Archive, Offer, card_of, name_text
from circgen.drafting.occasions import label, occasion
from circgen.drafting.sheet import Sheet
from circgen.drafting.side_events import NONE, redated, redates, surplus
from circgen.facts.load import BrokenFactsError
from circgen.facts.model import Facts, FactsFile, Name, Session
from circgen.facts.opening import opening
from circgen.facts.parsers import WEEKDAYS
from circgen.facts.quoted import flow, quoted, typed
from circgen.facts.reading import real
from circgen.facts.schema import KEYS
from circgen.facts.source import Mapping as MappingNode
from circgen.facts.source import parse
from circgen.facts.texts import LocalizedText
from circgen.facts.types import Key, ListOf
from circgen.findings import Finding, FindingsError, Location
from circgen.library import Library, read_bytes
from circgen.project import shown

_COUNTED = ("number", "ordinal")
"""Keys beside which it stands where they come from, if they are as offered."""
_IN_STEPS = ("mode", "signatory")
"""Keys that another question completes."""
_NUMBERED = ("number", "study_period", "variant")
_CLOCK = re.compile(r"\d{1,2}[:.h]?\d{2}")


class Question(NamedTuple):
    """What is asked for one fact, by itself or by an option.

    `hint` is what may be answered. With `many` one may answer several times; `items` are then the
    things that each of so many answers is about.
    """

    path: str
    option: str
    asks: str
    hint: str = ""
    offer: Offer | None = None
    optional: bool = False
    many: bool = False
    items: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key of the facts file."""
        return self.path.partition(".")[0]


class Draft:
    """The text of a new facts file, and what it says so far.

    `given` are answers by options. `conflicts` say which answers do not go together.
    """

    def __init__(
        self, archive: Archive, path: Path, sheet: Sheet, given: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.archive, self.path, self.sheet, self.given = archive, path, sheet, given
        self.original = sheet
        self.asked: set[str] = set()
        self.conflicts: tuple[Finding, ...] = ()
        self.library = Library(archive.library.project, self._bytes)
        self._content = b""
        self.facts = self.read(sheet)[0].facts if sheet.blocks else Facts(())

    def _bytes(self, path: Path) -> bytes:
        return self._content if shown(path) == shown(self.path) else read_bytes(path)

    def read(self, sheet: Sheet) -> tuple[FactsFile, tuple[Finding, ...]]:
        """What a sheet says, and everything that is wrong with it."""
        self._content = sheet.text.encode()
        nothing = FactsFile(shown(self.path), Facts(()), {})
        try:
            return self.library.load(self.path).file, ()
        except BrokenFactsError as error:
            return error.file or nothing, error.findings
        except FindingsError as error:
            return nothing, error.findings

    @property
    def is_copy(self) -> bool:
        """Whether it began as a copy of an earlier file."""
        return bool(self.original.blocks)

    @property
    def inherited(self) -> Mapping[str, object]:
        """What its series states, by key."""
        series = self.facts.series
        if not series or series not in self.library.project.series():
            return {}
        file = self.library.series(series)
        stated = (key for key in file.where if key in Facts._fields)
        return {key: getattr(file.facts, key) for key in stated}

    @property
    def keys(self) -> Mapping[str, Key]:
        """The keys that it may have."""
        if self.facts.kind not in self.library.project.layouts():
            return KEYS
        return {**KEYS, **self.library.kind(self.facts.kind).facts}

    @property
    def language(self) -> str:
        """The language that texts are typed in: the one that others are translated from."""
        editions = self.facts.editions
        translated = origins(self.library.packs, editions) if editions else {}
        return next((code for code in editions if code not in translated), "")

    def has(self, key: str) -> bool:
        """Whether a key is stated, here or by the series."""
        return key in self.sheet.keys or key in self.inherited

    def take(self, question: Question, answers: Sequence[str]) -> tuple[Finding, ...]:
        """Take the answers to a question; nothing is taken if anything is wrong with them."""
        if refused := self._impossible(question, answers):
            return (Finding(Location(shown(self.path)), "type", *refused),)
        sheet = self._with(question, answers, ())
        file, findings = self.read(sheet)
        if wrong := self._about({question.key}, sheet, findings):
            return wrong
        if question.key == "sessions":
            known = tuple(session for _, session in real(file.facts.sessions))
            sheet = self._with(question, answers, known)
            file, findings = self.read(sheet)
        is_numbered = question.key in _NUMBERED and "number" in {*self.asked, question.key}
        if is_numbered and (twice := self._duplicate(file)):
            return twice
        if question.key in self.inherited and question.key in sheet.keys:
            without = sheet.without(question.key)
            if self.read(without)[0].facts == file.facts:
                sheet = without
        self.sheet, self.facts = sheet, file.facts
        self.asked.add(question.key)
        self.conflicts = self._about(self.asked, sheet, findings)
        return ()

    def _impossible(self, question: Question, answers: Sequence[str]) -> tuple[str, str] | None:
        """What is wrong with answers that there is no place for, and what to do."""
        key = question.key
        if "." in question.path and key in self.keys and isinstance(self.keys[key].type, ListOf):
            return f"`{key}` is a list", f"state all of it: --fact '{key}=[…]'"
        return surplus(self.original.lines_of(key), answers) if key == "side_events" else None

    def _duplicate(self, file: FactsFile) -> tuple[Finding, ...]:
        """Another circular that has this number."""
        cards = [past.card for past in self.archive.circulars]
        found = duplicates((*cards, card_of(file)))
        return tuple(each for each in found if each.location.file == file.file)

    def _about(
        self, keys: set[str], sheet: Sheet, findings: Sequence[Finding]
    ) -> tuple[Finding, ...]:
        """Those at some keys that are not about what has not been asked yet."""
        file = shown(self.path)
        return tuple(
            each
            for each in findings
            if each.location.file == file
            and (key := sheet.key_at(each.location.line)) in keys
            and each.rule not in self._later()
            and not (each.rule == "missing-key" and (each.location.column == 1 or key in _IN_STEPS))
        )

    def _later(self) -> tuple[str, ...]:
        """Rules that are about what has not been asked yet."""
        has_old_days = self.is_copy and "sessions" not in self.asked
        has_clocks = self.has("issued_at") or self.has("place")
        return (
            "missing-text",
            *(("issue-date",) if has_old_days else ()),
            *(("missing-zone",) if not has_clocks else ()),
        )

    def _with(
        self, question: Question, answers: Sequence[str], sessions: tuple[Session, ...]
    ) -> Sheet:
        said = [answer.strip() for answer in answers if answer.strip()]
        key = question.key
        if key == "side_events" and redates(self.original.lines_of(key), said):
            lines = redated(self.original.lines_of(key), said)
            return self.sheet.put(key, lines) if lines else self.sheet.without(key)
        if not said or said == [NONE]:
            return self._without(question)
        if "." in question.path:
            lines = self._record(question, said[0])
        elif key == "status":
            return self._with_status(said[0])
        elif key == "sessions":
            lines = (f"{key}:", *_sessions(said, sessions))
        elif key == "deadlines":
            each = [part.strip() for part in ",".join(said).split(",") if part.strip()]
            lines = (f"{key}:", *map(self._deadline, each))
        else:
            lines = self._lines(key, said)
            if question.offer and said == [question.offer.text] and key in _COUNTED:
                lines = (f"{lines[0]}  # {question.offer.why}",)
        return self.sheet.put(key, lines)

    def _with_status(self, answer: str) -> Sheet:
        """A draft, if number and date are not known; then those of a copied file are gone."""
        if answer.lower() in {"yes", "true"}:
            return self.sheet.without("status")
        if answer.lower() not in {"no", "false"}:
            return self.sheet.put("status", (f"status: {typed(answer)}",))
        sheet = self.sheet
        for key in ("number", "issued"):
            sheet = sheet.without(key)
        return sheet.put("status", ("status: draft",))

    def _without(self, question: Question) -> Sheet:
        if "." not in question.path:
            return self.sheet.without(question.key)
        lines = self._record(question, "")
        return (
            self.sheet.put(question.key, lines) if lines[1:] else self.sheet.without(question.key)
        )

    def _lines(self, key: str, said: Sequence[str]) -> tuple[str, ...]:
        type_ = self.keys[key].type if key in self.keys else None
        if isinstance(type_, LocalizedText) and not said[0].startswith("{"):
            return f"{key}:", f"  {self.language}: {quoted(said[0])}"
        if isinstance(type_, ListOf) and isinstance(type_.type, LocalizedText):
            return f"{key}:", *(f"  - {self.language}: {quoted(each)}" for each in said)
        if isinstance(type_, ListOf) and not said[0].startswith(("{", "[")):
            words = [word.strip() for each in said for word in each.split(",") if word.strip()]
            return (f"{key}: [{', '.join(quoted(word, inside=True) for word in words)}]",)
        return (f"{quoted(key)}: {typed(said[0])}",)

    def _record(self, question: Question, answer: str) -> tuple[str, ...]:
        """The lines of `contact` or `signatory` with one of its values; the others as they are."""
        _, _, name = question.path.partition(".")
        root = parse(self.sheet.text.encode(), "") if self.sheet.blocks else None
        node = root.get(question.key) if root else None
        stated = {}
        if isinstance(node, MappingNode):
            stated = {key.text: flow(value) for key, value in node.entries}
        elif question.key in self.inherited:
            stated = _texts(self.inherited[question.key])
        stated.pop(name, None)
        if answer:
            stated[name] = typed(answer)
        return f"{question.key}:", *(f"  {key}: {value}" for key, value in stated.items())

    def _deadline(self, answer: str) -> str:
        """`registration`, with its day if that isn't the one by rule, and an hour if it has one."""
        what, *rest = answer.split()
        hour = rest.pop() if len(rest) > 1 and _CLOCK.fullmatch(rest[-1]) else ""
        day, why = " ".join(rest), ""
        if not day and (offer := self.deadline(what)):
            day, why = offer.text, f"  # {offer.why}"
        if what not in self.library.vocabulary.glossaries["deadlines"]:
            day = day or "1900-01-01"  # the name is what is wrong
        pairs = {"what": what, "date": day, "hour": hour}
        stated = (f"{key}: {quoted(text, inside=True)}" for key, text in pairs.items() if text)
        return f"  - {{{', '.join(stated)}}}{why}"

    def deadline(self, what: str) -> Offer | None:
        """The last day by rule of a deadline of this name."""
        notice, first = self.library.notices.get(what), opening(self.facts)
        if notice is None or first is None:
            return None
        why = f"{notice} before" if notice.days or notice.months else "when it opens"
        return Offer(notice.before(first.day).isoformat(), why)


def _sessions(said: Sequence[str], sessions: tuple[Session, ...]) -> list[str]:
    """A line for each; once it is known what they mean, with labels and weekdays."""
    lines = []
    for index, answer in enumerate(said):
        stated, beside = occasion(answer), ""
        if index < len(sessions):
            session = sessions[index]
            if found := label(session):
                stated["zone_label"] = found
            days = dict.fromkeys((session.date, session.last))
            beside = "  # " + " to ".join(WEEKDAYS[day.weekday()] for day in days)
        lines.append(f"  - {{{', '.join(f'{k}: {v}' for k, v in stated.items())}}}{beside}")
    return lines


def _texts(record: object) -> dict[str, str]:
    """A record that a series states, as it would be written here."""
    found: dict[str, str] = {}
    if isinstance(record, tuple) and hasattr(record, "_asdict"):
        for key, value in record._asdict().items():
            if value is not None:
                found[key] = name_text(value) if isinstance(value, Name) else quoted(str(value))
    return found
