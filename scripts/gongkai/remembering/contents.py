"""Sources are known by their bytes. A file need not be read for them where it is bound to be as it was when it was read.

The time of change of a file can be set at will, so it proves nothing; that of its facts (`ctime`) cannot. On Windows there is no such
time, and every byte is read: reading costs little.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from gongkai.reading.digests import digest

TELLS = os.name != "nt"
"""Whether the facts of a file tell that it is as it was."""

_READING = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_PIECE = 1 << 16  # bytes
_NUMBERS = 1 << 63  # some file systems number their files higher than can be stored
_MOMENT = 2_500_000_000  # nanoseconds: the coarsest clock of a file system has steps of two seconds


class Seen(NamedTuple):
    """A file when it was read: the digest of its bytes, its number, its size in bytes, when its content and its facts were changed
    (nanoseconds)."""

    content: str
    number: int
    size: int
    changed: int
    facts_changed: int


class Reader:
    """Reads the digest of each source's bytes; "" for one that cannot be read just now.

    One that `trusts` facts does not read what has the same as when it was `seen`, at the last call or, at first, by another reader. A
    file is seen only when it was read well after its last change: within a moment it can change twice.
    """

    def __init__(self, trusts: bool = False, seen: Mapping[str, Seen] | None = None) -> None:
        self._trusts = trusts
        self.seen: Mapping[str, Seen] = seen or {}

    def __call__(self, folder: Path, paths: Iterable[str]) -> dict[str, str]:
        """The digests by path."""
        seen: dict[str, Seen] = {}
        found: dict[str, str] = {}
        for path in paths:
            try:
                found[path] = self._digest(f"{folder}/{path}", path, seen)
            except OSError:
                found[path] = ""
        self.seen = seen
        return found

    def _digest(self, file: str, path: str, seen: dict[str, Seen]) -> str:
        if not self._trusts:
            return digest(read(file)[1])
        facts, known = os.stat(file), self.seen.get(path)  # noqa: PTH116 — thousands, three times as fast
        if known and known[1:] == _told(facts):
            seen[path] = known
            return known.content
        facts, raw = read(file)
        content = digest(raw)
        if time.time_ns() - max(facts.st_mtime_ns, facts.st_ctime_ns) > _MOMENT:
            seen[path] = Seen(content, *_told(facts))
        return content


def read(file: str) -> tuple[os.stat_result, bytes]:
    """All bytes of a file, with its facts before. There are thousands: no file object is made for each."""
    descriptor = os.open(file, _READING)
    try:
        facts = os.fstat(descriptor)
        pieces = []
        while piece := os.read(descriptor, _PIECE):
            pieces.append(piece)
        return facts, b"".join(pieces)
    finally:
        os.close(descriptor)


def _told(facts: os.stat_result) -> tuple[int, int, int, int]:
    return facts.st_ino % _NUMBERS, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns
