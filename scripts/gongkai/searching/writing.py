"""Entries → the index. Texts stream through: they are inverted in batches and spooled to disk as they come, because
documents are numbered by date and the newest may come first."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from pathlib import Path

from gongkai.model.validity import Validity
from gongkai.searching import ranking, sounds
from gongkai.searching.characters import HAN_RANGES, PLAIN_RANGES
from gongkai.searching.codec import encode, encode_round
from gongkai.searching.columns import SMALL_CORE, UNIT_LENGTH, day, extent, extent_code, in_runs, packed, told_lengths
from gongkai.searching.cutting import clean, cut, head_lines, headings_code, mark_lines
from gongkai.searching.entries import Entry, IndexFacts
from gongkai.searching.facet_columns import facet_columns
from gongkai.searching.filters import FILTERS, NO_VALIDITY
from gongkai.searching.inversion import Inverter
from gongkai.searching.inversion.lists import STRIDE
from gongkai.searching.leads import lead, named, subject_backwards, write_leads
from gongkai.searching.parts import GROUP, PartWriter, as_json
from gongkai.searching.term_parts import LEVELS
from gongkai.searching.terms import TERMS_OF_A_WORD, Folding, from_units
from gongkai.searching.text_parts import Spool, write_texts

VERSION = 3
_BATCH = 1_000_000  # code points inverted at once
_TITLES = 150_000  # code units of titles that a reader may need to correct a word


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """What a site may set about its search. `synonyms` are looked for instead of a word that nothing holds."""

    in_force_only: bool = False
    page_size: int = 10
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    in_force_values: tuple[str, ...] = (*(state.value for state in Validity if state.binding), NO_VALIDITY)

    def as_json(self) -> dict[str, object]:
        return {
            "in_force_only": self.in_force_only,
            "in_force_values": list(self.in_force_values),
            "page_size": self.page_size,
        }


@dataclass(slots=True)
class _Document:
    """What is kept of a document in memory while its text waits on disk."""

    kind: str
    slug: str
    title: str
    subject: str  # by which its lead is put in order
    date: str
    standing: int
    first_unit: int
    units: int
    values: tuple[tuple[str, ...], ...]
    lengths: dict[str, int] = field(default_factory=dict)


def write_index(batches: Iterable[Iterable[Entry]], folder: Path, settings: SearchSettings | None = None) -> IndexFacts:
    """Write the index of all entries into `folder` (made if missing; nothing else may be in it). Deterministic: the
    order in which entries come and how they are batched change nothing. ValueError where a slug of a kind comes twice."""
    folder.mkdir(parents=True, exist_ok=True)
    spill = folder / "spill"
    spill.mkdir()
    spool, leads = Spool(spill / "units"), Spool(spill / "leads")
    try:
        folding = Folding.standard()
        inverter = Inverter(folding, spill)
        documents = _take_in(batches, inverter, spool, leads, folding)
        return _write(
            documents, inverter, (spool, leads), PartWriter(folder), folding=folding, settings=settings or SearchSettings()
        )
    finally:
        spool.close()
        leads.close()
        shutil.rmtree(spill)


def _take_in(
    batches: Iterable[Iterable[Entry]], inverter: Inverter, spool: Spool, leads: Spool, folding: Folding
) -> list[_Document]:
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
            leads.add(lead(entry))
            values = tuple(tuple(map(_line, definition.read(entry))) for definition in FILTERS)
            standing = ranking.standing(entry.validity)
            title = clean(entry.title)
            fresh.append(
                _Document(
                    entry.kind, entry.slug, title, subject_backwards(folding.fold(title)), entry.date, standing, first, units - first, values
                )
            )
        lengths = inverter.add_units(texts)
        titles = inverter.add_heads("title", len(documents), [clean(entry.title) for entry in entries])
        numbers = inverter.add_heads("number", len(documents), ["\n".join(map(clean, mark_lines(entry))) for entry in entries])
        base = units - len(texts)
        for document, title_length, number in zip(fresh, titles, numbers, strict=True):
            start = document.first_unit - base
            document.lengths["text"] = sum(lengths[start : start + document.units])
            document.lengths["title"] = min(title_length, STRIDE - 1)
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
    spools: tuple[Spool, Spool],
    writer: PartWriter,
    *,
    folding: Folding,
    settings: SearchSettings,
) -> IndexFacts:
    numbering = _numbering(documents)
    in_order = [documents[place] for place in numbering.ordered]
    texts, leads = spools
    lead_parts = _leads(documents, numbering, leads, writer)
    title_lengths = [document.lengths["title"] for document in in_order]
    firsts: list[int] = []
    terms = postings = 0
    common: list[tuple[int, bool]] = []
    for part in inverter.blocks(numbering.units, numbering.documents, title_lengths, lead_parts):
        content = {"terms": part.terms, "text": part.text, "marks": part.marks, "title": part.title, "number": part.number}
        writer.append("terms", as_json(content))
        firsts.append(part.first)
        terms += part.count
        postings += part.postings
        common += part.common
    counts = write_texts(map(texts.read, numbering.arrivals), writer)
    lengths = told_lengths(len(documents))
    extents = [extent_code(each.units, each.lengths["text"], lengths) for each in in_order]
    core = [
        ("extent", in_runs(extents)),
        ("standing", in_runs([document.standing for document in in_order])),
        ("parts", in_runs(counts)),
        ("names", writer.groups("texts")),
    ]
    titles = _titles(in_order, folding)
    dates = [("date", in_runs(list(_gaps([0, *(day(document.date) for document in in_order)])))), ("sounds", sounds.told(titles))]
    facets = [column for place, each in enumerate(FILTERS) for column in facet_columns(each, [document.values[place] for document in in_order])]
    synonyms = "\n".join("\t".join(map(folding.fold, (word, *others))) for word, others in sorted(settings.synonyms.items()))
    words = [("titles", titles), ("synonyms", from_units(synonyms))]
    is_small = sum(len(text) for _, text in core) <= SMALL_CORE
    parts = [part for columns in (() if is_small else core, dates, facets, words) for part in packed(columns)]
    near, rare = folding.told(inverter.alphabet(), inverter.written())
    gaps = _gaps([-1, *(term for term, _ in common)])
    index: dict[str, object] = {
        "version": VERSION,
        "documents": len(documents),
        "units": len(numbering.units),
        "ranking": ranking.as_recipe(),
        "total_lengths": {
            "title": sum(document.lengths["title"] for document in documents),
            "number": sum(document.lengths["number"] for document in documents),
            "text": sum(extent(code, lengths, UNIT_LENGTH)[1] for code in extents),
        },
        "filters": [{"key": each.key, "label": each.label} for each in FILTERS],
        "terms": {"firsts": encode_round(firsts), "names": writer.groups("terms")},
        "leads": writer.groups("leads"),
        "core": dict(core) if is_small else {},
        "columns": [[writer.write("columns", as_json(part)), sorted(part)] for part in parts],
        "recipe": {
            "terms": "bigrams of adjacent word characters, characters that none follows, stretches of 3 and 5 around digits",
            "fold": near,
            "plain": [list(pair) for pair in PLAIN_RANGES],
            "han": [list(pair) for pair in HAN_RANGES],
            "terms_of_a_word": TERMS_OF_A_WORD,
            "levels": list(LEVELS),
            "stride": STRIDE,
            "lengths": list(lengths),
            "unit_length": UNIT_LENGTH,
            "group": GROUP,
            "common": encode((gap - 1) * 2 + very for gap, (_, very) in zip(gaps, common, strict=True)),
        },
        "settings": settings.as_json(),
    }
    writer.write_rare(as_json({"fold": rare}))
    script = writer.write_index(as_json(index))
    return IndexFacts(len(documents), len(numbering.units), terms, postings, writer.parts, writer.bytes, script)


def _leads(documents: Sequence[_Document], numbering: _Numbering, leads: Spool, writer: PartWriter) -> list[int]:
    """Write the leads; the part of each document, by final number."""
    by_title = sorted(range(len(documents)), key=lambda place: (documents[place].subject, documents[place].slug, documents[place].kind))
    places = write_leads(((numbering.documents[place], leads.read(place)) for place in by_title), writer)
    return [part for _, part in sorted(places)]


def _titles(documents: Sequence[_Document], folding: Folding) -> str:
    """Different titles, the newest up to so many characters, in the order of their subjects: alike ones pack well."""
    titles = dict.fromkeys(folding.fold(document.title).replace("\n", " ") for document in reversed(documents))
    ends = accumulate(len(title) + 1 for title in titles)
    kept = [title for title, end in zip(titles, ends, strict=True) if end <= _TITLES]
    return from_units("\n".join(sorted(kept, key=subject_backwards)))


def _gaps(rising: Sequence[int]) -> Iterator[int]:
    return (now - before for before, now in pairwise(rising))
