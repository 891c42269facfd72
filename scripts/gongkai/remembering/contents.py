"""Sources are known by their bytes: times of change can lie, and reading every byte costs little."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from pathlib import Path

from gongkai.reading.digests import digest

_READING = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_PIECE = 1 << 16  # bytes
_MOMENT = 2_500_000_000  # nanoseconds: the coarsest clock of a file system has steps of two seconds


class Reader:
    """Reads the digest of each source's bytes; "" for one that cannot be read just now.

    One that `trusts` times, as a preview does that asks again and again, does not read what has had the same size, time and
    number since it was read, provided that was well after the time of change: within a moment a file can change twice.
    """

    def __init__(self, trusts: bool = False) -> None:
        self._trusts = trusts
        self._seen: dict[str, tuple[tuple[int, ...], str]] = {}

    def __call__(self, folder: Path, paths: Iterable[str]) -> dict[str, str]:
        """The digests by path."""
        return {path: self._digest(f"{folder}/{path}") for path in paths}

    def _digest(self, path: str) -> str:
        try:
            if self._trusts and (known := self._seen.get(path)) and known[0] == _state(os.stat(path)):  # noqa: PTH116 - thousands, three times as fast
                return known[1]
            facts, content = _read(path, self._trusts)
        except OSError:
            return ""
        found = digest(content)
        if facts and time.time_ns() - max(facts.st_mtime_ns, facts.st_ctime_ns) > _MOMENT:
            self._seen[path] = _state(facts), found
        return found


def _read(path: str, asks: bool) -> tuple[os.stat_result | None, bytes]:
    """All bytes of a file, with its facts where they are asked for. There are thousands: no file object is made for each."""
    descriptor = os.open(path, _READING)
    try:
        facts = os.fstat(descriptor) if asks else None
        pieces = []
        while piece := os.read(descriptor, _PIECE):
            pieces.append(piece)
            if len(piece) < _PIECE and not asks:
                break
        return facts, b"".join(pieces)
    finally:
        os.close(descriptor)


def _state(facts: os.stat_result) -> tuple[int, ...]:
    return facts.st_ino, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns
