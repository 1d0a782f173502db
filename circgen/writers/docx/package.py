"""The ZIP container of a DOCX, read and written with its entries as they are stored.

An entry taken from one package into another keeps its compressed bytes, so that the parts of the
letterhead that no letter changes cost nothing. `zipfile` can't do that, and importing it takes
longer than making a letter. Only what office programs write is read: one disk, no ZIP64, stored or
deflated entries, no encryption.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

STORED, DEFLATED = 0, 8
ENCRYPTED = 0x1
UTF8_NAME = 0x800
VERSION = 20
DOS_TIME, DOS_DATE = 0, 0x21
"""1980-01-01 00:00, the earliest moment a ZIP can name: the same input gives the same bytes."""
LEVEL = 1
"""Of deflate: more takes half as long again and saves 4 %."""

END = struct.Struct("<4s4H2LH")
CENTRAL = struct.Struct("<4s6H3L5H2L")
LOCAL = struct.Struct("<4s5H3L2H")
END_MARK, CENTRAL_MARK, LOCAL_MARK = b"PK\5\6", b"PK\1\2", b"PK\3\4"


class PackageError(ValueError):
    """The bytes aren't a ZIP file that can be read."""


class Entry(NamedTuple):
    """A file of the package: `stored` are its bytes as the ZIP holds them, `size` is in bytes."""

    name: str
    method: int
    crc: int
    size: int
    stored: bytes

    @classmethod
    def of(cls, name: str, data: bytes) -> Entry:
        """An entry with these contents, deflated."""
        # Negative: raw deflate, without the header and checksum that ZIP does not want.
        packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        stored = packer.compress(data) + packer.flush()
        return cls(name, DEFLATED, zlib.crc32(data), len(data), stored)

    def data(self) -> bytes:
        """The contents; raises PackageError when they are damaged."""
        try:
            # One byte more than stated, so that contents that are too long are noticed.
            data = (
                self.stored
                if self.method == STORED
                else zlib.decompressobj(-zlib.MAX_WBITS).decompress(self.stored, self.size + 1)
            )
        except zlib.error as error:
            raise PackageError(f"{self.name}: {error}") from None
        if len(data) != self.size or zlib.crc32(data) != self.crc:
            raise PackageError(f"{self.name} is damaged")
        return data


def read(data: bytes) -> tuple[Entry, ...]:
    """The entries in the order of the ZIP's directory; raises PackageError."""
    try:
        return _read(data)
    except (struct.error, UnicodeDecodeError) as error:
        raise PackageError(str(error)) from None


def _read(data: bytes) -> tuple[Entry, ...]:
    end = data.rfind(END_MARK)
    if end < 0:
        raise PackageError("not a ZIP file")
    _, _, _, _, count, _, place, _ = END.unpack_from(data, end)
    entries = []
    for _ in range(count):
        (mark, _, _, flags, method, _, _, crc, packed, size, named, extra, comment, *_, start) = (
            CENTRAL.unpack_from(data, place)
        )
        encoding = "utf-8" if flags & UTF8_NAME else "cp437"
        place += CENTRAL.size
        name = data[place : place + named].decode(encoding)
        if mark != CENTRAL_MARK or flags & ENCRYPTED or method not in (STORED, DEFLATED):
            raise PackageError(f"{name} can't be read")
        place += named + extra + comment
        # The lengths of the local header may differ from those of the directory.
        *_, local_named, local_extra = LOCAL.unpack_from(data, start)
        start += LOCAL.size + local_named + local_extra
        if not name.endswith("/"):
            entries.append(Entry(name, method, crc, size, data[start : start + packed]))
    return tuple(entries)


def write(entries: Iterable[Entry]) -> bytes:
    """The ZIP file with these entries in this order, without times or attributes."""
    files: list[bytes] = []
    directory: list[bytes] = []
    place = 0
    for entry in entries:
        name = entry.name.encode()
        flags = 0 if entry.name.isascii() else UTF8_NAME
        common = (flags, entry.method, DOS_TIME, DOS_DATE, entry.crc, len(entry.stored), entry.size)
        local = LOCAL.pack(LOCAL_MARK, VERSION, *common, len(name), 0) + name
        central = CENTRAL.pack(
            CENTRAL_MARK, VERSION, VERSION, *common, len(name), 0, 0, 0, 0, 0, place
        )
        files += local, entry.stored
        directory.append(central + name)
        place += len(local) + len(entry.stored)
    listing = b"".join(directory)
    count = len(directory)
    end = END.pack(END_MARK, 0, 0, count, count, len(listing), place, 0)
    return b"".join((*files, listing, end))
