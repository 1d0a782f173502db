"""Which language a document is written in, and which sentence is written in another one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from circgen.language.patterns import pieces
from circgen.language.wording import Language
from circgen.readers.sheet import Sheet
from circgen.readers.signs import Signs, signs_of

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ADDRESS = re.compile(r"@|://|\w\.\w")
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»|„[^“”]*[“”]|(?<!\w)['‘][^'’]*['’](?!\w)")

LEAST_OF_WORDS = 4
"""How many known words, more than those of any other language, tell a document's language."""
LEAST_OF_SIGNS = 2
"""How many labels, salutations and closings of its own do."""
SURENESS = 1.5
"""How many times as many of them the document's language has as the next one."""
LINES_OF_A_LETTER = ("addressees", "deadlines", "offices", "participants")
"""The glossaries whose names are lines or items by themselves, and are always translated."""
LONGEST_LINE = 200
"""Characters of a line that all letters of a language may have; more of them are a paragraph."""
LONGEST_SENTENCE = 2_000
"""Characters that are looked at; more of them tell no more."""
LONG_WORD = 4
SHORT_SENTENCE = 3
"""A sentence has at least so many long words or words that are known; less may be a name."""
OWN_SHARE = 0.3
"""The share of words of its own that makes a sentence one with a foreign name in it."""


class _Words(NamedTuple):
    """What is known of a language: frequent words, all words of its data, fixed lines, script."""

    frequent: frozenset[str]
    known: frozenset[str]
    lines: frozenset[str]
    script: str


def language_of(sheet: Sheet, languages: Mapping[str, Language]) -> str | None:
    """The code of the language that a document is written in; None if that is unclear.

    Labels, salutation and closing decide; where they don't, words that few languages share.
    """
    signs = _clearly_most(_count_signs(sheet, languages), LEAST_OF_SIGNS)
    if signs is not None:
        return signs
    scores = dict.fromkeys(languages, 0.0)
    words = {code: _words_of(language) for code, language in languages.items()}
    counts = Counter(word for line in sheet.lines for word in _plain_words(line.text))
    for word, count in counts.items():
        having = [code for code, known in words.items() if word in known.known]
        for code in having if len(having) < len(words) or len(words) == 1 else ():
            scores[code] += count / len(having)
    return _clearly_most(scores, LEAST_OF_WORDS)


def _clearly_most(scores: Mapping[str, float], least: int) -> str | None:
    """The key of the highest score, unless it is low, or another comes near."""
    best, second, *_ = (*sorted(scores, key=lambda code: -scores[code]), "", "")
    if not best or scores[best] < least:
        return None
    return best if scores[best] >= SURENESS * scores.get(second, 0) else None


def _count_signs(sheet: Sheet, languages: Mapping[str, Language]) -> dict[str, float]:
    """How many labels, salutations and closings of no other language each of them has."""
    counts = dict.fromkeys(languages, 0.0)
    signs = {code: signs_of(language) for code, language in languages.items()}
    for line in sheet.lines:
        having = [code for code, each in signs.items() if _is_sign(line.text, each)]
        if len(having) == 1:
            counts[having[0]] += 1
    return counts


def foreign(text: str, own: str, languages: Mapping[str, Language]) -> str | None:
    """The code of the other language that a sentence is clearly written in, or None.

    Names, acronyms, addresses and quoted titles may stand in any language.
    """
    return _foreign(text, own, tuple(languages.items()))


@lru_cache(maxsize=4096)
def _foreign(text: str, own: str, languages: tuple[tuple[str, Language], ...]) -> str | None:
    known = {code: _words_of(language) for code, language in languages}
    if len(text) <= LONGEST_LINE:
        line = signs_of(dict(languages)[own]).plain(text)
        if line in known[own].lines:
            return None
        fixed = next((code for code in known if line in known[code].lines), None)
        if fixed is not None:
            return fixed
    words = _running_words(text)
    scripts = set(map(_script, words))
    others = {c: other for c, other in known.items() if c != own and other.script in scripts}
    if not others:
        return None
    best: tuple[int, str] | None = None
    mine = _plain_all(words) & known[own].known
    for code, other in others.items():
        theirs = [word for word in words if _script(word) == other.script]
        if other.script != known[own].script:
            is_other = _is_sentence(theirs, other) and len(theirs) > (1 - OWN_SHARE) * len(words)
            hits = len(_plain_all(theirs) & other.known)
        else:
            hits = len((_plain_all(theirs) & other.known) - known[own].known)
            frequent = (_plain_all(theirs) & other.frequent) - known[own].known
            is_other = hits >= SHORT_SENTENCE and bool(frequent) and hits >= 3 * len(mine)
        if is_other and (best is None or hits > best[0]):
            best = hits, code
    return best[1] if best else None


def unlike_words(text: str, language: Language) -> list[str]:
    """Words without a capital in a script that a language is not written in: they are no name.

    Names have short ones (`Internet of Things`), but do not begin with them.
    """
    own = _words_of(language).script
    return [
        word
        for index, word in enumerate(_running_words(text))
        if own
        and word.islower()
        and _script(word) != own
        and (len(word) >= LONG_WORD or (not index and len(word) > 1))
    ]


def _is_sentence(words: list[str], language: _Words) -> bool:
    """Whether words that are foreign by their script are more than a name.

    The small words of a name are lower case, too; so there must be long ones. The first word of a
    sentence has a capital anyway.
    """
    lower = [word for index, word in enumerate(words) if not index or not word[0].isupper()]
    content = [word for word in lower if len(word) >= LONG_WORD]
    known = [word for word in lower if word in language.frequent]
    return len(content) + len(set(known)) >= SHORT_SENTENCE and len(content) > 1


def _running_words(text: str) -> list[str]:
    """The words of a sentence without addresses, quoted titles and acronyms."""
    text = _QUOTED.sub(" ", _without_addresses(text[:LONGEST_SENTENCE]))
    return [word for word in _WORD.findall(text) if len(word) == 1 or not word.isupper()]


def _without_addresses(text: str) -> str:
    if not _ADDRESS.search(text):
        return text
    return " ".join(word for word in text.split() if not _ADDRESS.search(word))


def _plain_words(text: str) -> Iterator[str]:
    return (word.casefold() for word in _WORD.findall(_without_addresses(text)))


def _plain_all(words: list[str]) -> set[str]:
    return {word.casefold() for word in words}


def _is_sign(text: str, signs: Signs) -> bool:
    """Whether a line has a label, or is a salutation or a closing."""
    label = text.partition(":")[0].partition("\t")[0].partition("\n")[0]
    return signs.label(label) is not None or signs.is_salutation(text) or signs.is_closing(text)


@lru_cache(maxsize=32)
def _words_of(language: Language) -> _Words:
    """What the data of a language says, gathered once."""
    pack, understood = language.pack, language.understood
    letter, signs = pack.letter, signs_of(language)
    entries = [
        form
        for glossary in LINES_OF_A_LETTER
        for forms in pack.glossary.get(glossary, {}).values()
        for form in forms.values()
    ]
    lines = (
        *entries,
        *pack.labels.values(),
        *letter.letterhead,
        *letter.salutation,
        " ".join(letter.salutation),
        letter.closing,
        letter.signed,
        letter.footer,
        letter.author,
        *understood.salutations,
        *understood.closings,
    )
    patterns = (
        letter.dateline,
        letter.annex_heading,
        *letter.annexes.values(),
        *(text for each in letter.references.values() for text in each),
        *(text for style in pack.dates.values() for text in style.range or () if text),
        *(text for text in (*pack.schedule, *pack.hours) if text),
    )
    names = [
        form
        for glossary in pack.glossary.values()
        for forms in glossary.values()
        for form in forms.values()
    ]
    worded = [part for text in patterns for part, is_field in pieces(text) if not is_field]
    frequent = frozenset(word for word in _plain_words(" ".join(understood.function_words)))
    found = set(_plain_words("\n".join((*lines, *worded, *names, *signs.months))))
    small = frozenset(word for word in found if len(word) < LONG_WORD)
    scripts = Counter(map(_script, _WORD.findall("\n".join((*lines, *names)))))
    return _Words(
        frequent or small,
        frozenset(found) | frequent,
        frozenset(filter(None, map(signs.plain, lines))),
        scripts.most_common(1)[0][0] if scripts else "",
    )


@lru_cache(maxsize=4096)
def _script(word: str) -> str:
    """The script of a word, as the Unicode name of its first letter says (`LATIN`)."""
    return unicodedata.name(word[0], "").partition(" ")[0]
