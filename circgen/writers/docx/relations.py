"""What the letter points at: addresses on the web, and the logo."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from circgen.writers.docx.markup import OFFICE, escape

NOT_IN_ADDRESSES = r"[^!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~\[\]]|%(?![0-9A-Fa-f]{2})"


@dataclass(slots=True)
class Relations:
    """Gathers relations while the letter is written; `first` is the first free n of "rIdn"."""

    first: int
    links: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)

    def link(self, address: str) -> str:
        """The id of the relation to an address, one and the same for the same address."""
        return self.links.setdefault(address, self._free())

    def picture(self, name: str) -> str:
        """The id of the relation to a picture, by its name seen from the main part."""
        return self.parts.setdefault(name, self._free())

    def _free(self) -> str:
        return f"rId{self.first + len(self.links) + len(self.parts)}"

    def markup(self) -> str:
        """The relations for the `.rels` part."""
        parts = (
            f'<Relationship Id="{number}" Type="{OFFICE}/image" Target="{escape(name)}"/>'
            for name, number in self.parts.items()
        )
        links = (
            f'<Relationship Id="{number}" Type="{OFFICE}/hyperlink" Target="{_uri(address)}"'
            ' TargetMode="External"/>'
            for address, number in self.links.items()
        )
        return "".join((*parts, *links))


def _uri(address: str) -> str:
    """The address with percent signs for what may not stand in a URI (RFC 3987, 3.1)."""

    def octets(found: re.Match[str]) -> str:
        return "".join(f"%{octet:02X}" for octet in found[0].encode())

    return escape(re.sub(NOT_IN_ADDRESSES, octets, address))
