"""Of terms that were merged for the last index, what an edit touched is merged again; every other part stands as it did.

Only where documents and units are numbered as they were. The terms that batches tell otherwise now are looked up in all
batches, and what each of them costs is put in the place of what it cost. With that the parts are cut again, all of a range
as `merging` would; those with a touched term or with other ends are made. So it comes to what merging everything comes to.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gongkai.searching.grouping import Stretch
from gongkai.searching.inversion import FIELDS, NUMBER, TITLE, Inverted
from gongkai.searching.inversion.lists import STRIDE, Keys, Lists, Terms, cuts, different, starts_of
from gongkai.searching.inversion.merging import (
    Batches,
    Cut,
    Merged,
    Numbers,
    Source,
    keep_costs,
    kept_costs,
    renumber,
)
from gongkai.searching.term_parts import TermPart

_MOST = 1_500_000  # postings that are merged again, all at once; where it would be more, sharing the work is better
Stretches = npt.NDArray[np.uint32]
"""Rows of two terms, rising: the first and the last one of a stretch."""
Range = tuple[Merged, list[int | Stretch]]
"""A range, and of each of its parts the place in the last index, or where its content stands."""


def touched(gone: Batches, fresh: Batches, batches: Batches, numbers: Numbers, moved: Sequence[int]) -> Terms:
    """The terms, rising, of which `fresh` batches tell something else than those `gone` that they came for. Of `moved` documents the
    length of the title or the part of the lead is another, which the lists of titles and 文号 tell too."""
    orders = np.array(numbers.units, dtype=np.uint32), np.array(numbers.documents, dtype=np.uint32)
    terms = [np.zeros(0, dtype=np.uint32)]
    for field in FIELDS:
        before = [_all(batch, source, field, *orders) for batch, source in gone]
        now = [_all(batch, source, field, *orders) for batch, source in fresh]
        keys = np.concatenate([np.zeros(0, np.uint64), *before, *now])
        order = np.argsort(keys, kind="stable")  # of runs that are sorted: quick
        keys, ours = keys[order], np.where(order < sum(map(len, before)), -1, 1)
        firsts = starts_of(keys)
        if len(firsts):
            terms.append(_terms(keys[firsts[np.add.reduceat(ours, firsts) != 0]]))
    if len(moved):
        for batch, source in batches:
            for field in (TITLE, NUMBER):
                keys = _all(batch, source, field, *orders)
                terms.append(_terms(keys[np.isin((keys & np.uint64(0xFFFFFFFF)) // np.uint64(STRIDE), np.array(moved, dtype=np.uint64))]))
    return different(np.concatenate(terms))


def remerged(
    last: Sequence[tuple[Merged, int]], terms: Terms, batches: Batches, numbers: Numbers, folder: Path, kept: Path
) -> list[Range] | None:
    """Ranges of the last index, each with the place in it of its first part, as they are now that these `terms` were touched. New
    parts are written into `folder`, costs into the folder `kept`. None where merging everything is better. OSError or ValueError
    where what was kept is damaged."""
    if sum(part.postings for merged, _ in last for each, holds in zip(merged.cuts, _hold(merged.cuts, terms), strict=True) if holds for part in each.parts) > _MOST:
        return None
    orders = np.array(numbers.units, dtype=np.uint32), np.array(numbers.documents, dtype=np.uint32)
    told = np.array(numbers.lengths, dtype=np.int64), np.array(numbers.leads, dtype=np.int64)

    def lists(firsts: Terms, lasts: Terms) -> Lists:
        text, title, number = _gathered(batches, firsts, lasts, *orders)
        return Lists(text, (title, number), told, len(numbers.units))

    # Cuts that hold a touched term are asked for whole: mostly these are what has to be made.
    asked = np.array([stretch for merged, _ in last for stretch in _around(merged, terms)], dtype=np.uint32).reshape(-1, 2)
    held = lists(asked[:, 0], asked[:, 1])
    ranges = [_recut(merged, place, terms, asked, held, kept) for merged, place in last]
    made = np.array([(each.first, each.last) for _, several in ranges for each, place in several if place < 0], dtype=np.uint32).reshape(-1, 2)
    again = held if _within(made, asked) else lists(made[:, 0], made[:, 1])
    found: list[Range] = []
    with (folder / "again").open("wb") as file:
        for merged, several in ranges:
            contents: list[int | Stretch] = []
            for number, (each, place) in enumerate(several):
                if place >= 0:
                    contents += range(place, place + len(each.parts))
                    continue
                start, end = np.searchsorted(again.terms, (each.first, each.last)).tolist()
                parts: list[TermPart] = []
                for part, content in again.parts(start, end + 1, each.before):
                    parts.append(part)
                    contents.append(Stretch(folder / "again", file.tell(), file.write(content)))
                several[number] = each._replace(parts=tuple(parts)), place
            found.append((merged._replace(cuts=tuple(each for each, _ in several)), contents))
    return found


def _around(merged: Merged, terms: Terms) -> Iterator[tuple[int, int]]:
    """The first and the last of all terms that there may be in cuts that hold any of these terms; stretches that meet are one."""
    ends = [*(cut.last for cut in merged.cuts[:-1]), merged.high - 1]
    found: list[tuple[int, int]] = []
    for cut, last, holds in zip(merged.cuts, ends, _hold([cut._replace(last=end) for cut, end in zip(merged.cuts, ends, strict=True)], terms), strict=True):
        if holds:
            meets = bool(found) and found[-1][1] == cut.before
            found.append((found.pop()[0] if meets else cut.before + 1, last))
    return iter(found)


def _within(cuts: Stretches, stretches: Stretches) -> bool:
    """Whether each of some cuts lies within one of the stretches."""
    places = np.searchsorted(stretches[:, 0], cuts[:, 0], side="right") - 1
    return bool((places >= 0).all() and (cuts[:, 1] <= stretches[places, 1]).all())


def _recut(merged: Merged, place: int, terms: Terms, asked: Stretches, held: Lists, folder: Path) -> tuple[Merged, list[tuple[Cut, int]]]:
    """A range with its cuts now; with each the place in the index of its first part, -1 where that has to be made. The range began
    at `place`; `held` has the lists of all terms in the stretches that are `asked` for."""
    before: dict[tuple[int, ...], tuple[Cut, int]] = {}
    for cut in merged.cuts:
        before[cut[:3]] = cut, place
        place += len(cut.parts)
    own = terms[slice(*np.searchsorted(terms, (merged.low, merged.high)))]
    if not len(own):
        return merged, list(before.values())
    known, costs = kept_costs(folder, merged.costs)
    start, stop = np.searchsorted(held.terms, (merged.low, merged.high)).tolist()
    places = np.searchsorted(asked[:, 0], known, side="right") - 1
    stay = (places < 0) | (known > asked[places, 1])
    every = np.concatenate([known[stay], held.terms[start:stop]])
    order = np.argsort(every, kind="stable")
    every, costs = every[order], np.concatenate([costs[stay], held.costs[start:stop]])[order]
    ends = [(int(every[start]), int(every[stop - 1])) for start, stop in cuts(every, costs, merged.low - 1)]
    now = [Cut(last, *each, ()) for last, each in zip([merged.low - 1, *(last for _, last in ends)], ends, strict=False)]
    several = [(cut, -1) if holds else before.get(cut[:3], (cut, -1)) for cut, holds in zip(now, _hold(now, own), strict=True)]
    return merged._replace(costs=keep_costs(folder, every, costs)), several


def _hold(cuts: Sequence[Cut], terms: Terms) -> list[bool]:
    """Which of some cuts hold any of these terms, or would."""
    edges = np.array([(cut.before, cut.last) for cut in cuts], dtype=np.int64).reshape(-1, 2)
    places = np.searchsorted(terms, edges, side="right")
    held: list[bool] = (places[:, 0] < places[:, 1]).tolist()
    return held


def _gathered(batches: Batches, firsts: Terms, lasts: Terms, units: Terms, documents: Terms) -> Iterator[Keys]:
    """The sorted postings of each field in all terms of some ranges, each from its first term to its last one; the ranges rise."""
    low, high = firsts.astype(np.uint64) << np.uint64(32), lasts.astype(np.uint64) << np.uint64(32) | np.uint64(0xFFFFFFFF)
    pieces: dict[str, list[Keys]] = {field: [np.zeros(0, np.uint64)] for field in FIELDS}
    for batch, source in batches:
        with source.path.open("rb") as file, closing(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)) as held:
            for field, own in pieces.items():
                keys = np.frombuffer(held, np.uint64, int(batch.runs[field].counts.sum()), source.starts[field])
                starts, stops = np.searchsorted(keys, low).tolist(), np.searchsorted(keys, high, side="right").tolist()
                slices = [keys[start:stop] for start, stop in zip(starts, stops, strict=True) if start < stop]
                if slices:
                    own.append(np.concatenate(slices))
                    renumber(own[-1], source, field, units, documents)
                del keys, slices
    for several in pieces.values():
        found = np.concatenate(several)
        found.sort()
        yield found


def _all(batch: Inverted, source: Source, field: str, units: Terms, documents: Terms) -> Keys:
    """All postings of a field of a batch, with final numbers."""
    keys = np.fromfile(source.path, np.uint64, int(batch.runs[field].counts.sum()), offset=source.starts[field])
    renumber(keys, source, field, units, documents)
    keys.sort()
    return keys


def _terms(keys: Keys) -> Terms:
    return different((keys >> np.uint64(32)).astype(np.uint32))
