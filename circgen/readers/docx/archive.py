"""The ZIP file that a DOCX is: entries are unpacked bit by bit, and what they state isn't trusted.

`zipfile` isn't used: importing it takes longer than reading a letter, and it unpacks whatever it
is given. Only what office programs write is read: one disk, stored or deflated entries.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from circgen.readers.docx.kinds import protected
from circgen.readers.docx.refusals import damaged, too_large, unsafe

MOST_ENTRIES = 4_000
LARGEST = 32 << 20
"""Bytes that are unpacked of one document, pictures not among them: they aren't read."""
STEEPEST = 250
"""How many times larger a part may get; real ones get up to 100 times as large."""
SMALL = 1 << 20
"""Bytes up to which it does not matter how steeply a part grows."""
STEP = 1 << 16

STORED, DEFLATED = 0, 8
ENCRYPTED, UTF8_NAME = 0x1, 0x800
# Mark, then what is used of the fields; the others (versions, times, disks) are left out.
END = struct.Struct("<4s6xH4xL2x")
CENTRAL = struct.Struct("<4s4xHH4xLLLHHH8xL")
LOCAL = struct.Struct("<4s22xHH")
END_MARK, CENTRAL_MARK, LOCAL_MARK = b"PK\5\6", b"PK\1\2", b"PK\3\4"
LONGEST_COMMENT = 0xFFFF


class Entry(NamedTuple):
    """A file in the archive: `packed` and `size` are its bytes there and unpacked, as stated."""

    name: str
    flags: int
    method: int
    checksum: int
    packed: int
    size: int
    start: int  # of its contents, in bytes from the beginning of the archive


class Archive:
    """The entries of a ZIP file by name, in lower case: names of parts are the same in any case.

    Raises FindingsError, here and while reading, when the archive is damaged or hostile.
    """

    def __init__(self, data: bytes, file: str) -> None:
        self.file = file
        self._data = data
        self._unpacked = 0
        self._entries: dict[str, Entry] = {}
        self._twice: set[str] = set()
        try:
            entries = list(self._listed())
        except struct.error:
            raise self._cut_off() from None
        for entry in entries:
            key = entry.name.replace("\\", "/").lstrip("/").lower()
            if key in self._entries:
                self._twice.add(key)
            self._entries[key] = entry
        self._check_overlaps(entries)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def read(self, name: str) -> Iterator[bytes]:
        """The contents of an entry, piece by piece."""
        key = name.lower()
        if key not in self._entries:
            raise damaged(self.file, f"`{self.file}` is damaged: its part {name} is missing")
        if key in self._twice:
            raise damaged(self.file, f"`{self.file}` is damaged: it has {name} twice")
        entry = self._entries[key]
        if entry.flags & ENCRYPTED:
            raise protected(self.file)
        if entry.method not in (STORED, DEFLATED):
            raise self._broken(entry)
        return self._checked(entry)

    def _checked(self, entry: Entry) -> Iterator[bytes]:
        stored = memoryview(self._data)[entry.start : entry.start + entry.packed]
        size = checksum = 0
        for piece in self._inflated(entry, stored) if entry.method else _cut(stored):
            size += len(piece)
            self._unpacked += len(piece)
            if size > SMALL and size > STEEPEST * entry.packed:
                raise unsafe(
                    self.file,
                    f"{entry.name} in `{self.file}` swells to more than {STEEPEST} times its size",
                )
            if self._unpacked > LARGEST:
                raise too_large(
                    self.file, f"`{self.file}` has more than {LARGEST >> 20} MB without pictures"
                )
            checksum = zlib.crc32(piece, checksum)
            yield piece
        if (size, checksum) != (entry.size, entry.checksum):
            raise self._broken(entry)

    def _inflated(self, entry: Entry, stored: memoryview) -> Iterator[bytes]:
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            for packed in _cut(stored):
                rest = packed
                # A step of output at a time, however much more the input would give.
                while rest and not unpacker.eof:
                    yield unpacker.decompress(rest, STEP)
                    rest = unpacker.unconsumed_tail
            while not unpacker.eof:
                piece = unpacker.decompress(b"", STEP)
                if not piece:
                    raise self._broken(entry)
                yield piece
        except zlib.error:
            raise self._broken(entry) from None

    def _listed(self) -> Iterator[Entry]:
        """The entries as the directory at the end of the file states them."""
        data = self._data
        end = data.rfind(END_MARK, max(0, len(data) - END.size - LONGEST_COMMENT))
        if end < 0:
            raise self._cut_off()
        _, count, place = END.unpack_from(data, end)
        if count > MOST_ENTRIES:
            raise unsafe(
                self.file, f"`{self.file}` has {count:,} parts: more than {MOST_ENTRIES:,}"
            )
        for _ in range(count):
            mark, flags, method, checksum, packed, unpacked, named, extra, comment, local = (
                CENTRAL.unpack_from(data, place)
            )
            place += CENTRAL.size
            name = data[place : place + named].decode(
                "utf-8" if flags & UTF8_NAME else "cp437", "replace"
            )
            place += named + extra + comment
            if mark != CENTRAL_MARK:
                raise self._cut_off()
            # The lengths of the local header may differ from those of the directory.
            mark, local_named, local_extra = LOCAL.unpack_from(data, local)
            start = local + LOCAL.size + local_named + local_extra
            if mark != LOCAL_MARK or start + packed > len(data):
                raise self._cut_off()
            yield Entry(name, flags, method, checksum, packed, unpacked, start)

    def _check_overlaps(self, entries: list[Entry]) -> None:
        end = 0
        for start, packed in sorted((entry.start, entry.packed) for entry in entries):
            if start < end:
                raise unsafe(self.file, f"parts of `{self.file}` lie on top of each other")
            end = start + packed

    def _cut_off(self) -> Exception:
        return damaged(
            self.file,
            f"`{self.file}` is damaged: its end is missing or its parts are not where it says",
        )

    def _broken(self, entry: Entry) -> Exception:
        return damaged(
            self.file, f"`{self.file}` is damaged: its part {entry.name} can't be unpacked"
        )


def _cut(stored: memoryview) -> Iterator[bytes]:
    for start in range(0, len(stored), STEP):
        yield bytes(stored[start : start + STEP])
