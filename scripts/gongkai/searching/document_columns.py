"""The columns that tell of every document, as text: those of the last index where the facts they tell are what they were."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate, pairwise

from gongkai.searching import sounds
from gongkai.searching.codec import to_zigzag
from gongkai.searching.columns import extent_code, in_runs, told_lengths
from gongkai.searching.facet_columns import facet_columns
from gongkai.searching.filters import FILTERS
from gongkai.searching.keeping import Since
from gongkai.searching.leads import subject_backwards
from gongkai.searching.preparing import Prepared
from gongkai.searching.terms import from_units

_TITLES = 150_000  # code units of titles that a reader may need to correct a word


Column = tuple[str, str]
"""The name of a column, and its text."""


def document_columns(documents: Sequence[Prepared], leads: Sequence[int], since: Since | None, before: Mapping[str, str], moved: bool) -> dict[str, str]:
    """The columns by their names. `leads` are the parts of the documents' leads; `before` are the last index's, to be taken from
    where numbers stand for the same documents `since`; `moved`: leads are in other parts than they were."""
    lengths = told_lengths(len(documents))
    made: dict[str, str] = {}

    def extent(document: Prepared) -> int:
        return extent_code(len(document.units), document.length, lengths)

    def told(names: Sequence[str], fact: Callable[[Prepared], object], make: Callable[[], Iterable[Column]], stays: bool = True) -> None:
        """Columns that hang on a fact of each document; `stays`: on nothing else that is another."""
        stays = stays and since is not None and before.keys() >= set(names) and since.same(fact)
        made.update(((name, before[name]) for name in names) if stays else make())

    told(["extent"], extent, lambda: [("extent", in_runs(list(map(extent, documents))))])
    told(["standing"], lambda each: each.standing, lambda: [("standing", in_runs([each.standing for each in documents]))])
    told(["date"], lambda each: each.day, lambda: [("date", in_runs(list(gaps([0, *(each.day for each in documents)]))))])
    told(["titles", "titled", "sounds"], lambda each: each.folded, lambda: _of_titles(documents, leads), not moved)
    for place, each in enumerate(FILTERS):
        told([f"{sign}{each.key}" for sign in "#%="], partial(_values, place), partial(_of_filter, place, documents))
    return made


def _values(place: int, document: Prepared) -> tuple[str, ...]:
    """The values of a document of one filter."""
    return document.values[place]


def _of_filter(place: int, documents: Sequence[Prepared]) -> list[Column]:
    return facet_columns(FILTERS[place], [document.values[place] for document in documents])


def _of_titles(documents: Sequence[Prepared], leads: Sequence[int]) -> Iterator[Column]:
    titles, parts = _titles(documents, leads)
    yield "titles", titles
    yield "titled", in_runs([to_zigzag(gap) for gap in gaps([0, *parts])])
    yield "sounds", sounds.told(titles)


def _titles(documents: Sequence[Prepared], leads: Sequence[int]) -> tuple[str, list[int]]:
    """Different titles, the newest up to so many characters, in the order of their subjects: alike ones pack well; and
    the part of leads in which the newest document of each has its own."""
    parts: dict[str, int] = {}
    for document, part in zip(reversed(documents), reversed(leads), strict=True):
        parts.setdefault(document.folded.replace("\n", " "), part)
    ends = accumulate(len(title) + 1 for title in parts)
    kept = sorted((title for title, end in zip(parts, ends, strict=True) if end <= _TITLES), key=subject_backwards)
    return from_units("\n".join(kept)), [parts[title] for title in kept]


def gaps(rising: Sequence[int]) -> Iterator[int]:
    """How much each number is above the one before."""
    return (now - before for before, now in pairwise(rising))
