"""What one index leaves to the next: batches as they were prepared, and the groups of parts that were written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gongkai.reading.digests import digest
from gongkai.searching.entries import Entry
from gongkai.searching.gathering import EntryBatch
from gongkai.searching.grouping import GROUP, Group, Part, Run, files_of
from gongkai.searching.numbering import changed, numbering
from gongkai.searching.parts import File
from gongkai.searching.preparing import Batch, Prepared, prepare


@dataclass(frozen=True, slots=True)
class Kept:
    """`batches` are by the digest of what their entries were made from; `groups` by kind and name; `leads` tells the part of
    each document's lead; `marks` name the group of a kind that was put together from these pieces."""

    batches: Mapping[str, tuple[Batch, ...]] = field(default_factory=dict)
    groups: Mapping[str, Mapping[str, Group]] = field(default_factory=dict)
    leads: tuple[int, ...] = ()
    marks: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Before:
    """The last index, for the next to take from. Batches lie in `folder`. `has` tells whether files, by their paths below the
    index's folder, are as they were left, `take` takes them over."""

    folder: Path
    kept: Kept
    has: Callable[[Iterable[str]], bool]
    take: Callable[[Iterable[str]], object]

    def groups(self) -> dict[str, dict[str, Group]]:
        """Those that can be taken over."""
        return {
            kind: {name: group for name, group in groups.items() if self.has(files_of(kind, name, group.parts))}
            for kind, groups in self.kept.groups.items()
        }

    def names(self, batches: Iterable[Batch]) -> bool:
        """Whether all of these are prepared under names that tell what they were made from."""
        return all(batch.path.parent == self.folder for batch in batches)

    def changed(self, documents: Sequence[Prepared], leads: Sequence[int]) -> list[int] | None:
        """Which of the documents, in order, are others or have their leads elsewhere; None where numbers stand for others."""
        held = [document for several in self.kept.batches.values() for batch in several for document in batch.documents]
        ordered = [held[place] for place in numbering(held).ordered]
        others = changed(ordered, documents)
        if others is None:
            return None
        return sorted({*others, *(number for number, (one, other) in enumerate(zip(self.kept.leads, leads, strict=True)) if one != other)})


def marks(parts: Sequence[Part]) -> list[str]:
    """Of each group of parts that are put together from prepared batches, which are named by what they were made from: equal
    ones are of equal content."""
    return [
        digest([piece if isinstance(piece, bytes) else (str(piece.path), *piece[1:]) for part in parts[first : first + GROUP] for piece in (b"\0", *part)])
        for first in range(0, len(parts), GROUP)
    ]


@dataclass(frozen=True, slots=True)
class IndexFacts:
    """What writing an index amounted to; `script` is the address, relative to search/, a page loads it by. `files` were
    written, `taken` are those of the last index. `changed` are the documents that are others than in that or have their leads
    elsewhere; None where numbers stand for other documents."""

    documents: int
    units: int
    terms: int
    postings: int
    parts: int
    bytes: int
    script: str
    changed: tuple[int, ...] | None
    files: tuple[File, ...]
    taken: tuple[str, ...]
    kept: Kept


def prepared_batches(batches: Iterable[Iterable[Entry]], spill: Path, run: Run, before: Before | None) -> list[tuple[str, tuple[Batch, ...]]]:
    """Batches, each with the digest of what it was made from, "" where that is not told: those that are kept, the others
    prepared."""
    found: list[tuple[str, tuple[Batch, ...]]] = []

    def others() -> Iterator[tuple[Path, Iterable[Entry]]]:
        for number, entries in enumerate(batches):
            made_from = entries.made_from if before and isinstance(entries, EntryBatch) else ""
            kept = before.kept.batches.get(made_from, ()) if before and made_from else ()
            if not all(batch.stands() for batch in kept):
                kept = ()
            found.append((made_from, kept))
            if not kept:
                yield before.folder / made_from if before and made_from else spill / f"{number}", entries

    fresh = iter(list(run(prepare, others())))
    return [(made_from, kept or next(fresh)) for made_from, kept in found]
