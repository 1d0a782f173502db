"""What is worked out from the words of a language, kept for the next run."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from babel import __version__ as cldr_version

from circgen.kept import kept
from circgen.language.wording import Language

_Data = TypeVar("_Data")


def worked_out(
    purpose: str, language: Language, make: Callable[[], _Data], *besides: object
) -> _Data:
    """What `make` gives, plain data as `kept` takes it.

    It may depend on what the pack says, on `reading.yaml`, on CLDR and on `besides`, whose `repr`
    must say all of it; on nothing else.
    """
    return kept(purpose, (_said(language) + repr(besides)).encode(), make)


@lru_cache(maxsize=32)
def _said(language: Language) -> str:
    """All that a language says but for its glossary and the euphony of templates."""
    pack = language.pack
    euphony = [(each.find.pattern, each.put) for each in pack.replacements]
    words = pack._replace(file="", where={}, replacements=(), joints=())
    return repr((cldr_version, words, euphony, language.understood))
