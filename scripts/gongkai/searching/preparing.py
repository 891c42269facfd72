"""A batch of entries → what the index keeps of it: facts, and on disk its units, leads and postings.

A batch is prepared by whatever process has the time, and knows nothing of the others: units and documents are numbered
within it. The files of a process are its own, so nobody waits for another.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from gongkai.searching import ranking
from gongkai.searching.codec import encode
from gongkai.searching.cutting import clean, cut, head_lines, headings_code, mark_lines
from gongkai.searching.entries import Entry
from gongkai.searching.filters import FILTERS
from gongkai.searching.inversion import Inverted, Inverter
from gongkai.searching.inversion.lists import STRIDE
from gongkai.searching.leads import lead, named, subject_backwards
from gongkai.searching.parts import as_json
from gongkai.searching.terms import Folding
from gongkai.searching.text_parts import Spooled, spool

_LARGEST = 1_000_000  # code points inverted at once


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is kept of a document in memory while its text waits on disk. `subject` is what its lead is put in order by;
    `lengths` are those of text, title and 文号 in folded code units."""

    kind: str
    slug: str
    title: str
    subject: str
    date: str
    standing: int
    units: int
    values: tuple[tuple[str, ...], ...]
    lengths: dict[str, int]


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents prepared together, in the order they came, and where their units, leads and postings lie."""

    documents: tuple[Prepared, ...]
    inverted: Inverted
    units: Spooled
    leads: Spooled


def prepare(folder: Path, task: tuple[int, Iterable[Entry]]) -> list[Batch]:
    """Prepare entries, in as many batches as memory asks for. `task` is a number nobody else has, and the entries; the
    files go into `folder`."""
    number, entries = task
    return [_prepared(folder, f"{number}-{part}", batch) for part, batch in enumerate(_sized(entries))]


def _sized(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    batch: list[Entry] = []
    size = 0
    for entry in entries:
        batch.append(entry)
        size += len(entry.text)
        if size > _LARGEST:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _prepared(folder: Path, name: str, entries: list[Entry]) -> Batch:
    texts: list[str] = []
    stored: list[bytes] = []
    firsts = [0]
    for entry in entries:
        for searched, kept in _units(entry):
            texts.append(searched)
            stored.append(kept)
        firsts.append(len(texts))
    titles = [clean(entry.title) for entry in entries]
    numbers = ["\n".join(map(clean, mark_lines(entry))) for entry in entries]
    inverted = _inverter().invert(folder / f"{name}-postings", texts, {"title": titles, "number": numbers})
    told = inverted.lengths
    documents = tuple(
        Prepared(
            kind=entry.kind,
            slug=entry.slug,
            title=titles[place],
            subject=subject_backwards(Folding.standard().fold(titles[place])),
            date=entry.date,
            standing=ranking.standing(entry.validity),
            units=firsts[place + 1] - firsts[place],
            values=tuple(tuple(map(_line, definition.read(entry))) for definition in FILTERS),
            lengths={
                "text": sum(told["text"][firsts[place] : firsts[place + 1]]),
                "title": min(told["title"][place], STRIDE - 1),
                "number": min(told["number"][place], STRIDE - 1),
            },
        )
        for place, entry in enumerate(entries)
    )
    own = os.getpid()
    return Batch(documents, inverted, spool(folder / f"units-{own}", stored), spool(folder / f"leads-{own}", map(lead, entries)))


@lru_cache(maxsize=1)
def _inverter() -> Inverter:
    return Inverter(Folding.standard())


def _units(entry: Entry) -> Iterator[tuple[str, bytes]]:
    """(what is searched, what is stored) of each unit: what its document is called, a line break, and what it holds
    itself. The first unit also holds what stands outside the body."""
    head = [clean(line) for line in head_lines(entry)]
    document = as_json(named(entry))
    for index, unit in enumerate(cut(entry)):
        numbers, irregular = headings_code(unit.text, unit.headings)
        stored: dict[str, object] = {"text": unit.text}
        if numbers:
            stored["headings"] = encode(numbers)
        if irregular:
            stored["named"] = irregular
        if index == 0:
            stored["more"] = head[2:]
        yield ("\n".join([*head, unit.text]) if index == 0 else unit.text), document + as_json(stored)[:-1]


def _line(value: str) -> str:
    return clean(value).replace("\n", " ")
