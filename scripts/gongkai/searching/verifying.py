"""What the postings let stand, held against the texts: the hits of a page, each with what bears it out, a lead or a unit.
Twin: theme/search/verifying.js.

A page is either verified to its end, whatever that loads, or, the first page, within few rounds: a bounded number of
leads and of units of likely documents, asked for together, in one wave or two. Of the last, the size follows from how
many of those before were refuted. What neither wave reached is undecided.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gongkai.searching import ranking
from gongkai.searching.entries import Hit
from gongkai.searching.excerpts import excerpt
from gongkai.searching.query import Plan
from gongkai.searching.store import Store

REACH = 4  # times as many documents as are asked for are looked at within few rounds
MOST_PARTS = 16  # of a wave
SPARE = 2  # documents more than wanted, where there is one wave and nothing is known of how many will be refuted
LEAST_RATE = 0.25  # of documents that the texts bear out, to reckon with
UNITS_AT_ONCE = 2  # of a document, for each word, once its likeliest did not tell
_UNKNOWN = -2
Part = tuple[str, int]


@dataclass(slots=True)
class Rounds:
    """How many rounds are left, the parts of leads and texts that were loaded so far, and whether the next brings what
    tells how to widen the question."""

    left: int
    known: set[Part] = field(default_factory=set)
    helped: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """The lead or unit to quote, and the words it is quoted for."""

    stored: Mapping[str, Any]
    words: tuple[str, ...]


UNDECIDED = Evidence({}, ())


@dataclass(frozen=True, slots=True)
class Page:
    """The hits of a page, the documents that turned out not to match, whether all that were found were decided, and
    whether the hits are all that belong on the page."""

    hits: tuple[Hit, ...]
    refuted: set[int]
    decided: bool
    full: bool = True


class Verifier:
    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, plan: Plan, ranked: Sequence[int], scores: Mapping[int, float], offset: int, limit: int) -> Page:
        """The hits [offset, offset + limit), to the end."""
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
            found = self.evidence(plan, document)
            if found is None:
                refuted.add(document)
                continue
            if position >= offset:
                hits.append(self._hit(found, scores[document]))
            position += 1
        return Page(tuple(hits), refuted, settled or checked == len(ranked))

    def first_page(self, plan: Plan, ranked: Sequence[int], scores: Mapping[int, float], limit: int, rounds: Rounds) -> Page:
        """As many of the first hits as the rounds that are left allow."""
        within = ranked[: REACH * limit]
        while True:
            found = self._decided(plan, within, limit, rounds)
            hits = [each for each in found.items() if each[1] not in (None, UNDECIDED)]
            passed = sum(each is UNDECIDED for each in found.values())
            full = not passed and (len(hits) == limit or len(found) == len(ranked))
            if full or not rounds.left:
                break
            rounds.left -= 1
            missing = max(limit - len(hits), passed if len(hits) == limit else 0)
            open_ = [document for document in within if found.get(document, UNDECIDED) is UNDECIDED]
            self._load(plan, open_[: self._wanted(plan, missing, len(hits), len(found) - passed, rounds.left)], rounds)
        refuted = {document for document, each in found.items() if each is None}
        shown = tuple(self._hit(each, scores[document]) for document, each in hits if each)
        return Page(shown, refuted, self.is_settled(plan) or len(hits) + len(refuted) == len(ranked), full)

    def _decided(self, plan: Plan, documents: Sequence[int], limit: int, rounds: Rounds) -> dict[int, Evidence | None]:
        """What the parts loaded so far tell of documents, until they bear enough of them out."""
        found: dict[int, Evidence | None] = {}
        hits = 0
        for document in documents:
            if hits == limit:
                break
            found[document] = self.evidence(plan, document, rounds.known)
            hits += found[document] not in (None, UNDECIDED)
        return found

    def _wanted(self, plan: Plan, missing: int, hits: int, told: int, left: int) -> int:
        """How many documents to load in the next wave, of which `missing` are to be hits."""
        if left or self.is_settled(plan):
            return missing
        return math.ceil(missing / max(LEAST_RATE, hits / told)) if told else missing + SPARE

    def _load(self, plan: Plan, documents: Sequence[int], rounds: Rounds) -> None:
        wave: set[Part] = set()
        for document in documents:
            parts = self._needs(plan, document, rounds.known) - rounds.known
            if wave and len(wave | parts) > MOST_PARTS:
                break
            wave |= parts
        rounds.known |= wave

    def _needs(self, plan: Plan, document: int, known: set[Part]) -> set[Part]:
        """The parts most likely to decide a document."""
        store = self._store
        parts: set[Part] = set()
        for word in plan.without:
            if not store.word(word).settled:
                parts.update(store.text_part(unit) for unit in self._candidates(document, (word,)))
        if not plan.alternatives:
            parts.add(store.text_part(store.first_units[document]))
        for words in plan.alternatives:
            if self.is_headed(document, words) and store.lead_part(document) not in known:
                parts.add(store.lead_part(document))
                break
            order = self._candidates(document, words)
            if all(store.word(word).settled for word in words):
                parts.update(map(store.text_part, order[:1]))
                continue
            for word in words:
                places = [store.text_part(unit) for unit in order if unit in store.word(word).units]
                new = [part for part in places if part not in known]
                parts.update(new[: 1 if len(new) == len(places) else UNITS_AT_ONCE])
        return parts

    def is_settled(self, plan: Plan) -> bool:
        words = [word for alternative in plan.alternatives for word in alternative]
        return all(self._store.folding.settles(word) for word in (*words, *plan.without))

    def evidence(self, plan: Plan, document: int, known: set[Part] | None = None) -> Evidence | None:
        """What bears the document out; None where the texts refute it, UNDECIDED where the parts in `known` do not tell.
        Without `known` every part is."""
        for word in plan.without:
            at = self._standing(document, word, (word,), known)
            if at != -1:
                return UNDECIDED if at == _UNKNOWN else None
        if not plan.alternatives:
            first = self._store.first_units[document]
            return Evidence(self._store.unit(first), ()) if self._knows(first, known) else UNDECIDED
        undecided = False
        for words in plan.alternatives:
            if self.is_headed(document, words):
                if known is None or self._store.lead_part(document) in known:
                    lead = self._store.lead(document)
                    text = self._text(lead)
                    if all(word in text for word in words):
                        return Evidence(lead, words)
                else:
                    undecided = True
            units = [self._standing(document, word, words, known) for word in words]
            if min(units) >= 0:
                best = min(units, key=self._candidates(document, words).index)
                return Evidence(self._store.unit(best), words) if self._knows(best, known) else UNDECIDED
            undecided = undecided or _UNKNOWN in units
        return UNDECIDED if undecided else None

    def is_headed(self, document: int, words: Sequence[str]) -> bool:
        """Whether every word is likely to stand in what the document's lead tells of its head."""
        places = map(self._store.word, words)
        return all(document in each.title or document in each.number for each in places)

    def _standing(self, document: int, word: str, words: Sequence[str], known: set[Part] | None) -> int:
        """The first unit of the document, in the order of candidates, whose text holds the word; −1 for none, _UNKNOWN
        where one that may is not known."""
        places = self._store.word(word)
        missing = -1
        for unit in self._candidates(document, words):
            if unit not in places.units:
                continue
            if places.settled:
                return unit
            if not self._knows(unit, known):
                missing = _UNKNOWN
            elif word in self._text(self._store.unit(unit)):
                return unit
        return missing

    def _knows(self, unit: int, known: set[Part] | None) -> bool:
        return known is None or self._store.text_part(unit) in known

    def _candidates(self, document: int, words: Sequence[str]) -> list[int]:
        """The units of the document where words may stand: those of most words first, then in order."""
        units = range(self._store.first_units[document], self._store.first_units[document + 1])
        counts = {unit: sum(unit in self._store.word(word).units for word in words) for unit in units}
        return sorted((unit for unit in units if counts[unit]), key=lambda unit: (-counts[unit], unit))

    def _text(self, stored: Mapping[str, Any]) -> str:
        head = [stored["title"], stored["number"], *stored["more"]] if "more" in stored else []
        return self._store.folding.fold("\n".join([*head, stored["text"]]))

    def _hit(self, evidence: Evidence, score: float) -> Hit:
        stored = evidence.stored
        passage = excerpt(stored, evidence.words, self._store.folding)
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
