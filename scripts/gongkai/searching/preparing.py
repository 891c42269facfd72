"""A batch of entries → what the index keeps of it: facts, and on disk its units, leads and postings.

A batch is prepared by whatever process has the time, and knows nothing of the others: units and documents are numbered
within it. What comes of it, the file and the facts, hangs on its entries alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from gongkai.searching import ranking
from gongkai.searching.codec import encode
from gongkai.searching.columns import day
from gongkai.searching.cutting import Unit, clean, cleaned, cut, head_lines, headings_code, mark_lines
from gongkai.searching.entries import Entry
from gongkai.searching.filters import FILTERS
from gongkai.searching.grouping import Stretch
from gongkai.searching.inversion import NUMBER, TEXT, TITLE, Inverted, Inverter
from gongkai.searching.inversion.lists import STRIDE
from gongkai.searching.leads import lead, named, subject_backwards
from gongkai.searching.parts import as_json, as_list, as_object, quoted
from gongkai.searching.terms import Folding
from gongkai.searching.text_parts import BETWEEN

_LARGEST = 1_000_000  # code points inverted at once
_STRETCH = 1 << 16  # and looked at at once
_BUFFER = 1 << 18  # bytes written at once
_KEY = 8  # bytes of a posting
_DIGEST = 32  # characters of a digest


class Prepared(NamedTuple):
    """What is kept of a document in memory. `folded` is its title, `subject` what its lead is put in order by, `day` its date as a
    number that sorts; lengths are those of text, title and 文号 in folded code units, `told` is the digest of all that the index has
    of it. On disk lie what it is called, its units and its lead, as JSON."""

    kind: str
    slug: str
    folded: str
    subject: str
    day: int
    standing: int
    values: tuple[tuple[str, ...], ...]
    length: int
    title_length: int
    number_length: int
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
    return tuple(prepared(path.with_name(f"{path.name}-{part}"), batch) for part, batch in enumerate(_sized(entries, _LARGEST)))


def _sized(entries: Iterable[Entry], largest: int) -> Iterator[list[Entry]]:
    """Entries, many at once: of little more than so many code points."""
    batch: list[Entry] = []
    size = 0
    for entry in entries:
        batch.append(entry)
        size += len(entry.text)
        if size > largest:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def prepared(path: Path, entries: list[Entry]) -> Batch:
    """Prepare one batch into a new file."""
    units: list[bytes] = []
    titles: list[str] = []
    numbers: list[bytes] = []
    firsts = [0]
    pieces: list[tuple[list[Stretch], tuple[tuple[str, ...], ...], str]] = []
    leads: list[bytes] = []
    end = 0
    with path.open("wb", buffering=_BUFFER) as file:

        def keep(piece: bytes) -> Stretch:
            nonlocal end
            start, end = end, end + file.write(piece) + file.write(BETWEEN)
            return Stretch(path, start, len(piece))

        for some in _sized(entries, _STRETCH):
            for entry, text in zip(some, cleaned([entry.text for entry in some]), strict=True):
                marks = list(map(clean, mark_lines(entry)))
                head = list(map(clean, head_lines(entry))) if entry.more else [clean(entry.title), *marks]
                called, more = named(entry), as_list(map(quoted, head[2:]))
                values = tuple([_lines(definition.read(entry)) for definition in FILTERS])
                own = list(cut(entry, text))
                units += _utf16("\n".join([*head, ""])) + own[0].text.raw, *(unit.text.raw for unit in own[1:])
                told = [as_object(called), *(_stored(unit, more if unit is own[0] else None) for unit in own)]
                leads.append(lead(entry, called, more))
                pieces.append((list(map(keep, told)), values, _digest(*told, leads[-1], repr(values).encode("utf-8"))))
                firsts.append(len(units))
                titles.append(head[0])
                numbers.append(_utf16("\n".join(marks)))
        inverted, keys = _inverter().invert(units, {TITLE: list(map(_utf16, titles)), NUMBER: numbers})
        passages = list(map(keep, leads))
        starts: dict[str, int] = {}
        file.write(bytes(-end % _KEY))  # so that they can be read where they lie
        end += -end % _KEY
        for field, postings in keys.items():
            starts[field] = end
            end += file.write(postings.data)
    lengths = inverted.lengths
    folded = list(map(Folding.standard().fold, titles))
    documents = [
        Prepared(
            kind=entry.kind,
            slug=entry.slug,
            folded=folded[place],
            subject=subject_backwards(folded[place]),
            day=day(entry.date),
            standing=ranking.standing(entry.validity),
            values=values,
            length=sum(lengths[TEXT][firsts[place] : firsts[place + 1]]),
            title_length=min(lengths[TITLE][place], STRIDE - 1),
            number_length=min(lengths[NUMBER][place], STRIDE - 1),
            called=called,
            units=tuple(own),
            lead=passages[place],
            told=told,
        )
        for place, (entry, ((called, *own), values, told)) in enumerate(zip(entries, pieces, strict=True))
    ]
    return Batch(tuple(documents), inverted, path, starts, State.of(path))


@lru_cache(maxsize=1)
def _inverter() -> Inverter:
    return Inverter(Folding.standard())


def _stored(unit: Unit, more: bytes | None) -> bytes:
    """A unit as JSON; the first also holds what stands outside the body, `more`."""
    numbers, irregular = headings_code(unit)
    stored = {"text": unit.text.quoted()}
    if numbers:
        stored["headings"] = quoted(encode(numbers))
    if irregular:
        stored["named"] = as_json(irregular)[:-1]
    if more is not None:
        stored["more"] = more
    return as_object(stored)


def _digest(*told: bytes) -> str:
    return sha256(b"\0".join(told)).hexdigest()[:_DIGEST]


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


@lru_cache(maxsize=4096)
def _lines(values: tuple[str, ...]) -> tuple[str, ...]:
    """Values, each one line. Those of most documents are alike, and one tuple for all of them is soon sent and takes no room."""
    return tuple([clean(value).replace("\n", " ") for value in values])
