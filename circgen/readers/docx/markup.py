"""The XML of a part as a stream of elements, with what may do harm refused.

Names come out short and the same for both dialects of the format, the transitional one that Word
writes and the strict one of the ISO standard: `w:p`. Of alternatives (`mc:AlternateContent`) one
is passed on, the one Word would show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import NamedTuple
from xml.parsers import expat

from circgen.findings import FindingsError
from circgen.readers.docx.refusals import damaged, too_large, unsafe

DEEPEST = 200
"""Elements inside each other; a table in a box in a table has about 60."""
MOST_ELEMENTS = 150_000
"""In all parts of a document together: a letter of ten pages has 5,000."""
LONGEST_NUMBER = 9
"""Digits; no number in a document has more."""
LARGEST_TAG = 2 << 20
"""Bytes; the tags of old drawings hold a second drawing of up to some hundred thousand."""

NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rels:",
    "http://schemas.openxmlformats.org/package/2006/content-types": "types:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
}
KNOWN = ("http://schemas.microsoft.com/", "http://schemas.openxmlformats.org/", "http://purl.oclc")
"""How the namespaces begin that Word understands, of which some are newer than this."""

ALTERNATIVES = frozenset({"mc:AlternateContent", "mc:Choice", "mc:Fallback"})
BEFORE = frozenset(
    f"w:{name}Change"
    for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "numbering")
)
"""What properties were before somebody changed them."""
ENCODINGS = frozenset({"utf-8", "utf-16", "utf-16le", "utf-16be", "iso-8859-1", "us-ascii"})
"""Those that Expat knows itself."""

Attributes = Mapping[str, str]
Group = tuple[tuple[str, Attributes], ...]
"""An element and all within it, in order, with short names: a run's or paragraph's properties."""


class Grammar(NamedTuple):
    """What a reader wants to hear of.

    An element among `groups` is handed over as a whole at its end, without what is `omitted`;
    nothing within one among `skipped` is heard of. All others are entered, whether there is
    anything to do for them or not. The text of one among `texts` comes in pieces, and its end is
    among `ends`.
    """

    starts: Mapping[str, Callable[[Attributes], None]]
    ends: Mapping[str, Callable[[], None]] = {}
    groups: Mapping[str, Callable[[Group], None]] = {}
    skipped: frozenset[str] = frozenset()
    texts: Mapping[str, Callable[[str], None]] = {}
    omitted: frozenset[str] = BEFORE


class Budget:
    """How many elements may still come, in all parts of a document together."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.elements = MOST_ELEMENTS


class _Names(dict[str, str]):
    """`w:p` for `http://…/main p`, the name itself where it is none of ours."""

    def __missing__(self, name: str) -> str:
        namespace, _, local = name.rpartition(" ")
        self[name] = NAMESPACES[namespace] + local if namespace in NAMESPACES else name
        return self[name]


@cache
def _long(name: str) -> tuple[str, ...]:
    prefix, colon, local = name.rpartition(":")
    if not colon:
        return (name,)
    return tuple(f"{uri} {local}" for uri, known in NAMESPACES.items() if known == prefix + ":")


def value(attributes: Attributes, name: str = "w:val", default: str = "") -> str:
    """The value of an attribute in either dialect."""
    for key in _long(name):
        if key in attributes:
            return attributes[key]
    return default


def is_on(attributes: Attributes) -> bool:
    """Whether a property that is there is switched on: `<w:vanish/>`, `<w:vanish w:val="0"/>`."""
    return value(attributes, default="1") not in {"0", "false", "off", "none"}


def number(text: str, default: int = 0) -> int:
    """A whole number that may be missing or nonsense; then `default`."""
    try:
        return int(text[:LONGEST_NUMBER])
    except ValueError:
        return default


def first(group: Group, name: str) -> Attributes | None:
    """The attributes of the first element of that name, None where there is none."""
    return next((attributes for each, attributes in group if each == name), None)


def parse(pieces: Iterable[bytes], part: str, grammar: Grammar, budget: Budget) -> None:
    """Reads a part; raises FindingsError where it can't be read or means harm."""
    _Parser(part, grammar, budget).feed(pieces)


class _Parser:
    def __init__(self, part: str, grammar: Grammar, budget: Budget) -> None:
        self.part = part
        self.budget = budget
        self.depth = 0
        self.left = budget.elements  # how many may still come
        self.quiet = 0  # the depth of the element whose inside is skipped; 0 if there is none
        self.group: list[tuple[str, Attributes]] | None = None
        self.grouped = 0  # the depth of the element that is gathered
        self.chosen: list[bool] = []  # of each alternative that is open: whether one was taken
        self.prefixes: dict[str | None, list[str]] = {}
        self.names = _Names()
        self.starts, self.ends, self.groups, self.skipped, self.texts, self.omitted = grammar
        self.expat = expat.ParserCreate(namespace_separator=" ")
        self.expat.buffer_text = True
        self.expat.StartElementHandler = self.start
        self.expat.EndElementHandler = self.end
        self.expat.XmlDeclHandler = self.declare
        self.expat.StartDoctypeDeclHandler = self.refuse_doctype
        self.expat.StartNamespaceDeclHandler = self.open_prefix
        self.expat.EndNamespaceDeclHandler = self.close_prefix

    def feed(self, pieces: Iterable[bytes]) -> None:
        fed = 0
        try:
            for piece in pieces:
                self.expat.Parse(piece, False)
                fed += len(piece)
                # Expat waits for the end of a tag, and would gather attributes without end.
                if fed - self.expat.CurrentByteIndex > LARGEST_TAG:
                    raise unsafe(
                        self.budget.file,
                        f"{self.part} in `{self.budget.file}` has a tag of more than "
                        f"{LARGEST_TAG >> 20} MB",
                    )
            self.expat.Parse(b"", True)
        except expat.ExpatError as error:
            raise damaged(
                self.budget.file,
                f"`{self.budget.file}` is damaged: {self.part} breaks off or makes no sense "
                f"at its line {error.lineno}, column {error.offset + 1} "
                f"({expat.ErrorString(error.code)})",
            ) from None
        except UnicodeDecodeError:
            raise self.illegible() from None
        self.budget.elements = self.left

    def start(self, long: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.left -= 1
        if self.depth > DEEPEST or self.left < 0:
            self.refuse()
        if self.quiet:
            return
        name = self.names[long]
        if name in ALTERNATIVES:
            self.choose(name, attributes)
        elif self.group is not None:
            if name in self.omitted:
                self.quiet = self.depth
            else:
                self.group.append((name, attributes))
        elif name in self.groups:
            self.group = [(name, attributes)]
            self.grouped = self.depth
        else:
            # Before it is skipped, for what is skipped may be counted.
            if name in self.starts:
                self.starts[name](attributes)
            if name in self.skipped:
                self.quiet = self.depth
            elif name in self.texts:
                self.expat.CharacterDataHandler = self.texts[name]

    def end(self, long: str) -> None:
        self.depth -= 1
        if self.quiet:
            if self.depth < self.quiet:
                self.quiet = 0
            return
        name = self.names[long]
        if self.group is not None:
            if self.depth < self.grouped:
                group, self.group = self.group, None
                self.groups[name](tuple(group))
            elif name == "mc:AlternateContent":
                self.chosen.pop()
        elif name in self.ends:
            self.expat.CharacterDataHandler = None
            self.ends[name]()
        elif name == "mc:AlternateContent":
            self.chosen.pop()

    def choose(self, name: str, attributes: Attributes) -> None:
        """Enters the first alternative that Word understands, and no other."""
        if name == "mc:AlternateContent":
            self.chosen.append(False)
        elif name in {"mc:Choice", "mc:Fallback"} and self.chosen:
            if self.chosen[-1] or not self.understood(attributes.get("Requires", "")):
                self.quiet = self.depth
            else:
                self.chosen[-1] = True

    def refuse(self) -> None:
        """Says what no document has so much of."""
        if self.left < 0:
            raise too_large(
                self.budget.file,
                f"`{self.budget.file}` has more than {MOST_ELEMENTS:,} elements",
            )
        raise unsafe(
            self.budget.file,
            f"{self.part} in `{self.budget.file}` has elements inside each other, "
            f"more than {DEEPEST} deep",
        )

    def illegible(self) -> FindingsError:
        return damaged(
            self.budget.file,
            f"`{self.budget.file}` is damaged: {self.part} is in letters that can't be read",
        )

    def declare(self, _: str, encoding: str | None, __: int) -> None:
        """Refuses encodings that Expat can't ask Python about: those of many bytes a letter."""
        if encoding is None or encoding.lower() in ENCODINGS:
            return
        try:
            letters = len(bytes(range(256)).decode(encoding, "replace"))
        except (LookupError, UnicodeError):
            letters = 0
        if letters != len(range(256)):
            raise self.illegible()

    def understood(self, prefixes: str) -> bool:
        """Whether all namespaces are known that an alternative requires; a fallback has none."""
        return all(
            self.prefixes.get(prefix, [""])[-1].startswith(KNOWN) for prefix in prefixes.split()
        )

    def open_prefix(self, prefix: str | None, uri: str | None) -> None:
        self.prefixes.setdefault(prefix, []).append(uri or "")

    def close_prefix(self, prefix: str | None) -> None:
        self.prefixes[prefix].pop()

    def refuse_doctype(self, *_: object) -> None:
        raise unsafe(
            self.budget.file,
            f"{self.part} in `{self.budget.file}` has a document type declaration, which can "
            "make a reader fetch files or swell",
        )
