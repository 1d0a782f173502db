"""Typography that was damaged in any way is mended, and never a fact."""

import re
from functools import cache

import pytest
import yaml
from checks.writing import LIBRARY, ROOT, found, guide, mended, mentioned
from hypothesis import given, settings
from hypothesis import strategies as st

NBSP = "\N{NO-BREAK SPACE}"
LANGUAGES = sorted(LIBRARY.packs)


@cache
def good_texts(language):
    """The texts of the project's facts files that have some typography, with some of our own."""
    found_ = set(OWN[language])
    for path in sorted((ROOT / "data").glob("*/*.yaml")):
        found_ |= set(_texts(yaml.safe_load(path.read_text("utf-8")), language))
    return sorted(text for text in found_ if len(text) > 20)


OWN = {
    "en": [
        f'The deadline is 31{NBSP}October 2026, 2400{NBSP}hours UTC; see "Resolution{NBSP}99".',
        f"Cities{NBSP}– and the participants' 'own' towns (2025-2026)… at 11:30, on 20-24{NBSP}May.",
    ],
    "ru": [
        f'Собрание пройдет 31{NBSP}октября 2026{NBSP}г. в 09{NBSP}час. 30{NBSP}мин.; см. "Рез.{NBSP}99".',
        f'Города "с "умными" домами"{NBSP}– и села… в 2025–2026{NBSP}гг.; с 16–20{NBSP}мая',
    ],
}


def _texts(node, language):
    if isinstance(node, dict):
        if isinstance(node.get(language), str):
            yield " ".join(re.split("[ \n]+", node[language]))
        for value in node.values():
            yield from _texts(value, language)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value, language)


DAMAGES = {
    r"(?<=\w)'(?=\w)": "’ʼ",
    f"{NBSP}– ": (" - ", " – ", " — ", "—", f"{NBSP}— ", " −  "),
    r"(?<=[^\W\d_]{2}), (?=[^\W\d_])": (",", " , ", ",  "),
    r"(?<=[^\W\d_]{2}); (?=[^\W\d_])": (";", " ; ", ";  "),
    r"(?<=20\d\d)[-–](?=20\d\d)": "-–—−",
    "…": ("...",),
    r"(?<=[^\W\d_]{5})[.](?= |$)": (" .", ".."),  # not of an abbreviation
    r"(?<=[^\W\d_]{3}) (?=[^\W\d_]{3})": ("  ", "\u2009"),
}


def damages(language, text):
    """Each place that typing could have come out otherwise, with what could stand there."""
    for pattern, others in DAMAGES.items():
        for match in re.finditer(pattern, text):
            yield match.span(), others
    for pattern in guide(language).no_break:
        for match in pattern.finditer(text.replace(NBSP, " ")):
            if text[match.start("gap")] == NBSP:
                yield match.span("gap"), (" ", "  ", f" {NBSP}")
    if 'с "умными' not in text:  # what is nested cannot be told apart if one mark is another
        for match in re.finditer('"', text):
            yield match.span(), "“«„" if text[match.end() :][:1].isalnum() else "”»"


@st.composite
def damaged(draw, language):
    text = draw(st.sampled_from(good_texts(language)))
    places = sorted(damages(language, text))
    chosen = draw(st.lists(st.sampled_from(places), max_size=5)) if places else []
    result, end = "", 0
    for (start, stop), others in sorted(set(chosen)):
        if start < end:
            continue
        result += text[end:start] + draw(st.sampled_from(list(others)))
        end = stop
    return text, result + text[end:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_good_text_is_left_alone(language):
    assert good_texts(language)
    for text in good_texts(language):
        assert [finding.message for finding in found(language, text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_damaged_text_becomes_the_good_one_again(language, data):
    good, bad = data.draw(damaged(language))
    after = mended(language, bad)
    assert mentioned(language, after) == mentioned(language, bad)
    assert mended(language, after) == after
    assert after == good
