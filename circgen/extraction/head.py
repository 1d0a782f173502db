"""The head and the foot of a letter: number, date, place, addressees, contact, signatory."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from circgen.comparison.side import Side, Unit
from circgen.extraction.names import name, named, passage_text, stated
from circgen.extraction.signatory import signatory
from circgen.extraction.stated import Items, Stated, Tree, put, worded
from circgen.facts import parsers
from circgen.findings import Finding, Level, Location
from circgen.language.patterns import pieces
from circgen.readers.letter import Passage, joined
from circgen.readers.signs import Signs, signs_of
from circgen.recognition.mentions import Days, Kind

_NUMBER = r"\s?(\d{1,4})\s?"
_LISTS = {"addressees": "to", "copies": "copies"}
_CONTACT: dict[str, Callable[[str], str]] = {
    "tel": parsers.parse_phone,
    "fax": parsers.parse_phone,
    "email": parsers.parse_email,
    "website": parsers.parse_url,
}
_DASHES = re.compile("[‐‑‒–—−]")


def head(side: Side, findings: list[Finding]) -> Tree:
    """What stands around the paragraphs of a letter."""
    tree: Tree = {}
    parts = side.parts
    stray = _stray(parts)
    if "reference" in parts:
        _reference(side, _whole(side, parts["reference"], stray), tree, findings)
    if "dateline" in parts:
        _dateline(side, parts["dateline"], tree)
    for key, part in _LISTS.items():
        if part in parts:
            passages = [each for each in parts[part].passages if each is not stray]
            items: Items = [name(side, "addressees", each) for each in passages]
            tree[key] = items
    for key, parse in _CONTACT.items():
        if key in parts:
            _contact(parts[key].passages[0], f"contact.{key}", parse, tree, findings)
    if "person" in parts:
        person, *more = (each for each in parts["person"].passages if each is not stray)
        put(tree, "contact.person", name(side, "people", person))
        help_text = "see whether `contact:` should name this person, too"
        findings += [not_taken(each, "a further person", help_text) for each in more]
    if "signature" in parts:
        signatory(side, parts["signature"], tree)
    return tree


def _stray(parts: Mapping[str, Unit]) -> Passage | None:
    """The second line of the reference, if it was read as the first addressee or as a person.

    Behind it stand addressees with bullets, or the person.
    """
    above = parts["reference"].passages[-1].starts[-1][1] if "reference" in parts else None
    for part in ("to", "person") if above else ():
        first, *others = parts[part].passages if part in parts else (None,)
        if first is None or first.mark or not others or not _is_next(above, first.at()):
            continue
        if part == "person" or all(each.mark for each in others):
            return first
    return None


def _is_next(one: Location | None, other: Location) -> bool:
    """Whether a place is on the line, or in the paragraph, below another one."""
    if one is None:
        return False
    return (other.line, other.paragraph) in {
        (one.line + 1, one.paragraph),
        (one.line, one.paragraph + 1),
    }


def _whole(side: Side, reference: Unit, stray: Passage | None) -> Unit:
    return side.unit(reference.place, joined((*reference.passages, stray))) if stray else reference


def not_taken(
    passage: Passage, what: str, help_text: str, text: str = "", at: Location | None = None
) -> Finding:
    """That a text of the letter has no place in the draft; `at` is its own, if it has one."""
    shown = " ".join((text or passage.text).split())
    shown = shown if len(shown) <= _MOST_SHOWN else f"{shown[:_MOST_SHOWN]}…"
    return Finding(
        at or passage.at(), "not-taken-over", f"{what}: `{shown}`", help_text, Level.WARNING
    )


_MOST_SHOWN = 80


def _reference(side: Side, unit: Unit, tree: Tree, findings: list[Finding]) -> None:
    """Number and variant, from a line that is what the language calls a circular; the section."""
    passage = unit.passages[0]
    first, _, rest = passage.text.partition("\n")
    signs = signs_of(side.recogniser.language)
    found = dict(_fields(signs, side, first))
    if not found and (found := dict(_fields(signs, side, " ".join(passage.text.split())))):
        first, rest = passage.text, ""
    if not found:
        numbers = unit.of(Kind.CIRCULAR, Kind.NUMBER, Kind.ORDINAL)
        alone = [spot for spot in numbers if spot.mention.kind is Kind.CIRCULAR]
        if len(numbers) == 1 and alone and isinstance(alone[0].mention.value, int):
            found = {"number": str(alone[0].mention.value)}
    for key, value in found.items():
        tree[key] = Stated(value, first, passage.at())
    unknown = side.recogniser.language.pack.letter.unknown.get("number", "")
    if not found and not (unknown and unknown in first):
        findings.append(
            not_taken(
                passage, "the reference is not that of a TSB circular", "write `number:`", first
            )
        )
    section, at = rest.strip(), passage.at(len(first) + 1)
    if ":" in section:
        help_text = "see whether it belongs to `contact:`"
        findings.append(not_taken(passage, "a line below the reference", help_text, section, at))
    elif section:
        tree["section"] = Stated(" ".join(section.split()), section, at)


def _fields(signs: Signs, side: Side, line: str) -> Iterator[tuple[str, str]]:
    """Number and variant of a reference in the words of the pack."""
    plain = signs.plain(line)
    for letter, reference in side.recogniser.language.pack.letter.references.items():
        names, pattern = [], ""
        for part, is_field in pieces(reference.name):
            pattern += _NUMBER if is_field else re.escape(signs.plain(part))
            names += [part] if is_field else []
        if match := re.fullmatch(pattern, plain):
            for field, value in zip(names, match.groups(), strict=True):
                number = str(int(value))
                yield (field, f"{letter}{number}" if field == "variant" else number)
            return


def _dateline(side: Side, unit: Unit, tree: Tree) -> None:
    dates = [spot for spot in unit.of(Kind.DATE) if _one_day(spot.mention.value)]
    if dates:
        value = dates[0].mention.value
        assert isinstance(value, Days)  # noqa: S101  dates have days
        tree["issued"] = Stated(str(value.start), dates[0].text, dates[0].at)
    places = named(unit, side, "places")
    if places:
        tree["issued_at"] = stated(places[0])
        return
    passage = unit.passages[0]
    if len(dates) == 1:
        mention = dates[0].mention
        rest = passage.text[: mention.start].strip(" ,，、،") or passage.text[mention.end :].strip(
            " ,，،"
        )
        if rest and rest[0].isupper() and not any(map(str.isdigit, rest)):
            at = passage.at()
            put(tree, "issued_at.name", worded(side.letter.language, Stated(rest, rest, at)))


def _one_day(value: object) -> bool:
    return isinstance(value, Days) and value.start == value.end and bool(value.start.date())


def _contact(
    passage: Passage,
    path: str,
    parse: Callable[[str], str],
    tree: Tree,
    findings: list[Finding],
) -> None:
    text = passage_text(passage)
    try:
        value = parse(_DASHES.sub("-", text))
    except ValueError:
        findings.append(not_taken(passage, f"`{path}` is not one alone", f"write `{path}`", text))
        return
    put(tree, path, Stated(str(value), text, passage.at()))
