"""Postings of batches → parts, one range of terms at a time, each by whatever process has the time.

Of each range it is noted where its parts begin and end and, in a file, what each of its terms costs, so that the next index
need merge again only what an edit touched (`remerging`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import numpy as np

from gongkai.searching.grouping import Stretch
from gongkai.searching.inversion import FIELDS, TEXT, TITLE, Inverted, Run
from gongkai.searching.inversion.lists import STRIDE, Array, Keys, Lists, Terms, cuts
from gongkai.searching.term_parts import TermPart, between

_LEAST, _MOST = 600_000, 1_200_000  # postings merged at once
KEY = 8  # bytes
_MARK = 2  # bits of the mark of a posting in a text
_PLACE = STRIDE.bit_length() - 1  # bits of a position in a title or 文号
_NEEDED = ("units", "documents", "lengths", "leads")


class Cut(NamedTuple):
    """A run of terms that is a part, or where its only term has a long list several: the term before them in the index, the first
    one, the last one, and the parts."""

    before: int
    first: int
    last: int
    parts: tuple[TermPart, ...]


class Merged(NamedTuple):
    """The cuts of the terms from `low` to below `high`. `costs` names the file that tells what each costs."""

    low: int
    high: int
    cuts: tuple[Cut, ...]
    costs: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a batch's postings lie: the file, where in it those of each field begin, and the numbers its first unit and
    its first document arrived with."""

    path: Path
    starts: Mapping[str, int]
    unit: int
    document: int


@dataclass(frozen=True, slots=True)
class Share:
    """Terms from `low` to below `high`; of each batch that has any: from which posting to which of each field. In `folder` lies what
    every share needs, into `kept` is written what the next index needs."""

    folder: Path
    kept: Path
    units: int
    low: int
    high: int
    slices: tuple[tuple[Source, tuple[tuple[int, int], ...]], ...]


Batches = Sequence[tuple[Inverted, Source]]


def arriving(batches: Iterable[tuple[Inverted, Path, Mapping[str, int]]]) -> Iterator[tuple[Inverted, Source]]:
    """Batches, in the order they come, each with its file, and where in it the postings of each field begin."""
    unit = document = 0
    for inverted, path, starts in batches:
        yield inverted, Source(path, starts, unit, document)
        unit += len(inverted.lengths[TEXT])
        document += len(inverted.lengths[TITLE])


def ranges(batches: Batches) -> list[tuple[int, int]]:
    """The ranges of terms [low, high) of which each is merged at once."""
    totals = np.zeros(0x10000, dtype=np.int64)
    for batch, _ in batches:
        totals[batch.runs[TEXT].characters] += batch.runs[TEXT].counts
    return [(low << 16, high << 16) for low, high in _ranges(np.append(0, np.cumsum(totals)))]


class Numbers(NamedTuple):
    """Final numbers of units and documents by their numbers of arrival; lengths of titles and parts of leads by final number."""

    units: Sequence[int]
    documents: Sequence[int]
    lengths: Sequence[int]
    leads: Sequence[int]


def shares(batches: Batches, wanted: Sequence[tuple[int, int]], folder: Path, kept: Path, numbers: Numbers) -> list[Share]:
    """The terms of ranges, one after the other, as shares. What every share needs is written into `folder`."""
    for name, told in zip(_NEEDED, numbers, strict=True):
        np.save(folder / f"{name}.npy", np.array(told, dtype=np.uint32))
    edges = np.array([edge >> 16 for each in wanted for edge in each])
    below = [[_below(batch.runs[field], edges) for field in FIELDS] for batch, _ in batches]
    found: list[Share] = []
    for place, (low, high) in enumerate(wanted):
        slices = ((source, tuple((each[2 * place], each[2 * place + 1]) for each in told)) for (_, source), told in zip(batches, below, strict=True))
        held = tuple((source, told) for source, told in slices if any(start < stop for start, stop in told))
        found.append(Share(folder, kept, len(numbers.units), low, high, held))
    return found


def merged(share: Share) -> tuple[Merged, list[Stretch]]:
    """The cuts of a share, and where the contents of its parts stand in a file of its own."""
    units, documents, lengths, leads = (np.load(share.folder / f"{name}.npy") for name in _NEEDED)
    text, title, number = (np.empty(sum(told[place][1] - told[place][0] for _, told in share.slices), np.uint64) for place in range(len(FIELDS)))
    left = [text, title, number]
    for source, told in share.slices:
        with source.path.open("rb") as file:
            for place, (field, (start, stop)) in enumerate(zip(FIELDS, told, strict=True)):
                keys, left[place] = np.split(left[place], [stop - start])
                file.seek(source.starts[field] + start * KEY)
                file.readinto(keys.data)
                renumber(keys, source, field, units, documents)
    for keys in (text, title, number):
        keys.sort()
    lists = Lists(text, (title, number), (lengths.astype(np.int64), leads.astype(np.int64)), share.units)
    del text, title, number
    path = share.folder / f"terms-{share.low:08x}"
    contents: list[Stretch] = []
    found: list[Cut] = []
    before = share.low - 1
    with path.open("wb") as file:
        for start, stop in cuts(lists.terms, lists.costs, before):
            parts: list[TermPart] = []
            for part, content in lists.parts(start, stop, before):
                parts.append(part)
                contents.append(Stretch(path, file.tell(), len(content)))
                file.write(content)
            found.append(Cut(before, int(lists.terms[start]), int(lists.terms[stop - 1]), tuple(parts)))
            before = found[-1].last
    return Merged(share.low, share.high, tuple(found), keep_costs(share.kept, lists.terms, lists.costs)), contents


def keep_costs(folder: Path, terms: Terms, costs: Array) -> str:
    """Write what each term costs into a file named by that; its name."""
    told = terms.tobytes() + costs.astype(np.uint32).tobytes()
    name = f"terms-{blake2b(told, digest_size=16).hexdigest()}"
    (folder / name).write_bytes(told)
    return name


def kept_costs(folder: Path, name: str) -> tuple[Terms, Array]:
    """Terms and what each costs, as they were kept. OSError where they are not there, ValueError where they are damaged."""
    told = (folder / name).read_bytes()
    if name != f"terms-{blake2b(told, digest_size=16).hexdigest()}":
        raise ValueError(f"{name} is damaged")
    terms, costs = np.frombuffer(told, dtype=np.uint32).reshape(2, -1)
    return terms, costs.astype(np.int64)


def alphabet(batches: Iterable[Inverted]) -> set[int]:
    """The code units that occur, before folding."""
    found = np.zeros(0x10000, dtype=bool)
    for batch in batches:
        found[batch.written] = True
    return set(np.flatnonzero(found).tolist())


def renumber(keys: Keys, source: Source, field: str, units: Terms, documents: Terms) -> None:
    """Give postings of a batch final numbers, of which there is one for each number of arrival."""
    bits, order = (_MARK, units[source.unit :]) if field == TEXT else (_PLACE, documents[source.document :])
    numbers = keys.astype(np.uint32) >> np.uint32(bits)
    numbers ^= order.take(numbers, mode="clip")
    numbers <<= np.uint32(bits)
    keys ^= numbers


def _below(run: Run, edges: Array) -> list[int]:
    """How many postings of a run lie below each of these first characters."""
    ends = np.append(0, np.cumsum(run.counts))
    return [int(each) for each in ends[np.searchsorted(run.characters, edges)]]


def _ranges(below: Array) -> Iterator[tuple[int, int]]:
    """Ranges [low, high) of first characters with _LEAST to _MOST postings each, of how many lie below each; a single character
    may have more. As a part does, a range ends where the number is roundest, so that an edit moves few ends."""
    low = 0
    while low < 0x10000 and below[-1] > below[low]:
        first, last = np.searchsorted(below, (below[low] + _LEAST, below[low] + _MOST + 1)) - (0, 1)
        high = 0x10000 if last >= 0x10000 else int(first) if last <= first else between(int(first) - 1, int(last))
        yield low, high
        low = high
