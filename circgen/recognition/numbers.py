"""Years, ordinals, codes and numbers, in figures and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.facts.model import Years
from circgen.recognition.lexicon import Lexicon
from circgen.recognition.mentions import Kind, Mention
from circgen.recognition.number_words import in_words
from circgen.recognition.tokens import NUMBERS, Tokens, role_class

_FROM, _TO, _AND = (role_class(name) for name in ("from", "to", "and"))
_YEARS = re.compile(
    rf"(?<![dqYn][.,:/+\-])b_Y_{_AND}_Y"
    rf"|(?<![dqYn][.,:/+\-])Y(?:_?y\.?)?(?:_?-_?|_?{_TO}_?|/)Y(?!-?[.,:/\-][dqYn])(?:_?y\.?)?"
    r"|(?<![dqYn][.,:/+\-])Y[-/]d(?![dqYn]|[.,:/\-][dqYn])"
)
_ORDINAL = re.compile(r"[dqYn][-.]?s")
_NUMBER = re.compile(f"[{NUMBERS}]")
_FIGURES = frozenset(NUMBERS)
_CODE = re.compile(r"(?<![^\W_])(?<!\d\.)([^\W\d_])\.(\d+(?:\.\d+)*)(?!(?!(?:bis|rev)\b)\w)")
_CENTURIES = range(1800, 2200)
_THOUSANDS, _NO_DECIMALS = 3, "000"
_HUNDRED = 100
_TOGETHER = 8
_LONGEST = 15


def codes(text: str, look_alike: dict[int, str]) -> Iterator[Mention]:
    """Numbers of Recommendations, such as Y.4900."""
    for match in _CODE.finditer(text):
        letter = match[1].translate(look_alike)
        if letter.isupper():
            yield Mention(Kind.CODE, f"{letter}.{match[2]}", match.start(), match.end())


def years(tokens: Tokens) -> tuple[Tokens, list[Mention]]:
    """Ranges of years."""
    if "Y" not in tokens.classes:
        return tokens, []
    found = []
    used = []
    for match in _YEARS.finditer(tokens.classes):
        first, last = (
            tokens.words[i] for i in range(*match.span()) if tokens.classes[i] in NUMBERS
        )
        begin, end = int(first), int(last)
        if len(last) < len(first):
            end += begin // _HUNDRED * _HUNDRED
        if begin in _CENTURIES and end in _CENTURIES and begin < end:
            found.append(Mention(Kind.YEARS, Years(begin, end), *tokens.span(*match.span())))
            used.append(match.span())
    return tokens.masked(used), found


def numbers(tokens: Tokens, lexicon: Lexicon) -> Iterator[Mention]:
    """Ordinals and numbers among the tokens that are left."""
    has_figures = tokens.has(_FIGURES)
    ordinals = [m.span() for m in _ORDINAL.finditer(tokens.classes)] if has_figures else []
    for first, last in ordinals:
        value = _whole(tokens.words[first])
        kind = Kind.ORDINAL if isinstance(value, int) else Kind.CODE
        yield Mention(kind, value, *tokens.span(first, last))
    tokens = tokens.masked(ordinals)
    figures = list(_figures(tokens, lexicon)) if has_figures else []
    yield from in_words(tokens, lexicon.counting, figures)


def _figures(tokens: Tokens, lexicon: Lexicon) -> Iterator[tuple[int, int, Mention]]:
    """Numbers in figures, each with its tokens."""
    last = 0
    for match in _NUMBER.finditer(tokens.classes):
        place = match.start()
        if place < last:
            continue
        last = place + 1
        mention = _plain(tokens, place)
        for reading in (_grouped, _decimal, _chapter, _always):
            found = reading(tokens, lexicon, place)
            if found:
                last, mention = found
                break
        yield place, last, mention


def _grouped(tokens: Tokens, lexicon: Lexicon, place: int) -> tuple[int, Mention] | None:
    """A number whose thousands are set off: 1,000; 1 000; 1'000; it may have decimals."""
    words, classes = tokens.words, tokens.classes
    mark = words[place + 1][:1] if place + 1 < len(words) else ""
    if mark not in {" ", ",", "'", "."} or len(words[place]) > _THOUSANDS or words[place][0] == "0":
        return None
    last = place + 1
    while (
        _follows(tokens, last, "_" if mark == " " else mark) and len(words[last + 1]) == _THOUSANDS
    ):
        last += 2
    groups = (last - place) // 2
    if not groups or (mark == "." and groups == 1 and not lexicon.dotted_thousands):
        return None
    is_decimal = lexicon.decimal_commas and words[last - 1] != _NO_DECIMALS
    if mark == "," and groups == 1 and is_decimal:
        return None
    if mark != " " and (_follows(tokens, last, mark) or classes[last : last + 1] in _FIGURES):
        return None
    value: float = int("".join(words[place:last:2]))
    for decimal in {".", ","} - {mark}:
        if _follows(tokens, last, decimal) and not _follows(tokens, last + 2, decimal):
            value = float(f"{value}.{words[last + 1]}")
            last += 2
            break
    return last, Mention(Kind.NUMBER, value, *tokens.span(place, last))


def _decimal(tokens: Tokens, lexicon: Lexicon, place: int) -> tuple[int, Mention] | None:
    """3.5 and 3,5, but not 1,2,3."""
    del lexicon
    if place > 1 and tokens.classes[place - 1] == "," and tokens.classes[place - 2] in NUMBERS:
        return None
    for mark in ".,":
        if _follows(tokens, place + 1, mark) and not any(
            _follows(tokens, place + 3, other) for other in ".,"
        ):
            value = float(f"{tokens.words[place]}.{tokens.words[place + 2]}")
            return place + 3, Mention(Kind.NUMBER, value, *tokens.span(place, place + 3))
    return None


def _chapter(tokens: Tokens, lexicon: Lexicon, place: int) -> tuple[int, Mention] | None:
    """Numbers of chapters and versions: 1.2.3."""
    del lexicon
    last = place + 1
    while _follows(tokens, last, "."):
        last += 2
    if last == place + 1:
        return None
    value = ".".join(tokens.words[place:last:2])
    return last, Mention(Kind.CODE, value, *tokens.span(place, last))


def _always(tokens: Tokens, lexicon: Lexicon, place: int) -> tuple[int, Mention] | None:
    """24/7, which other languages say in words."""
    del lexicon
    last = place + 3
    if tokens.words[place:last] != ("24", "/", "7"):
        return None
    return last, Mention(Kind.NUMBER, 24, *tokens.span(place, last), weak=True)


def _follows(tokens: Tokens, place: int, mark: str) -> bool:
    """Whether a mark and then a number come."""
    classes = tokens.classes
    return (
        place + 1 < len(classes)
        and (classes[place] == mark or tokens.words[place] == mark)
        and classes[place + 1] in NUMBERS
    )


def _plain(tokens: Tokens, place: int) -> Mention:
    start, end = tokens.span(place, place + 1)
    word = tokens.words[place]
    if len(word) == _TOGETHER:
        first, last = int(word[:4]), int(word[4:])
        if first in _CENTURIES and last in _CENTURIES and first <= last:
            return Mention(Kind.RUN_TOGETHER, word, start, end)
    value = _whole(word)
    return Mention(Kind.NUMBER if isinstance(value, int) else Kind.CODE, value, start, end)


def _whole(word: str) -> int | str:
    """The value of figures; of very many, the figures."""
    return int(word) if len(word) <= _LONGEST else word
