"""What a language calls the currencies of today, from CLDR."""

from __future__ import annotations

from circgen.language.wording import Language

_NUMBERS = (0, 1, 2, 3, 11, 100)
"""One of each plural category that CLDR has: zero, one, two, few, many, other."""


def currency_names(language: Language) -> dict[str, tuple[str, ...]]:
    """The names of today's currencies as they stand behind any number, by their codes (CLDR)."""
    from babel.numbers import get_currency_name  # noqa: PLC0415  needed once, then kept

    return {
        code: (name, *(get_currency_name(code, number, language.locale) for number in _NUMBERS))
        for code, name in language.currencies.items()
    }
