"""The texts of the index in parts of about 20 KB, in the order of units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from gongkai.searching.grouping import Part, Pieces, Stretch

BETWEEN = b",\n"
"""What stands between the pieces of a part. Where pieces are kept so one after the other, they are taken as one."""
_CLOSED, _LARGEST = 20_000, 50_000  # bytes after which a part is closed, and which it is not to pass


class TextPart(NamedTuple):
    """A part of texts, how many units it has, and what tells all that it holds."""

    part: Part
    units: int
    held: str


def text_parts(documents: Iterable[tuple[Stretch, Sequence[Stretch], str]]) -> Iterator[TextPart]:
    """The parts of (what a document is called, its units, digest of its entry), each a line of JSON."""
    held: list[tuple[Stretch, Stretch]] = []
    told: list[str] = []
    size = 0
    for document, units, entry in documents:
        for number, unit in enumerate(units):
            cost = unit.size + (document.size if not held or held[-1][0] is not document else 0)
            if held and (size >= _CLOSED or (size + cost > _LARGEST and size * 2 >= _LARGEST)):
                yield TextPart(Pieces(_part, held), len(held), "\t".join(told))
                held, told, size = [], [], 0
            held.append((document, unit))
            told.append(f"{number} {entry}" if number else entry)
            size += cost
    if held:
        yield TextPart(Pieces(_part, held), len(held), "\t".join(told))


def _part(units: Sequence[tuple[Stretch, Stretch]]) -> list[bytes | Stretch]:
    """A document stands before the first of its units in the part: [document, unit, unit, document, unit …]."""
    pieces: list[bytes | Stretch] = []
    last: Stretch | None = None
    kept = Stretch(Path(), 0, 0)  # what was put last
    for document, unit in units:
        for piece in (unit,) if document is last else (document, unit):
            if piece.start == kept.start + kept.size + len(BETWEEN) and piece.path == kept.path:
                kept = pieces[-1] = Stretch(kept.path, kept.start, piece.start + piece.size - kept.start)
            else:
                pieces += (BETWEEN, piece)
                kept = piece
        last = document
    return [b'{"units":[', *pieces[1:], b"]}\n"]
