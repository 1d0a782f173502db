"""The codes and signs of currencies beside a sum: `CHF 250`, `250 EUR`, `US$ 250`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from circgen.language.wording import Language
from circgen.language.working_out import worked_out
from circgen.recognition.mentions import Kind, Mention


class Money:
    """The currencies of one language's CLDR data."""

    def __init__(self, language: Language) -> None:
        self._language = language

    @cached_property
    def _codes(self) -> dict[str, str]:
        """Codes of today's currencies by themselves and by their signs."""
        return worked_out("currencies", self._language, self._read)

    def _read(self) -> dict[str, str]:
        """They are read from CLDR; a sign may have letters of the country before it: `US$`."""
        language = self._language
        every = {s: c for s, c in language.currency_signs.items() if c in language.currencies}
        signs = {sign: code for sign, code in every.items() if not sign.isalpha()}
        plain = {sign: code for sign, code in signs.items() if not any(map(str.isalpha, sign))}
        own = {code: code for code in language.currencies}
        return {**own, **signs, **{f"{code[:2]}{sign}": code for sign, code in plain.items()}}

    @cached_property
    def _sum(self) -> re.Pattern[str]:
        longest_first = sorted(self._codes, key=len, reverse=True)
        signs = "|".join(re.escape(sign) for sign in longest_first if not sign.isalpha())
        money = rf"(?:[A-Z]{{3}}|{signs})"
        return re.compile(
            rf"(?<![^\W_])(?P<before>{money})(?=[ ]?\d)"
            rf"|(?<=\d)(?:[.,]-{{1,2}})?[ ]?(?P<after>{money})(?![^\W_])"
        )

    def beside_sums(self, text: str) -> Iterator[Mention]:
        """The codes and signs that stand beside figures in a folded text."""
        if not any(map(str.isdigit, text)):
            return
        for match in self._sum.finditer(text):
            side = "before" if match["before"] else "after"
            if code := self._codes.get(match[side]):
                yield Mention(Kind.UNIT, code, *match.span(side))
