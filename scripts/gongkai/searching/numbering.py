"""Numbers of documents and units: by date, whatever the order they come in, so that a new document is appended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from gongkai.searching.preparing import Prepared


@dataclass(frozen=True, slots=True)
class Numbering:
    """Final numbers: documents rise by date, then by falling slug, so that "newer first, then by slug" is simply the
    falling number, and a new document is appended. `documents` and `units` map a number of arrival to the final one,
    `ordered` and `arrivals` map back."""

    ordered: list[int]
    documents: list[int]
    arrivals: list[int]
    units: list[int]


def numbering(documents: Sequence[Prepared]) -> Numbering:
    """That of documents in the order they came."""
    firsts = list(accumulate((len(document.units) for document in documents), initial=0))
    falling = sorted(range(len(documents)), key=lambda place: (documents[place].slug, documents[place].kind), reverse=True)
    ordered = sorted(falling, key=lambda place: documents[place].day)
    arrivals = [unit for place in ordered for unit in range(firsts[place], firsts[place + 1])]
    return Numbering(ordered, _inverse(ordered), arrivals, _inverse(arrivals))


def _inverse(order: Sequence[int]) -> list[int]:
    inverse = [0] * len(order)
    for number, place in enumerate(order):
        inverse[place] = number
    return inverse
