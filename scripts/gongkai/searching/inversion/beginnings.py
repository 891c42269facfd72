"""Where in many keys the typed may begin, and who is found from there: the places of `suggesting`, in parts.

A window is the first four characters from a place of a key on, as one number: its code units, one after the other, the last ones
0 where the key ends. As numbers rise, so do the texts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from gongkai.searching.inversion.lists import Array, Keys, different, starts_of

WINDOW = 4  # characters
_TWO = 2 * 16  # bits of the two characters that the place of a window begins with, and of the others
_AT_ONCE = 2048  # that are looked at for the end of a part


class Windows(NamedTuple):
    """Windows of keys, each with the key it is of, in the order of keys."""

    codes: Keys
    ranks: Array

    def taken(self, wanted: npt.NDArray[np.bool_]) -> Windows:
        """Some of them."""
        places = np.flatnonzero(wanted)
        return Windows(self.codes[places], self.ranks[places])

    def among(self, codes: Collection[int]) -> list[tuple[int, int]]:
        """(code, rank) of those that are among these."""
        some = self.taken(np.isin(self.codes, np.array(list(codes), dtype=np.uint64)))
        return list(zip(some.codes.tolist(), some.ranks.tolist(), strict=True))

    def best(self, most: int) -> Windows:
        """The first of each that are alike, at most so many; in the order of codes."""
        order = np.argsort(self.codes, kind="stable")
        codes = self.codes[order]
        firsts = starts_of(codes)
        kept = np.flatnonzero(np.arange(len(codes)) - np.repeat(firsts, np.diff(firsts, append=len(codes))) < most)
        return Windows(codes[kept], self.ranks[order[kept]])


def windows(keys: Sequence[str], counts: Sequence[int]) -> Windows:
    """The windows of each key that begin at so many of its first places."""
    units = np.frombuffer("".join([*keys, "\0" * WINDOW]).encode("utf-16-le", "surrogatepass"), dtype="<u2")
    sizes, counted = np.array([len(key) for key in keys], dtype=np.int64), np.array(counts, dtype=np.int64)
    ranks = np.repeat(np.arange(len(keys)), counted)
    places = np.arange(len(ranks)) + np.repeat(np.cumsum(sizes) - sizes - np.cumsum(counted) + counted, counted)
    left = np.cumsum(sizes)[ranks] - places
    codes = np.zeros(len(ranks), dtype=np.uint64)
    for step in range(WINDOW):
        codes <<= np.uint64(16)
        codes |= np.where(left > step, units[places + step], np.uint16(0))
    return Windows(codes, ranks)


def codes_of(keys: Sequence[str]) -> Keys:
    """The window at the beginning of each key."""
    return windows(keys, [1] * len(keys)).codes


class Places:
    """All places that are kept, in their order, with the ranks of who is found from each: of the best `windows`, both by their first
    two characters and by all of them, and of the `others`, which are no windows, by their keys."""

    def __init__(self, found: Windows, shared: Collection[int], others: Mapping[str, Sequence[int]], best: int) -> None:
        """Who is found by windows that are `shared` with keys stands among the others."""
        mask = np.uint64((1 << _TWO) - 1)
        lone = (found.codes & mask > 0) & ~np.isin(found.codes, np.array(list(shared), dtype=np.uint64))
        of_two, of_all = Windows(found.codes & ~mask, found.ranks).best(best), found.taken(lone).best(best)
        codes, ranks = (np.concatenate(each) for each in zip(of_two, of_all, strict=True))
        order = np.argsort(codes, kind="stable")
        codes, ranks = codes[order], ranks[order]
        firsts = starts_of(codes)
        self._codes, self._keys = codes[firsts], sorted(others)
        behind = np.searchsorted(self._codes, codes_of(self._keys), side="right")
        # A place of a window is 0, 1, …, one of another comes behind those before it.
        self._order = np.argsort(np.concatenate([np.arange(len(firsts)) * 2 + 1, behind * 2]), kind="stable")
        sizes = np.concatenate([np.diff(firsts, append=len(codes)), np.array([len(others[key]) for key in self._keys], dtype=np.int64)])
        every = np.concatenate([ranks, np.array([rank for key in self._keys for rank in others[key]], dtype=np.int64)])
        begins = np.cumsum(sizes) - sizes
        sizes, begins = sizes[self._order], begins[self._order]
        self._ends = np.cumsum(sizes)
        self._ranks: Array = every[np.arange(len(every)) + np.repeat(begins - self._ends + sizes, sizes)]

    def __getitem__(self, number: int) -> str:
        """The place with this number, as a directory tells it."""
        place = int(self._order[number])
        if place >= len(self._codes):
            key = self._keys[place - len(self._codes)]
            return f"{key[:2]}1{key[2:]}"
        key = int(self._codes[place]).to_bytes(WINDOW * 2, "big").decode("utf-16-be", "surrogatepass").rstrip("\0")
        return f"{key[:2]}1{key[2:]}" if len(key) > 2 else f"{key}0"

    def parts(self, sizes: Sequence[int], most: int) -> Iterator[tuple[int, list[int]]]:
        """(number of its first place, different ranks, rising) of each part: it is closed after the place with which all that it holds,
        of these sizes, comes to more than `most`."""
        weights = np.array(sizes, dtype=np.int64)[self._ranks]
        order = np.argsort(self._ranks, kind="stable")
        again = self._ranks[order[1:]] == self._ranks[order[:-1]]
        before = np.full(len(order), -1)  # where the same rank stands the last time before
        before[order[1:][again]] = order[:-1][again]
        place = start = 0
        while start < len(order):
            stop = start
            size, end = 0, len(order)
            while stop < len(order):
                begun, stop = stop, min(stop + _AT_ONCE, len(order))
                told = size + np.cumsum(np.where(before[begun:stop] < start, weights[begun:stop], 0))
                if told[-1] > most:
                    end = begun + int(np.searchsorted(told, most, side="right")) + 1
                    break
                size = int(told[-1])
            following = int(np.searchsorted(self._ends, end)) + 1  # the place that is not full yet is taken as well
            stop = int(self._ends[following - 1])
            yield place, different(self._ranks[start:stop]).tolist()
            place, start = following, stop
