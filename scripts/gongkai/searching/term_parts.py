"""What one part of terms holds, and where it begins and ends.

A part is JSON of five lists of codec.py. `terms` are (gap to the last term − 1, (postings − 1) × 2 + whether it is in a title
or 文号, characters of its text list − postings, and if it is, those of these lists); the lists follow each other. `marks`
has a character of codec.ALPHABET for each posting, the place of its level.
"""

from __future__ import annotations

from dataclasses import dataclass

# A posting's mark tells which of these the term's count in the unit reaches; BM25F hardly moves beyond.
LEVELS = (1, 2, 4, 8)


@dataclass(frozen=True, slots=True)
class TermPart:
    """A run of terms as it stands in one part. `common` are the bigrams that stand in one unit of COMMON, and whether in one
    of VERY_COMMON."""

    first: int
    count: int
    postings: int
    common: tuple[tuple[int, bool], ...]


def between(last: int, first: int) -> int:
    """The roundest number above `last`, up to `first`: it tells parts apart and costs the fewest characters."""
    bits = (last ^ first).bit_length() - 1 if last >= 0 else 0
    rounded = first >> bits << bits
    return rounded if rounded > last else first
