"""The one door to Whoosh (PyPI whoosh3): its schema, query parser, BM25F and collector over our parts.

To Whoosh, a whole folded word is a term of the fields `title`, `number` and `text`; the reader answers where it stands
from the postings of its bigrams. Two more fields hold one term a document: `exact_title`, `exact_number`.
"""

# whoosh3 is typed in part, and exports without saying so.
# mypy: disable-error-code="attr-defined,name-defined,no-untyped-call"

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from whoosh import fields, matching, query, scoring
from whoosh.collectors import UnlimitedCollector
from whoosh.qparser import QueryParser, plugins, syntax
from whoosh.reading import IndexReader, TermInfo, TermNotFound
from whoosh.searching import Searcher

from gongkai.searching.query import Plan
from gongkai.searching.store import Store
from gongkai.searching.terms import is_bridge


class Words(fields.FieldType):
    """A field of folded words. Parses a word into: it stands in `text`, and counts more where it stands in others."""

    def __init__(self, others: tuple[tuple[str, float], ...] = (), scorable: bool = True) -> None:
        self.analyzer = self.format = self.vector = None
        self.scorable, self.stored, self.unique, self.indexed = scorable, False, False, True
        self.column_type = self.spelling_prefix = None
        self._others = others

    def self_parsing(self) -> bool:
        return True

    def to_bytes(self, value: Any) -> bytes:
        return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")

    def from_bytes(self, bs: object) -> str:
        return bs.decode("utf-8", "surrogatepass") if isinstance(bs, bytes) else str(bs)

    def parse_query(self, fieldname: str, qstring: str, boost: float = 1.0) -> query.Query:
        word = query.Term(fieldname, qstring, boost=boost)
        others = [query.Term(name, qstring, boost=weight) for name, weight in self._others]
        return query.AndMaybe(word, query.Or(others)) if others else word


class _QuotedWord(plugins.TaggingPlugin):
    """`"…"` is one folded word, whatever is in it; the plan writes every word so."""

    nodetype = syntax.WordNode
    priority = -10

    def __init__(self) -> None:
        super().__init__('"(?P<text>[^"]*)"')


def _bytes(text: str | bytes) -> str:
    return text.decode("utf-8", "surrogatepass") if isinstance(text, bytes) else text


class PartsReader(IndexReader):
    def __init__(self, store: Store) -> None:
        self._store = store
        weights = {field["name"]: float(field["weight"]) for field in store.index["ranking"]["fields"]}
        others = tuple((name, weight) for name, weight in weights.items() if name != "text")
        self.schema = fields.Schema(
            text=Words(others),
            title=Words(),
            number=Words(),
            exact_title=Words(scorable=False),
            exact_number=Words(scorable=False),
        )
        self.is_closed = False

    def _weights(self, fieldname: str, text: str | bytes) -> dict[int, int]:
        """{document: how often the word stands in the field}."""
        word = _bytes(text)
        if fieldname.startswith("exact_"):
            found = getattr(self._store.word(word), fieldname.removeprefix("exact_"))
            whole = [each for each, places in found.items() if places[0] == 0]
            return {each: 1 for each in whole if fieldname == "exact_number" or self._store.heads[each][0] == len(word)}
        places = self._store.word(word)
        if fieldname == "text":
            return places.documents
        in_field: dict[int, list[int]] = getattr(places, fieldname)
        return {document: len(positions) for document, positions in in_field.items()}

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return bool(self._weights(*term))

    def postings(self, fieldname: str, text: str | bytes, scorer: Any = None, **_: Any) -> matching.Matcher:
        weights = self._weights(fieldname, text)
        if not weights:
            raise TermNotFound(f"{fieldname}:{_bytes(text)}")
        ids = sorted(weights)
        return matching.ListMatcher(
            ids,
            [float(weights[document]) for document in ids],
            scorer=scorer,
            term=(fieldname, text),
            terminfo=self.term_info(fieldname, text),
        )

    def term_info(self, fieldname: str, text: str | bytes) -> TermInfo:
        weights = self._weights(fieldname, text)
        if not weights:
            raise TermNotFound(f"{fieldname}:{_bytes(text)}")
        lengths = [self.doc_field_length(document, fieldname, 1) for document in weights]
        return TermInfo(
            weight=sum(weights.values()),
            df=len(weights),
            minlength=min(lengths),
            maxlength=max(lengths),
            maxweight=max(weights.values()),
            minid=min(weights),
            maxid=max(weights),
        )

    def doc_frequency(self, fieldname: str, text: str | bytes) -> int:
        return len(self._weights(fieldname, text))

    def frequency(self, fieldname: str, text: str | bytes) -> int:
        return sum(self._weights(fieldname, text).values())

    def doc_count_all(self) -> int:
        return self._store.documents

    doc_count = doc_count_all

    def has_deletions(self) -> bool:
        return False

    def is_deleted(self, docnum: int) -> bool:
        return not 0 <= docnum < self._store.documents

    def all_doc_ids(self) -> Iterator[int]:
        return iter(range(self._store.documents))

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        if fieldname == "text":
            return self._store.text_lengths[docnum]
        return self._store.heads[docnum][0] if fieldname == "title" else default

    def field_length(self, fieldname: str) -> int:
        return int(self._store.index["total_lengths"].get(fieldname, 0))

    def min_field_length(self, fieldname: str) -> int:
        return min(self._store.text_lengths, default=0) if fieldname == "text" else 0

    def max_field_length(self, fieldname: str) -> int:
        return max(self._store.text_lengths, default=0) if fieldname == "text" else int(self._store.index["recipe"]["stride"])

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        return self._store.unit(self._store.first_units[docnum])

    def all_terms(self) -> Iterator[tuple[str, bytes]]:
        """The terms that are stored: single characters and bigrams, all of field `text`. Reads every part."""
        for word in self._store.stored_words():
            yield "text", word.encode("utf-8", "surrogatepass")

    def has_vector(self, docnum: int, fieldname: str) -> bool:
        return False

    def vector(self, docnum: int, fieldname: str, format_: Any = None) -> matching.Matcher:
        raise KeyError(f"no vector is kept for {fieldname} of document {docnum}")

    def indexed_field_names(self) -> Iterable[str]:
        return list(self.schema.names())


class Ranked:
    """Scores documents for plans; keeps one Whoosh searcher over the store."""

    def __init__(self, store: Store) -> None:
        self._recipe = store.index["ranking"]
        by_field = {f"{field['name']}_B": float(field["B"]) for field in self._recipe["fields"]}
        self._store = store
        self._standings: list[float] = self._recipe["standings"]
        self._searcher = Searcher(PartsReader(store), weighting=scoring.BM25F(K1=float(self._recipe["K1"]), **by_field))
        self._parser = QueryParser(
            "text",
            self._searcher.schema,
            plugins=[plugins.WhitespacePlugin(" +"), _QuotedWord()],  # type: ignore[list-item]
            group=syntax.AndGroup,
        )

    def scores(self, plan: Plan) -> dict[int, float]:
        """{document: score} of what the postings let stand. Words of `without` that need the text to be sure of are
        left to the caller."""
        if not plan.alternatives:
            found: query.Query = query.Every()
        else:
            found = self._ask(plan)
        # Not query.AndNot: over ListMatchers it lets a document pass that both hold (whoosh3 3.54).
        unwanted: set[int] = set()
        for word in plan.without:
            if self._store.folding.settles(word):
                unwanted.update(self._store.word(word).documents)
        collector = UnlimitedCollector()
        self._searcher.search_with_collector(found, collector)
        if not plan.alternatives:
            return dict.fromkeys((document for _, document in collector.items if document not in unwanted), 0.0)
        together = self._together(plan)
        standings = self._store.standings
        return {
            document: float(score) + together.get(document, 0.0) + self._standings[standings[document]]
            for score, document in collector.items
            if document not in unwanted
        }

    def _together(self, plan: Plan) -> dict[int, float]:
        """What is added to documents one unit of which holds all words of an alternative."""
        found: dict[int, float] = {}
        for words in plan.alternatives:
            if len(words) > 1:
                units = set.intersection(*(set(self._store.word(word).units) for word in words))
                found.update(dict.fromkeys(map(self._store.document_of, units), float(self._recipe["all_words_in_unit"])))
        return found

    def _ask(self, plan: Plan) -> query.Query:
        alternatives = []
        bonuses = []
        for words in plan.alternatives:
            alternatives.append(self._parser.parse(" ".join(f'"{word}"' for word in words)))
            in_title = query.And([query.Term("title", word) for word in words])
            bonuses.append(query.ConstantScoreQuery(in_title, float(self._recipe["all_words_in_title"])))
        if plan.title:
            bonuses.append(self._exact("exact_title", plan.title, "exact_title"))
        if plan.endings:
            ending = query.Or([query.Term("number", word) for word in plan.endings])
            bonuses.append(query.ConstantScoreQuery(ending, float(self._recipe["ending_of_number"])))
        if plan.number:
            bonuses.append(self._exact("exact_number", plan.number, "exact_number"))
        return query.AndMaybe(query.Or(alternatives), query.Or(bonuses))

    def _exact(self, field: str, text: str, bonus: str) -> query.Query:
        return query.ConstantScoreQuery(query.Term(field, text), float(self._recipe[bonus]))


class Baseline:
    """Whoosh's own BM25F with its defaults over the same bigrams: what scripts/bench_search.py compares ours with."""

    def __init__(self, folder: Path) -> None:
        self._store = Store(folder)
        self._searcher = Searcher(PartsReader(self._store), weighting=scoring.BM25F())

    def search(self, words: str, limit: int) -> list[tuple[str, str]]:
        """(kind, slug) of the first documents that hold all bigrams of the words in any field."""
        folded = [self._store.folding.fold(word.strip('"“”')) for word in words.split()]
        terms = dict.fromkeys(
            word[at : at + 2] for word in folded for at, key in self._store.folding.terms(word) if not is_bridge(key)
        )
        each = [query.Or([query.Term(field, term) for field in ("title", "number", "text")]) for term in terms]
        collector = UnlimitedCollector()
        self._searcher.search_with_collector(query.And(each), collector)
        ranked = sorted(collector.items, key=lambda item: (-item[0], item[1]))[:limit]
        units = [self._store.unit(self._store.first_units[document]) for _, document in ranked]
        return [(unit["kind"], unit["slug"]) for unit in units]
