"""Entries → the index. Texts stream through: they are inverted in batches and spooled to disk as they come, because
documents are numbered by date and the newest may come first."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import IO

from gongkai.searching import ranking
from gongkai.searching.characters import HAN_RANGES, PLAIN_RANGES
from gongkai.searching.codec import encode
from gongkai.searching.columns import LENGTHS, day, length_code, packed
from gongkai.searching.cutting import clean, cut, head_lines
from gongkai.searching.entries import Entry, IndexFacts
from gongkai.searching.filters import FILTERS, Filter, ordered_values
from gongkai.searching.inversion import LEVELS, STRIDE, Inverter
from gongkai.searching.parts import PartWriter, as_json
from gongkai.searching.terms import COMMON_SHARE, TERMS_OF_A_WORD, Folding

VERSION = 1
_BATCH = 1_000_000  # code points inverted at once
_TEXT_PART = 20_000  # bytes after which a part of texts is closed
_PLACES = 512  # parts of texts that one directory page tells the names of


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """What a site may set about its search; stated in the index for the page."""

    in_force_only: bool = False
    page_size: int = 10

    def as_json(self) -> dict[str, object]:
        return {"in_force_only": self.in_force_only, "page_size": self.page_size}


@dataclass(slots=True)
class _Document:
    """What is kept of a document in memory while its text waits on disk."""

    kind: str
    slug: str
    date: str
    in_force: bool
    first_unit: int
    units: int
    values: tuple[tuple[str, ...], ...]
    lengths: dict[str, int] = field(default_factory=dict)


class _Spool:
    """Units as JSON on disk, by number of arrival."""

    def __init__(self, path: Path) -> None:
        self._file: IO[bytes] = path.open("w+b")
        self._ends = [0]

    def add(self, content: bytes) -> None:
        self._file.write(content)
        self._ends.append(self._ends[-1] + len(content))

    def read(self, unit: int) -> bytes:
        self._file.seek(self._ends[unit])
        return self._file.read(self._ends[unit + 1] - self._ends[unit])

    def close(self) -> None:
        self._file.close()


def write_index(batches: Iterable[Iterable[Entry]], folder: Path, settings: SearchSettings | None = None) -> IndexFacts:
    """Write the index of all entries into `folder` (made if missing; nothing else may be in it). Deterministic: the
    order in which entries come and how they are batched change nothing. ValueError where a slug of a kind comes twice."""
    folder.mkdir(parents=True, exist_ok=True)
    spill = folder / "spill"
    spill.mkdir()
    spool = _Spool(spill / "units")
    try:
        folding = Folding.standard()
        inverter = Inverter(folding, spill)
        documents = _take_in(batches, inverter, spool)
        recipe = _recipe(folding, inverter)
        return _write(documents, inverter, spool, PartWriter(folder), recipe=recipe, settings=settings or SearchSettings())
    finally:
        spool.close()
        shutil.rmtree(spill)


def _take_in(batches: Iterable[Iterable[Entry]], inverter: Inverter, spool: _Spool) -> list[_Document]:
    documents: list[_Document] = []
    seen: set[tuple[str, str]] = set()
    units = 0
    for entries in _sized(entry for batch in batches for entry in batch):
        texts: list[str] = []
        fresh: list[_Document] = []
        for entry in entries:
            if (entry.kind, entry.slug) in seen:
                raise ValueError(f"{entry.kind} {entry.slug} is indexed twice")
            seen.add((entry.kind, entry.slug))
            first = units
            for searched, stored in _units(entry):
                texts.append(searched)
                spool.add(stored)
                units += 1
            values = tuple(tuple(map(clean, definition.read(entry))) for definition in FILTERS)
            in_force = entry.validity == ranking.IN_FORCE
            fresh.append(_Document(entry.kind, entry.slug, entry.date, in_force, first, units - first, values))
        lengths = inverter.add_units(texts)
        titles = inverter.add_heads("title", len(documents), [clean(entry.title) for entry in entries])
        numbers = inverter.add_heads("number", len(documents), [clean(entry.number) for entry in entries])
        base = units - len(texts)
        for document, title, number in zip(fresh, titles, numbers, strict=True):
            start = document.first_unit - base
            document.lengths["text"] = sum(lengths[start : start + document.units])
            document.lengths["title"] = min(title, STRIDE - 1)
            document.lengths["number"] = min(number, STRIDE - 1)
        documents += fresh
    return documents


def _sized(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    batch: list[Entry] = []
    size = 0
    for entry in entries:
        batch.append(entry)
        size += len(entry.text)
        if size > _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _units(entry: Entry) -> Iterator[tuple[str, bytes]]:
    """(what is searched, what is stored) of each unit. The first also holds what stands outside the body."""
    head = [clean(line) for line in head_lines(entry)]
    for index, unit in enumerate(cut(entry)):
        stored: dict[str, object] = {
            "kind": entry.kind,
            "slug": entry.slug,
            "url": entry.url,
            "title": head[0],
            "number": head[1],
            "date": entry.date,
            "validity": entry.validity,
            "headings": [list(heading) for heading in unit.headings],
            "text": unit.text,
        }
        if index == 0:
            stored["more"] = head[2:]
        yield ("\n".join([*head, unit.text]) if index == 0 else unit.text), as_json(stored)[:-1]


@dataclass(frozen=True, slots=True)
class _Numbering:
    """Final numbers: documents rise by date, then by falling slug, so that "newer first, then by slug" is simply the
    falling number, and a new document is appended. `documents` and `units` map a number of arrival to the final one,
    `ordered` and `arrivals` map back."""

    ordered: list[int]
    documents: list[int]
    arrivals: list[int]
    units: list[int]


def _numbering(documents: Sequence[_Document]) -> _Numbering:
    falling = sorted(range(len(documents)), key=lambda place: (documents[place].slug, documents[place].kind), reverse=True)
    ordered = sorted(falling, key=lambda place: day(documents[place].date))
    arrivals = [
        unit
        for place in ordered
        for unit in range(documents[place].first_unit, documents[place].first_unit + documents[place].units)
    ]
    return _Numbering(ordered, _inverse(ordered), arrivals, _inverse(arrivals))


def _inverse(order: Sequence[int]) -> list[int]:
    inverse = [0] * len(order)
    for number, place in enumerate(order):
        inverse[place] = number
    return inverse


def _write(
    documents: Sequence[_Document],
    inverter: Inverter,
    spool: _Spool,
    writer: PartWriter,
    *,
    recipe: dict[str, object],
    settings: SearchSettings,
) -> IndexFacts:
    numbering = _numbering(documents)
    texts = _write_texts(numbering.arrivals, spool, writer)
    firsts: list[int] = []
    names: list[str] = []
    terms = postings = 0
    common: list[int] = []
    for part in inverter.blocks(numbering.units, numbering.documents, len(numbering.units) // COMMON_SHARE):
        content = {"terms": part.terms, "text": part.text, "title": part.title, "number": part.number}
        names.append(writer.write("terms", as_json(content)))
        firsts.append(part.first)
        terms += part.count
        postings += part.postings
        common += part.common
    in_order = [documents[place] for place in numbering.ordered]
    values = [_values(definition, place, in_order) for place, definition in enumerate(FILTERS)]
    columns = [[writer.write("columns", as_json(part)), sorted(part)] for part in packed(_columns(in_order, values))]
    index: dict[str, object] = {
        "version": VERSION,
        "documents": len(documents),
        "units": len(numbering.units),
        "ranking": ranking.as_recipe(),
        "total_lengths": {
            "title": sum(document.lengths["title"] for document in documents),
            "number": sum(document.lengths["number"] for document in documents),
            "text": sum(LENGTHS[length_code(document.lengths["text"])] for document in documents),
        },
        "filters": [
            {"key": each.key, "label": each.label, "many": each.many, "values": list(found)}
            for each, found in zip(FILTERS, values, strict=True)
        ],
        "terms": {"firsts": encode(_gaps([0, *firsts])), "names": "".join(names)},
        "texts": texts,
        "columns": columns,
        "recipe": {**recipe, "common": encode(gap - 1 for gap in _gaps([-1, *common]))},
        "settings": settings.as_json(),
    }
    script = writer.write_index(as_json(index))
    return IndexFacts(len(documents), len(numbering.units), terms, postings, writer.parts, writer.bytes, script)


def _recipe(folding: Folding, inverter: Inverter) -> dict[str, object]:
    """How terms and numbers of this index are made: what a reader must follow rather than know."""
    return {
        "terms": "bigrams of adjacent word characters, single characters",
        "fold": folding.told(inverter.alphabet()),
        "plain": [list(pair) for pair in PLAIN_RANGES],
        "han": [list(pair) for pair in HAN_RANGES],
        "terms_of_a_word": TERMS_OF_A_WORD,
        "levels": list(LEVELS),
        "stride": STRIDE,
        "lengths": LENGTHS,
    }


def _write_texts(arrivals: Sequence[int], spool: _Spool, writer: PartWriter) -> list[list[object]]:
    """Write the parts of texts and the pages that name them: [[first unit, name of page], …]."""
    parts: list[tuple[int, str]] = []  # (number of units, name)
    held: list[bytes] = []
    size = 0
    for number, arrival in enumerate(arrivals):
        unit = spool.read(arrival)
        held.append(unit)
        size += len(unit)
        if size >= _TEXT_PART or number == len(arrivals) - 1:
            parts.append((len(held), writer.write("texts", b'{"units":[' + b",\n".join(held) + b"]}\n")))
            held, size = [], 0
    pages: list[list[object]] = []
    unit_number = 0
    for start in range(0, len(parts), _PLACES):
        page = parts[start : start + _PLACES]
        content = {"counts": encode(count for count, _ in page), "names": "".join(name for _, name in page)}
        pages.append([unit_number, writer.write("places", as_json(content))])
        unit_number += sum(count for count, _ in page)
    return pages


def _values(definition: Filter, place: int, documents: Sequence[_Document]) -> Sequence[str]:
    seen: dict[str, int] = {}
    for document in documents:
        for value in document.values[place]:
            seen[value] = seen.get(value, 0) + 1
    return ordered_values(definition, seen)


def _columns(documents: Sequence[_Document], values: Sequence[Sequence[str]]) -> list[tuple[str, Sequence[Sequence[int]]]]:
    days = [day(document.date) for document in documents]
    columns: list[tuple[str, Sequence[Sequence[int]]]] = [
        ("shape", [((document.units - 1) * 2 + document.in_force,) for document in documents]),
        ("date", [(rise,) for rise in _gaps([0, *days])]),
        ("title", [(document.lengths["title"],) for document in documents]),
        ("number", [(document.lengths["number"],) for document in documents]),
        ("text", [(length_code(document.lengths["text"]),) for document in documents]),
    ]
    for place, definition in enumerate(FILTERS):
        codes = {value: code for code, value in enumerate(values[place])}
        rows: list[Sequence[int]] = []
        for document in documents:
            own = sorted(codes[value] for value in document.values[place])
            rows.append([len(own), *own] if definition.many else [own[0] + 1 if own else 0])
        columns.append((f"={definition.key}", rows))
    return columns


def _gaps(rising: Sequence[int]) -> Iterator[int]:
    return (now - before for before, now in pairwise(rising))
