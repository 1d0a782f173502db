"""Texts that try a writer: every character there is, and what characters do beside each other."""

import unicodedata

from hypothesis import strategies as st

from circgen.facts.characters import forbidden

_SPACES = "\t\n\r "
EVERY_CHARACTER = [character for character in map(chr, range(0x110000)) if not forbidden(character)]
_MARKS = [each for each in EVERY_CHARACTER if unicodedata.category(each)[0] == "M"]
_SCRIPTS = st.characters(categories=["L", "N"])
_EMOJI = st.sampled_from(
    [
        "\U0001f468",
        "\U0001f680",
        "\u200d",
        "\ufe0f",
        "\U0001f3fd",
        "\U0001f1e8",
        "\u2708",
        "\U000e0067",
    ]
)
_DIRECTIONS = st.sampled_from(
    [*"\u2066\u2067\u2068\u2069\u200e\u200f\u061c", "a", "1", "(", "\u05d0", "\u0627"]
)
_ALPHABETS = (
    _SCRIPTS,
    st.sampled_from(_MARKS) | _SCRIPTS,
    _EMOJI,
    _DIRECTIONS,
    st.sampled_from([each for each in EVERY_CHARACTER if unicodedata.category(each) == "Zs"])
    | _SCRIPTS,
    st.sampled_from([each for each in EVERY_CHARACTER if unicodedata.category(each) == "Cf"])
    | _SCRIPTS,
    st.characters(categories=["S", "P"]),
    st.sampled_from("&<>\"'*_[]()#`~|\\{}%!$^@=+-;:,./? 0123456789"),
)


def texts() -> st.SearchStrategy[str]:
    """Texts that may stand in a circular, without white space that a letter folds."""
    mixed = st.one_of(*(st.text(alphabet, min_size=1, max_size=30) for alphabet in _ALPHABETS))
    long = st.builds(str.__mul__, st.characters(categories=["L", "M", "S"]), st.just(10_000))
    return st.one_of(mixed, mixed, mixed, long).filter(
        lambda text: not forbidden(text) and not set(text) & set(_SPACES[:3])
    )


def rows(length: int = 512) -> list[str]:
    """Every character that may stand in a circular, in texts of this length."""
    printed = [each for each in EVERY_CHARACTER if each not in _SPACES]
    return ["".join(printed[at : at + length]) for at in range(0, len(printed), length)]
