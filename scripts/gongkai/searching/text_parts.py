"""The texts of the index: spooled to disk as they come, then written in the order of units, in parts of about 20 KB."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO

from gongkai.searching.parts import PartWriter

_CLOSED, _LARGEST = 20_000, 50_000  # bytes after which a part is closed, and which it is not to pass


class Spool:
    """Units as JSON on disk, by number of arrival."""

    def __init__(self, path: Path) -> None:
        self._file: IO[bytes] = path.open("w+b")
        self._ends = [0]

    def add(self, content: bytes) -> None:
        self._file.write(content)
        self._ends.append(self._ends[-1] + len(content))

    def read(self, unit: int) -> bytes:
        self._file.seek(self._ends[unit])
        return self._file.read(self._ends[unit + 1] - self._ends[unit])

    def close(self) -> None:
        self._file.close()


def write_texts(units: Iterable[bytes], writer: PartWriter) -> list[int]:
    """Write the parts of texts; how many units each holds. A unit is two lines of JSON: its document, and itself."""
    counts: list[int] = []
    held: list[tuple[bytes, bytes]] = []
    size = 0
    for stored in units:
        document, _, unit = stored.partition(b"\n")
        cost = len(unit) + (len(document) if not held or held[-1][0] != document else 0)
        if held and (size >= _CLOSED or (size + cost > _LARGEST and size * 2 >= _LARGEST)):
            counts.append(len(held))
            writer.append("texts", _part(held))
            held, size = [], 0
        held.append((document, unit))
        size += cost
    if held:
        counts.append(len(held))
        writer.append("texts", _part(held))
    return counts


def _part(units: Sequence[tuple[bytes, bytes]]) -> bytes:
    """A document stands before the first of its units in the part: [document, unit, unit, document, unit …]."""
    lines: list[bytes] = []
    last = b""
    for document, unit in units:
        if document != last:
            lines.append(document)
            last = document
        lines.append(unit)
    return b'{"units":[' + b",\n".join(lines) + b"]}\n"
