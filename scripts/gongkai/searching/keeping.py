"""What one index leaves to the next: batches as they were prepared, what they were numbered, the groups of parts and columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gongkai.searching.entries import Batched, Entry
from gongkai.searching.grouping import Run, Stands, files_of
from gongkai.searching.inversion.merging import Merged
from gongkai.searching.numbering import Numbering
from gongkai.searching.parts import File
from gongkai.searching.preparing import Batch, Prepared, prepare


@dataclass(frozen=True, slots=True)
class Kept:
    """`batches` are by the digest of what their entries were made from, in the order they came; `groups` by kind and name, `names`
    are theirs, one after the other. `leads` tells the part of each document's lead, `lengths` the length of its title. `marks` name
    the group of a kind that was put together from these documents, `terms` are the ranges that were merged, `columns` the texts of
    those that tell of documents. `folds` are the characters that occur, and what is told of the folding for them."""

    batches: Mapping[str, tuple[Batch, ...]] = field(default_factory=dict)
    groups: Mapping[str, Mapping[str, Stands]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    numbers: Numbering | None = None
    leads: tuple[int, ...] = ()
    lengths: tuple[int, ...] = ()
    marks: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    terms: tuple[Merged, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    folds: tuple[frozenset[int], str, str] = (frozenset(), "", "")

    def files(self) -> set[str]:
        """The names of all files that the next index may ask for, in the folder for what is prepared."""
        return {batch.path.name for several in self.batches.values() for batch in several} | {merged.costs for merged in self.terms}


Made = Sequence[tuple[str, tuple[Batch, ...]]]
"""Batches as they came, each with the digest of what it was made from, "" where that is not told."""


@dataclass(frozen=True, slots=True)
class Since:
    """What is another since the last index, which gave all documents and units the numbers they have. `others` are the documents
    that are not as they were, by their numbers of arrival: as they were and as they are. `gone` and `fresh` are the batches that only
    the last index had, or only this one; `last` are all of the last one."""

    numbers: Numbering
    others: Mapping[int, tuple[Prepared, Prepared]]
    last: tuple[Batch, ...]
    gone: frozenset[Path]
    fresh: frozenset[Path]

    def same(self, fact: Callable[[Prepared], object]) -> bool:
        """Whether a fact of every document is what it was."""
        return all(fact(one) == fact(other) for one, other in self.others.values())


@dataclass(frozen=True, slots=True)
class Before:
    """The last index, for the next to take from; it lies in `index`, batches lie in `folder`. `has` tells whether files, by their
    paths below the index's folder, are as they were left, `take` takes them over."""

    folder: Path
    kept: Kept
    has: Callable[[Iterable[str]], bool]
    take: Callable[[Iterable[str]], object]
    index: Path = Path()

    def groups(self) -> dict[str, dict[str, Stands]]:
        """Those that can be taken over."""
        if self.has(path for kind, groups in self.kept.groups.items() for name, group in groups.items() for path in files_of(kind, name, group.parts)):
            return {kind: dict(groups) for kind, groups in self.kept.groups.items()}
        return {
            kind: {name: group for name, group in groups.items() if self.has(files_of(kind, name, group.parts))}
            for kind, groups in self.kept.groups.items()
        }

    def since(self, made: Made) -> Since | None:
        """What is another now that these batches came; None where numbers stand for others or nothing can be said."""
        kept = list(self.kept.batches.items())
        names, now = [name for name, _ in kept], [name for name, _ in made]
        if not kept or self.kept.numbers is None or not all(now):
            return None
        least = min(len(names), len(now))
        first = next((place for place in range(least) if names[place] != now[place]), least)
        back = next((place for place in range(least - first) if names[-1 - place] != now[-1 - place]), least - first)
        before, after = (list(_documents(each[first : len(each) - back])) for each in (kept, made))
        if list(map(_numbered_by, before)) != list(map(_numbered_by, after)):
            return None
        start = sum(1 for _ in _documents(kept[:first]))
        others = {start + place: both for place, both in enumerate(zip(before, after, strict=True)) if both[0].told != both[1].told}
        gone, fresh = _paths(kept) - _paths(made), _paths(made) - _paths(kept)
        return Since(self.kept.numbers, others, tuple(batch for _, several in kept for batch in several), gone, fresh)


def _documents(made: Made) -> Iterator[Prepared]:
    return (document for _, several in made for batch in several for document in batch.documents)


def _paths(made: Made) -> frozenset[Path]:
    return frozenset(batch.path for _, several in made for batch in several)


def _numbered_by(document: Prepared) -> tuple[str, str, int, int]:
    """All that the number of a document and those of its units hang on."""
    return document.kind, document.slug, document.day, len(document.units)


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


def prepared_batches(batches: Iterable[Iterable[Entry]], spill: Path, run: Run, before: Before | None, meanwhile: Callable[[], None]) -> Made:
    """Batches: those that are kept, the others prepared; what is to be done `meanwhile` is done while others prepare."""
    found: list[tuple[str, tuple[Batch, ...]]] = []

    def others() -> Iterator[tuple[Path, Iterable[Entry]]]:
        for number, entries in enumerate(batches):
            made_from = entries.made_from if before and isinstance(entries, Batched) else ""
            kept = before.kept.batches.get(made_from, ()) if before and made_from else ()
            if not all(batch.stands() for batch in kept):
                kept = ()
            found.append((made_from, kept))
            if not kept:
                path = before.folder / made_from if before and made_from else spill / f"{number}"
                yield path, entries.batch() if isinstance(entries, Batched) else entries

    preparing = run(prepare, others())
    meanwhile()
    fresh = iter(list(preparing))
    return [(made_from, kept or next(fresh)) for made_from, kept in found]
