"""Sorted postings → the lists of the parts of terms, as characters of codec.py."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from gongkai.searching.codec import ALPHABET, FINALS, LEADS, encode, starts
from gongkai.searching.term_parts import LEVELS, TermPart, between
from gongkai.searching.terms import BRIDGE, BRIDGES_END, COMMON, LOW_SURROGATE, VERY_COMMON

# Title and 文号 postings are document × STRIDE + position; a title counts as a field up to this length. With each go
# the length of the document's title and the part of its lead, as change from the posting before.
STRIDE = 512
# Sizes of a part in characters. Between the least and the most it ends where the number that tells it from the next is
# roundest: that costs the directory least, and an edit moves the ends of few parts.
_LEAST, _MOST = 20_030, 21_800
LARGEST = 45_000
_BLOCK = 1 << 16  # postings that are told at once, so that all arrays of them stay in the processor's cache
_DIGITS = np.frombuffer(ALPHABET.encode("ascii"), dtype=np.uint8)
_LOWEST = np.array(starts(), dtype=np.int64)
_SHORT, _LONG = 3, 8  # characters of a number that is looked up, and of one that has a slot
_MARKS = ALPHABET.encode("ascii")[: len(LEVELS)].ljust(256)

Array = npt.NDArray[np.int64]
Gaps = npt.NDArray[np.uint32]
Sizes = npt.NDArray[np.int8]
Terms = npt.NDArray[np.uint32]
Slots = npt.NDArray[np.uint32]
Keys = npt.NDArray[np.uint64]
Characters = npt.NDArray[np.uint8]
_Number = TypeVar("_Number", bound=np.generic)


def starts_of(keys: npt.NDArray[np.generic]) -> Array:
    """Where each run of equal keys begins."""
    fresh = np.ones(len(keys), dtype=bool)
    np.not_equal(keys[1:], keys[:-1], out=fresh[1:])
    return np.flatnonzero(fresh)


def different(values: npt.NDArray[_Number]) -> npt.NDArray[_Number]:
    """Those that are different, rising. (numpy.unique loads the half of NumPy that nothing else here needs.)"""
    rising = np.sort(values)
    return rising[starts_of(rising)]


def _packed() -> Slots:
    """The characters of each number of at most three, one after the other in four bytes of which the others are 0."""
    found = np.zeros((_LOWEST[_SHORT], 4), dtype=np.uint8)
    for size in range(1, _SHORT + 1):
        rest, final = np.divmod(np.arange(_LOWEST[size] - _LOWEST[size - 1]), FINALS)
        rows = found[_LOWEST[size - 1] : _LOWEST[size]]
        rows[:, size - 1] = _DIGITS[final]
        for place in reversed(range(size - 1)):
            rest, lead = np.divmod(rest, LEADS)
            rows[:, place] = _DIGITS[FINALS + lead]
    return found.view("<u4")[:, 0]


_PACKED = _packed()


def _encoded(numbers: Array | Gaps) -> bytes:
    """codec.encode over an array: each number is put into a slot with room to spare, and what stayed empty is left out."""
    slots = _PACKED.take(numbers, mode="clip")
    long = np.flatnonzero(numbers >= _LOWEST[_SHORT])
    if len(long):
        if numbers.max() >= _LOWEST[_LONG]:
            return encode(numbers.tolist()).encode("ascii")
        wide = slots.astype("<u8")
        wide[long] = _long(numbers[long])
        return wide.tobytes().translate(None, b"\0")
    return slots.tobytes().translate(None, b"\0")


def _long(numbers: Array | Gaps) -> npt.NDArray[np.uint64]:
    """The characters of each number, at most _LONG, one after the other from the lowest byte on."""
    left = _width(numbers) - np.int8(1)
    rest, final = np.divmod(numbers - _LOWEST[left], FINALS)
    found = _DIGITS[final].astype(np.uint64)
    while len(more := np.flatnonzero(left > 0)):
        rest[more], lead = np.divmod(rest[more], LEADS)
        found[more] = found[more] << np.uint64(8) | _DIGITS[FINALS + lead]
        left[more] -= 1
    return found


def _head_lists(keys: Keys, told: tuple[Array, Array]) -> tuple[bytes, Terms, Array]:
    """Sorted keys (term, document × STRIDE + position) as one list per term of (gap, length of the title, change of the
    part of the lead, zigzag): the characters, the terms, and the size of each term's list."""
    terms = (keys >> np.uint64(32)).astype(np.uint32)
    places = (keys & np.uint64(0xFFFFFFFF)).astype(np.int64)
    firsts = starts_of(terms)
    lengths, leads = (each[places // STRIDE] for each in told)
    gaps, changes = np.diff(places, prepend=0), np.diff(leads, prepend=0)
    gaps[firsts], changes[firsts] = places[firsts], leads[firsts]
    zigzag = np.where(changes >= 0, changes * 2, -changes * 2 - 1)
    numbers = np.stack([gaps, lengths, zigzag], axis=1).reshape(-1)
    return _encoded(numbers), terms[firsts], _sums(_width(numbers), firsts * 3)


def _sums(widths: Sizes, firsts: Array) -> Array:
    """The sum of the widths from each of these places to the next."""
    if not len(firsts):
        return np.zeros(0, np.int64)
    found: Array = np.add.reduceat(widths, firsts, dtype=np.int64)
    return found


class _Block(NamedTuple):
    """The lists of some postings: where in all of them a term begins, the characters of gaps, how many each takes, and marks."""

    firsts: Array
    text: bytes
    widths: Sizes
    marks: bytes


def _text_lists(keys: Keys, start: int) -> _Block:
    """Those of the next _BLOCK of all sorted keys (term, unit, 2 bits of mark)."""
    before, block = keys[start - 1 : start], keys[start : start + _BLOCK]
    terms, low = (block >> np.uint64(32)).astype(np.uint32), block.astype(np.uint32)
    places = low >> np.uint32(2)
    firsts = starts_of(terms)
    gaps = np.empty_like(places)
    np.subtract(places[1:], places[:-1], out=gaps[1:])
    gaps -= np.uint32(1)
    gaps[firsts] = places[firsts]
    if len(before) and before[0] >> np.uint64(32) == terms[0]:  # its list has begun in the block before
        gaps[0] -= before.astype(np.uint32)[0] // 4 + 1
        firsts = firsts[1:]
    return _Block(firsts + start, _encoded(gaps), _width(gaps), (low & np.uint32(3)).astype(np.uint8).tobytes().translate(_MARKS))


class Lists:
    """The lists of all terms that there are in some postings: of sorted keys (term, unit, 2 bits of mark) of the text, and of (term,
    document × STRIDE + position) of titles and 文号. `told` are lengths of titles and parts of leads by document, `units` is how
    many units the index has. `terms` rise; `costs` are the characters of each with what a part says of it, but for its gap."""

    def __init__(self, keys: Keys, head_keys: tuple[Keys, Keys], told: tuple[Array, Array], units: int) -> None:
        blocks = [_text_lists(keys, start) for start in range(0, len(keys), _BLOCK)]
        firsts = np.concatenate([np.zeros(0, np.int64), *(block.firsts for block in blocks)])
        self.terms: Terms = (keys[firsts] >> np.uint64(32)).astype(np.uint32)
        self._counts: Array = np.diff(firsts, append=len(keys))
        self._text = b"".join([block.text for block in blocks])
        self._widths = np.concatenate([np.zeros(0, np.int8), *(block.widths for block in blocks)])
        self._marks = b"".join([block.marks for block in blocks])
        self._sizes = _sums(self._widths, firsts)
        self._heads: list[bytes] = []
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
        for index, ((begin, end), text) in enumerate(self._pieces(*edges[3], *edges[0])):
            whole = end - begin == edges[3][1] - edges[3][0]
            own_counts = counts if whole else np.array([end - begin], dtype=np.int64)
            own_sizes = sizes if whole else np.array([len(text)], dtype=np.int64)
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
            told_terms = _encoded(np.stack(columns, axis=1).reshape(-1)[np.flatnonzero(shown)])
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
                text=text,
                title=in_heads[0][: None if index == 0 else 0],
            )

    def _pieces(self, begin: int, end: int, start: int, stop: int) -> Iterator[tuple[tuple[int, int], bytes]]:
        """Postings [begin, end), of which the characters are [start, stop), in stretches of which none takes more than LARGEST
        characters, each with those of its text list."""
        while stop - start + end - begin > LARGEST:
            ends = np.cumsum(self._widths[begin:end], dtype=np.int64)
            count = int(np.searchsorted(ends + np.arange(1, end - begin + 1), LARGEST, side="right"))
            size = int(ends[count - 1])
            yield (begin, begin + count), self._text[start : start + size]
            begin, start = begin + count, start + size
        yield (begin, end), self._text[start:stop]


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
        sizes += (numbers >= lowest).view(np.int8)
    return sizes


def _content(**lists: bytes) -> bytes:
    """The part as JSON, its keys in order; no character of codec.ALPHABET needs an escape."""
    return b"{" + b",".join(b'"%b":"%b"' % (key.encode("ascii"), told) for key, told in sorted(lists.items())) + b"}\n"


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
