"""Entries → the index. Batches of entries are prepared, ranges of terms merged, by whoever has the time; here documents are
numbered, by date, whatever the order they come in, and the files written in order."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, chain, pairwise
from pathlib import Path
from typing import TypeVar

from gongkai.model.validity import Validity
from gongkai.searching import ranking, sounds
from gongkai.searching.characters import HAN_RANGES, PLAIN_RANGES
from gongkai.searching.codec import encode, encode_round, to_zigzag
from gongkai.searching.columns import (
    SMALL_CORE,
    SMALL_SYNONYMS,
    UNIT_LENGTH,
    day,
    extent,
    extent_code,
    in_runs,
    packed,
    told_lengths,
)
from gongkai.searching.entries import Entry
from gongkai.searching.facet_columns import facet_columns
from gongkai.searching.filters import FILTERS, NO_VALIDITY
from gongkai.searching.grouping import GROUP, GroupWriter, Part, Run, Stretch, names_of
from gongkai.searching.inversion import merging
from gongkai.searching.inversion.lists import STRIDE
from gongkai.searching.keeping import Before, IndexFacts, Kept, marks, prepared_batches
from gongkai.searching.leads import lead_parts, subject_backwards
from gongkai.searching.numbering import numbering
from gongkai.searching.parts import PartWriter, as_json
from gongkai.searching.preparing import Batch, Prepared
from gongkai.searching.term_parts import LEVELS, TermPart
from gongkai.searching.terms import TERMS_OF_A_WORD, Folding, from_units
from gongkai.searching.text_parts import text_parts

VERSION = 4
_TITLES = 150_000  # code units of titles that a reader may need to correct a word
_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


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


def here(work: Callable[[_Task], _Result], tasks: Iterable[_Task]) -> Iterator[_Result]:
    """Run one task after the other in this process."""
    return map(work, tasks)


def write_index(
    batches: Iterable[Iterable[Entry]], folder: Path, settings: SearchSettings | None = None, run: Run = here, before: Before | None = None
) -> IndexFacts:
    """Write the index of all entries into `folder` (made if missing; nothing else may be in it). Deterministic: the order
    in which entries come, how they are batched, who works on them and what is taken over from the index `before` change
    nothing. ValueError where a slug of a kind comes twice."""
    folder.mkdir(parents=True, exist_ok=True)
    spill = folder / "spill"
    spill.mkdir()
    Folding.standard()  # made once, before processes are forked
    try:
        made = prepared_batches(batches, spill, run, before)
        facts = _write(list(_once(batch for _, several in made for batch in several)), spill, folder, settings or SearchSettings(), run, before)
    except BaseException:
        shutil.rmtree(spill, ignore_errors=True)  # others may still be writing there
        raise
    shutil.rmtree(spill)
    return replace(facts, kept=replace(facts.kept, batches={made_from: several for made_from, several in made if made_from}))


def _once(batches: Iterable[Batch]) -> Iterator[Batch]:
    seen: set[tuple[str, str]] = set()
    for batch in batches:
        for document in batch.documents:
            if (document.kind, document.slug) in seen:
                raise ValueError(f"{document.kind} {document.slug} is indexed twice")
            seen.add((document.kind, document.slug))
        yield batch


def _write(
    batches: Sequence[Batch], spill: Path, folder: Path, settings: SearchSettings, run: Run, before: Before | None
) -> IndexFacts:
    folding = Folding.standard()
    writer, groups = PartWriter(folder), GroupWriter(folder, run, before.groups() if before else {})
    marked: dict[str, dict[str, str]] = {}

    def write(kind: str, parts: Sequence[Part]) -> str:
        """Parts of prepared pieces; where these are named by what they were made from, a group of the same is the same."""
        told = marks(parts) if before and before.names(batches) else []
        known = groups.known.get(kind, {})
        same = [name if name in known else "" for name in (before.kept.marks.get(kind, {}).get(mark, "") for mark in told)] if before else []
        names = groups.write(kind, parts, same)
        marked[kind] = dict(zip(told, names_of(names), strict=True)) if told else {}
        return names

    documents = [document for batch in batches for document in batch.documents]
    numbers = numbering(documents)
    in_order = [documents[place] for place in numbers.ordered]
    leads, lead_places = lead_parts((numbers.documents[place], documents[place].lead) for place in _by_subject(documents))
    parts_of_leads = [part for _, part in sorted(lead_places)]
    others = before.changed(in_order, parts_of_leads) if before else None
    title_lengths = [document.lengths["title"] for document in in_order]
    tasks = merging.shares(
        [(batch.inverted, batch.path, batch.starts) for batch in batches],
        spill,
        numbers.units,
        numbers.documents,
        title_lengths,
        parts_of_leads,
    )
    merged = run(merging.merged, tasks)
    lead_names = write("leads", leads)  # while others merge
    texts = list(text_parts((document.called, document.units) for document in in_order))
    text_names = write("texts", [part for part, _ in texts])
    counts = [count for _, count in texts]
    lengths = told_lengths(len(documents))
    extents = [extent_code(len(each.units), each.lengths["text"], lengths) for each in in_order]
    core = [
        ("extent", in_runs(extents)),
        ("standing", in_runs([document.standing for document in in_order])),
        ("parts", in_runs(counts)),
        ("names", text_names),
    ]
    titles, title_parts = _titles(in_order, parts_of_leads)
    dates = [("date", in_runs(list(_gaps([0, *(day(document.date) for document in in_order)])))), ("sounds", sounds.told(titles))]
    facets = [column for place, each in enumerate(FILTERS) for column in facet_columns(each, [document.values[place] for document in in_order])]
    synonyms = from_units(
        "\n".join("\t".join(map(folding.fold, (word, *others))) for word, others in sorted(settings.synonyms.items()))
    )
    words = [("titles", titles), ("titled", in_runs([to_zigzag(gap) for gap in _gaps([0, *title_parts])]))]
    is_small = sum(len(text) for _, text in core) <= SMALL_CORE
    inside = [*(core if is_small else ()), *([("synonyms", synonyms)] if len(synonyms) <= SMALL_SYNONYMS else ())]
    if len(synonyms) > SMALL_SYNONYMS:
        words.append(("synonyms", synonyms))
    packs = [part for several in (() if is_small else core, dates, facets, words) for part in packed(several)]
    written = merging.alphabet(batch.inverted for batch in batches)
    near, rare = folding.told({folding.table[code] for code in written}, written)
    columns = [[writer.write("columns", as_json(part)), sorted(part)] for part in packs]
    writer.write_rare(as_json({"fold": rare}))
    parts: list[TermPart] = []  # waited for last: all the above is made while others merge
    term_names = groups.write("terms", _contents(merged, parts))
    common = [each for part in parts for each in part.common]
    gaps = _gaps([-1, *(term for term, _ in common)])
    index: dict[str, object] = {
        "version": VERSION,
        "documents": len(documents),
        "units": len(numbers.units),
        "ranking": ranking.as_recipe(),
        "total_lengths": {
            "title": sum(document.lengths["title"] for document in documents),
            "number": sum(document.lengths["number"] for document in documents),
            "text": sum(extent(code, lengths, UNIT_LENGTH)[1] for code in extents),
        },
        "filters": [{"key": each.key, "label": each.label} for each in FILTERS],
        "terms": {"firsts": encode_round([part.first for part in parts]), "names": term_names},
        "leads": lead_names,
        "core": dict(inside),
        "columns": columns,
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
    if before:
        before.take(groups.taken)
    script = writer.write_index(as_json(index))
    return IndexFacts(
        documents=len(documents),
        units=len(numbers.units),
        terms=sum(part.count for part in parts),
        postings=sum(part.postings for part in parts),
        parts=writer.parts + groups.parts,
        bytes=writer.bytes + groups.bytes,
        script=script,
        files=(*writer.files, *groups.files),
        taken=tuple(groups.taken),
        changed=None if others is None else tuple(others),
        kept=Kept(groups=groups.held, leads=tuple(parts_of_leads), marks=marked),
    )


def _by_subject(documents: Sequence[Prepared]) -> list[int]:
    """Numbers of arrival in the order of leads."""
    return sorted(range(len(documents)), key=lambda place: (documents[place].subject, documents[place].slug, documents[place].kind))


def _contents(merged: Iterable[list[tuple[TermPart, Stretch]]], parts: list[TermPart]) -> Iterator[Part]:
    """The contents of parts of terms as they come, and in `parts` what is known of them."""
    for part, content in chain.from_iterable(merged):
        parts.append(part)
        yield [content]


def _titles(documents: Sequence[Prepared], leads: Sequence[int]) -> tuple[str, list[int]]:
    """Different titles, the newest up to so many characters, in the order of their subjects: alike ones pack well; and
    the part of leads in which the newest document of each has its own."""
    parts: dict[str, int] = {}
    for document, part in zip(reversed(documents), reversed(leads), strict=True):
        parts.setdefault(document.folded.replace("\n", " "), part)
    ends = accumulate(len(title) + 1 for title in parts)
    kept = sorted((title for title, end in zip(parts, ends, strict=True) if end <= _TITLES), key=subject_backwards)
    return from_units("\n".join(kept)), [parts[title] for title in kept]


def _gaps(rising: Sequence[int]) -> Iterator[int]:
    return (now - before for before, now in pairwise(rising))
