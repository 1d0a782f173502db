"""Patterns for texts with and without Han characters, each of which is a word of its own."""

from __future__ import annotations

import re
from functools import cached_property

_FIRST = "\N{CJK UNIFIED IDEOGRAPH-3400}"
_RANGE = "㐀-鿿"


class HanAware:
    """A pattern with `{han}`, the characters from U+3400 to U+9FFF, where a class may have them.

    Python takes long to compile such a class: only texts that need it wait for that.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._pattern, self._flags = pattern, flags

    def of(self, text: str) -> re.Pattern[str]:
        """The pattern for a text."""
        return self._with if text and max(text) >= _FIRST else self._without

    @cached_property
    def _with(self) -> re.Pattern[str]:
        return re.compile(self._pattern.replace("{han}", _RANGE), self._flags)

    @cached_property
    def _without(self) -> re.Pattern[str]:
        return re.compile(
            self._pattern.replace("[{han}]", "(?!)").replace("{han}", ""), self._flags
        )
