"""The row of page numbers under whatever fills several pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leaf:
    """A place in the row of page numbers; `number` 0 is a gap."""

    number: int
    href: str
    here: bool


def leaves(number: int, pages: int, href: Callable[[int], str]) -> tuple[Leaf, ...]:
    """First, last, and two on each side of the page being read, with gaps between; nothing for a single page."""
    if pages == 1:
        return ()
    wanted = sorted({1, pages, *range(max(1, number - 2), min(pages, number + 2) + 1)})
    row: list[Leaf] = []
    for one in wanted:
        if row and one > row[-1].number + 1:
            row.append(Leaf(0, "", False))
        row.append(Leaf(one, href(one), one == number))
    return tuple(row)
