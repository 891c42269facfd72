"""A question → an answer: plan, rank, filter, verify against the texts, excerpt, count. Twin: theme/search/search.js.

Python has all texts at hand and could verify everything, but answers as the browser does: it reads the texts of the
hits on and before the asked page, and says whether the total is exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from gongkai.searching import ranking
from gongkai.searching.columns import day
from gongkai.searching.entries import Answer, Hit
from gongkai.searching.excerpts import excerpt
from gongkai.searching.number_query import shown
from gongkai.searching.query import Plan, read_query
from gongkai.searching.store import Store
from gongkai.searching.whoosh_reader import Ranked

SORTS = ("相关度", "日期")
Choice = Mapping[str, str | Sequence[str]]


class UnknownChoiceError(ValueError):
    """A filter or a sort order that the index does not have; the message names those it has."""


def open_index(folder: Path) -> SearchIndex:
    """The index in <build>/search. IndexUnreadableError where there is none that this version can read."""
    return SearchIndex(folder)


class SearchIndex:
    def __init__(self, folder: Path) -> None:
        self._store = Store(folder)
        self._ranked = Ranked(self._store)
        self._filters: list[dict[str, Any]] = self._store.index["filters"]
        self._codes: dict[str, list[list[int]]] = {}

    def search(
        self,
        query: str,
        *,
        filters: Choice | None = None,
        sort: str = "相关度",
        from_: str = "",
        to: str = "",
        offset: int = 0,
        limit: int = 10,
    ) -> Answer:
        """The hits [offset, offset + limit). A filter takes a value or several, of which one must hold. `from_` and
        `to` are dates, both included; a year or month stands for all of it. UnknownChoiceError for a filter not there."""
        if sort not in SORTS:
            raise UnknownChoiceError(f"没有“{sort}”这种排序；可用：{'、'.join(SORTS)}")
        plan = read_query(query, self._store.folding)
        scores = self._ranked.scores(plan)
        within = self._within(scores, from_, to)
        passing = self._passing(within, filters or {})
        found = [each for each in within if all(each in chosen for chosen in passing.values())]
        ranked = self._ordered(found, scores, sort)
        hits, refuted, checked = self._page(plan, ranked, scores, offset, limit)
        exact = self._is_settled(plan) or checked == len(ranked)
        facets = self._facets(within, passing, refuted)
        return Answer(len(ranked) - len(refuted), exact, self._read_as(plan), tuple(hits), facets)

    # Filters and facets

    def _column(self, key: str) -> list[list[int]]:
        """The codes of each document's values."""
        if key not in self._codes:
            many = next(bool(each["many"]) for each in self._filters if each["key"] == key)
            rows = self._store.column(f"={key}", many)
            self._codes[key] = rows if many else [[row[0] - 1] if row[0] else [] for row in rows]
        return self._codes[key]

    def _within(self, documents: Iterable[int], from_: str, to: str) -> list[int]:
        low, high = day(from_), day(to, last=True)
        if not low and not high:
            return list(documents)
        dates = self._store.dates
        return [each for each in documents if dates[each] >= max(low, 1) and (not high or dates[each] <= high)]

    def _passing(self, documents: Sequence[int], filters: Choice) -> dict[str, frozenset[int]]:
        """For each filter that is set, the documents that pass it."""
        known = [each["key"] for each in self._filters]
        passing: dict[str, frozenset[int]] = {}
        for key, chosen in filters.items():
            if key not in known:
                raise UnknownChoiceError(f"没有“{key}”这个筛选；可用：{'、'.join(known)}")
            wanted = {chosen} if isinstance(chosen, str) else set(chosen)
            if not wanted:
                continue
            values = self._filters[known.index(key)]["values"]
            codes = {code for code, value in enumerate(values) if value in wanted}
            column = self._column(key)
            passing[key] = frozenset(each for each in documents if codes.intersection(column[each]))
        return passing

    def _facets(
        self, within: Sequence[int], passing: Mapping[str, frozenset[int]], refuted: set[int]
    ) -> dict[str, dict[str, int]]:
        """How many documents each value would leave, the other filters being as they are."""
        facets: dict[str, dict[str, int]] = {}
        for definition in self._filters:
            key = definition["key"]
            others = [chosen for other, chosen in passing.items() if other != key]
            column = self._column(key)
            counts = [0] * len(definition["values"])
            for document in within:
                if document not in refuted and all(document in chosen for chosen in others):
                    for code in column[document]:
                        counts[code] += 1
            facets[key] = {value: count for value, count in zip(definition["values"], counts, strict=True) if count}
        return facets

    # Order

    def _ordered(self, found: Sequence[int], scores: Mapping[int, float], sort: str) -> list[int]:
        if sort == "日期":
            return sorted(found, reverse=True)
        in_force = self._store.in_force
        return sorted(found, key=lambda each: ranking.order(ranking.rounded(scores[each]), in_force[each], each))

    # Verification

    def _page(
        self, plan: Plan, ranked: Sequence[int], scores: Mapping[int, float], offset: int, limit: int
    ) -> tuple[list[Hit], set[int], int]:
        """The hits of the page, the documents that turned out not to match, and how many were looked at."""
        hits: list[Hit] = []
        refuted: set[int] = set()
        settled = self._is_settled(plan)
        position = checked = 0
        for document in ranked:
            if position >= offset + limit:
                break
            checked += 1
            if settled and position < offset:
                position += 1
                continue
            unit, words = self._evidence(plan, document)
            if unit < 0:
                refuted.add(document)
                continue
            if position >= offset:
                hits.append(self._hit(unit, words, scores[document]))
            position += 1
        return hits, refuted, checked

    def _is_settled(self, plan: Plan) -> bool:
        words = [word for alternative in plan.alternatives for word in alternative]
        return all(self._store.folding.settles(word) for word in (*words, *plan.without))

    def _evidence(self, plan: Plan, document: int) -> tuple[int, tuple[str, ...]]:
        """The unit to quote and the words it is quoted for; unit −1 where the texts do not bear the document out."""
        for word in plan.without:
            if self._standing(document, word) >= 0:
                return -1, ()
        if not plan.alternatives:
            return self._store.first_units[document], ()
        for words in plan.alternatives:
            units = [self._standing(document, word, words) for word in words]
            if min(units) >= 0:
                order = self._candidates(document, words)
                return min(units, key=order.index), words
        return -1, ()

    def _standing(self, document: int, word: str, words: Sequence[str] = ()) -> int:
        """The first unit of the document, in the order of candidates, whose text holds the word; −1 for none."""
        places = self._store.word(word)
        for unit in self._candidates(document, words or (word,)):
            if unit in places.units and (places.settled or word in self._text(unit)):
                return unit
        return -1

    def _candidates(self, document: int, words: Sequence[str]) -> list[int]:
        """The units of the document where words may stand: those of most words first, then in order."""
        units = range(self._store.first_units[document], self._store.first_units[document + 1])
        counts = {unit: sum(unit in self._store.word(word).units for word in words) for unit in units}
        return sorted((unit for unit in units if counts[unit]), key=lambda unit: (-counts[unit], unit))

    def _text(self, unit: int) -> str:
        stored = self._store.unit(unit)
        head = [stored["title"], stored["number"], *stored["more"]] if "more" in stored else []
        return self._store.folding.fold("\n".join([*head, stored["text"]]))

    def _hit(self, unit: int, words: Sequence[str], score: float) -> Hit:
        stored = self._store.unit(unit)
        passage = excerpt(stored, words, self._store.folding)
        return Hit(
            slug=stored["slug"],
            kind=stored["kind"],
            title=stored["title"],
            number=stored["number"],
            url=stored["url"],
            date=stored["date"],
            validity=stored["validity"],
            score=ranking.rounded(score) / ranking.PRECISION,
            excerpt=passage.text,
            marks=passage.marks,
            heading=passage.heading,
            anchor=passage.anchor,
        )

    def _read_as(self, plan: Plan) -> str:
        """The 文号 the query was read as, where some document may hold it."""
        return shown(plan.number) if plan.number and self._store.word(plan.number).documents else ""
