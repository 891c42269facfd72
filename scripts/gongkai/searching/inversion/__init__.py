"""Texts → postings, in whole batches; the one door to NumPy. Nothing here runs per posting in Python.

Each batch is folded, inverted and spilled to disk as arrays sorted by (term, unit); `blocks()` merges the spills one
range of terms at a time, so memory is bounded by the batch and the range, whatever the number of documents. Units and
documents are given in the order they arrive and renumbered while merging.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gongkai.searching.characters import BLANK, BREAK, DROPPED
from gongkai.searching.inversion.lists import STRIDE, Array, Keys, Terms, starts_of, term_parts
from gongkai.searching.term_parts import LEVELS, TermPart
from gongkai.searching.terms import BRIDGE, HAN, HASH, LOW_SURROGATE, PLAIN, Folding

_RANGE = 1_500_000  # postings merged at once


class Inverter:
    def __init__(self, folding: Folding, spill: Path) -> None:
        self._table = np.array(folding.table, dtype=np.uint16)
        self._kinds = np.frombuffer(bytes(folding.kinds), dtype=np.uint8)
        self._spill = spill
        self._batches = 0
        self._units = 0
        self._heads: dict[str, list[tuple[Terms, Array, Array]]] = {"title": [], "number": []}
        self._seen = np.zeros(0x10000, dtype=bool)
        self._written = np.zeros(0x10000, dtype=bool)

    def alphabet(self) -> list[int]:
        """The folded code units that occur."""
        return [int(code) for code in np.flatnonzero(self._seen)]

    def written(self) -> list[int]:
        """The code units that occur before folding."""
        return [int(code) for code in np.flatnonzero(self._written)]

    def add_units(self, texts: Sequence[str]) -> list[int]:
        """Invert the next units; their lengths in folded code units."""
        codes, owners, lengths = self._fold(texts)
        self._seen[codes] = True
        terms, places = self._terms(codes)
        keys = terms.astype(np.uint64) << np.uint64(32) | (owners[places] + self._units).astype(np.uint64)
        keys.sort()
        firsts = starts_of(keys)
        counts = np.diff(np.append(firsts, len(keys)))
        levels = (np.searchsorted(np.array(LEVELS), counts, side="right") - 1).astype(np.uint8)
        np.save(self._spill / f"{self._batches}-keys.npy", keys[firsts])
        np.save(self._spill / f"{self._batches}-marks.npy", levels)
        self._batches += 1
        self._units += len(texts)
        return [int(length) for length in lengths]

    def add_heads(self, field: str, first: int, texts: Sequence[str]) -> list[int]:
        """Titles or 文号 of the documents from number `first` on (in order of arrival); their folded lengths."""
        codes, owners, lengths = self._fold(texts)
        begins = np.cumsum(lengths + 1) - lengths - 1
        terms, places = self._terms(codes)
        positions = places - begins[owners[places]]
        kept = positions < STRIDE
        self._heads[field].append((terms[kept], owners[places][kept] + first, positions[kept]))
        return [int(length) for length in lengths]

    def blocks(
        self, unit_order: Sequence[int], document_order: Sequence[int], title_lengths: Sequence[int], leads: Sequence[int]
    ) -> Iterator[TermPart]:
        """All parts in the order of terms. The orders map a number of arrival to the final number; lengths of titles and
        parts of leads are by final number."""
        units = np.array(unit_order, dtype=np.uint64)
        documents = np.array(document_order, dtype=np.int64)
        title, number = (self._head(field, documents) for field in ("title", "number"))
        told = np.array(title_lengths, dtype=np.int64), np.array(leads, dtype=np.int64)
        spills = [
            (np.load(self._spill / f"{i}-keys.npy", mmap_mode="r"), np.load(self._spill / f"{i}-marks.npy"))
            for i in range(self._batches)
        ]
        for low, high in _ranges([keys for keys, _ in spills]):
            pieces = []
            for keys, told_marks in spills:
                start, stop = np.searchsorted(keys, _edges(low, high))
                piece: Keys = np.array(keys[start:stop])
                unit = units[(piece & np.uint64(0xFFFFFFFF)).astype(np.int64)]
                pieces.append((piece >> np.uint64(32) << np.uint64(32)) | unit << np.uint64(2) | told_marks[start:stop])
            merged: Keys = np.concatenate(pieces)
            merged.sort()
            heads = _slice(title, low, high), _slice(number, low, high)
            yield from term_parts(merged, heads, told, self._units, low - 1)

    def _head(self, field: str, documents: Array) -> Keys:
        if not self._heads[field]:
            return np.zeros(0, dtype=np.uint64)
        terms, owners, positions = (np.concatenate(column) for column in zip(*self._heads[field], strict=True))
        places = documents[owners] * STRIDE + positions
        keys: Keys = terms.astype(np.uint64) << np.uint64(32) | places.astype(np.uint64)
        keys.sort()
        return keys

    def _fold(self, texts: Sequence[str]) -> tuple[npt.NDArray[np.uint16], Array, Array]:
        """Folded code units of all texts, each closed by a BREAK; whose each is; folded lengths without that BREAK."""
        raw = [text.encode("utf-16-le", "surrogatepass") for text in texts]
        sizes = np.array([len(one) // 2 + 1 for one in raw], dtype=np.int64)
        written = np.frombuffer(b"\n\0".join([*raw, b""]), dtype=np.uint16)
        self._written[written] = True
        codes = self._table[written]
        ends = np.cumsum(sizes)
        solid = np.flatnonzero((codes != DROPPED) & (codes != BLANK))
        kinds = self._kinds[codes[solid]]
        # A blank is put back where one stood between two plain word characters that nothing else parts.
        plain = kinds == PLAIN
        pairs = np.flatnonzero(plain[:-1] & plain[1:] & (np.diff(solid) > 1))
        blanks = np.cumsum(codes == BLANK)
        pairs = pairs[blanks[solid[pairs + 1]] > blanks[solid[pairs]]]
        folded = np.insert(codes[solid], pairs + 1, BLANK)
        origins = np.insert(solid, pairs + 1, solid[pairs])
        stops = np.searchsorted(origins, ends)
        counts = np.diff(np.append(0, stops))
        owners = np.repeat(np.arange(len(texts)), counts)
        return folded, owners, counts - 1

    def _terms(self, codes: npt.NDArray[np.uint16]) -> tuple[Terms, Array]:
        """Every term and the place it begins at: bigrams of word characters, word characters that none follows, other
        characters by themselves, terms around digits."""
        kinds = self._kinds[codes]
        word = (kinds == PLAIN) | (kinds == HAN)
        bigrams = np.flatnonzero(word[:-1] & word[1:])
        lasts = np.flatnonzero(word[:-1] & ~word[1:])
        solid = (codes != BLANK) & (codes != BREAK)
        others = np.flatnonzero(solid & ~word)
        digit = (codes >= 0x30) & (codes <= 0x39)
        threes = np.flatnonzero(
            solid[:-2] & solid[1:-1] & solid[2:] & (digit[:-2] | digit[1:-1] | digit[2:])
        )
        fives = np.flatnonzero(
            digit[1:-3] & solid[2:-2] & ~digit[2:-2] & digit[3:-1] & solid[:-4] & solid[4:]
        )
        wide = codes.astype(np.uint32)
        terms: Terms = np.concatenate(
            [
                wide[bigrams] << np.uint32(16) | codes[bigrams + 1],
                wide[lasts] << np.uint32(16) | _bridges(wide, lasts),
                wide[others] << np.uint32(16),
                _digit_keys(wide, threes, np.where(digit[threes], threes, threes + 1), 3),
                _digit_keys(wide, fives, fives + 3, 5),
            ]
        )
        return terms, np.concatenate([bigrams, lasts, others, threes, fives])


def _bridges(codes: Terms, lasts: Array) -> Terms:
    """The second halves of the keys of word characters that none follows; terms.bridge. At the end of a block, where no
    word goes on, what comes then counts as nothing."""
    signs = codes[lasts + 1]
    after = np.where(signs == BREAK, 0, codes[np.minimum(lasts + 2, len(codes) - 1)])
    sign, then = (
        each.astype(np.uint32) * np.uint32(HASH) >> np.uint32(32 - bits) for each, bits in ((signs, 5), (after, 6))
    )
    keys: Terms = np.uint32(BRIDGE) + (sign << np.uint32(6)) + then
    return keys


def _digit_keys(codes: Terms, places: Array, cores: Array, length: int) -> Terms:
    """terms.digit_key of the stretches that begin at `places`."""
    whole = np.full(len(places), length, dtype=np.uint32)
    for step in range(length):
        whole = whole * np.uint32(31) + codes[places + step]
    core = codes[cores] * np.uint32(31) + codes[cores + 1]
    high, low = (np.uint32(LOW_SURROGATE) | (each * np.uint32(HASH) >> np.uint32(22)) for each in (core, whole))
    keys: Terms = high << np.uint32(16) | low
    return keys


def _ranges(spills: Sequence[Keys]) -> Iterator[tuple[int, int]]:
    """Ranges [low, high) of terms with about _RANGE postings each, ending between first characters."""
    edges = np.arange(0x10001, dtype=np.uint64) << np.uint64(48)
    edges[-1] = np.uint64(0xFFFFFFFFFFFFFFFF)
    totals = np.zeros(0x10001, dtype=np.int64)
    for keys in spills:
        totals += np.searchsorted(keys, edges)
    low = 0
    while low < 0x10000 and totals[-1] > totals[low]:
        high = max(low + 1, int(np.searchsorted(totals, totals[low] + _RANGE, side="right")) - 1)
        yield low << 16, min(high, 0x10000) << 16
        low = high


def _slice(keys: Keys, low: int, high: int) -> Keys:
    start, stop = np.searchsorted(keys, _edges(low, high))
    return keys[start:stop]


def _edges(low: int, high: int) -> Keys:
    return np.array([low << 32, min(high << 32, (1 << 64) - 1)], dtype=np.uint64)
