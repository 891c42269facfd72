"""Lists of postings as they stand in parts → which units they tell of; many lists are read at once. codec.decode in whole batches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

import numpy as np

from gongkai.searching.codec import ALPHABET, FINALS, LEADS, starts
from gongkai.searching.inversion.lists import Array, Characters, starts_of

_AT_ONCE = 100_000  # characters that are read together: arrays stay in the processor's cache
_LOWEST = np.array(starts(), dtype=np.int64)
_FOREIGN = 255
_VALUES = np.array([ALPHABET.find(chr(code)) % 256 for code in range(256)], dtype=np.uint8)


def unheld(terms: Sequence[int], units: Sequence[int], lists: Callable[[int], Sequence[Sequence[str]]], levels: int) -> list[int]:
    """The places, in no order, at which a term does not stand in the unit beside it. `lists` gives the text and the marks of
    each list of a term; there are so many `levels` a mark can tell. ValueError where a list is damaged."""
    order = np.argsort(np.array(terms, dtype=np.uint64), kind="stable")
    asked = np.array(units, dtype=np.int64)
    sorted_terms = np.array(terms, dtype=np.uint64)[order]
    firsts = starts_of(sorted_terms)
    ends = np.append(firsts[1:], len(order)).tolist()
    found: list[int] = []
    for some in _sized([(int(sorted_terms[first]), first, end) for first, end in zip(firsts.tolist(), ends, strict=True)], lists):
        held = np.sort(_keys([each for each, _, _ in some], levels))
        places = order[some[0][1] : some[-1][2]]
        numbers = np.repeat(np.arange(len(some)), [end - first for _, first, end in some])
        wanted = numbers << 32 | asked[places]
        at = np.minimum(np.searchsorted(held, wanted), max(0, len(held) - 1))
        found += places[held[at] != wanted if len(held) else slice(None)].tolist()
    return found


def units_apart(one: Sequence[str], other: Sequence[str]) -> list[int]:
    """The units of which one list of a term, its text and its marks, says something else than the other."""
    return (np.setxor1d(_marked(*one), _marked(*other), assume_unique=True) >> 8).tolist() if one != other else []


def places_apart(one: str, other: str) -> list[int]:
    """The places in titles or 文号 of which one list of a term says something else than the other."""
    return (np.setxor1d(_placed(one), _placed(other), assume_unique=True) >> 32).tolist() if one != other else []


def _marked(text: str, marks: str) -> Array:
    """Unit << 8 | mark of every posting."""
    gaps, _ = decoded([text])
    told = np.frombuffer(marks.encode("latin-1"), dtype=np.uint8)
    if len(told) != len(gaps):
        raise ValueError("the marks are not those of the postings")
    keys: Array = np.cumsum(gaps + 1) - 1 << 8 | told
    return keys


def _placed(told: str) -> Array:
    """Place << 32 | length of the title << 20 | part of the lead of every posting."""
    numbers = decoded([told])[0].reshape(-1, 3)
    places, lengths = np.cumsum(numbers[:, 0]), numbers[:, 1]
    leads = np.cumsum(np.where(numbers[:, 2] % 2, -(numbers[:, 2] + 1) // 2, numbers[:, 2] // 2))
    if len(numbers) and (lengths.max() >= 1 << 12 or leads.max() >= 1 << 20 or leads.min() < 0):
        raise ValueError("a title has no such length, a lead no such part")
    keys: Array = places << 32 | lengths << 20 | leads
    return keys


_Lists = Sequence[Sequence[str]]


def _sized(terms: Sequence[tuple[int, int, int]], lists: Callable[[int], _Lists]) -> Iterator[list[tuple[_Lists, int, int]]]:
    """The lists of so many terms as are read together, with what goes with each term."""
    some: list[tuple[_Lists, int, int]] = []
    size = 0
    for term, first, end in terms:
        some.append((lists(term), first, end))
        size += sum(len(each[0]) for each in some[-1][0])
        if size >= _AT_ONCE:
            yield some
            some, size = [], 0
    if some:
        yield some


def _keys(terms: Sequence[_Lists], levels: int) -> Array:
    """(number of the term << 32 | unit) of every posting."""
    lists = list(chain.from_iterable(terms))
    gaps, counts = decoded([each[0] for each in lists])
    marks = _values([each[1] for each in lists])
    if [len(each[1]) for each in lists] != counts.tolist() or (len(marks) and marks.max() >= levels):
        raise ValueError("the marks are not those of the postings")
    sums = np.cumsum(gaps + 1)
    ends = np.cumsum(counts)
    owners = np.repeat(np.repeat(np.arange(len(terms)), list(map(len, terms))), counts)
    keys: Array = owners << 32 | sums - np.repeat(np.append(0, sums)[ends - counts], counts) - 1
    return keys


def decoded(texts: Sequence[str]) -> tuple[Array, Array]:
    """The numbers of strings, those of one after those of the other, and how many each has; ValueError where one is cut off or
    has a foreign character."""
    values = _values(texts)
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    closing = np.cumsum(lengths)[lengths > 0] - 1
    if len(values) and values.max() == _FOREIGN:
        raise ValueError("a character is not of the alphabet")
    if len(closing) and values[closing].max() >= FINALS:
        raise ValueError("the last number is cut off")
    finals = np.flatnonzero(values < FINALS)
    numbers = values[finals].astype(np.int64)
    sizes = np.diff(finals, prepend=-1)
    wider = np.flatnonzero(sizes > 1)
    rest, base, step = np.zeros(len(wider), dtype=np.int64), 1, 1
    own = wider
    while len(own):
        rest[sizes[wider] > step] += (values[finals[own] - step].astype(np.int64) - FINALS) * base
        base, step = base * LEADS, step + 1
        own = wider[sizes[wider] > step]
    numbers[wider] += _LOWEST[sizes[wider] - 1] + rest * FINALS
    counts = np.diff(np.searchsorted(finals, np.cumsum(lengths)), prepend=0)
    return numbers, counts


def _values(texts: Sequence[str]) -> Characters:
    """The place of each character in the alphabet, _FOREIGN of any other; ValueError of one that no byte holds."""
    values: Characters = _VALUES[np.frombuffer("".join(texts).encode("latin-1"), dtype=np.uint8)]
    return values
