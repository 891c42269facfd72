"""What a posting tells besides its unit, in one number below MARKS: the quarters of the unit in which the term stands, and
whether it stands there once, twice or more often each."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gongkai.searching.inversion.lists import Array, Keys, starts_of
from gongkai.searching.term_parts import QUARTERS

_MASKS = (1 << QUARTERS) - 1
_POPULATION = np.array([bin(mask).count("1") for mask in range(1 << QUARTERS)], dtype=np.int64)


def marks(keys: Keys) -> tuple[Keys, npt.NDArray[np.uint8]]:
    """Sorted keys (term, unit × QUARTERS + quarter), one for each time a term stands somewhere → keys (term, unit), one
    for each pair, and the mark of each."""
    shift = np.uint64(QUARTERS.bit_length() - 1)
    pairs = keys >> shift
    firsts = starts_of(pairs)
    bits = (np.uint64(1) << (keys & np.uint64(QUARTERS - 1))).astype(np.uint8)
    masks = np.bitwise_or.reduceat(bits, firsts) if len(firsts) else bits
    told = combined(masks.astype(np.int64), np.diff(np.append(firsts, len(keys))))
    low = np.uint64(32) - shift
    found: Keys = pairs[firsts]
    return (found >> low) << np.uint64(32) | found & np.uint64((1 << int(low)) - 1), told


def combined(masks: Array, counts: Array) -> npt.NDArray[np.uint8]:
    """Quarters and counts as marks."""
    population = _POPULATION[masks]
    often = (2 * counts >= 3 * population).astype(np.int64) + (counts >= 3 * population)
    return (masks - 1 + _MASKS * often).astype(np.uint8)
