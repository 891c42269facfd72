"""Where texts wait between reading and rendering, so that no more than a few are ever in memory.

Each worker appends to one spool file of its own; a document keeps file, offset and length (`model.body.Stored`).
"""

from __future__ import annotations

import marshal
import os
from functools import lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from gongkai.model.body import Stored

Texts = tuple[str, str, tuple[tuple[int, str, str], ...]]
"""(HTML with marks, plain text, outline) of one document."""


class SpoolWriter:
    """Appends texts to a new spool file in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._file = NamedTemporaryFile(dir=folder, prefix="texts-", delete=False, buffering=0)  # noqa: SIM115 - closed by close()
        self._end = 0

    @property
    def path(self) -> Path:
        """The file."""
        return Path(self._file.name)

    def keep(self, texts: Texts) -> Stored:
        """Write one document's texts; the reader may be another process, so nothing stays in a buffer."""
        blob = marshal.dumps(texts)
        stored = Stored(self._file.name, self._end, len(blob))
        self._end += len(blob)
        left = memoryview(blob)
        while left:
            left = left[self._file.write(left) :]
        return stored

    def close(self) -> None:
        """Everything kept can be read from now on."""
        self._file.close()


@lru_cache(maxsize=2)  # a page, its files and its record ask for the same one after the other
def texts_of(stored: Stored) -> Texts:
    """What was kept of a document."""
    if not stored.size:
        return "", "", ()
    file = _opened(stored.spool, os.getpid())
    file.seek(stored.offset)
    texts: Texts = marshal.loads(file.read(stored.size))  # noqa: S302 - our own file, in a folder only we can enter
    return texts


@lru_cache(maxsize=64)
def _opened(spool: str, process: int) -> BinaryIO:  # forked processes would share one position
    return open(spool, "rb")


def close_spools() -> None:
    """Let go of the spool files, which Windows would otherwise refuse to delete."""
    texts_of.cache_clear()
    _opened.cache_clear()
