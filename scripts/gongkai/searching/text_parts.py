"""The texts of the index in parts of about 20 KB, in the order of units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gongkai.searching.grouping import Part, Stretch

_CLOSED, _LARGEST = 20_000, 50_000  # bytes after which a part is closed, and which it is not to pass


def text_parts(documents: Iterable[tuple[Stretch, Sequence[Stretch]]]) -> Iterator[tuple[Part, int]]:
    """The parts, and how many units each holds, of (what a document is called, its units), each a line of JSON."""
    held: list[tuple[Stretch, Stretch]] = []
    size = 0
    for document, units in documents:
        for unit in units:
            cost = unit.size + (document.size if not held or held[-1][0] != document else 0)
            if held and (size >= _CLOSED or (size + cost > _LARGEST and size * 2 >= _LARGEST)):
                yield _part(held), len(held)
                held, size = [], 0
            held.append((document, unit))
            size += cost
    if held:
        yield _part(held), len(held)


def _part(units: Sequence[tuple[Stretch, Stretch]]) -> Part:
    """A document stands before the first of its units in the part: [document, unit, unit, document, unit …]."""
    pieces: list[bytes | Stretch] = []
    last = None
    for document, unit in units:
        if document != last:
            pieces += (b",\n", document)
            last = document
        pieces += (b",\n", unit)
    return [b'{"units":[', *pieces[1:], b"]}\n"]
