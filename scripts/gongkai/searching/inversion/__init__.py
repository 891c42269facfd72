"""Texts → postings, in whole batches; the one door to NumPy. Nothing here runs per posting in Python.

Each batch is folded, inverted and spilled to disk sorted by first characters, by whatever process has the time;
`merging` then turns the spills into parts, one range of terms at a time. So memory is bounded by the batch and the
range, whatever the number of documents. Units and documents are numbered within their batch, and renumbered while merging.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gongkai.searching.characters import BLANK, BREAK, DROPPED
from gongkai.searching.inversion.lists import STRIDE, Array, Keys, Terms, starts_of
from gongkai.searching.term_parts import LEVELS
from gongkai.searching.terms import BRIDGE, HAN, HASH, LOW_SURROGATE, PLAIN, Folding

Codes = npt.NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Inverted:
    """One batch whose postings lie in the file `spill`, keys (term, unit, 2 bits of mark) sorted by the first characters of
    their terms. `heads` are the postings
    of titles and 文号: terms, documents, positions. `lengths` are those of units, titles and 文号 in folded code units;
    `seen` the folded code units that occur, `written` those before folding."""

    spill: Path
    heads: dict[str, tuple[Terms, Array, Array]]
    lengths: dict[str, list[int]]
    seen: Codes
    written: Codes


class Inverter:
    """Inverts batches, each for itself."""

    def __init__(self, folding: Folding) -> None:
        self._table = np.array(folding.table, dtype=np.uint16)
        self._kinds = np.frombuffer(bytes(folding.kinds), dtype=np.uint8)

    def invert(self, spill: Path, units: Sequence[str], heads: dict[str, list[str]]) -> Inverted:
        """Invert the units of a batch and the heads, title and 文号, of its documents; the postings go into `spill`."""
        written, codes, owners, lengths = self._fold(units)
        keys = self._postings(codes, owners, np.cumsum(lengths + 1))
        keys[np.argsort((keys >> np.uint64(48)).astype(np.uint16), kind="stable")].tofile(spill)
        seen, raw = [codes], [written]
        told = {"text": [int(length) for length in lengths]}
        found: dict[str, tuple[Terms, Array, Array]] = {}
        for field, texts in heads.items():
            written, codes, owners, lengths = self._fold(texts)
            begins = np.cumsum(lengths + 1) - lengths - 1
            plain, places, around, cores = self._terms(codes)
            terms, places = np.concatenate([plain, around]), np.concatenate([places, cores])
            positions = places - begins[owners[places]]
            kept = positions < STRIDE
            found[field] = terms[kept], owners[places][kept], positions[kept]
            told[field] = [int(length) for length in lengths]
            raw.append(written)
        return Inverted(spill, found, told, _different(seen), _different(raw))

    def _postings(self, codes: Codes, owners: Array, ends: Array) -> Keys:
        """Keys of different (term, unit) with their marks, unit by unit; units end at `ends`. Terms are counted within
        the unit, which is short enough to be sorted in the nearest cache."""
        terms, places, numeric, cores = self._terms(codes)
        stops = np.searchsorted(places, ends)
        for start, stop in zip([0, *stops[:-1].tolist()], stops.tolist(), strict=True):
            terms[start:stop].sort()
        fresh = np.append(True, terms[1:] != terms[:-1])[: len(terms)]
        fresh[stops[:-1][stops[:-1] < len(terms)]] = True
        firsts = np.flatnonzero(fresh)
        # A sorted term stands at another's place, but in its unit.
        units = owners[places[firsts]].astype(np.uint64) << np.uint64(2)
        around = numeric.astype(np.uint64) << np.uint64(32) | owners[cores].astype(np.uint64) << np.uint64(2)
        around.sort()
        others = starts_of(around)
        plain: Keys = terms[firsts].astype(np.uint64) << np.uint64(32) | units | _levels(firsts, len(terms))
        return np.concatenate([plain, around[others] | _levels(others, len(around))])

    def _fold(self, texts: Sequence[str]) -> tuple[Codes, Codes, Array, Array]:
        """The code units of all texts, each closed by a BREAK, as written and folded; whose each folded one is; folded
        lengths without that BREAK."""
        raw = [text.encode("utf-16-le", "surrogatepass") for text in texts]
        sizes = np.array([len(one) // 2 + 1 for one in raw], dtype=np.int64)
        written = np.frombuffer(b"\n\0".join([*raw, b""]), dtype=np.uint16)
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
        return written, folded, owners, counts - 1

    def _terms(self, codes: Codes) -> tuple[Terms, Array, Terms, Array]:
        """Every term and the place it begins at, in the order of places: bigrams of word characters, word characters that
        none follows, other characters by themselves; and apart from them the terms around digits with their places."""
        kinds = self._kinds[codes]
        word = (kinds == PLAIN) | (kinds == HAN)
        solid = (codes != BLANK) & (codes != BREAK)
        places = np.flatnonzero(solid)
        wide = codes.astype(np.uint32)
        seconds = np.append(wide[1:], np.uint32(0))
        lasts = np.flatnonzero(word[:-1] & ~word[1:])
        seconds[lasts] = _bridges(wide, lasts)
        seconds[~word] = 0
        terms: Terms = wide[places] << np.uint32(16) | seconds[places]
        digit = (codes >= 0x30) & (codes <= 0x39)
        threes = np.flatnonzero(
            solid[:-2] & solid[1:-1] & solid[2:] & (digit[:-2] | digit[1:-1] | digit[2:])
        )
        fives = np.flatnonzero(
            digit[1:-3] & solid[2:-2] & ~digit[2:-2] & digit[3:-1] & solid[:-4] & solid[4:]
        )
        around: Terms = np.concatenate(
            [
                _digit_keys(wide, threes, np.where(digit[threes], threes, threes + 1), 3),
                _digit_keys(wide, fives, fives + 3, 5),
            ]
        )
        return terms, places, around, np.concatenate([threes, fives])


def _levels(firsts: Array, end: int) -> Keys:
    """The marks of runs that begin at `firsts`, of which the last stops at `end`."""
    levels: Keys = (np.searchsorted(np.array(LEVELS), np.diff(np.append(firsts, end)), side="right") - 1).astype(np.uint64)
    return levels


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


def _different(arrays: Sequence[Codes]) -> Codes:
    """The code units that occur in any of the arrays."""
    seen = np.zeros(0x10000, dtype=bool)
    for codes in arrays:
        seen[codes] = True
    found: Codes = np.flatnonzero(seen).astype(np.uint16)
    return found
