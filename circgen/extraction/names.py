"""Names in a letter: the id that a glossary of the language has for them, or the name itself."""

from __future__ import annotations

import re

from circgen.comparison.side import Side, Spot, Unit
from circgen.extraction.stated import Node, Stated, worded
from circgen.readers.letter import Passage
from circgen.recognition.mentions import Kind

_ENDS = " \t\n;,.:；，。、"
_WORD = re.compile(r"\w+")
_BRACKETS = re.compile(r"[\s(（][(（]?[^()（）]*(?:[(（][^()（）]*[)）])?[)）]*$")
_LONGEST_ARTICLE = 3


def passage_text(passage: Passage) -> str:
    """A passage without the punctuation of its list."""
    text = passage.text.strip()
    return text.rstrip(_ENDS) if not text.endswith((".)",)) else text


def name(side: Side, glossary: str, passage: Passage) -> Node:
    """The name that a passage is: its id, or the name written out."""
    text = passage_text(passage)
    id_ = id_of(side, glossary, text)
    stated = Stated(id_ or text, text, passage.at())
    return stated if id_ else worded(side.letter.language, stated)


def id_of(side: Side, glossary: str, text: str) -> str | None:
    """The id of a name that makes up a text, whole but for an article before it."""
    known = side.recogniser.language.pack.glossary[glossary]
    plain = _plain(side, text)
    for id_, forms in known.items():
        if any(plain == _plain(side, form) for form in forms.values()):
            return id_
    for mention in side.recogniser.mentions(text):
        if mention.kind not in (Kind.NAME, Kind.EVENT) or mention.value not in known:
            continue
        before = _WORD.findall(text[: mention.start])
        after = text[mention.end :].strip(_ENDS + '"()')
        article = not before or (len(before) == 1 and len(before[0]) <= _LONGEST_ARTICLE)
        if article and (not after or _has_brackets(known[str(mention.value)], after)):
            return str(mention.value)
    return None


def _plain(side: Side, text: str) -> str:
    return " ".join(side.recogniser.lexicon.fold(text).lower().split()).rstrip(_ENDS)


def _has_brackets(forms: object, after: str) -> bool:
    """Whether the name itself ends in brackets, and a text in the same figures."""
    assert hasattr(forms, "values")  # noqa: S101  glossaries map forms to texts
    own = {tuple(re.findall(r"\d+", form)) for form in forms.values()}
    return bool(own - {()}) and tuple(re.findall(r"\d+", after)) in {
        each[-len(re.findall(r"\d+", after)) :] for each in own
    }


def named(unit: Unit, side: Side, glossary: str) -> tuple[Spot, ...]:
    """The mentions of names of a glossary that are not inside longer ones, each id once."""
    known = side.recogniser.language.pack.glossary[glossary]
    found: dict[object, Spot] = {}
    for spot in unit.of(Kind.NAME, Kind.EVENT):
        if spot.mention.value in known and not spot.mention.weak:
            found.setdefault(spot.mention.value, spot)
    return tuple(found.values())


def stated(spot: Spot) -> Stated:
    """A mention as a leaf."""
    return Stated(str(spot.mention.value), spot.text, spot.at)
