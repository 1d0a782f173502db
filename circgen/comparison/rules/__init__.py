"""What one document must hold to by itself: a rule a module, found by being here.

A rule is a module with a docstring (its first line says what it finds, the rest why, with a bad and
a good example) and a function `check(side, knowledge)` that yields findings. The name of the module
is that of the rule, with hyphens for underscores.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from circgen.comparison.side import Knowledge, Side
from circgen.findings import Finding

OF_LETTERS = frozenset({"annexes", "disagreement", "numbering", "weekday", "zone-of-date"})
"""The rules that look at a letter as a whole; each of the others at every unit by itself."""

Check = Callable[[Side, Knowledge], Iterator[Finding]]


@cache
def rules() -> dict[str, Check]:
    """All rules by name, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {
        name.replace("_", "-"): importlib.import_module(f"{__name__}.{name}").check
        for name in names
    }
