"""The passage of a unit that shows why a document was found. Twin: theme/search/excerpt.js."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gongkai.searching.terms import Folding, from_units, to_units

WIDTH = 80  # code units of an excerpt
LEAD = 20  # of them before the first marked word


@dataclass(frozen=True, slots=True)
class Excerpt:
    text: str
    marks: tuple[tuple[int, int], ...]
    heading: str
    anchor: str


def excerpt(unit: Mapping[str, Any], words: Sequence[str], folding: Folding) -> Excerpt:
    """The window of WIDTH with the most different words, then the most words, then the first. Without a word in the
    unit's text (it stands in the title, say) the text's beginning. Marks are in the excerpt's code units."""
    units = to_units(unit["text"])
    folded, offsets = folding.fold_with_offsets(units)
    found = _occurrences(folded, offsets, words)
    start = max(0, _best(found) - LEAD)
    end = min(len(units), start + WIDTH)
    if start and _is_low(units[start]):
        start -= 1
    if end < len(units) and _is_low(units[end]):
        end -= 1
    before = "…" if start else ""
    after = "…" if end < len(units) else ""
    shift = len(before) - start
    marks = [(low + shift, high + shift) for low, high, _ in found if low >= start and high <= end]
    heading, anchor = _heading(unit["headings"], _best(found) if found else 0)
    shown = from_units(before + units[start:end].replace("\n", " ") + after)
    return Excerpt(shown, tuple(_joined(marks)), heading, anchor)


def _occurrences(folded: str, offsets: Sequence[int], words: Sequence[str]) -> list[tuple[int, int, int]]:
    """(start, end, which word) in the text as written, by start."""
    found: list[tuple[int, int, int]] = []
    for index, word in enumerate(words):
        at = folded.find(word)
        while at >= 0:
            found.append((offsets[at], offsets[at + len(word) - 1] + 1, index))
            at = folded.find(word, at + len(word))
    return sorted(found)


def _best(found: Sequence[tuple[int, int, int]]) -> int:
    """Where the first word of the best window begins; 0 without words."""
    best = (0, 0)
    start = found[0][0] if found else 0
    last = 0
    for first, (low, _, _) in enumerate(found):
        last = max(last, first)
        while last < len(found) and found[last][1] <= low - LEAD + WIDTH:
            last += 1
        window = found[first:last]
        merit = (len({word for _, _, word in window}), len(window))
        if merit > best:
            best, start = merit, low
    return start


def _joined(marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for low, high in marks:
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], high))
        else:
            joined.append((low, high))
    return joined


def _heading(headings: Sequence[Sequence[Any]], offset: int) -> tuple[str, str]:
    under = ("", "")
    for begins, heading, anchor in headings:
        if begins > offset:
            break
        under = (heading, anchor)
    return under


def _is_low(character: str) -> bool:
    return "\udc00" <= character <= "\udfff"
