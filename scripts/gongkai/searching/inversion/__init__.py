"""Texts → postings, in whole batches; the one door to NumPy. Nothing here runs per posting in Python.

Each batch is inverted by whatever process has the time, a stretch of texts after the other, so that all arrays of a
stretch stay in the processor's cache; `merging` then turns the batches into parts, one range of terms at a time. So
memory is bounded by the batch and the range, whatever the number of documents. Units and documents are numbered within
their batch, and renumbered while merging.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gongkai.searching.characters import BLANK, BREAK, DROPPED
from gongkai.searching.inversion.lists import STRIDE, Array, Keys, Terms, starts_of
from gongkai.searching.term_parts import LEVELS
from gongkai.searching.terms import BRIDGE, HAN, HASH, LOW_SURROGATE, PLAIN, Folding

Codes = npt.NDArray[np.uint16]
TEXT, TITLE, NUMBER = FIELDS = ("text", "title", "number")
_STRETCH = 1 << 16  # code units worked on at once


@dataclass(frozen=True, slots=True)
class Run:
    """The sorted postings of a field: how many there are by the first character of their terms."""

    characters: Codes
    counts: Array


@dataclass(frozen=True, slots=True)
class Inverted:
    """What is known of a batch's postings without them: of each field its run, and lengths of units, titles and 文号 in
    folded code units; `written` are the code units that occur, before folding."""

    runs: Mapping[str, Run]
    lengths: Mapping[str, list[int]]
    written: Codes


class Inverter:
    """Inverts batches, each for itself."""

    def __init__(self, folding: Folding) -> None:
        self._table = np.array(folding.table, dtype=np.uint16)
        kinds = np.frombuffer(bytes(folding.kinds), dtype=np.uint8)
        self._plain = kinds == PLAIN
        self._word = self._plain | (kinds == HAN)

    def invert(self, units: Sequence[bytes], heads: Mapping[str, Sequence[bytes]]) -> tuple[Inverted, dict[str, Keys]]:
        """Invert the units of a batch and the heads, title and 文号, of its documents, all in UTF-16. The postings of each field are
        sorted: (term, unit, 2 bits of mark) of the text, (term, document × STRIDE + position) of the heads."""
        written = np.zeros(0x10000, dtype=bool)
        lengths: dict[str, list[int]] = {field: [] for field in (TEXT, *heads)}
        pieces: dict[str, list[Keys]] = {field: [] for field in (TEXT, *heads)}
        for field, texts in ((TEXT, units), *heads.items()):
            for first, raw in _stretches(texts):
                codes, ends = self._fold(raw, written)
                lengths[field] += (np.diff(ends, prepend=0) - 1).tolist()
                pieces[field] += self._postings(codes, ends, first) if field == TEXT else self._places(codes, ends, first)
        keys = {field: _sorted(several) for field, several in pieces.items()}
        found = np.flatnonzero(written).astype(np.uint16)
        return Inverted({field: _run(each) for field, each in keys.items()}, lengths, found), keys

    def _fold(self, raw: Sequence[bytes], written: npt.NDArray[np.bool_]) -> tuple[Codes, Array]:
        """The folded code units of texts in UTF-16, each closed by a BREAK, and where each ends; what occurs is noted in
        `written`. A blank stays only between two plain word characters."""
        given = np.frombuffer(b"\n\0".join([*raw, b""]), dtype="<u2").astype(np.intp)
        written[given] = True
        ends = np.cumsum(np.fromiter((len(each) // 2 + 1 for each in raw), dtype=np.int64, count=len(raw)))
        codes: Codes = self._table.take(given, mode="clip")
        dropped = np.flatnonzero(codes == DROPPED)
        if len(dropped):
            codes, ends = _where(codes, codes != DROPPED), ends - np.searchsorted(dropped, ends)
        blanks = np.flatnonzero(codes == BLANK)
        if len(blanks):
            apart = np.diff(blanks) > 1
            firsts, afters = blanks[np.append(True, apart)], blanks[np.append(apart, True)] + 1
            # Before the first code stands, in Python's counting, the BREAK at the end.
            staying = firsts[self._plain[codes[firsts - 1]] & self._plain[codes[afters]]]
            kept = codes != BLANK
            kept[staying] = True
            ends = ends - np.searchsorted(blanks, ends) + np.searchsorted(staying, ends)
            codes = _where(codes, kept)
        return codes, ends

    def _postings(self, codes: Codes, ends: Array, first: int) -> list[Keys]:
        """Keys of different (term, unit) with their marks; units are numbered from `first` on. Terms are counted within the
        unit, which is short enough to be sorted in the nearest cache."""
        terms = self._terms(codes)
        start = 0
        for end in ends.tolist():
            terms[start:end].sort()
            start = end
        fresh = np.empty(len(terms), dtype=bool)
        np.not_equal(terms[1:], terms[:-1], out=fresh[1:])
        fresh[np.append(0, ends[:-1])] = False  # what is no term, at least the end of the text, comes first of each unit
        firsts = np.flatnonzero(fresh)
        upto = np.searchsorted(firsts, ends)
        held = np.diff(upto, prepend=0)
        counts = np.diff(firsts, append=len(terms))
        last = upto[held > 0] - 1
        counts[last] = ends[held > 0] - firsts[last]
        found = _keys(terms[firsts], np.repeat(np.arange(first, first + len(ends), dtype=np.uint32), held), counts)
        around, places = self._around(codes)
        owners = np.searchsorted(ends, places, side="right") + first
        digits: Keys = around.astype(np.uint64) << np.uint64(32) | owners.astype(np.uint64)
        digits.sort()
        others = starts_of(digits)
        counts = np.diff(others, append=len(digits))
        return [found, _keys((digits[others] >> np.uint64(32)).astype(np.uint32), digits[others].astype(np.uint32), counts)]

    def _places(self, codes: Codes, ends: Array, first: int) -> list[Keys]:
        """Keys of (term, document × STRIDE + position), documents numbered from `first` on."""
        plain = self._terms(codes)
        places = np.flatnonzero(plain)
        around, cores = self._around(codes)
        terms, places = np.concatenate([plain[places], around]), np.concatenate([places, cores])
        owners = np.searchsorted(ends, places, side="right")
        positions = places - np.append(0, ends)[owners]
        kept = np.flatnonzero(positions < STRIDE)
        low = ((owners + first) * STRIDE + positions)[kept]
        return [terms[kept].astype(np.uint64) << np.uint64(32) | low.astype(np.uint64)]

    def _terms(self, codes: Codes) -> Terms:
        """The term that begins at each place: bigrams of word characters, word characters that none follows, other
        characters by themselves; 0 where none begins."""
        word = self._word.take(codes, mode="clip")
        wide = codes.astype(np.uint32)
        terms: Terms = wide << np.uint32(16)
        terms[:-1] |= wide[1:] * (word[:-1] & word[1:])
        lasts = np.flatnonzero(word[:-1] > word[1:])
        terms[lasts] |= _bridges(wide, lasts)
        terms *= (codes != BLANK) & (codes != BREAK)
        return terms

    def _around(self, codes: Codes) -> tuple[Terms, Array]:
        """The terms around digits, and the places they begin at."""
        digit = codes - np.uint16(0x30) < np.uint16(10)
        solid = (codes != BLANK) & (codes != BREAK)
        threes = np.flatnonzero((digit[:-2] | digit[1:-1] | digit[2:]) & solid[:-2] & solid[1:-1] & solid[2:])
        fives = np.flatnonzero(digit[1:-3] & ~digit[2:-2] & digit[3:-1] & solid[2:-2] & solid[:-4] & solid[4:])
        cores = np.concatenate([np.where(digit[threes], threes, threes + 1), fives + 3])
        return np.concatenate([_whole(codes, threes, 3), _whole(codes, fives, 5)]) | _core(codes, cores), np.concatenate([threes, fives])


def _where(codes: Codes, wanted: npt.NDArray[np.bool_]) -> Codes:
    """codes[wanted], but NumPy is four times as quick that way."""
    found: Codes = codes[np.flatnonzero(wanted)]
    return found


def _keys(terms: Terms, units: Terms, counts: Array) -> Keys:
    """(term, unit, 2 bits of mark), of terms that stand so many times in a unit."""
    low = units << np.uint32(2)
    for level in LEVELS[1:]:
        low += counts >= level
    keys: Keys = terms.astype(np.uint64)
    keys <<= np.uint64(32)
    keys |= low
    return keys


def _stretches(texts: Sequence[bytes]) -> Iterator[tuple[int, Sequence[bytes]]]:
    """Texts, some at once, each time with the number of the first."""
    first = size = 0
    for number, text in enumerate(texts):
        size += len(text) // 2 + 1
        if size >= _STRETCH:
            yield first, texts[first : number + 1]
            first, size = number + 1, 0
    if first < len(texts):
        yield first, texts[first:]


def _sorted(pieces: Sequence[Keys]) -> Keys:
    keys: Keys = np.concatenate([np.zeros(0, dtype=np.uint64), *pieces])
    keys.sort()
    return keys


def _run(keys: Keys) -> Run:
    characters = keys.astype("<u8", copy=False).view("<u2")[3::4]
    firsts = starts_of(characters)
    return Run(characters[firsts], np.diff(firsts, append=len(keys)))


def _bridges(codes: Terms, lasts: Array) -> Terms:
    """The second halves of the keys of word characters that none follows; terms.bridge. At the end of a block, where no
    word goes on, what comes then counts as nothing."""
    signs = codes[lasts + 1]
    after = np.where(signs == BREAK, np.uint32(0), codes[np.minimum(lasts + 2, len(codes) - 1)])
    keys: Terms = np.uint32(BRIDGE) + (_high_bits(signs, 5) << np.uint32(6)) + _high_bits(after, 6)
    return keys


def _whole(codes: Codes, places: Array, length: int) -> Terms:
    """The second halves of terms.digit_key of the stretches that begin at `places`."""
    whole = np.full(len(places), length, dtype=np.uint32)
    for step in range(length):
        whole = whole * np.uint32(31) + codes[places + step]
    keys: Terms = np.uint32(LOW_SURROGATE) | _high_bits(whole, 10)
    return keys


def _core(codes: Codes, cores: Array) -> Terms:
    """And their first halves, in place."""
    core = codes[cores] * np.uint32(31) + codes[cores + 1]
    keys: Terms = (np.uint32(LOW_SURROGATE) | _high_bits(core, 10)) << np.uint32(16)
    return keys


def _high_bits(codes: Terms, bits: int) -> Terms:
    high: Terms = codes * np.uint32(HASH) >> np.uint32(32 - bits)
    return high
