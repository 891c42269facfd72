"""Where texts wait between reading and rendering, so that no more than a few are ever in memory.

Each worker appends to one spool file of its own; a document keeps file, offset and length (`model.body.Stored`). What the index
needs comes first, with its length before it, and is read without the HTML. Each part has its checksum before it: the files of a
memory lie about for weeks.
"""

from __future__ import annotations

import marshal
import os
from functools import lru_cache
from io import FileIO
from pathlib import Path
from tempfile import mkstemp
from typing import Any, BinaryIO
from zlib import crc32

from gongkai.model.body import Stored

Outline = tuple[tuple[int, str, str], ...]
Texts = tuple[str, str, Outline]
"""(HTML with marks, plain text, outline) of one document."""
_LENGTH, _SUM = 8, 4  # bytes


class TextsDamagedError(Exception):
    """What was kept of a document is there no more as it was kept."""


class SpoolWriter:
    """Appends texts to a spool file of its own in `folder`, which is there once the first is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._name, self._end = folder, "", 0
        self._file: FileIO | None = None

    @property
    def path(self) -> Path | None:
        """The file, if there is one."""
        return Path(self._name) if self._name else None

    def keep(self, texts: Texts) -> Stored:
        """Write one document's texts; the reader may be another process, so nothing stays in a buffer."""
        html, text, outline = texts
        told = marshal.dumps((text, outline))
        blob = (len(told) + _SUM).to_bytes(_LENGTH, "big") + _sealed(told) + _sealed(marshal.dumps(html))
        file = self._file = self._file or self._opened()
        stored = Stored(self._name, self._end, len(blob))
        self._end += len(blob)
        left = memoryview(blob)
        while left:
            left = left[file.write(left) :]
        return stored

    def close(self) -> None:
        """The file is let go, until the next text is kept: Windows would refuse to delete it."""
        if self._file:
            self._file.close()
            self._file = None

    def _opened(self) -> FileIO:
        if not self._name:
            descriptor, self._name = mkstemp(dir=self._folder, prefix="texts-")
            os.close(descriptor)
        return open(self._name, "ab", buffering=0)


@lru_cache(maxsize=2)  # a page, its files and its record ask for the same one after the other
def texts_of(stored: Stored) -> Texts:
    """What was kept of a document; TextsDamagedError where it is no more."""
    if not stored.size:
        return "", "", ()
    file = _opened(stored.spool, os.getpid())
    file.seek(stored.offset)
    blob = memoryview(file.read(stored.size))
    end = _LENGTH + int.from_bytes(blob[:_LENGTH], "big")
    text, outline = _unsealed(blob[_LENGTH:end])
    return _unsealed(blob[end:]), text, outline


def words_of(stored: Stored) -> tuple[str, Outline]:
    """Plain text and outline of a document alone; TextsDamagedError where they are no more."""
    if not stored.size:
        return "", ()
    file = _opened(stored.spool, os.getpid())
    file.seek(stored.offset)
    size = int.from_bytes(file.read(_LENGTH), "big")
    words: tuple[str, Outline] = _unsealed(memoryview(file.read(min(size, stored.size))))
    return words


def _sealed(told: bytes) -> bytes:
    return crc32(told).to_bytes(_SUM, "big") + told


def _unsealed(sealed: memoryview) -> Any:
    told = sealed[_SUM:]
    if not told or crc32(told) != int.from_bytes(sealed[:_SUM], "big"):
        raise TextsDamagedError
    return marshal.loads(told)  # noqa: S302 - our own file, in a folder only we can enter


@lru_cache(maxsize=64)
def _opened(spool: str, process: int) -> BinaryIO:  # forked processes would share one position
    return open(spool, "rb")


def close_spools() -> None:
    """Let go of the spool files, which Windows would otherwise refuse to delete."""
    texts_of.cache_clear()
    _opened.cache_clear()
