"""What is asked for a new facts file, and the option that answers it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from circgen.drafting.archive import Offer

NONE = "-"
"""The answer that something shall be left out."""

OPTIONS: Mapping[str, str] = MappingProxyType({
    "series": "--series",
    "kind": "--kind",
    "editions": "--editions",
    "status": "--draft",
    "number": "--number",
    "study_period": "--study-period",
    "issued": "--issued",
    "issued_at": "--issued-at",
    "addressees": "--addressees",
    "copies": "--copies",
    "contact.person": "--person",
    "contact.tel": "--tel",
    "contact.fax": "--fax",
    "contact.email": "--email",
    "contact.website": "--contact-website",
    "signatory.name": "--signatory",
    "signatory.office": "--office",
    "event": "--event",
    "ordinal": "--ordinal",
    "topic": "--topic",
    "mode": "--mode",
    "place": "--place",
    "venue": "--venue",
    "zone": "--zone",
    "sessions": "--session",
    "side_events": "--side-event",
    "working_languages": "--working-languages",
    "event_page": "--event-page",
    "objectives": "--objective",
    "deadlines": "--deadline",
})  # fmt: skip
"""The options by the fact that they state; any other fact is stated by `--fact`."""


class Question(NamedTuple):
    """What is asked for one fact, by itself or by an option.

    `hint` is what may be answered. With `many` one may answer several times; `items` are then the
    things that each of so many answers is about.
    """

    path: str
    asks: str
    hint: str = ""
    offer: Offer | None = None
    optional: bool = False
    many: bool = False
    items: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key of the facts file."""
        return self.path.partition(".")[0]

    @property
    def option(self) -> str:
        """The option that answers it."""
        return option_of(self.path)


def option_of(path: str) -> str:
    """The option for a fact."""
    return OPTIONS.get(path, f"--fact {path}=")
