"""What the index holds of every document, column by column, packed into parts.

Core columns, needed by every query: `extent` (units and length in one code, see below), `title` (folded length, below
STRIDE), `standing` (a code of ranking.STANDINGS), `parts` (how many units each part of texts holds) and `names` (the
groups of those parts); where they are small they stand in the index itself. Then `date` (rise over the document before), needed where dates are asked for. Then one per
filter, `=key`, needed where facets are shown, with its `#key`: the values, and `%key`: the sets of values that
documents have; a document's number is that of its set. `titles` with `titled` (the part of leads of each, as change from
the one before), `sounds` (of their characters) and `synonyms` are needed where nothing was found, titles and sounds also
to suggest by sound; a short list of synonyms stands in the index itself. Numbers may stand as runs: see `in_runs`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from gongkai.searching.codec import decode, encode

_LARGEST = 45_000
# Characters of core columns, and of synonyms, up to which they stand in the index itself.
SMALL_CORE = 15_000
SMALL_SYNONYMS = 4_000
_DATE = re.compile(r"^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")

# Lengths of texts of one unit that are told apart; longer ones have as many times UNIT_LENGTH as they have units.
_LENGTHS = (100, 200, 350, 600, 1000, 1600, 2400, 3300, 4400, 5600)
_FEWER = (200, 1000, 2400, 4400)
_MANY = 5_000  # documents; in a larger column fewer lengths are told apart, for every query loads them
UNIT_LENGTH = 6_700


def told_lengths(documents: int) -> tuple[int, ...]:
    """The lengths that an index of so many documents tells apart."""
    return _FEWER if documents > _MANY else _LENGTHS


def extent_code(units: int, length: int, lengths: Sequence[int]) -> int:
    """Of a document of so many units and folded code units."""
    return len(lengths) - 2 + units if units > 1 else max(0, bisect_right(lengths, length) - 1)


def extent(code: int, lengths: Sequence[int], unit_length: int) -> tuple[int, int]:
    """(units, length as ranking knows it)."""
    if code < len(lengths):
        return 1, lengths[code]
    units = code - len(lengths) + 2
    return units, units * unit_length


def day(date: str, last: bool = False) -> int:
    """A date as a number that sorts; 0 for none. A missing month or day is the first, or with `last` the last."""
    match = _DATE.match(date)
    if not match:
        return 0
    month = int(match[2]) if match[2] else (12 if last else 1)
    of_month = int(match[3]) if match[3] else (31 if last else 1)
    return (int(match[1]) * 12 + month - 1) * 31 + of_month


def in_runs(numbers: Sequence[int]) -> str:
    """The numbers, encoded: "=" and all of them, or where that is half as long, "*" and (number, how many more of it
    follow) of each run."""
    runs = [part for number, several in groupby(numbers) for part in (number, sum(1 for _ in several) - 1)]
    plain, short = encode(numbers), encode(runs)
    return "*" + short if len(short) * 2 < len(plain) else "=" + plain


def from_runs(text: str) -> list[int]:
    numbers = decode(text[1:])
    if text[:1] != "*":
        return numbers
    return [number for number, more in zip(numbers[::2], numbers[1::2], strict=True) for _ in range(more + 1)]


def packed(columns: Sequence[tuple[str, str]]) -> Iterator[dict[str, str]]:
    """Parts of {"name:offset": piece} from (name, text), in the order given."""
    part: dict[str, str] = {}
    size = 0
    for name, text in columns:
        step = _LARGEST if text.isascii() else _LARGEST // 3
        for offset in range(0, max(1, len(text)), step):
            piece = text[offset : offset + step]
            if part and size + len(piece) > _LARGEST:
                yield part
                part, size = {}, 0
            part[f"{name}:{offset}"] = piece
            size += len(piece.encode("utf-8", "surrogatepass")) + len(name) + 8
    if part:
        yield part
