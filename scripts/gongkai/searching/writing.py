"""Entries → the index. Batches of entries are prepared, ranges of terms merged, by whoever has the time; here documents are
numbered, by date, whatever the order they come in, and the files written in order."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from gongkai.model.validity import Validity
from gongkai.reading.digests import digest
from gongkai.searching import ranking
from gongkai.searching.characters import HAN_RANGES, PLAIN_RANGES
from gongkai.searching.codec import encode, encode_round
from gongkai.searching.columns import (
    SMALL_CORE,
    SMALL_SYNONYMS,
    UNIT_LENGTH,
    extent,
    from_runs,
    in_runs,
    packed,
    told_lengths,
)
from gongkai.searching.document_columns import document_columns, gaps
from gongkai.searching.entries import Entry
from gongkai.searching.filters import FILTERS, NO_VALIDITY
from gongkai.searching.grouping import GROUP, Group, GroupWriter, Part, Run, in_groups, names_of
from gongkai.searching.inversion import merging
from gongkai.searching.inversion.lists import STRIDE
from gongkai.searching.inversion.merging import Numbers
from gongkai.searching.keeping import Before, IndexFacts, Kept, Made, prepared_batches
from gongkai.searching.leads import lead_parts
from gongkai.searching.numbering import numbering
from gongkai.searching.parts import PartWriter, as_json
from gongkai.searching.preparing import Batch, Prepared
from gongkai.searching.term_merging import TermMerging
from gongkai.searching.term_parts import LEVELS
from gongkai.searching.terms import TERMS_OF_A_WORD, Folding, from_units
from gongkai.searching.text_parts import text_parts

VERSION = 4
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
    batches: Iterable[Iterable[Entry]], folder: Path, settings: SearchSettings | None = None, run: Run = here, before: Before | None = None,
    meanwhile: Callable[[], None] = lambda: None,
) -> IndexFacts:  # fmt: skip
    """Write the index of all entries into `folder` (made if missing; nothing else may be in it). Deterministic: the order
    in which entries come, how they are batched, who works on them and what is taken over from the index `before` change
    nothing. What is to be done `meanwhile` is done here while others work. ValueError where a slug of a kind comes twice."""
    folder.mkdir(parents=True, exist_ok=True)
    spill = folder / "spill"
    spill.mkdir()
    Folding.standard()  # made once, before processes are forked
    try:
        made = prepared_batches(batches, spill, run, before, meanwhile)
        facts = _write(list(_once(batch for _, several in made for batch in several)), spill, folder, settings or SearchSettings(), run, before, made)
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
    batches: Sequence[Batch], spill: Path, folder: Path, settings: SearchSettings, run: Run, before: Before | None, made: Made
) -> IndexFacts:
    folding = Folding.standard()
    last = before.kept if before else Kept()
    writer, groups = PartWriter(folder), GroupWriter(folder, run, before.groups() if before else {})
    marks: dict[str, dict[str, str]] = {}

    def begin(kind: str, parts: Iterable[tuple[Part, str]]) -> Callable[[], str]:
        """Parts, each with what tells all that it holds; a group of the same is the same. What is returned waits for their names."""
        told: list[str] = []
        known, named = groups.known.get(kind, {}), last.marks.get(kind, {})

        def grouped() -> Iterator[Group]:
            for some in in_groups(parts):
                told.append(digest("\n".join([held for _, held in some])))
                same = named.get(told[-1], "")
                yield [part for part, _ in some], same if same in known else ""

        begun = groups.begin(kind, grouped())

        def written() -> str:
            names = begun()
            marks[kind] = dict(zip(told, names_of(names), strict=True))
            return names

        return written

    def texts() -> Iterator[tuple[Part, str]]:
        for part, units, held in text_parts((each.called, each.units, each.told) for each in in_order):
            units_of_parts.append(units)
            yield part, held

    documents = [document for batch in batches for document in batch.documents]
    since = before.since(made) if before else None
    numbers = since.numbers if since else numbering(documents)
    in_order = [documents[place] for place in numbers.ordered]
    units_of_parts: list[int] = []
    text_names = begin("texts", texts())  # written by others while this one puts leads in order, and the columns together
    leads, lead_places = lead_parts((numbers.documents[place], documents[place].lead, documents[place].told) for place in _by_subject(documents))
    parts_of_leads = [part for _, part in sorted(lead_places)]
    title_lengths = [document.title_length for document in in_order]
    terms = TermMerging(
        batches, Numbers(numbers.units, numbers.documents, title_lengths, parts_of_leads), spill, run, before, since, groups.known.get("terms", {})
    )
    lead_names = begin("leads", leads)
    lengths = told_lengths(len(documents))
    moved = parts_of_leads != list(last.leads)
    columns = document_columns(in_order, parts_of_leads, since, last.columns, moved)
    names = {"leads": lead_names(), "texts": text_names()}
    core = [*((name, columns[name]) for name in ("extent", "standing")), ("parts", in_runs(units_of_parts)), ("names", names["texts"])]
    synonyms = from_units(
        "\n".join("\t".join(map(folding.fold, (word, *others))) for word, others in sorted(settings.synonyms.items()))
    )
    facets = [(name, columns[name]) for each in FILTERS for name in (f"#{each.key}", f"%{each.key}", f"={each.key}")]
    words = [(name, columns[name]) for name in ("titles", "titled")]
    is_small = sum(len(text) for _, text in core) <= SMALL_CORE
    inside = [*(core if is_small else ()), *([("synonyms", synonyms)] if len(synonyms) <= SMALL_SYNONYMS else ())]
    if len(synonyms) > SMALL_SYNONYMS:
        words.append(("synonyms", synonyms))
    dates = [(name, columns[name]) for name in ("date", "sounds")]
    packs = [part for several in (() if is_small else core, dates, facets, words) for part in packed(several)]
    told = [[writer.write("columns", as_json(part)), sorted(part)] for part in packs]
    written = frozenset(merging.alphabet(batch.inverted for batch in batches))
    near, rare = last.folds[1:] if written == last.folds[0] else folding.told({folding.table[code] for code in written}, written)
    writer.write_rare(as_json({"fold": rare}))
    # Waited for last: all the above is made while others merge.
    term_names = groups.begin("terms", terms.groups())()
    common = [each for part in terms.parts for each in part.common]
    rises = gaps([-1, *(term for term, _ in common)])
    index: dict[str, object] = {
        "version": VERSION,
        "documents": len(documents),
        "units": len(numbers.units),
        "ranking": ranking.as_recipe(),
        "total_lengths": {
            "title": sum(title_lengths),
            "number": sum(document.number_length for document in documents),
            "text": sum(extent(code, lengths, UNIT_LENGTH)[1] for code in from_runs(columns["extent"])),
        },
        "filters": [{"key": each.key, "label": each.label} for each in FILTERS],
        "terms": {"firsts": encode_round([part.first for part in terms.parts]), "names": term_names},
        "leads": names["leads"],
        "core": dict(inside),
        "columns": told,
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
            "common": encode((gap - 1) * 2 + very for gap, (_, very) in zip(rises, common, strict=True)),
        },
        "settings": settings.as_json(),
    }
    if before:
        before.take(groups.taken)
    script = writer.write_index(as_json(index))
    return IndexFacts(
        documents=len(documents),
        units=len(numbers.units),
        terms=sum(part.count for part in terms.parts),
        postings=sum(part.postings for part in terms.parts),
        parts=writer.parts + groups.parts,
        bytes=writer.bytes + groups.bytes,
        script=script,
        files=(*writer.files, *groups.files),
        taken=tuple(groups.taken),
        changed=tuple(sorted({*map(numbers.documents.__getitem__, since.others), *_unequal(last.leads, parts_of_leads)})) if since else None,
        kept=Kept(
            groups=groups.held,
            names={"terms": term_names, **names},
            numbers=numbers,
            leads=tuple(parts_of_leads),
            lengths=tuple(title_lengths),
            marks=marks,
            terms=tuple(terms.ranges),
            columns=columns,
            folds=(written, near, rare),
        ),
    )


def _unequal(one: Sequence[int], other: Sequence[int]) -> Iterator[int]:
    """The places at which two columns are not the same."""
    return (place for place, (before, now) in enumerate(zip(one, other, strict=True)) if before != now)


def _by_subject(documents: Sequence[Prepared]) -> list[int]:
    """Numbers of arrival in the order of leads."""
    return sorted(range(len(documents)), key=lambda place: (documents[place].subject, documents[place].slug, documents[place].kind))
