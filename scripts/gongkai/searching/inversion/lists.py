"""Sorted postings → the lists of the parts of terms, as characters of codec.py."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from gongkai.searching.codec import ALPHABET, FINALS, LEADS, starts
from gongkai.searching.term_parts import TermPart, between
from gongkai.searching.terms import BRIDGE, BRIDGES_END, COMMON, LOW_SURROGATE, VERY_COMMON

# Title and 文号 postings are document × STRIDE + position; a title counts as a field up to this length. With each go
# the length of the document's title and the part of its lead, as change from the posting before.
STRIDE = 512
# Sizes of a part in characters. Between the least and the most it ends where the number that tells it from the next is
# roundest: that costs the directory least, and an edit moves the ends of few parts.
_LEAST, _MOST = 20_030, 21_800
LARGEST = 45_000
_DIGITS = np.frombuffer(ALPHABET.encode("ascii"), dtype=np.uint8)
_LOWEST = np.array(starts(), dtype=np.int64)

Array = npt.NDArray[np.int64]
Gaps = npt.NDArray[np.int32]
Sizes = npt.NDArray[np.int8]
Terms = npt.NDArray[np.uint32]
Keys = npt.NDArray[np.uint64]
Characters = npt.NDArray[np.uint8]


def starts_of(keys: npt.NDArray[np.generic]) -> Array:
    """Where each run of equal keys begins."""
    return np.flatnonzero(np.append(True, keys[1:] != keys[:-1])) if len(keys) else np.zeros(0, np.int64)


def _encoded(numbers: Array | Gaps) -> tuple[Characters, Sizes]:
    """codec.encode over an array: the characters, and how many each number takes."""
    sizes = _width(numbers)
    ends = np.cumsum(sizes, dtype=np.int64)
    out = np.empty(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    wider = np.flatnonzero(sizes > 1)
    rest, final = np.divmod(numbers[wider] - _LOWEST[sizes[wider] - 1], FINALS)
    finals = numbers.astype(np.uint8)
    finals[wider] = final
    out[ends - 1] = _DIGITS[finals]
    step = 2
    while len(wider):
        rest, lead = np.divmod(rest, LEADS)
        out[ends[wider] - step] = _DIGITS[FINALS + lead]
        more = sizes[wider] > step
        wider, rest = wider[more], rest[more]
        step += 1
    return out, sizes


def _head_lists(keys: Keys, told: tuple[Array, Array]) -> tuple[Characters, Terms, Array]:
    """Sorted keys (term, document × STRIDE + position) as one list per term of (gap, length of the title, change of the
    part of the lead, zigzag): the characters, the terms, and the size of each term's list."""
    terms = (keys >> np.uint64(32)).astype(np.uint32)
    places = (keys & np.uint64(0xFFFFFFFF)).astype(np.int64)
    firsts = starts_of(terms)
    lengths, leads = (each[places // STRIDE] for each in told)
    gaps, changes = np.diff(places, prepend=0), np.diff(leads, prepend=0)
    gaps[firsts], changes[firsts] = places[firsts], leads[firsts]
    zigzag = np.where(changes >= 0, changes * 2, -changes * 2 - 1)
    out, sizes = _encoded(np.stack([gaps, lengths, zigzag], axis=1).reshape(-1))
    per_term = np.add.reduceat(sizes, firsts * 3, dtype=np.int64) if len(firsts) else np.zeros(0, np.int64)
    return out, terms[firsts], per_term


class Lists:
    """The lists of all terms that there are in some postings: of sorted keys (term, unit, 2 bits of mark) of the text, and of (term,
    document × STRIDE + position) of titles and 文号. `told` are lengths of titles and parts of leads by document, `units` is how
    many units the index has. `terms` rise; `costs` are the characters of each with what a part says of it, but for its gap."""

    def __init__(self, keys: Keys, head_keys: tuple[Keys, Keys], told: tuple[Array, Array], units: int) -> None:
        every = (keys >> np.uint64(32)).astype(np.uint32)
        firsts = starts_of(every)
        self.terms: Terms = every[firsts]
        self._counts: Array = np.diff(np.append(firsts, len(keys)))
        low = keys.astype(np.uint32)  # arrays of postings are the largest there are, so their numbers are no wider than they must be
        places = (low >> np.uint32(2)).astype(np.int32)
        gaps = np.empty_like(places)
        np.subtract(places[1:], places[:-1] + np.int32(1), out=gaps[1:])
        gaps[firsts] = places[firsts]
        self._text, widths = _encoded(gaps)
        self._marks = _DIGITS[low & np.uint32(3)]
        self._ends = np.append(0, np.cumsum(widths, dtype=np.int64))
        del every, low, places, gaps, widths
        self._sizes = self._ends[np.append(firsts[1:], len(keys))] - self._ends[firsts] if len(firsts) else np.zeros(0, np.int64)
        self._heads: list[Characters] = []
        self._head_sizes: list[Array] = []
        for each in head_keys:
            blob, found, per_term = _head_lists(each, told)
            spread = np.zeros(len(self.terms), dtype=np.int64)
            spread[np.searchsorted(self.terms, found)] = per_term
            self._heads.append(blob)
            self._head_sizes.append(spread)
        self._cumulated = [np.append(0, np.cumsum(each)) for each in (self._sizes, *self._head_sizes, self._counts)]
        heads = self._head_sizes[0] + self._head_sizes[1]
        self._in_head = heads > 0
        self.costs: Array = self._sizes + self._counts + _width(self._counts * 2) + _width(self._sizes - self._counts) + heads + 2 * self._in_head
        second = self.terms & np.uint32(0xFFFF)
        bigram = (second > 0) & ((second < BRIDGE) | (second >= BRIDGES_END)) & (self.terms >> np.uint32(26) != LOW_SURROGATE >> 10)
        self._frequent = (self._counts > units // COMMON) & bigram
        self._very = self._counts > units // VERY_COMMON

    def parts(self, start: int, stop: int, before: int) -> Iterator[tuple[TermPart, bytes]]:
        """The terms [start, stop) as parts, with their contents: one, or where it is a single term with a long list, several. `before`
        is the term before them in the index."""
        terms, counts, sizes = self.terms[start:stop], self._counts[start:stop], self._sizes[start:stop]
        frequent = self._frequent[start:stop]
        edges = [(int(each[start]), int(each[stop])) for each in self._cumulated]
        in_heads = [blob[a:b] for blob, (a, b) in zip(self._heads, edges[1:3], strict=True)]
        rising = terms.astype(np.int64)
        for index, (begin, end) in enumerate(_pieces(self._ends, *edges[3])):
            whole = end - begin == edges[3][1] - edges[3][0]
            own_counts = counts if whole else np.array([end - begin], dtype=np.int64)
            own_sizes = sizes if whole else np.array([self._ends[end] - self._ends[begin]], dtype=np.int64)
            has_head = self._in_head[start:stop] & (index == 0)
            first = between(before, int(rising[0])) if whole else int(rising[0])
            columns: list[Array] = [
                rising - np.append(first - 1, rising[:-1]) - 1,
                own_counts * 2 - 2 + has_head,
                own_sizes - own_counts,
                self._head_sizes[0][start:stop],
                self._head_sizes[1][start:stop],
            ]
            always = np.ones_like(has_head)
            shown = np.stack([always, always, always, has_head, has_head], axis=1)
            told_terms, _ = _encoded(np.stack(columns, axis=1)[shown])
            common = zip(terms[frequent].tolist(), self._very[start:stop][frequent].tolist(), strict=True)
            yield TermPart(
                first=first,
                count=stop - start if index == 0 else 0,
                postings=end - begin,
                common=tuple(common) if index == 0 else (),
            ), _content(
                marks=self._marks[begin:end],
                number=in_heads[1][: None if index == 0 else 0],
                terms=told_terms,
                text=self._text[self._ends[begin] : self._ends[end]],
                title=in_heads[0][: None if index == 0 else 0],
            )


def cuts(terms: Terms, costs: Array, last: int) -> Iterator[tuple[int, int]]:
    """Where parts begin and end, of all terms of a share with what each costs; `last` is the term before them."""
    rising = terms.astype(np.int64)
    gaps = rising - np.append(last, rising[:-1])
    return _cuts(np.append(0, np.cumsum(costs + _width(gaps))), _roundness(terms, last))


def _width(numbers: Array | Gaps) -> Sizes:
    """How many characters each number takes."""
    largest = int(numbers.max()) if len(numbers) else 0
    sizes = np.ones(len(numbers), dtype=np.int8)
    for lowest in _LOWEST[1:].tolist():
        if lowest > largest:
            break
        sizes += numbers >= lowest
    return sizes


def _content(**lists: Characters) -> bytes:
    """The part as JSON, its keys in order; no character of codec.ALPHABET needs an escape."""
    return b"{" + b",".join(b'"%b":"%b"' % (key.encode("ascii"), told.tobytes()) for key, told in sorted(lists.items())) + b"}\n"


def _pieces(ends: Array, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Postings [begin, end) in stretches of which none takes more than LARGEST characters."""
    while True:
        costs = ends[begin : end + 1] - ends[begin] + np.arange(end - begin + 1)
        stop = begin + int(np.searchsorted(costs, LARGEST, side="right")) - 1
        yield begin, stop
        if stop >= end:
            return
        begin = stop


def _roundness(terms: Terms, last: int) -> Array:
    """How round a number tells each term from the one before: the zero bits of term_parts.between."""
    differing = terms ^ np.append(np.uint32(max(last, 0)), terms[:-1])
    zeros: Array = np.floor(np.log2(np.maximum(differing, 1).astype(np.float64))).astype(np.int64)
    return zeros


def _cuts(costs: Array, roundness: Array) -> Iterator[tuple[int, int]]:
    start, last = 0, len(costs) - 1
    while start < last:
        low = int(np.searchsorted(costs, costs[start] + _LEAST))
        high = int(np.searchsorted(costs, costs[start] + _MOST, side="right")) - 1
        if low >= last or costs[last] - costs[start] <= min(LARGEST, 2 * _LEAST - 1):
            stop = last  # what is left would make no part of its own
        elif high <= low:
            stop = max(start + 1, low - 1 if costs[low] - costs[start] > LARGEST else low)
        else:
            stop = low + int(np.argmax(roundness[low : min(high + 1, last)]))
        yield start, stop
        start = stop
