"""Spilled postings → parts, one range of terms at a time, each by whatever process has the time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import numpy as np

from gongkai.searching.inversion import Inverted
from gongkai.searching.inversion.lists import STRIDE, Array, Keys, Terms, term_parts
from gongkai.searching.term_parts import TermPart

_RANGE = 1_500_000  # postings merged at once
_HEADS = ("title", "number")


@dataclass(frozen=True, slots=True)
class Share:
    """Terms from `low` to below `high`; of each spill that has any: its file, the number its first unit arrived with, and
    from which posting to which."""

    folder: Path
    units: int
    low: int
    high: int
    slices: tuple[tuple[Path, int, int, int], ...]


def shares(
    batches: Sequence[Inverted],
    folder: Path,
    unit_order: Sequence[int],
    document_order: Sequence[int],
    title_lengths: Sequence[int],
    leads: Sequence[int],
) -> list[Share]:
    """All terms in shares of about _RANGE postings. The orders map a number of arrival to the final number; lengths of
    titles and parts of leads are by final number. What every share needs is written into `folder`."""
    documents = np.array(document_order, dtype=np.int64)
    np.save(folder / "units.npy", np.array(unit_order, dtype=np.uint64))
    np.save(folder / "lengths.npy", np.array(title_lengths, dtype=np.int64))
    np.save(folder / "leads.npy", np.array(leads, dtype=np.int64))
    bases = list(accumulate((len(batch.lengths["title"]) for batch in batches), initial=0))
    for field in _HEADS:
        np.save(folder / f"{field}.npy", _head([batch.heads[field] for batch in batches], bases, documents))
    edges = np.arange(0x10001, dtype=np.uint64) << np.uint64(48)
    edges[-1] = np.uint64(0xFFFFFFFFFFFFFFFF)
    below = [np.searchsorted(np.fromfile(batch.spill, dtype=np.uint64), edges) for batch in batches]
    firsts = list(accumulate((len(batch.lengths["text"]) for batch in batches), initial=0))
    found: list[Share] = []
    for low, high in _ranges(below):
        slices = (
            (batch.spill, first, int(told[low]), int(told[high]))
            for batch, first, told in zip(batches, firsts, below, strict=False)
        )
        held = tuple(each for each in slices if each[2] < each[3])
        found.append(Share(folder, len(unit_order), low << 16, high << 16, held))
    return found


def merged(share: Share) -> list[TermPart]:
    """The parts of a share."""
    units: Keys = np.load(share.folder / "units.npy")
    pieces: list[Keys] = []
    for spill, first, start, stop in share.slices:
        keys = np.fromfile(spill, dtype=np.uint64, count=stop - start, offset=start * 8)
        unit = units[first + ((keys & np.uint64(0xFFFFFFFF)) >> np.uint64(2)).astype(np.int64)]
        pieces.append((keys & np.uint64(0xFFFFFFFF00000003)) | unit << np.uint64(2))
    keys = np.concatenate(pieces)
    keys.sort()
    title, number = (_slice(np.load(share.folder / f"{field}.npy", mmap_mode="r"), share.low, share.high) for field in _HEADS)
    told = np.load(share.folder / "lengths.npy"), np.load(share.folder / "leads.npy")
    return list(term_parts(keys, (title, number), told, share.units, share.low - 1))


def alphabets(batches: Sequence[Inverted]) -> tuple[set[int], set[int]]:
    """The folded code units that occur, and those before folding."""
    seen: set[int] = set()
    written: set[int] = set()
    for batch in batches:
        seen.update(batch.seen.tolist())
        written.update(batch.written.tolist())
    return seen, written


def _head(heads: Sequence[tuple[Terms, Array, Array]], bases: Sequence[int], documents: Array) -> Keys:
    """All postings of a field as sorted keys (term, document × STRIDE + position)."""
    pieces = [
        terms.astype(np.uint64) << np.uint64(32) | (documents[owners + base] * STRIDE + positions).astype(np.uint64)
        for (terms, owners, positions), base in zip(heads, bases, strict=False)
    ]
    keys: Keys = np.concatenate([np.zeros(0, dtype=np.uint64), *pieces])
    keys.sort()
    return keys


def _ranges(below: Sequence[Array]) -> Iterator[tuple[int, int]]:
    """Ranges [low, high) of first characters with about _RANGE postings each, of how many of each batch lie below."""
    totals = np.sum(np.array(below, dtype=np.int64).reshape(-1, 0x10001), axis=0)
    low = 0
    while low < 0x10000 and totals[-1] > totals[low]:
        high = max(low + 1, int(np.searchsorted(totals, totals[low] + _RANGE, side="right")) - 1)
        yield low, min(high, 0x10000)
        low = high


def _slice(keys: Keys, low: int, high: int) -> Keys:
    start, stop = np.searchsorted(keys, np.array([low << 32, min(high << 32, (1 << 64) - 1)], dtype=np.uint64))
    return np.array(keys[start:stop])
