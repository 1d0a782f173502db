"""Faults of the typist: scripts, quotes, brackets, doubled words, end marks, lost dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from additions import LOOK_ALIKES
from edits import Edit, named
from layout import BULLET, Letter
from letters import Pair

_QUOTES = '"'
_ADDRESS = re.compile(r"\S*(?://|@)\S*")


def _outside(letter: Letter, pattern: str) -> Iterator[re.Match[str]]:
    """Matches outside addresses, and outside the head and the foot."""
    taken = [match.span() for match in _ADDRESS.finditer(letter.text)]
    for match in re.finditer(pattern, letter.text):
        if letter.part_at(match.start()) in {"head", "foot", "contact"}:
            continue
        if not any(start <= match.start() < end for start, end in taken):
            yield match


def mixed_scripts(pair: Pair, random: Random) -> Iterator[Edit]:
    """Cyrillic letters in a Latin word, and Latin ones in a Cyrillic word."""
    letter = pair.target.letter
    if not pair.is_prose:
        return
    to_cyrillic = {latin: cyrillic for cyrillic, latin in LOOK_ALIKES.items()}
    for match in _outside(letter, r"\b(?:CES?T|U4SSC|COEX|ITU|TSB|UNECE)\b"):
        rules = named("mixed-script zone acronym name zone-of-date disagreement")
        put = "".join(to_cyrillic.get(char, char) for char in match[0])
        yield Edit("mixed-script", "an acronym typed so", *match.span(), put, rules)
        places = [at for at, char in enumerate(match[0]) if char in to_cyrillic]
        at = match.start() + random.choice(places)
        put = to_cyrillic[letter.text[at]]
        yield Edit("mixed-script", "a letter of an acronym", at, at + 1, put, rules)
    table = to_cyrillic if letter.language == "en" else LOOK_ALIKES
    found = list(_outside(letter, r"(?<![-\w])[^\W\d_]{4,}(?![-\w])"))
    for match in random.sample(found, min(5, len(found))):
        places = [at for at, char in enumerate(match[0]) if char in table]
        if places:
            at = match.start() + random.choice(places)
            rules = named("mixed-script")
            put = table[letter.text[at]]
            yield Edit("mixed-script", "a letter of a word", at, at + 1, put, rules)


def lost_halves(pair: Pair, random: Random) -> Iterator[Edit]:
    """A quote or bracket without its other half, or of another kind."""
    letter = pair.target.letter
    if not pair.is_prose:
        return
    rules = named("quotes")
    for match in _outside(letter, _QUOTES):
        yield Edit("quotes", "lost", *match.span(), "", rules)
        before = letter.text[match.start() - 1]
        is_opening = before in " (\t\N{NO-BREAK SPACE}"
        put = "«" if is_opening else "»"
        yield Edit("quotes", "of another kind", *match.span(), put, rules)
        after = letter.text[match.end()]
        if not is_opening and after == " ":
            yield Edit("quotes", "twice", *match.span(), '""', rules)
    rules = named("brackets")
    for match in _outside(letter, r"[()]"):
        yield Edit("brackets", "lost", *match.span(), "", rules)
        put = "[" if match[0] == "(" else "]"
        yield Edit("brackets", "of another kind", *match.span(), put, rules)
        if match[0] == ")" and random.random() < 0.3:  # noqa: PLR2004
            yield Edit("brackets", "twice", *match.span(), "))", rules)


def doubled_words(pair: Pair, random: Random) -> Iterator[Edit]:
    """A word twice in a row."""
    letter = pair.target.letter
    if not pair.is_prose:
        return
    found = list(_outside(letter, r"(?<= )[a-zа-яё]{2,}(?=[ ,.])"))
    rules = named("doubled-word")
    for match in random.sample(found, min(6, len(found))):
        put = f"{match[0]} {match[0]}"
        yield Edit("doubled-word", "word", *match.span(), put, rules)
    small = [m for m in found if len(m[0]) < 4]  # noqa: PLR2004
    for match in random.sample(small, min(3, len(small))):
        put = f"{match[0]} {match[0]}"
        yield Edit("doubled-word", "small word", *match.span(), put, rules)


def end_marks(pair: Pair, random: Random) -> Iterator[Edit]:
    """The mark at the end of a paragraph or item lost, or another one."""
    letter = pair.target.letter
    if not pair.is_prose:
        return
    rules = named("punctuation")
    for line in letter.lines:
        if not line.part.isdigit() or not line.text or line.text[-1] not in ".;:":
            continue
        if _ADDRESS.search(line.text.split(" ")[-1]):
            continue  # some leave the full stop out after an address
        kind = "item" if line.mark == BULLET else "paragraph"
        mark = line.text[-1]
        span = line.end - 1, line.end
        yield Edit("punctuation", f"end of {kind} lost", *span, "", rules)
        others = {".": ",;:", ";": ".,:", ":": ".;"}[mark]
        put = random.choice(others)
        yield Edit("punctuation", f"other end of {kind}", *span, put, rules)


def lost_dashes(pair: Pair, _: Random) -> Iterator[Edit]:
    """Two numbers without the dash that was between them."""
    letter = pair.target.letter
    rules = named("run-together years date number disagreement impossible-date")
    for match in _outside(letter, r"(?<=\d)[–-](?=\d)"):
        yield Edit("run-together", "dash lost", *match.span(), "", rules)
        yield Edit("run-together", "a space for the dash", *match.span(), " ", rules)


MUTATORS = (mixed_scripts, lost_halves, doubled_words, end_marks, lost_dashes)
