"""How the characters of a letter are marked: language, direction and script of every run.

The script decides, never the name of a language. Word picks fonts, spelling and line breaking by
these marks: `w:lang w:val` counts for most scripts, `w:eastAsia` for Han, kana and Hangul, `w:bidi`
for runs marked `w:rtl`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import bidirectional, category, east_asian_width

from circgen.writers.docx.markup import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from circgen.document import Circular

RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"

_LETTER = rf"[^\W_{RTL}]"
_WITHIN = rf"(?:[^{RTL}()\[\]{{}}«»“”\",;\n]|[,;](?=\S))"
LEFT_TO_RIGHT = rf"[+#@]?{_LETTER}(?:{_WITHIN}*{_LETTER})?[/%°+#\u0300-\u036f]*"
"""Words and figures that keep their own direction inside right-to-left text.

Brackets, quotation marks and the comma before a space are left to the text around them, which
mirrors and places them: the parts of "(U4SSC, 31" belong to different sides. It is compiled when a
right-to-left letter needs it.
"""

LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK = "\N{LEFT-TO-RIGHT MARK}", "\N{RIGHT-TO-LEFT MARK}"
_FIGURE = re.compile(r"[\d.:/\-]+")

OPENING, CLOSING = '<w:t xml:space="preserve">', "</w:t>"
BREAKS = (("\n", "<w:br/>"), ("\t", "<w:tab/>"))


class Voice(NamedTuple):
    """The marks that one letter's language puts on its runs and paragraphs."""

    language: str
    right_to_left: bool
    east_asian: bool

    @classmethod
    def of(cls, circular: Circular) -> Voice:
        """A letter is East Asian when its own words are: a Chinese name in another isn't enough."""
        own_words = circular.subject.label + "".join(entry.label for entry in circular.reference)
        return cls(
            language=escape(circular.language),
            right_to_left=circular.direction == "rtl",
            east_asian=has_east_asian(own_words),
        )

    @property
    def paragraph(self) -> str:
        """What goes into the properties of every paragraph."""
        return "<w:bidi/>" if self.right_to_left else ""

    @property
    def table(self) -> str:
        """What goes into the properties of every table: columns run from the right."""
        return "<w:bidiVisual/>" if self.right_to_left else ""

    @property
    def default(self) -> str:
        """The language of what has no mark of its own, and of the document as a whole."""
        named = f'"{self.language}"'
        return f"<w:lang w:val={named} w:eastAsia={named} w:bidi={named}/>"

    @property
    def mark(self) -> str:
        """The language, as a property of a run without East Asian characters."""
        return f'<w:lang w:{"bidi" if self.right_to_left else "val"}="{self.language}"/>'

    def run(self, text: str, style: str = "") -> str:
        """The characters as runs; `style` is the id of a character style.

        A line feed is a line break, a tab a tab.
        """
        if not text:
            return ""
        named = f'<w:rStyle w:val="{style}"/>' if style else ""
        if self.right_to_left:
            return "".join(
                f"<w:r><w:rPr>{named}{'<w:rtl/>' if turned else ''}"
                f"{self.mark}</w:rPr>{_characters(kept_in_order(part, turned=turned))}</w:r>"
                for part, turned in by_direction(text)
            )
        mark = self.mark
        if self.east_asian and has_east_asian(text):
            # Without the hint Word sets quotation marks and dashes in the Western font.
            named += '<w:rFonts w:hint="eastAsia"/>'
            mark = f'<w:lang w:val="{self.language}" w:eastAsia="{self.language}"/>'
        return f"<w:r><w:rPr>{named}{mark}</w:rPr>{_characters(text)}</w:r>"


def is_east_asian(character: str) -> bool:
    """Whether it is Han, kana, Hangul or made to stand among them: wide, full-width, half-width."""
    return east_asian_width(character) in "WFH"


def has_east_asian(text: str) -> bool:
    """Whether any character is East Asian."""
    return not text.isascii() and any(map(is_east_asian, text))


def by_direction(text: str) -> Iterator[tuple[str, bool]]:
    """The text in parts, each with whether it runs from right to left."""
    place = 0
    for found in re.finditer(LEFT_TO_RIGHT, text):
        if found.start() > place:
            yield text[place : found.start()], True
        yield found[0], False
        place = found.end()
    if place < len(text):
        yield text[place:], True


def kept_in_order(part: str, *, turned: bool) -> str:
    """A part of a right-to-left text, with marks where only its run says how it reads.

    Word goes by the run, other programs by the characters: without marks, they take the parts of a
    telephone number from right to left, the last stroke of an address to its other end, and a comma
    between two left-to-right words for one of theirs.
    """
    if turned:
        is_sure = any(bidirectional(character) in {"R", "AL"} for character in part)
        belongs_before = category(part[0])[0] in "MC"  # an accent, a joiner
        return part if is_sure or belongs_before else RIGHT_TO_LEFT_MARK + part
    if (part[0].isalpha() and part[-1].isalpha()) or _FIGURE.fullmatch(part):
        return part
    return f"{LEFT_TO_RIGHT_MARK}{part}{LEFT_TO_RIGHT_MARK}"


def _characters(text: str) -> str:
    marked = f"{OPENING}{escape(text)}{CLOSING}"
    # As characters they would be printed as spaces.
    for character, element in BREAKS:
        if character in marked:
            marked = marked.replace(character, f"{CLOSING}{element}{OPENING}")
    return marked
