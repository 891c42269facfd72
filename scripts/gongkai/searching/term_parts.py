"""What one part of terms holds, and where it begins and ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.searching.codec import ALPHABET, FINALS


@dataclass(frozen=True, slots=True)
class TermPart:
    """A run of terms as it stands in one part. `terms` are (gap to the last term − 1, size of text list × 2 + whether
    it is in a title or 文号, and if so sizes of those lists) in characters; the lists follow each other. `common` are the bigrams
    that stand in one unit of COMMON, and whether in one of VERY_COMMON."""

    first: int
    terms: str
    text: str
    title: str
    number: str
    count: int
    postings: int
    common: tuple[tuple[int, bool], ...]


def between(last: int, first: int) -> int:
    """The roundest number above `last`, up to `first`: it tells parts apart and costs the fewest characters."""
    bits = (last ^ first).bit_length() - 1 if last >= 0 else 0
    rounded = first >> bits << bits
    return rounded if rounded > last else first


def pieces(text: str, largest: int) -> Iterator[str]:
    """A list too long for a part, cut between postings; anything else whole."""
    start = 0
    while len(text) - start > largest:
        end = start + largest
        while text[end - 1] in ALPHABET[FINALS:]:
            end -= 1
        yield text[start:end]
        start = end
    yield text[start:]
