"""What the index holds of every document, column by column, in pieces of document ranges packed into parts.

Core columns: `shape` ((units − 1) × 2 + whether 有效), `date` (rise over the document before), `title` and `number`
(folded lengths, below STRIDE), `text` (folded length as an index into the table LENGTHS). Then one per filter, named
`=key`: for a single value its code + 1 or 0, for many their count and then each code.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from gongkai.searching.codec import FINALS, encode

DOCUMENTS_OF_A_PIECE = 30_000
_LARGEST = 45_000
_DATE = re.compile(r"^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


def length_table() -> list[int]:
    """Rising lengths, one per final character of the codec, each about a fifth above the last."""
    table = [1]
    while len(table) < FINALS:
        table.append(max(table[-1] + 1, table[-1] * 6 // 5))
    return table


LENGTHS = length_table()


def length_code(length: int) -> int:
    return max(0, bisect_right(LENGTHS, length) - 1)


def day(date: str, last: bool = False) -> int:
    """A date as a number that sorts; 0 for none. A missing month or day is the first, or with `last` the last."""
    match = _DATE.match(date)
    if not match:
        return 0
    month = int(match[2]) if match[2] else (12 if last else 1)
    of_month = int(match[3]) if match[3] else (31 if last else 1)
    return (int(match[1]) * 12 + month - 1) * 31 + of_month


def packed(columns: Sequence[tuple[str, Sequence[Sequence[int]]]]) -> Iterator[dict[str, str]]:
    """Parts of {"name:first document": numbers} from (name, numbers of each document), in the order given."""
    part: dict[str, str] = {}
    size = 0
    for name, rows in columns:
        for first in range(0, len(rows), DOCUMENTS_OF_A_PIECE):
            piece = encode(number for row in rows[first : first + DOCUMENTS_OF_A_PIECE] for number in row)
            if part and size + len(piece) > _LARGEST:
                yield part
                part, size = {}, 0
            part[f"{name}:{first}"] = piece
            size += len(piece) + len(name) + 8
    if part:
        yield part
