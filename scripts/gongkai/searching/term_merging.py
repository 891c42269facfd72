"""All terms of an index as parts: what no edit touched as it stood in the last index, the others merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain
from pathlib import Path

from gongkai.searching import grouping
from gongkai.searching.grouping import WHOLE, Group, Part, Pieces, Run, Stands, Stretch, in_groups, names_of, part_name
from gongkai.searching.inversion import merging
from gongkai.searching.inversion.merging import Merged, Numbers
from gongkai.searching.inversion.remerging import Range, remerged, touched
from gongkai.searching.keeping import Before, Since
from gongkai.searching.preparing import Batch
from gongkai.searching.term_parts import TermPart


class TermMerging:
    """The merging of all terms; it has begun, by `run`, when this is made. When all groups have been taken, `parts` is what is known
    of the parts, and `ranges` what the next index may need.
    """

    def __init__(self, batches: Sequence[Batch], numbers: Numbers, spill: Path, run: Run, before: Before | None, since: Since | None, known: Mapping[str, Stands]) -> None:
        """`known` are the groups of terms of the last index that can be taken over."""
        self.parts: list[TermPart] = []
        self.ranges: list[Merged] = []
        self._same: list[str] = []
        self._before = before
        self._names = before.kept.names.get("terms", "") if before else ""
        held = list(merging.arriving((batch.inverted, batch.path, batch.starts) for batch in batches))
        self._wanted = merging.ranges(held)
        again = _again(held, numbers, spill, before, since, self._wanted) if before and since and known.keys() >= set(names_of(self._names)) else None
        self._again = {(merged.low, merged.high): (merged, contents) for merged, contents in again or ()}
        others = [each for each in self._wanted if each not in self._again]
        tasks = merging.shares(held, others, spill, before.folder if before else spill, numbers) if others else []
        self._merged = run(merging.merged, tasks) if tasks else iter(())
        if before and len(self._again) == len(self._wanted):
            places = list(chain.from_iterable(contents for _, contents in self._again.values()))
            self._same = _same(places, names_of(self._names), known)

    def groups(self) -> Iterator[Group]:
        """The groups of all parts as they come."""
        for number, parts in enumerate(in_groups(self._contents())):
            yield parts, self._same[number] if self._same else ""

    def _contents(self) -> Iterator[Part]:
        for wanted in self._wanted:
            merged, contents = self._again[wanted] if wanted in self._again else next(self._merged)
            self.ranges.append(merged)
            self.parts += (part for cut in merged.cuts for part in cut.parts)
            yield from ([content] if isinstance(content, Stretch) else Pieces(self._known_part, content) for content in contents)

    def _known_part(self, part: int) -> list[Stretch]:
        """A part of the last index, as it lies there."""
        assert self._before
        return [Stretch(self._before.index / f"terms/{part_name(self._names, part, grouping.GROUP)}.json", 0, WHOLE)]


def _again(held: merging.Batches, numbers: Numbers, spill: Path, before: Before, since: Since, wanted: Sequence[tuple[int, int]]) -> list[Range] | None:
    """Those of the wanted ranges that the last index had, as they are now; None where merging everything is better."""
    if not all(batch.stands() for batch in since.last if batch.path in since.gone):
        return None
    places = accumulate((sum(len(cut.parts) for cut in merged.cuts) for merged in before.kept.terms), initial=0)
    last = [(merged, place) for merged, place in zip(before.kept.terms, places, strict=False) if (merged.low, merged.high) in wanted]
    gone = [each for each in merging.arriving((batch.inverted, batch.path, batch.starts) for batch in since.last) if each[1].path in since.gone]
    fresh = [each for each in held if each[1].path in since.fresh]
    told = zip(zip(before.kept.lengths, before.kept.leads, strict=True), zip(numbers.lengths, numbers.leads, strict=True), strict=True)
    moved = [number for number, (one, other) in enumerate(told) if one != other]
    try:
        return remerged(last, touched(gone, fresh, held, numbers, moved), held, numbers, spill, before.folder)
    except (OSError, ValueError):  # what was kept is damaged
        return None


def _same(contents: Sequence[int | Stretch], names: Sequence[str], known: Mapping[str, Stands]) -> list[str]:
    """Of each group the name it had, "" where it is another."""
    found: list[str] = []
    for number, first in enumerate(range(0, len(contents), grouping.GROUP)):
        own = contents[first : first + grouping.GROUP]
        name = names[number] if number < len(names) else ""
        found.append(name if name and list(own) == list(range(first, first + len(own))) and known[name].parts == len(own) else "")
    return found
