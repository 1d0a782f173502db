"""The codes and signs of currencies beside a sum: `CHF 250`, `250 EUR`, `US$ 250`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from circgen.language.wording import Language
from circgen.recognition.mentions import Kind, Mention


class Money:
    """The currencies of one language's CLDR data."""

    def __init__(self, language: Language) -> None:
        self._language = language

    @cached_property
    def _signs(self) -> dict[str, str]:
        """Codes by their signs; a sign may have letters of the country before it: `US$`."""
        every = self._language.currency_signs
        signs = {sign: code for sign, code in every.items() if not sign.isalpha()}
        plain = {sign: code for sign, code in signs.items() if not any(map(str.isalpha, sign))}
        return {**signs, **{f"{code[:2]}{sign}": code for sign, code in plain.items()}}

    @cached_property
    def _sum(self) -> re.Pattern[str]:
        signs = "|".join(map(re.escape, sorted(self._signs, key=len, reverse=True)))
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
            code = self._signs.get(match[side], match[side])
            if code in self._language.currencies:
                yield Mention(Kind.UNIT, code, *match.span(side))
