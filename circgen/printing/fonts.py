"""Fonts that a document asks for, and those that it was printed in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from circgen.findings import Finding, Level, Location

STAND_INS = {
    "Carlito": "Calibri",
    "Caladea": "Cambria",
    "Gelasio": "Georgia",
    "Liberation Serif": "Times New Roman",
    "Tinos": "Times New Roman",
    "Liberation Sans": "Arial",
    "Arimo": "Arial",
    "Liberation Mono": "Courier New",
    "Cousine": "Courier New",
}
"""Fonts made to be as wide as another, letter by letter, so that lines break at the same words.

Source: the substitution table of fontconfig, 30-metric-aliases.conf.
"""


def _key(name: str) -> str:
    """A name as PDF has it: `BAAAAA+Carlito-Bold`, `TimesNewRomanPSMT`, are of one family."""
    family = name.partition("+")[2] or name
    family = family.partition("-")[0].partition(",")[0]
    return family.replace(" ", "").removesuffix("MT").removesuffix("PS").lower()


class Fonts(NamedTuple):
    """Fonts that a document names, and those of its PDF."""

    wanted: frozenset[str]
    used: frozenset[str]

    def findings(self, letterhead: Location) -> Iterator[Finding]:
        """Each font that stands in for one that is not installed; the letterhead names them."""
        wanted = {_key(name) for name in self.wanted}
        stand_ins = {_key(name): (name, original) for name, original in STAND_INS.items()}
        for key, name in sorted({_key(name): name for name in sorted(self.used)}.items()):
            if key in wanted:
                continue
            stand_in, original = stand_ins.get(key, ("", ""))
            if original in self.wanted:
                yield _warning(
                    letterhead,
                    f"{original} is not installed: {stand_in} stands in, which is as wide",
                    f"lines break as they should; install {original} for its own letters",
                )
            else:
                asked = ", ".join(sorted(self.wanted))
                yield _warning(
                    letterhead,
                    f"{_family(name)} stands in for a font that is not installed or lacks a sign",
                    f"lines may break elsewhere; the document asks for {asked}",
                )


def _family(name: str) -> str:
    return (name.partition("+")[2] or name).partition("-")[0]


def _warning(letterhead: Location, message: str, help_: str) -> Finding:
    return Finding(letterhead, "font", message, help_, Level.WARNING)
