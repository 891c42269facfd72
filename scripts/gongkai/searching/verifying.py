"""What the postings let stand, held against the texts: the hits of a page, each with what bears it out, a lead or a unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gongkai.searching import ranking
from gongkai.searching.entries import Hit
from gongkai.searching.excerpts import excerpt
from gongkai.searching.query import Plan
from gongkai.searching.store import Store


@dataclass(frozen=True, slots=True)
class Page:
    """The hits of a page, the documents that turned out not to match, and how many were looked at."""

    hits: tuple[Hit, ...]
    refuted: set[int]
    checked: int


class Verifier:
    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, plan: Plan, ranked: Sequence[int], scores: Mapping[int, float], offset: int, limit: int) -> Page:
        hits: list[Hit] = []
        refuted: set[int] = set()
        settled = self.is_settled(plan)
        position = checked = 0
        for document in ranked:
            if position >= offset + limit:
                break
            checked += 1
            if settled and position < offset:
                position += 1
                continue
            stored, words = self.evidence(plan, document)
            if stored is None:
                refuted.add(document)
                continue
            if position >= offset:
                hits.append(self._hit(stored, words, scores[document]))
            position += 1
        return Page(tuple(hits), refuted, checked)

    def is_settled(self, plan: Plan) -> bool:
        words = [word for alternative in plan.alternatives for word in alternative]
        return all(self._store.folding.settles(word) for word in (*words, *plan.without))

    def evidence(self, plan: Plan, document: int) -> tuple[dict[str, Any] | None, tuple[str, ...]]:
        """The lead or unit to quote and the words it is quoted for; None where the texts do not bear the document out."""
        for word in plan.without:
            if self._standing(document, word) >= 0:
                return None, ()
        if not plan.alternatives:
            return self._store.unit(self._store.first_units[document]), ()
        for words in plan.alternatives:
            lead = self._lead(document, words)
            if lead is not None:
                return lead, words
            units = [self._standing(document, word, words) for word in words]
            if min(units) >= 0:
                order = self._candidates(document, words)
                return self._store.unit(min(units, key=order.index)), words
        return None, ()

    def _lead(self, document: int, words: Sequence[str]) -> dict[str, Any] | None:
        """The lead of the document, where every word is likely and certain to stand in it."""
        for word in words:
            places = self._store.word(word)
            if document not in places.title and document not in places.number:
                return None
        lead = self._store.lead(document)
        text = self._text(lead)
        return lead if all(word in text for word in words) else None

    def _standing(self, document: int, word: str, words: Sequence[str] = ()) -> int:
        """The first unit of the document, in the order of candidates, whose text holds the word; −1 for none."""
        places = self._store.word(word)
        for unit in self._candidates(document, words or (word,)):
            if unit in places.units and (places.settled or word in self._text(self._store.unit(unit))):
                return unit
        return -1

    def _candidates(self, document: int, words: Sequence[str]) -> list[int]:
        """The units of the document where words may stand: those of most words first, then in order."""
        units = range(self._store.first_units[document], self._store.first_units[document + 1])
        counts = {unit: sum(unit in self._store.word(word).units for word in words) for unit in units}
        return sorted((unit for unit in units if counts[unit]), key=lambda unit: (-counts[unit], unit))

    def _text(self, stored: dict[str, Any]) -> str:
        head = [stored["title"], stored["number"], *stored["more"]] if "more" in stored else []
        return self._store.folding.fold("\n".join([*head, stored["text"]]))

    def _hit(self, stored: dict[str, Any], words: Sequence[str], score: float) -> Hit:
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
