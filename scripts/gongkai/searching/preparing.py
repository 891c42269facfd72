"""A batch of entries → what the index keeps of it: facts, and on disk its units, leads and postings.

A batch is prepared by whatever process has the time, and knows nothing of the others: units and documents are numbered
within it. What comes of it, the file and the facts, hangs on its entries alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from gongkai.reading.digests import digest
from gongkai.searching import ranking
from gongkai.searching.codec import encode
from gongkai.searching.cutting import Unit, clean, cut, head_lines, headings_code, mark_lines
from gongkai.searching.entries import Entry
from gongkai.searching.filters import FILTERS
from gongkai.searching.grouping import Stretch
from gongkai.searching.inversion import NUMBER, TEXT, TITLE, Inverted, Inverter
from gongkai.searching.inversion.lists import STRIDE
from gongkai.searching.leads import lead, named, subject_backwards
from gongkai.searching.parts import as_json
from gongkai.searching.terms import Folding

_LARGEST = 1_000_000  # code points inverted at once
_KEY = 8  # bytes of a posting


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is kept of a document in memory. `folded` is its title, `subject` what its lead is put in order by; `lengths` are
    those of text, title and 文号 in folded code units, `told` is the digest of its entry. On disk lie what it is called, its units and its lead, as JSON."""

    kind: str
    slug: str
    folded: str
    subject: str
    date: str
    standing: int
    values: tuple[tuple[str, ...], ...]
    lengths: dict[str, int]
    called: Stretch
    units: tuple[Stretch, ...]
    lead: Stretch
    told: str


class State(NamedTuple):
    """By what a file is known again: its size in bytes, and the time of its last change in nanoseconds."""

    size: int
    changed: int

    @classmethod
    def of(cls, path: Path) -> State:
        """That of a file now."""
        facts = path.stat()
        return cls(facts.st_size, facts.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents prepared together, in the order they came; their file, as it was left, and where in it the postings of each
    field begin."""

    documents: tuple[Prepared, ...]
    inverted: Inverted
    path: Path
    starts: Mapping[str, int]
    state: State

    def stands(self) -> bool:
        """Whether the file is there, and as it was left."""
        try:
            return State.of(self.path) == self.state
        except OSError:
            return False


def prepare(task: tuple[Path, Iterable[Entry]]) -> tuple[Batch, ...]:
    """Prepare entries, in as many batches as memory asks for. `task` is how the files begin that are to be written, as
    nobody else's do, and the entries."""
    path, entries = task
    return tuple(prepared(path.with_name(f"{path.name}-{part}"), batch) for part, batch in enumerate(_sized(entries)))


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


def prepared(path: Path, entries: list[Entry]) -> Batch:
    """Prepare one batch into a new file."""
    texts: list[str] = []
    titles: list[str] = []
    numbers: list[str] = []
    firsts = [0]
    places: list[tuple[Stretch, tuple[Stretch, ...], Stretch]] = []
    with path.open("wb") as file:

        def keep(piece: bytes) -> Stretch:
            return Stretch(path, file.tell(), file.write(piece))

        for entry in entries:
            head = [clean(line) for line in head_lines(entry)]
            called = named(entry)
            own: list[Stretch] = []
            where = keep(as_json(called)[:-1])
            for unit in cut(entry):
                texts.append(unit.text if own else "\n".join([*head, unit.text]))
                own.append(keep(_stored(unit, None if own else head[2:])))
            places.append((where, tuple(own), keep(lead(entry, called, head[2:]))))
            firsts.append(len(texts))
            titles.append(head[0])
            numbers.append("\n".join(map(clean, mark_lines(entry))))
        inverted, keys = _inverter().invert(texts, {TITLE: titles, NUMBER: numbers})
        file.write(bytes(-file.tell() % _KEY))  # so that they can be read where they lie
        starts = {field: keep(each.tobytes()).start for field, each in keys.items()}
    told = inverted.lengths
    documents: list[Prepared] = []
    for place, (entry, (where, units, passage)) in enumerate(zip(entries, places, strict=True)):
        folded = Folding.standard().fold(titles[place])
        documents.append(
            Prepared(
                kind=entry.kind,
                slug=entry.slug,
                folded=folded,
                subject=subject_backwards(folded),
                date=entry.date,
                standing=ranking.standing(entry.validity),
                values=tuple(tuple(map(_line, definition.read(entry))) for definition in FILTERS),
                lengths={
                    TEXT: sum(told[TEXT][firsts[place] : firsts[place + 1]]),
                    TITLE: min(told[TITLE][place], STRIDE - 1),
                    NUMBER: min(told[NUMBER][place], STRIDE - 1),
                },
                called=where,
                units=units,
                lead=passage,
                told=digest(replace(entry, text=""), entry.text.encode("utf-8", "surrogatepass")),
            )
        )
    return Batch(tuple(documents), inverted, path, starts, State.of(path))


@lru_cache(maxsize=1)
def _inverter() -> Inverter:
    return Inverter(Folding.standard())


def _stored(unit: Unit, more: list[str] | None) -> bytes:
    """A unit as JSON; the first also holds what stands outside the body, `more`."""
    numbers, irregular = headings_code(unit)
    stored: dict[str, object] = {"text": unit.text}
    if numbers:
        stored["headings"] = encode(numbers)
    if irregular:
        stored["named"] = irregular
    if more is not None:
        stored["more"] = more
    return as_json(stored)[:-1]


def _line(value: str) -> str:
    return clean(value).replace("\n", " ")
