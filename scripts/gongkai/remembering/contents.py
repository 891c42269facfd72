"""Sources are known by their bytes. A file need not be read for them where it is bound to be as it was when it was read.

The time of change of a file can be set at will, so it proves nothing; that of its facts (`ctime`) cannot. On Windows there is no such
time, and every byte is read: reading costs little.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from gongkai.reading.digests import digest_of_pieces

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
            return _content(file)[1]
        facts, known = os.stat(file), self.seen.get(path)  # noqa: PTH116 — thousands, three times as fast
        if known and known[1:] == _told(facts):
            seen[path] = known
            return known.content
        facts, content = _content(file)
        if _is_settled(facts):
            seen[path] = Seen(content, *_told(facts))
        return content


def read(file: str) -> bytes:
    """All bytes of a file. There are thousands: no file object is made for each."""
    with _opened(file) as descriptor:
        return b"".join(_pieces(descriptor))


def state_of(file: Path) -> tuple[int | str, ...]:
    """What no other content has that lay or will lie where this file is; nothing of one that is gone. What was changed a moment
    ago may be another in a moment: that is told as nothing is told again."""
    try:
        facts = file.stat()
        if not TELLS:
            return facts.st_size, facts.st_mtime_ns, _content(str(file))[1]
    except OSError:
        return ()
    return _told(facts) if _is_settled(facts) else (*_told(facts), time.time_ns())


def changes_of(file: Path) -> tuple[int, ...]:
    """The size of a file, and when its content and its facts were changed (nanoseconds): another each time it is written, even where it
    becomes again what it was. Nothing of one that is gone."""
    try:
        facts = file.stat()
    except OSError:
        return ()
    return facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns


def _is_settled(facts: os.stat_result) -> bool:
    return time.time_ns() - max(facts.st_mtime_ns, facts.st_ctime_ns) > _MOMENT


def _content(file: str) -> tuple[os.stat_result, str]:
    """The digest of all bytes of a file, with its facts before; what lies beside sources may be large."""
    with _opened(file) as descriptor:
        return os.fstat(descriptor), digest_of_pieces(_pieces(descriptor))


@contextmanager
def _opened(file: str) -> Iterator[int]:
    descriptor = os.open(file, _READING)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _pieces(descriptor: int) -> Iterator[bytes]:
    while piece := os.read(descriptor, _PIECE):
        yield piece


def _told(facts: os.stat_result) -> tuple[int, int, int, int]:
    return facts.st_ino % _NUMBERS, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns
