"""The texts of the index: spooled to disk as they come, then written in the order of units, in parts of about 20 KB."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import IO

from gongkai.searching.parts import PartWriter

_CLOSED, _LARGEST = 20_000, 50_000  # bytes after which a part is closed, and which it is not to pass


@dataclass(frozen=True, slots=True)
class Spooled:
    """Pieces that follow each other in a file: where the first begins, and how long each is, in bytes."""

    path: Path
    start: int
    sizes: tuple[int, ...]


def spool(path: Path, pieces: Iterable[bytes]) -> Spooled:
    """Append pieces to a file; one process at a time may."""
    sizes: list[int] = []
    with path.open("ab") as file:
        start = file.tell()
        for piece in pieces:
            file.write(piece)
            sizes.append(len(piece))
    return Spooled(path, start, tuple(sizes))


class Spool:
    """All pieces that were spooled, by number of arrival."""

    def __init__(self, spooled: Iterable[Spooled]) -> None:
        self._files: dict[Path, IO[bytes]] = {}
        self._places: list[tuple[IO[bytes], int, int]] = []
        for each in spooled:
            if each.path not in self._files:
                self._files[each.path] = each.path.open("rb")
            ends = accumulate(each.sizes, initial=each.start)
            self._places += [(self._files[each.path], end, size) for end, size in zip(ends, each.sizes, strict=False)]

    def read(self, number: int) -> bytes:
        file, start, size = self._places[number]
        file.seek(start)
        return file.read(size)

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._files.values():
            file.close()


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
