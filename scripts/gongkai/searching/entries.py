"""What search is told about a document, and what it answers; plain data, no I/O."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

ANSWER = "answer"
KINDS = ("policy", "interpretation", "page", ANSWER)


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of the column as search sees it.

    `url` is relative to the site's root. `number` is the canonical 文号 or "". `date` is "YYYY-MM-DD" or "".
    `text` is the body in reading order, its blocks separated by "\\n"; no word is found across a block's end.
    `headings` are (offset in text in code points, heading, anchor id). `more` are further searchable lines that do
    not stand in the body (keywords, 概述, 索引号); organs and the date are added from `filters` and `date`.
    """

    kind: str
    slug: str
    url: str
    title: str
    number: str = ""
    date: str = ""
    validity: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    text: str = ""
    headings: tuple[tuple[int, str, str], ...] = ()
    more: tuple[str, ...] = ()


class Batched(Iterable[Entry]):
    """Entries that are made when they are asked for. `made_from` is a digest of what they are made from, "" where it is not known."""

    __slots__ = ()
    made_from: str

    @abstractmethod
    def batch(self) -> Iterable[Entry]:
        """What a process is given that is to ask for them."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One document of an answer. `marks` are (start, end) in the excerpt, in UTF-16 code units as in JavaScript."""

    slug: str
    kind: str
    title: str
    number: str
    url: str
    date: str
    validity: str
    score: float
    excerpt: str
    marks: tuple[tuple[int, int], ...]
    heading: str
    anchor: str

    def as_json(self) -> dict[str, object]:
        return {
            "slug": self.slug,
            "kind": self.kind,
            "title": self.title,
            "文号": self.number,
            "url": self.url,
            "date": self.date,
            "有效性": self.validity,
            "score": self.score,
            "excerpt": self.excerpt,
            "marks": [list(mark) for mark in self.marks],
            "heading": self.heading,
            "anchor": self.anchor,
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """A page of hits. `total` is exact where `exact`, else an upper bound ("约"); `read_as` is a 文号 or "". `widened` says
    how a query that nothing holds was taken otherwise: {"how", "query", "dropped"}; None where it was taken literally.
    `partial`: more was likely to be found than three rounds could bring; `whole` asks for it."""

    total: int
    exact: bool
    read_as: str
    hits: tuple[Hit, ...]
    facets: Mapping[str, Mapping[str, int]]
    widened: Mapping[str, object] | None = None
    partial: bool = False

    def as_json(self) -> dict[str, object]:
        return {
            "total": self.total,
            "exact": self.exact,
            "partial": self.partial,
            "read_as": self.read_as,
            "widened": dict(self.widened) if self.widened else None,
            "hits": [hit.as_json() for hit in self.hits],
            "facets": {key: dict(counts) for key, counts in self.facets.items()},
        }
