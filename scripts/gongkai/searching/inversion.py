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
from gongkai.searching.codec import ALPHABET, FINALS, LEADS, starts
from gongkai.searching.term_parts import TermPart, between, pieces
from gongkai.searching.terms import COMMON, HAN, HASH, LOW_SURROGATE, PLAIN, VERY_COMMON, Folding

# A posting tells which of these a term's count in the unit reaches; BM25F hardly moves beyond.
LEVELS = (1, 2, 4, 8, 16)
# Title and 文号 postings are document × STRIDE + position; a title counts as a field up to this length. With each go
# the length of the document's title and the part of its lead, as change from the posting before.
STRIDE = 512
_RANGE = 1_500_000  # postings merged at once
_DIGITS = np.frombuffer(ALPHABET.encode("ascii"), dtype=np.uint8)
_LOWEST = np.array(starts(), dtype=np.int64)

Array = npt.NDArray[np.int64]
Terms = npt.NDArray[np.uint32]
Keys = npt.NDArray[np.uint64]


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
        firsts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])) if len(keys) else np.zeros(0, np.int64)
        counts = np.diff(np.append(firsts, len(keys)))
        levels = (np.searchsorted(np.array(LEVELS), counts, side="right") - 1).astype(np.uint8)
        np.save(self._spill / f"{self._batches}-keys.npy", keys[firsts])
        np.save(self._spill / f"{self._batches}-levels.npy", levels)
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
            (np.load(self._spill / f"{i}-keys.npy", mmap_mode="r"), np.load(self._spill / f"{i}-levels.npy"))
            for i in range(self._batches)
        ]
        for low, high in _ranges([keys for keys, _ in spills]):
            pieces = []
            for keys, levels in spills:
                start, stop = np.searchsorted(keys, _edges(low, high))
                piece: Keys = np.array(keys[start:stop])
                unit = units[(piece & np.uint64(0xFFFFFFFF)).astype(np.int64)]
                pieces.append((piece >> np.uint64(32) << np.uint64(32)) | unit << np.uint64(3) | levels[start:stop])
            merged: Keys = np.concatenate(pieces)
            merged.sort()
            heads = _slice(title, low, high), _slice(number, low, high)
            yield from _term_parts(merged, heads, told, self._units, low - 1)

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
        """Every term and the place it begins at: bigrams of word characters, single characters, terms around digits."""
        kinds = self._kinds[codes]
        word = (kinds == PLAIN) | (kinds == HAN)
        bigrams = np.flatnonzero(word[:-1] & word[1:])
        solid = (codes != BLANK) & (codes != BREAK)
        singles = np.flatnonzero(solid)
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
                wide[singles] << np.uint32(16),
                _digit_keys(wide, threes, np.where(digit[threes], threes, threes + 1), 3),
                _digit_keys(wide, fives, fives + 3, 5),
            ]
        )
        return terms, np.concatenate([bigrams, singles, threes, fives])


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


def _encoded(numbers: Array) -> tuple[npt.NDArray[np.uint8], Array]:
    """codec.encode over an array: the characters, and how many each number takes."""
    sizes = np.searchsorted(_LOWEST, numbers, side="right")
    ends = np.cumsum(sizes)
    out = np.empty(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    rest, final = np.divmod(numbers - _LOWEST[sizes - 1], FINALS)
    out[ends - 1] = _DIGITS[final]
    wider = np.flatnonzero(sizes > 1)
    step = 2
    while len(wider):
        rest_wide, lead = np.divmod(rest[wider], LEADS)
        out[ends[wider] - step] = _DIGITS[FINALS + lead]
        rest[wider] = rest_wide
        wider = wider[sizes[wider] > step]
        step += 1
    return out, sizes


def _lists(keys: Keys) -> tuple[npt.NDArray[np.uint8], Terms, Array, Array]:
    """Encode sorted keys (term, place, 3 bits of level) as one list per term: gaps, first from 0, each × levels + level. The characters, the terms, the size of each term's list, and its number of postings."""
    terms = (keys >> np.uint64(32)).astype(np.uint32)
    low = (keys & np.uint64(0xFFFFFFFF)).astype(np.int64)
    places, levels = low >> 3, low & 7
    firsts = np.flatnonzero(np.append(True, terms[1:] != terms[:-1])) if len(keys) else np.zeros(0, np.int64)
    gaps = np.diff(places, prepend=0) - 1
    gaps[firsts] = places[firsts]
    out, sizes = _encoded(gaps * len(LEVELS) + levels)
    per_term = np.add.reduceat(sizes, firsts) if len(firsts) else np.zeros(0, np.int64)
    return out, terms[firsts], per_term, np.diff(np.append(firsts, len(keys)))


def _head_lists(keys: Keys, told: tuple[Array, Array]) -> tuple[npt.NDArray[np.uint8], Terms, Array]:
    """Sorted keys (term, document × STRIDE + position) as one list per term of (gap, length of the title, change of the
    part of the lead, zigzag): the characters, the terms, and the size of each term's list."""
    terms = (keys >> np.uint64(32)).astype(np.uint32)
    places = (keys & np.uint64(0xFFFFFFFF)).astype(np.int64)
    firsts = np.flatnonzero(np.append(True, terms[1:] != terms[:-1])) if len(keys) else np.zeros(0, np.int64)
    lengths, leads = (each[places // STRIDE] for each in told)
    gaps, changes = np.diff(places, prepend=0), np.diff(leads, prepend=0)
    gaps[firsts], changes[firsts] = places[firsts], leads[firsts]
    zigzag = np.where(changes >= 0, changes * 2, -changes * 2 - 1)
    out, sizes = _encoded(np.stack([gaps, lengths, zigzag], axis=1).reshape(-1))
    per_term = np.add.reduceat(sizes, firsts * 3) if len(firsts) else np.zeros(0, np.int64)
    return out, terms[firsts], per_term


def _term_parts(
    text: Keys, head_keys: tuple[Keys, Keys], told: tuple[Array, Array], units: int, last: int
) -> Iterator[TermPart]:
    body, terms, sizes, counts = _lists(text)
    heads: list[npt.NDArray[np.uint8]] = []
    head_sizes: list[Array] = []
    for keys in head_keys:
        blob, found, per_term = _head_lists(keys, told)
        spread = np.zeros(len(terms), dtype=np.int64)
        spread[np.searchsorted(terms, found)] = per_term
        heads.append(blob)
        head_sizes.append(spread)
    cumulated = [np.append(0, np.cumsum(each)) for each in (sizes, *head_sizes)]
    costs = np.append(0, np.cumsum(sizes + head_sizes[0] + head_sizes[1] + 5))
    weights = terms * np.uint32(2654435761)
    frequent = (counts > units // COMMON) & ((terms & np.uint32(0xFFFF)) != 0) & (terms >> np.uint32(26) != LOW_SURROGATE >> 10)
    very = counts > units // VERY_COMMON
    for start, stop in _cuts(costs, weights):
        edges = [(int(each[start]), int(each[stop])) for each in cumulated]
        blobs = [blob[low:high].tobytes().decode("ascii") for blob, (low, high) in zip((body, *heads), edges, strict=True)]
        for index, piece in enumerate(pieces(blobs[0], LARGEST)):
            has_head = (head_sizes[0][start:stop] + head_sizes[1][start:stop] > 0) & (index == 0)
            own = sizes[start:stop] if len(piece) == len(blobs[0]) else np.array([len(piece)], dtype=np.int64)
            rising = terms[start:stop].astype(np.int64)
            begin = int(rising[0]) if len(blobs[0]) != len(piece) else between(int(terms[start - 1]) if start else last, int(rising[0]))
            gaps = rising - np.append(begin - 1, rising[:-1]) - 1
            columns: list[Array] = [gaps, own * 2 + has_head, head_sizes[0][start:stop], head_sizes[1][start:stop]]
            always = np.ones_like(has_head)
            shown = np.stack([always, always, has_head, has_head], axis=1)
            entries, _ = _encoded(np.stack(columns, axis=1)[shown])
            yield TermPart(
                first=begin,
                terms=entries.tobytes().decode("ascii"),
                text=piece,
                title=blobs[1] if index == 0 else "",
                number=blobs[2] if index == 0 else "",
                count=stop - start if index == 0 else 0,
                postings=int(counts[start:stop].sum()) if index == 0 else 0,
                common=tuple(
                    zip(terms[start:stop][frequent[start:stop]].tolist(), very[start:stop][frequent[start:stop]].tolist(), strict=True)
                )
                if index == 0
                else (),
            )


# Sizes of a part in characters. Between the least and the most it ends where a hash of the term is lowest, so that an
# edit moves the ends of few parts.
_LEAST, _MOST = 21_800, 27_500
LARGEST = 45_000


def _cuts(costs: Array, weights: Terms) -> Iterator[tuple[int, int]]:
    start, last = 0, len(costs) - 1
    while start < last:
        low = int(np.searchsorted(costs, costs[start] + _LEAST))
        high = int(np.searchsorted(costs, costs[start] + _MOST, side="right")) - 1
        if low >= last:
            stop = last
        elif high <= low:
            stop = max(start + 1, low - 1 if costs[low] - costs[start] > LARGEST else low)
        else:
            stop = low + int(np.argmin(weights[low : high + 1]))
        yield start, stop
        start = stop
