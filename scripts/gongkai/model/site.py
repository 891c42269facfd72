"""A whole column as read: nothing is changed after it exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property
from typing import NamedTuple, TypeVar

from gongkai.model.documents import Correction, Document, Interpretation, Page, Policy, Unread, day_of
from gongkai.model.file_names import is_address
from gongkai.model.history import History as History  # noqa: PLC0414 — known by this door too
from gongkai.model.records import DataFile, Withdrawal
from gongkai.model.settings import Settings

_D = TypeVar("_D", bound=Document)


class Published(NamedTuple):
    """A policy, an interpretation of one or a page, as the last build published it: what must not change afterwards."""

    slug: str
    url: str
    index_number: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An address that only says that its document was taken down: what it was, since when, and why ("" where not told)."""

    url: str
    title: str
    number: str
    since: date
    why: str


@dataclass(frozen=True, kw_only=True)
class Site:
    """Settings, documents and files of a column, and the day for which it is built.

    `files` gives each file that is not Markdown: path relative to the site → size in bytes; `heads` the first 16 bytes
    of each. `published` is what the build that is public now says of its policies; `history` is None outside Git.
    `withdrawals` tells of documents whose files are gone.
    A `preview` shows what is still to be published as if it were.
    """

    settings: Settings
    today: date
    policies: tuple[Policy, ...] = ()
    interpretations: tuple[Interpretation, ...] = ()
    pages: tuple[Page, ...] = ()
    unread: tuple[Unread, ...] = ()
    files: Mapping[str, int] = field(default_factory=dict)
    heads: Mapping[str, bytes] = field(default_factory=dict)
    published: tuple[Published, ...] = ()
    history: History | None = None
    withdrawals: DataFile = DataFile("")
    preview: bool = False

    def documents(self) -> Iterator[Document]:
        """Every document that could be read, published or not."""
        yield from self.policies
        yield from self.interpretations
        yield from self.pages

    def is_public(self, document: Document) -> bool:
        """Whether the document has a page of its own today: no draft, not withdrawn, its day has come."""
        return self._public.get(document.url) is document

    def is_awaited(self, document: Document) -> bool:
        """Whether the document is still to be published: a draft, or its day has not come. Nothing is in a preview."""
        return not self.preview and (document.draft or self.is_future(document))

    def is_future(self, document: Document) -> bool:
        """Whether 发布于 is still to come, or 发布于 or 下架日 is there and cannot be read: then nobody sees the document.

        Builds know days only, so a time of day means the day after: never too early.
        """
        if "下架日" in document.lines and not document.withdrawn_from:
            return True
        if not isinstance(document, Policy):
            return False
        from_day = day_of(document.publish_from)
        if from_day is None:
            return "发布于" in document.lines
        later = isinstance(document.publish_from, datetime) and document.publish_from.time() != time()
        return from_day > self.today or (later and from_day == self.today)

    def is_withdrawn(self, document: Document) -> bool:
        """Whether 下架日 has come."""
        return document.withdrawn_from is not None and document.withdrawn_from <= self.today

    @cached_property
    def _public(self) -> Mapping[str, Document]:
        return {url: document for url, document in self.by_url.items() if not self.is_awaited(document) and not self.is_withdrawn(document)}

    @cached_property
    def public_policies(self) -> tuple[Policy, ...]:
        """The policies that are published today, newest first."""
        return _newest_first(tuple(p for p in self.policies if self.is_public(p)))

    @cached_property
    def public_interpretations(self) -> tuple[Interpretation, ...]:
        """The interpretations that are published today, newest first."""
        return _newest_first(tuple(i for i in self.interpretations if self.is_public(i)))

    @cached_property
    def public_pages(self) -> tuple[Page, ...]:
        """The standing pages that are published today, by path."""
        return tuple(p for p in self.pages if self.is_public(p))

    @cached_property
    def withdrawn(self) -> Mapping[str, Withdrawn]:
        """The addresses that now only say that their document was withdrawn; one that has a document again is not among them."""
        found: dict[str, Withdrawn] = {}
        for document in self.documents():
            if document.withdrawn_from and not document.draft and self.is_withdrawn(document) and self.by_url[document.url] is document:
                number = str(document.number or "") if isinstance(document, Policy) else ""
                found[document.url] = Withdrawn(document.url, document.title, number, document.withdrawn_from, document.withdrawn_why)
        for row in self.withdrawals.records:
            if isinstance(row, Withdrawal) and is_address(row.url) and row.day and row.url not in self.by_url:
                found.setdefault(row.url, Withdrawn(row.url, row.title, row.number, row.day, row.why))
        return found

    @cached_property
    def corrected(self) -> tuple[tuple[Correction, Document], ...]:
        """What was put right in the documents that are public, newest first."""
        found = [(one, document) for document in self.documents() if document.corrections and self.is_public(document)
                 for one in document.corrections if one.day <= self.today]  # fmt: skip
        return tuple(sorted(found, key=lambda pair: (-pair[0].day.toordinal(), pair[1].url, pair[0].line)))

    @cached_property
    def by_path(self) -> Mapping[str, Document]:
        """Every document by the path of its source."""
        return {document.path: document for document in self.documents()}

    @cached_property
    def by_url(self) -> Mapping[str, Document]:
        """The first document of each address."""
        found: dict[str, Document] = {}
        for document in self.documents():
            found.setdefault(document.url, document)
        return found


def _newest_first(documents: tuple[_D, ...]) -> tuple[_D, ...]:
    oldest = date.min
    return tuple(sorted(documents, key=lambda d: (-(d.day or oldest).toordinal(), d.slug)))
