"""Numbers as automatic numbering writes them, by the names of the formats."""

from __future__ import annotations

LARGEST = 32_767
"""What automatic numbering counts to."""
MOST_LETTERS = 30
"""How often a letter is repeated before the first one comes again."""
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LATIN = "".join(map(chr, range(ord("a"), ord("z") + 1)))
CYRILLIC = "".join(
    chr(code)
    for code in range(0x430, 0x450)
    # Lists leave out short i, the hard sign and the soft sign.
    if code not in {0x439, 0x44A, 0x44C}
)
NOTES = "*\N{DAGGER}\N{DOUBLE DAGGER}\N{SECTION SIGN}"


def numeral(value: int, style: str) -> str:  # noqa: PLR0911 - one for each format
    """A number in a format of ECMA-376 part 1, 17.18.59; in digits where the format isn't known.

    `ordinal` comes out in digits too: its ending depends on the language.
    """
    if not 0 < value <= LARGEST:
        return "" if style == "none" else str(value)
    match style:
        case "none":
            return ""
        case "lowerRoman" | "upperRoman":
            return _cased(_roman(value), style)
        case "lowerLetter" | "upperLetter":
            return _cased(_repeated(value, LATIN), style)
        case "russianLower" | "russianUpper":
            return _cased(_repeated(value, CYRILLIC), style)
        case "chicago":
            return _repeated(value, NOTES)
        case "decimalZero":
            return f"{value:02}"
        case "numberInDash":
            return f"- {value} -"
    return str(value)


def padded(value: int, pattern: str) -> str:
    """A number in a format of the document's own, `001, 002, 003, ...`."""
    return str(value).zfill(min(len(pattern.partition(",")[0].strip()), 9))


def _cased(text: str, style: str) -> str:
    return text.upper() if style.startswith("upper") or style.endswith("Upper") else text


def _repeated(value: int, letters: str) -> str:
    """The letters, then each of them twice, and so on."""
    times, place = divmod(value - 1, len(letters))
    return letters[place] * (times % MOST_LETTERS + 1)


def _roman(value: int) -> str:
    text = ""
    for worth, letters in ROMAN:
        times, value = divmod(value, worth)
        text += letters * times
    return text
