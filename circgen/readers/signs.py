"""Signs: the words by which the parts of a letter are recognised, from the data of a language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache

from circgen.language.pack import Reference
from circgen.language.patterns import pieces
from circgen.language.wording import Language
from circgen.language.working_out import worked_out

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_SEPARATORS = re.compile(r"\s*[•|·,;]\s*")
_BULLETS = re.compile(r"[^\s•]\s*•\s*(?=\S)")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = r"(?:\d{1,2}|[^\W\d_]|[ivx]{1,4})"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMERIC_DATE = re.compile(r"(?<!\d)\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d(?!\d)")
_SENTENCE = re.compile(r"\W*\w+\s\w{1,4}\s([^\W\d_]{4,})(?:\s+\S+){5}")
"""`Annex A forms part of it and Annex B does`, but not `Annex A to Circular 5`."""
_TITLE = re.compile(r"[.:]\s?[^\W\d]{3}")
_TRAILING = " .,:;!：，！。"
MOST_OF_A_LABEL = 40
MOST_OF_A_SALUTATION = 70
MOST_OF_A_CLOSING = 120
MOST_OF_A_DATELINE = 60
MOST_OF_A_HEADING = 160
MOST_WORDS_BESIDE_A_DATE = 5
LEAST_OF_CAPITALS = 8
_TELLING_WORDS = 2
"""So many words of an addressee's name are the same in all that letters call them."""


class Signs:
    """What the parts of a letter begin with or consist of in one language."""

    def __init__(self, language: Language) -> None:
        """Gather the words of the pack and those that its readers understand besides."""
        self._language = language
        self._letter = language.pack.letter
        understood = language.understood
        self.plain: Callable[[str], str] = lru_cache(maxsize=4096)(self._plain)
        """A text as it is compared: case, dashes, spaces and the end of a sentence don't matter."""
        self._fold = {ord(a): b for a, b in understood.fold.items() if len(a) == 1}
        self.labels: dict[str, str] = {}
        for key, others in understood.labels.items():
            self.labels |= dict.fromkeys(map(self._label, others), key)
        for key, label in language.pack.labels.items():
            self.labels[self._label(label)] = key
        lines = self._letter.salutation
        self.salutations = self._plain_all((" ".join(lines), *lines, *understood.salutations))
        self.closings = self._plain_all((self._letter.closing, *understood.closings))
        self.signed = self._plain_all((self._letter.signed, *understood.signed))

    def _plain(self, text: str) -> str:
        text = unicodedata.normalize("NFC", text).casefold().translate(_DASHES)
        return " ".join(text.translate(self._fold).split()).rstrip(_TRAILING)

    def _plain_all(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Plain texts, the longest first."""
        found = {self.plain(text) for text in texts} - {""}
        return tuple(sorted(found, key=lambda text: (-len(text), text)))

    def _label(self, text: str) -> str:
        return self.plain(text).replace(".", "")

    # the front of the letter

    def label(self, text: str) -> str | None:
        """What a label, with or without its colon, stands for (`tel`); None if it is none."""
        return self.labels.get(self._label(text)) if len(text) <= MOST_OF_A_LABEL else None

    @cached_property
    def _addressees_in_full(self) -> tuple[str, ...]:
        names = self._language.pack.glossary.get("addressees", {}).values()
        return self._plain_all(form for forms in names for form in forms.values())

    @cached_property
    def _addressees(self) -> tuple[str, ...]:
        names = self._addressees_in_full
        return tuple({" ".join(name.split()[:_TELLING_WORDS]) for name in names})

    @cached_property
    def _hyphenated(self) -> tuple[str, ...]:
        """What addressees are called with a dash in it, in full."""
        return tuple(form for form in self._addressees_in_full if " - " in form)

    def is_one_addressee(self, before: str, after: str) -> bool:
        """Whether the dash in front of a line belongs to a name that began on the line above."""
        return any(
            self.plain(before).endswith(start) and self.plain(after).startswith(end)
            for start, _, end in (form.rpartition(" - ") for form in self._hyphenated)
        )

    def is_addressee(self, text: str) -> bool:
        """Whether a line begins as the name of somebody whom letters go to."""
        return _begins(self.plain(text), self._addressees)

    def is_salutation(self, text: str) -> bool:
        """Whether a line, or the first of two, addresses the reader."""
        return len(text) <= MOST_OF_A_SALUTATION and _begins(self.plain(text), self.salutations)

    @cached_property
    def letterhead(self) -> frozenset[str]:
        """The lines that a letterhead may have, whatever their case."""
        letter = self._letter
        first = letter.footer.partition("•")[0]
        return frozenset(self._plain_all((*letter.letterhead, letter.draft, letter.author, first)))

    def is_letterhead(self, text: str) -> bool:
        """Whether a line names the organization, or is set in capitals throughout."""
        if self.plain(text) in self.letterhead:
            return True
        return text.isupper() and len(_WORD.findall(text)) > 1 and len(text) > LEAST_OF_CAPITALS

    @cached_property
    def _references(self) -> re.Pattern[str]:
        names = (self._pattern(each) for each in self._letter.references.values())
        return re.compile("|".join(names))

    def _pattern(self, reference: Reference) -> str:
        parts = (
            r"\s?\S{1,12}\s?" if is_field else re.escape(self.plain(part))
            for part, is_field in pieces(reference.name)
        )
        return f"(?:{''.join(parts)})"

    def is_reference(self, text: str) -> bool:
        """Whether a line is the name of a circular and nothing else."""
        if len(text) > MOST_OF_A_HEADING:
            return False
        return self._references.fullmatch(self.plain(text)) is not None

    @cached_property
    def months(self) -> frozenset[str]:
        """The names of months, in full and short, as they stand alone and in dates."""
        return worked_out("months", self._language, self._months)

    def _months(self) -> frozenset[str]:
        found: set[str] = set()
        for context in self._language.locale.months.values():
            for width in ("wide", "abbreviated"):
                found |= {self.plain(name) for name in context[width].values()}
        return frozenset(found)

    def is_dateline(self, text: str) -> bool:
        """Whether a line is a place and a date, or a date."""
        if len(text) > MOST_OF_A_DATELINE or text.startswith("("):
            return False
        plain = self.plain(text)
        unknown = self._letter.unknown.get("date", "")
        if unknown and self.plain(unknown) in plain:
            return True
        words = _WORD.findall(plain)
        if len(words) > MOST_WORDS_BESIDE_A_DATE:
            return False
        if _NUMERIC_DATE.search(plain):
            return True
        has_month = not self.months.isdisjoint(words) or any(
            month in plain for month in self.months if not month.isalpha()
        )
        return has_month and _YEAR.search(plain) is not None

    # the end of the letter

    def is_closing(self, text: str) -> bool:
        """Whether a line closes the letter."""
        return len(text) <= MOST_OF_A_CLOSING and _begins(self.plain(text), self.closings)

    def is_signed(self, text: str) -> bool:
        """Whether a line stands for a signature."""
        return len(text) <= MOST_OF_A_SALUTATION and _begins(self.plain(text), self.signed)

    @cached_property
    def signatures(self) -> frozenset[str]:
        """The people and offices that the glossary knows, and the first lines of the offices."""
        found: set[str] = set()
        for glossary in ("people", "offices"):
            for forms in self._language.pack.glossary.get(glossary, {}).values():
                for form in forms.values():
                    found |= {form, form.partition("\n")[0]}
        return frozenset(self._plain_all(found))

    @cached_property
    def _annex_words(self) -> tuple[str, ...]:
        patterns = (*self._letter.annexes.values(), self._letter.annex_heading)
        return self._plain_all(pieces(pattern)[0][0] for pattern in patterns)

    @cached_property
    def _note_words(self) -> tuple[str, ...]:
        return (*self._annex_words, *self._plain_all(self._language.understood.annex_notes))

    @cached_property
    def _annexes(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        noted = "|".join(map(re.escape, self._note_words))
        words = "|".join(map(re.escape, self._annex_words))
        return (
            re.compile(rf"(?:{noted})\.?(?:\s?\(\w{{1,4}}\))?\s*[:：\-](?!\s*$).*|(?:{noted})"),
            re.compile(rf"(?:{words})\s?{_NUMBER}(?:\s?[(:.\-].*|\s+\S.*)?|(?:{words})\s?\(.*"),
        )

    def is_annex_note(self, text: str) -> bool:
        """Whether a line says that, or how many, annexes follow: `Annexes: 3`, `Annex`."""
        is_begun = self._begins(text, self._note_words)
        return is_begun and bool(self._annexes[0].fullmatch(self.plain(text)))

    def is_annex_heading(self, text: str) -> bool:
        """Whether a line begins an annex: `ANNEX 1 (to …)`. A sentence about one doesn't."""
        if not self._begins(text, self._annex_words) or text.rstrip().endswith((".", ";")):
            return False
        sentence = _SENTENCE.match(text)
        if sentence and sentence[1].islower():
            return False
        return self._annexes[1].fullmatch(self.plain(text)) is not None

    def is_annex_title(self, text: str) -> bool:
        """Whether a line is the word for an annex and its title: `Annex. Practical information`."""
        plain = self.plain(text)
        return any(
            plain.startswith(word) and _TITLE.match(plain, len(word)) for word in self._annex_words
        )

    def is_annex_word(self, text: str) -> bool:
        """Whether a line is the word for an annex and nothing else: a note, or a heading."""
        return self.plain(text) in self._annex_words

    def _begins(self, text: str, words: tuple[str, ...]) -> bool:
        return len(text) <= MOST_OF_A_HEADING and self.plain(text).startswith(words)

    @cached_property
    def _footer(self) -> frozenset[str]:
        return frozenset(self._segments(self._letter.footer))

    def _segments(self, text: str) -> set[str]:
        return {self.plain(part) for part in _SEPARATORS.split(text)} - {""}

    @cached_property
    def _disclaimers(self) -> tuple[str, ...]:
        return self._plain_all(self._language.understood.disclaimers)

    def is_disclaimer(self, text: str) -> bool:
        """Whether a paragraph is the notice that a firm has below all its mails."""
        plain = self.plain(text)
        return any(phrase in plain for phrase in self._disclaimers)

    def is_warning(self, text: str) -> bool:
        """Whether a paragraph is the warning that a firm sets above mails from outside."""
        plain = self.plain(text)
        return any(
            phrase in plain for phrase in self._plain_all(self._language.understood.warnings)
        )

    def is_footer(self, text: str) -> bool:
        """Whether a line is that at the foot of a page, in whatever language: an address."""
        if len(text) > 2 * MOST_OF_A_HEADING:
            return False
        if len(_BULLETS.findall(text)) > 1:
            return True
        segments = self._segments(text)
        return len(segments) > 1 and len(segments & self._footer) * 2 > len(segments)

    def is_own_footer(self, text: str) -> bool:
        """Whether a line is the Union's own footer, with whatever telephone numbers behind it."""
        if "•" not in text or not self.is_footer(text):
            return False
        return len(self._segments(text) & self._footer) > 1


@lru_cache(maxsize=32)
def signs_of(language: Language) -> Signs:
    """The signs of a language, gathered once."""
    return Signs(language)


def _begins(text: str, starts: tuple[str, ...]) -> bool:
    """Whether `text` begins with one of `starts`, and that ends at the end of a word."""
    return text.startswith(starts) and any(
        text.startswith(start) and not text[len(start) : len(start) + 1].isalnum()
        for start in starts
    )
