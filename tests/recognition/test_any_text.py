"""Texts that nobody would write: they are read to the end, and every mention has its place."""

import random

import pytest
from recognition.tables import KINDS, LANGUAGES, found, reader

PIECES = (
    *[
        "1",
        "9",
        "00",
        "31",
        "1100",
        "2025",
        "20092012",
        "123456",
        ".",
        ",",
        ":",
        ";",
        "/",
        "(",
        ")",
        "'",
        "+",
        "-",
        "%",
        "&",
        "@",
        "#",
        '"',
        "\t",
        "\n",
    ],
    *(
        "\N{SUPERSCRIPT ZERO}\N{SUPERSCRIPT ZERO}",
        "\N{CIRCLED DIGIT TWO}",
        "\N{VULGAR FRACTION ONE HALF}",
    ),
    *(
        "\N{ARABIC-INDIC DIGIT NINE}",
        "\N{FULLWIDTH DIGIT ONE}",
        "\N{DEVANAGARI DIGIT FIVE}",
        "\N{ROMAN NUMERAL SEVEN}",
    ),
    *(
        "\N{NO-BREAK SPACE}",
        "\N{EN DASH}",
        "\N{MINUS SIGN}",
        "\N{RIGHT SINGLE QUOTATION MARK}",
        "\N{SOFT HYPHEN}",
    ),
    *(
        "May",
        "may",
        "31 October",
        "мая",
        "31 октября",
        "1er avril",
        "Friday",
        "пятница",
        "from",
        "to",
        "с",
        "по",
        "de",
        "à",
    ),
    *(
        "hours",
        "час.",
        "мин.",
        "h",
        "a.m.",
        "noon",
        "полдень",
        "du matin",
        "UTC",
        "CET",
        "UTC+9",
        "twenty",
        "-second",
    ),
    *(
        "one hundred",
        "двадцать",
        "второе",
        "9-е",
        "th",
        "st",
        "г.",
        "гг.",
        "XXI",
        "Y.4900",
        "www.",
        "https://",
        "x@y.int",
    ),
    *("+41 22", "20", "and", "и", "et", ", ", "between", "между", "of", "на", "日", "月", "年"),
)
COUNT = 400


def nonsense(seed):
    rng = random.Random(seed)  # noqa: S311  the same texts every time
    return "".join(
        rng.choice(PIECES) + rng.choice(("", " ", " ", " ")) for _ in range(rng.randint(1, 25))
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mention_has_its_place_in_the_text(language):
    for seed in range(COUNT):
        text = nonsense(seed)
        for mention in reader(language).mentions(text):
            assert 0 <= mention.start < mention.end <= len(text), text
            assert not text[mention.start].isspace(), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_figure_is_read_twice(language):
    for seed in range(COUNT):
        text = nonsense(seed)
        taken = [0] * len(text)
        spans = {(m.start, m.end) for m in reader(language).mentions(text) if m.kind in KINDS}
        for start, end in spans - {span for span in spans if _holds_another(span, spans)}:
            for place in range(start, end):
                taken[place] += text[place].isdecimal()
        assert max(taken, default=0) <= 1, text


def _holds_another(span, spans):
    """A month holds its year, a zone that is spelled out its offset."""
    return any(span[0] <= s and e <= span[1] and (s, e) != span for s, e in spans)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "9 ",
        "1-",
        "1, ",
        "(",
        "d ",
        "11:00-",
        "31 October, ",
        "5 and ",
        "a.",
        "+1 ",
        "0 ",
        "one hundred ",
    ],
)
def test_a_long_text_is_read_to_its_end(language, piece):
    text = piece * (20_000 // len(piece)) + "; 2025-10-31"
    assert found(language, text)[-1] == "date 2025-10-31"
