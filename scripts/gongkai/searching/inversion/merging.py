"""Postings of batches → parts, one range of terms at a time, each by whatever process has the time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import numpy as np

from gongkai.searching.grouping import Stretch
from gongkai.searching.inversion import FIELDS, TEXT, TITLE, Inverted, Run
from gongkai.searching.inversion.lists import STRIDE, Array, Keys, Terms, term_parts
from gongkai.searching.term_parts import TermPart, between

_LEAST, _MOST = 600_000, 1_200_000  # postings merged at once
_KEY = 8  # bytes
_PLACE = STRIDE.bit_length() - 1  # bits of a position in a title or 文号
_NEEDED = ("units", "documents", "lengths", "leads")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a batch's postings lie: the file, where in it those of each field begin, and the numbers its first unit and
    its first document arrived with."""

    path: Path
    starts: Mapping[str, int]
    unit: int
    document: int


@dataclass(frozen=True, slots=True)
class Share:
    """Terms from `low` to below `high`; of each batch that has any: from which posting to which of each field."""

    folder: Path
    units: int
    low: int
    high: int
    slices: tuple[tuple[Source, tuple[tuple[int, int], ...]], ...]


def shares(
    batches: Sequence[tuple[Inverted, Path, Mapping[str, int]]],
    folder: Path,
    unit_order: Sequence[int],
    document_order: Sequence[int],
    title_lengths: Sequence[int],
    leads: Sequence[int],
) -> list[Share]:
    """All terms in shares. `batches` come with their file, and where in it the postings of each field begin. The orders map
    a number of arrival to the final number; lengths of titles and parts of leads are by final number. What every share
    needs is written into `folder`."""
    for name, numbers in zip(_NEEDED, (unit_order, document_order, title_lengths, leads), strict=True):
        np.save(folder / f"{name}.npy", np.array(numbers, dtype=np.uint32))
    units = accumulate((len(batch.lengths[TEXT]) for batch, _, _ in batches), initial=0)
    documents = accumulate((len(batch.lengths[TITLE]) for batch, _, _ in batches), initial=0)
    sources = [Source(path, starts, *numbers) for (_, path, starts), *numbers in zip(batches, units, documents, strict=False)]
    totals = np.zeros(0x10000, dtype=np.int64)
    for batch, _, _ in batches:
        totals[batch.runs[TEXT].characters] += batch.runs[TEXT].counts
    ranges = list(_ranges(np.append(0, np.cumsum(totals))))
    edges = np.array([low for low, _ in ranges] + [0x10000])
    below = [[_below(batch.runs[field], edges) for field in FIELDS] for batch, _, _ in batches]
    found: list[Share] = []
    for place, (low, high) in enumerate(ranges):
        slices = ((source, tuple((each[place], each[place + 1]) for each in told)) for source, told in zip(sources, below, strict=True))
        held = tuple((source, told) for source, told in slices if any(start < stop for start, stop in told))
        found.append(Share(folder, len(unit_order), low << 16, high << 16, held))
    return found


def merged(share: Share) -> list[tuple[TermPart, Stretch]]:
    """The parts of a share, and where their contents stand in a file of its own."""
    units, documents, lengths, leads = (np.load(share.folder / f"{name}.npy") for name in _NEEDED)
    pieces: tuple[list[Keys], ...] = ([], [], [])
    for source, told in share.slices:
        with source.path.open("rb") as file:
            for field, (start, stop), own in zip(FIELDS, told, pieces, strict=True):
                file.seek(source.starts[field] + start * _KEY)
                keys = np.frombuffer(file.read((stop - start) * _KEY), dtype=np.uint64)
                own.append(_renumbered(keys, 2, units[source.unit :]) if field == TEXT else _renumbered(keys, _PLACE, documents[source.document :]))
    text, title, number = map(np.concatenate, pieces)
    for keys in (text, title, number):
        keys.sort()
    path = share.folder / f"terms-{share.low:08x}"
    parts: list[tuple[TermPart, Stretch]] = []
    with path.open("wb") as file:
        for part, content in term_parts(text, (title, number), (lengths.astype(np.int64), leads.astype(np.int64)), share.units, share.low - 1):
            parts.append((part, Stretch(path, file.tell(), len(content))))
            file.write(content)
    return parts


def alphabet(batches: Iterable[Inverted]) -> set[int]:
    """The code units that occur, before folding."""
    written: set[int] = set()
    for batch in batches:
        written.update(batch.written.tolist())
    return written


def _renumbered(keys: Keys, bits: int, order: Terms) -> Keys:
    """Keys with another number above their lowest `bits`."""
    below = np.uint64((1 << bits) - 1)
    numbers = order[(keys & np.uint64(0xFFFFFFFF)) >> np.uint64(bits)].astype(np.uint64)
    renumbered: Keys = keys & (np.uint64(0xFFFFFFFF00000000) | below) | numbers << np.uint64(bits)
    return renumbered


def _below(run: Run, edges: Array) -> list[int]:
    """How many postings of a run lie below each of these first characters."""
    ends = np.append(0, np.cumsum(run.counts))
    return [int(each) for each in ends[np.searchsorted(run.characters, edges)]]


def _ranges(below: Array) -> Iterator[tuple[int, int]]:
    """Ranges [low, high) of first characters with _LEAST to _MOST postings each, of how many lie below each; a single character
    may have more. As a part does, a range ends where the number is roundest, so that an edit moves few ends."""
    low = 0
    while low < 0x10000 and below[-1] > below[low]:
        first, last = np.searchsorted(below, (below[low] + _LEAST, below[low] + _MOST + 1)) - (0, 1)
        high = 0x10000 if last >= 0x10000 else int(first) if last <= first else between(int(first) - 1, int(last))
        yield low, high
        low = high
