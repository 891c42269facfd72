"""A question → an answer: plan, rank, filter, verify against the texts, excerpt, count. Twin: theme/search/search.js.

Python has all texts at hand and could verify everything, but answers as the browser does. A first page takes at most three
rounds: postings; then the leads and texts of its hits, or, where chance alone would explain how many documents hold the
terms, the postings of more terms; then what was refuted is made up for. What is left undecided makes the answer
`partial`; who asks for all of it (`whole`), or for a later page, gets all of it in as many rounds as that takes. Where
nothing is found, the second round brings titles, and the third what is taken instead (widening.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from gongkai.searching import ranking
from gongkai.searching.columns import day
from gongkai.searching.entries import Answer
from gongkai.searching.number_query import shown
from gongkai.searching.query import Plan, literally, read_query
from gongkai.searching.store import Store
from gongkai.searching.terms import Folding
from gongkai.searching.verifying import Rounds, Verifier
from gongkai.searching.whoosh_reader import Ranked
from gongkai.searching.widening import Widened, title_leads, ways

SORTS = ("相关度", "日期")
LARGEST_PAGE = 50  # hits that are answered in three rounds
LIKELY = 32  # times as many units hold the terms of a word that stands in them as would by chance
FEW, FIRST, MANY = 3, 10, 40  # documents that it is cheaper to read than to doubt; of a first page; that no page can hold
Choice = Mapping[str, str | Sequence[str]]


class UnknownChoiceError(ValueError):
    """A filter or a sort order that the index does not have; the message names those it has."""


def open_index(folder: Path) -> SearchIndex:
    """The index in <build>/search. IndexUnreadableError where there is none that this version can read."""
    return SearchIndex(folder)


@dataclass(frozen=True, slots=True)
class _Asked:
    filters: Choice
    sort: str
    from_: str
    to: str
    offset: int
    limit: int
    facets: bool

    @property
    def is_narrowed(self) -> bool:
        return bool(self.filters or self.from_ or self.to)


class _Reading:
    """One way of looking words up."""

    def __init__(self, store: Store) -> None:
        self.ranked = Ranked(store)
        self.verifier = Verifier(store)


@dataclass(frozen=True, slots=True)
class _Found:
    """Documents that the postings let stand: with their scores; those in the span of dates; those that pass each
    filter; those that pass all of them, in order."""

    reading: _Reading
    scores: Mapping[int, float]
    within: Sequence[int]
    passing: Mapping[str, frozenset[int]]
    ranked: Sequence[int]


class SearchIndex:
    def __init__(self, folder: Path) -> None:
        self._store = Store(folder)
        self._plain = _Reading(self._store)
        self._filters = [str(each["key"]) for each in self._store.index["filters"]]
        self._codes = lru_cache(maxsize=None)(self._store.codes)
        self._values = lru_cache(maxsize=None)(self._store.values)

    @property
    def folding(self) -> Folding:
        """The folding the index was made with."""
        return self._store.folding

    @cached_property
    def _thorough(self) -> _Reading:
        return _Reading(self._store.thorough())

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
        facets: bool = True,
        literal: bool = False,
        whole: bool = False,
    ) -> Answer:
        """The hits [offset, offset + limit). A filter takes a value or several, of which one must hold. `from_` and
        `to` are dates, both included; a year or month stands for all of it. Where nothing holds the words, whatever the
        filters, the answer is a widened one and says so, unless `literal`. UnknownChoiceError for a filter not there."""
        if sort not in SORTS:
            raise UnknownChoiceError(f"没有“{sort}”这种排序；可用：{'、'.join(SORTS)}")
        asked = _Asked(filters or {}, sort, from_, to, offset, limit, facets)
        plan = read_query(query, self._store.folding)
        plan = literally(plan) if literal else plan
        rounds = None if whole or offset or limit > LARGEST_PAGE else Rounds(left=2)
        answer = self._answer(plan, asked, rounds, literal)
        if answer.total or literal or plan.number or not plan.alternatives:
            return answer
        if asked.is_narrowed and self._plain.ranked.scores(plan):
            return answer
        return self._widened(plan, asked, rounds) or replace(answer, partial=rounds is not None and not rounds.left)

    def _widened(self, plan: Plan, asked: _Asked, rounds: Rounds | None) -> Answer | None:
        """The answer to what is taken instead of words that are nowhere; None where nothing is, or no round is left."""
        if rounds and not rounds.helped:
            rounds.left = 0 if rounds.left < 2 else 1
        if rounds and not rounds.left:
            return None
        for way in ways(self._store, plan):
            title = way.alternatives[0][0] if len(way.alternatives[0]) == 1 else ""
            wider = Plan(way.alternatives, plan.without, title, "")
            if rounds and way.is_of_titles:
                self._load_leads(way, rounds)
            if self._plain.ranked.scores(wider):
                answer = self._answer(wider, asked, rounds)
                if answer.total or asked.is_narrowed:
                    return replace(answer, widened=way.as_json(), read_as="")
            if rounds and not rounds.left:
                return None
        return None

    def _load_leads(self, way: Widened, rounds: Rounds) -> None:
        rounds.left -= 1
        rounds.known.update(("leads", part) for part in title_leads(self._store, way.alternatives[0]))

    def _answer(self, plan: Plan, asked: _Asked, rounds: Rounds | None, literal: bool | None = None) -> Answer:
        """`literal` where the plan is what was typed: whether it is to be answered by nothing else."""
        found = self._found(self._plain, plan, asked)
        if literal is not None and self._is_doubtful(plan, found.ranked):
            if rounds:
                rounds.helped = not literal and len(found.ranked) <= MANY
            if len(found.ranked) > FEW and not all(map(self.folding.tells_all, _words(plan))):
                found = self._found(self._thorough, plan, asked)
                if rounds:
                    rounds.left -= 1
        verifier = found.reading.verifier
        if rounds:
            page = verifier.first_page(plan, found.ranked, found.scores, asked.limit, rounds)
        else:
            page = verifier.page(plan, found.ranked, found.scores, asked.offset, asked.limit)
        counted = self._facets(found.within, found.passing, page.refuted) if asked.facets else {}
        read_as = ""
        if plan.number and self._store.word(plan.number).documents:
            read_as = shown(plan.number)
        elif len(plan.alternatives) > 1 and not plan.number and not page.refuted.issuperset(found.ranked):
            read_as = " ".join(plan.alternatives[0])
        total = len(found.ranked) - len(page.refuted)
        return Answer(total, page.decided, read_as, page.hits, counted, partial=not page.full)

    def _found(self, reading: _Reading, plan: Plan, asked: _Asked) -> _Found:
        scores = reading.ranked.scores(plan)
        within = self._within(scores, asked.from_, asked.to)
        passing = self._passing(within, asked.filters)
        chosen = [each for each in within if all(each in passed for passed in passing.values())]
        return _Found(reading, scores, within, passing, _ordered(chosen, scores, asked.sort))

    def _is_doubtful(self, plan: Plan, ranked: Sequence[int]) -> bool:
        """Whether the terms of a word may well stand together without it: terms that would tell were left out, or chance
        alone explains them. Not where the first documents have them in their titles."""
        verifier, folding = self._plain.verifier, self.folding
        first = ranked[:FIRST]
        headed = sum(any(verifier.is_headed(each, words) for words in plan.alternatives) for each in first)
        if plan.number or headed * 2 >= len(first):
            return False
        words = [word for word in _words(plan) if not folding.settles(word)]
        if FEW < len(ranked) <= MANY:
            return any(map(folding.is_sparing, words))
        return any(len(places.units) < LIKELY * places.expected for places in map(self._store.word, words))

    # Filters and facets

    def _within(self, documents: Iterable[int], from_: str, to: str) -> list[int]:
        low, high = day(from_), day(to, last=True)
        if not low and not high:
            return list(documents)
        dates = self._store.dates
        return [each for each in documents if dates[each] >= max(low, 1) and (not high or dates[each] <= high)]

    def _passing(self, documents: Sequence[int], filters: Choice) -> dict[str, frozenset[int]]:
        """For each filter that is set, the documents that pass it."""
        passing: dict[str, frozenset[int]] = {}
        for key, chosen in filters.items():
            if key not in self._filters:
                raise UnknownChoiceError(f"没有“{key}”这个筛选；可用：{'、'.join(self._filters)}")
            wanted = {chosen} if isinstance(chosen, str) else set(chosen)
            if not wanted:
                continue
            codes = {code for code, value in enumerate(self._values(key)) if value in wanted}
            column = self._codes(key)
            passing[key] = frozenset(each for each in documents if codes.intersection(column[each]))
        return passing

    def _facets(
        self, within: Sequence[int], passing: Mapping[str, frozenset[int]], refuted: set[int]
    ) -> dict[str, dict[str, int]]:
        """How many documents each value would leave, the other filters being as they are."""
        facets: dict[str, dict[str, int]] = {}
        for key in self._filters:
            others = [chosen for other, chosen in passing.items() if other != key]
            column, values = self._codes(key), self._values(key)
            counts = [0] * len(values)
            for document in within:
                if document not in refuted and all(document in chosen for chosen in others):
                    for code in column[document]:
                        counts[code] += 1
            facets[key] = {value: count for value, count in zip(values, counts, strict=True) if count}
        return facets


def _words(plan: Plan) -> list[str]:
    return [word for alternative in plan.alternatives for word in alternative]


def _ordered(found: Sequence[int], scores: Mapping[int, float], sort: str) -> list[int]:
    if sort == "日期":
        return sorted(found, reverse=True)
    return sorted(found, key=lambda each: ranking.order(ranking.rounded(scores[each]), each))
