"""What lies packed in a ZIP of ours, to be put into the next one as it is: it is neither packed nor checked again.

Only what `packing` writes is understood; whether a file is as we left it is for the caller to know.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from gongkai.typesetting.packing import Member

_END = struct.Struct("<4s4H2IH")
_ENTRY = struct.Struct("<6s5H3I2H3H2I")
_HEADER = 30  # bytes of a local header before the name


class Package:
    """A package that is being taken apart: member by member, so that a large one is never whole in memory."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._facts: dict[bytes, tuple[int, int, int, int, int]] = {}
        file.seek(-_END.size, 2)
        _, _, _, _, count, size, begins, _ = _END.unpack(file.read(_END.size))
        file.seek(begins)
        directory, at = file.read(size), 0
        for _ in range(count):
            _, _, _, method, _, _, crc, packed, unpacked, length, _, _, _, _, _, place = _ENTRY.unpack_from(directory, at)
            at += _ENTRY.size + length
            self._facts[directory[at - length : at]] = (place + _HEADER + length, packed, method, crc, unpacked)

    def member(self, name: str) -> Member | None:
        """A member by its name, None where there is none."""
        known = self._facts.get(name.encode())
        if known is None:
            return None
        place, packed, method, crc, size = known
        self._file.seek(place)
        return Member(name.encode(), self._file.read(packed), method, crc, size)

    def names(self) -> list[str]:
        """Those of all members, in their order."""
        return [name.decode() for name in self._facts]

    def content(self, name: str) -> bytes | None:
        """What a member says; None where there is none, or it is not what it was."""
        member = self.member(name)
        if member is None:
            return None
        content = zlib.decompress(member.packed, -15) if member.method else member.packed
        return content if zlib.crc32(content) == member.crc else None


@contextmanager
def opened(path: Path | None) -> Iterator[Package | None]:
    """A package for as long as the block runs; None where there is none that could be read."""
    if path is None:
        yield None
        return
    with open(path, "rb", buffering=0) as file:
        package: Package | None = None
        with suppress(OSError, ValueError, struct.error):  # before its begin cannot be sought
            package = Package(file)
        yield package
