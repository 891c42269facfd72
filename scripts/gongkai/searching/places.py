"""Where terms and words stand, as a store tells it; plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from gongkai.searching.codec import decode

OVERLAP = 8  # times as rarely terms that share a character stand apart


@dataclass(frozen=True, slots=True)
class Posting:
    """Where one term stands: {unit: count, rounded down to a level}; in titles and 文号 as sorted document × stride +
    position."""

    units: dict[int, int]
    title: Sequence[int]
    number: Sequence[int]


@dataclass(frozen=True, slots=True)
class Places:
    """Where one word may stand. `units` and `documents` map to its estimated count; `title` and `number` map documents
    to the word's positions in that field. `settled`: it surely stands there, the text need not be asked. `expected` is how
    many units would hold its terms if these stood anywhere by chance; `breaks` are the offsets in the word at which two
    characters meet that meet nowhere else."""

    units: dict[int, int]
    documents: dict[int, int]
    title: dict[int, list[int]]
    number: dict[int, list[int]]
    settled: bool
    expected: float
    breaks: tuple[int, ...]


def units_of(text: str) -> Sequence[int]:
    """The units of a text list."""
    return [unit - 1 for unit in accumulate([gap + 1 for gap in decode(text)])]


def by_chance(terms: Sequence[tuple[int, int]], counts: Sequence[int], units: int) -> float:
    """How many of so many units would hold all of these (offset, key), each of which so many hold, if they stood anywhere."""
    expected = float(max(1, units))
    for count in counts:
        expected *= count / max(1, units)
    for (before, _), (after, _) in pairwise(terms):
        if after - before == 1:
            expected /= OVERLAP
    return expected
