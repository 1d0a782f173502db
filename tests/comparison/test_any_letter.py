"""Letters that nobody would write: they are compared to the end, and every finding has its place."""

import random

import pytest
from comparison.pairs import LETTERS, SOURCE, TARGET, compared, letter

PIECES = (
    *[
        "5/0 days",
        "Collective letter 0/0",
        "Циркуляр 999999999999",
        "CHF 0",
        "$ 5",
        "1e999",
        "9" * 40,
    ],
    *[
        "31 December 9999",
        "31.12.9999 moved",
        "to the end of 9999",
        "| a | b |\n| c | d |",
        "99:99",
        "25 часов",
        "24:00",
        "31 февраля",
        "29.02.2027",
        "0 January",
        "from to",
        "с по",
    ],
    *["UTC+99", "UTC+5.99", "UTC+2ept", "Lusaka time", "по времени", "время ()", "(SG)", "SG3RG-"],
    *["не в пятницу, а в", "not on Monday but", "instead of", "вместо", "read", "WTSA-", "ВАСЭ-99"],
    *["полтора", "and a half", "half an", "2 недели", "платно", "closed", "Mr", "г-н", "Encl. 99"],
    *[
        "a\tb\tc",
        "x   y   z",
        "1   2   3",
        "\nxv)\tone",
        "\n\N{SUPERSCRIPT TWO})\ttwo",
        "((",
        ")",
        "«",
    ],
    *[
        "½",
        "١٢",
        "\N{FULLWIDTH DIGIT ZERO}",
        "\u200b",
        "\u202e",
        "\x0b",
        "\nFrom: a@b.c\nSubject: x\n",
    ],
)


def messed(text, chance):
    """A text with pieces put in, with words taken out, or with words of its own again elsewhere."""
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(text))
        piece = chance.choice(PIECES)
        again = text[(start := chance.randrange(len(text))) : start + chance.randint(1, 80)]
        end = at + chance.randint(1, 30)
        ways = [f"{text[:at]} {piece} {text[at:]}"] * 3
        text = chance.choice([*ways, text[:at] + text[end:], text[:at] + again + text[at:]])
    return text


@pytest.mark.parametrize("seed", range(40))
def test_what_nobody_would_write_is_compared_to_the_end(seed):
    chance = random.Random(seed)  # noqa: S311  to be the same in each run
    texts = [messed(letter(language), chance) for language in LETTERS]
    findings = compared(*texts)
    assert findings
    lines = dict(zip(LETTERS, (text.count("\n") + 1 for text in texts), strict=True))
    for finding in findings:
        language = next(code for code in (SOURCE, TARGET) if f".{code}." in finding.location.file)
        assert 0 <= finding.location.line <= lines[language]  # 0 is the whole file
