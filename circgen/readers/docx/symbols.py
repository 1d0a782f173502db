"""Characters of symbol fonts, which are numbered in a way of their own."""

from __future__ import annotations

BULLET = "\N{BULLET}"
PRIVATE = 0xF000
"""Where Word puts the 224 characters of a symbol font."""
FONTS = ("symbol", "wingdings", "webdings", "zapfdingbats", "monotype sorts", "marlett")

# Discs, squares, diamonds, arrow heads, ticks and such, by font.
DINGBATS = frozenset(
    b"\x6c\x6d\x6e\x6f\x70\x71\x72\x73\x74\x75\x76\x77\x9e\x9f\xa0\xa1"
    b"\xa4\xa7\xa8\xaa\xb2\xd8\xe0\xe8\xf0\xfc"
)
SYMBOL_BULLETS = frozenset(b"\xa8\xb7\xe0")
SYMBOL = {
    0x2D: "\N{MINUS SIGN}",
    0xA2: "\N{PRIME}",
    0xA3: "\N{LESS-THAN OR EQUAL TO}",
    0xAE: "\N{RIGHTWARDS ARROW}",
    0xB0: "\N{DEGREE SIGN}",
    0xB1: "\N{PLUS-MINUS SIGN}",
    0xB2: "\N{DOUBLE PRIME}",
    0xB3: "\N{GREATER-THAN OR EQUAL TO}",
    0xB4: "\N{MULTIPLICATION SIGN}",
    0xB8: "\N{DIVISION SIGN}",
    0xB9: "\N{NOT EQUAL TO}",
    0xBB: "\N{ALMOST EQUAL TO}",
    0xBC: "\N{HORIZONTAL ELLIPSIS}",
    0xD7: "\N{DOT OPERATOR}",
    **{ord(each): each for each in " !#%&()+,./0123456789:;<=>?[]_{|}"},
}
"""What of the font Symbol isn't a Greek letter or a piece of a formula."""


def is_symbolic(font: str) -> bool:
    """Whether a font has symbols where others have letters."""
    return font.lower().startswith(FONTS)


def symbol(code: int, font: str) -> str:
    """The character of a font at that place; a bullet for whatever serves as one."""
    if not is_symbolic(font):
        return _character(code)
    place = code - PRIVATE if code >= PRIVATE else code
    if font.lower().startswith("symbol"):
        if place in SYMBOL_BULLETS:
            return BULLET
        return SYMBOL.get(place) or _character(PRIVATE + place)
    return BULLET if place in DINGBATS else _character(PRIVATE + place)


def bullet(text: str, font: str) -> str:
    """The sign in front of an item: what isn't readable in every font is a plain bullet."""
    sign = text.strip()
    if not sign:
        return ""
    readable = not is_symbolic(font) and not any(
        each.isalnum() or ord(each) >= PRIVATE or not each.isprintable() for each in sign
    )
    return sign if readable else BULLET


def _character(code: int) -> str:
    if not 0 < code <= 0xFFFF or 0xD800 <= code < 0xE000:  # noqa: PLR2004 - halves of characters
        return ""
    return chr(code)
