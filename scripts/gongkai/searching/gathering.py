"""What search is told about each public document: one Entry each, its text read from the spool when its turn comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from zlib import crc32

from gongkai.linking.links import Links
from gongkai.model.body import Stored
from gongkai.model.documents import Document, Interpretation, Page, Policy
from gongkai.model.site import Site
from gongkai.reading.digests import digest
from gongkai.reading.spool import words_of
from gongkai.searching.entries import ANSWER, Batched, Entry

# Bytes of the spool in a batch: from so many on it ends where the name of a document says so, which one in _ENDS does, so
# that a document more or less moves the ends of one or two; at half a million characters or so it ends in any case.
_LEAST, _LARGEST = 1_500_000, 4_000_000
_ENDS = 16


@dataclass(frozen=True, slots=True)
class EntryBatch(Batched):
    """Entries whose texts stay in the spool until they are iterated over, by whatever process that is. With each goes
    where its text lies, and what comes after it. `made_from` is a digest of all that, "" where it is not known."""

    documents: tuple[tuple[Entry, Stored, str], ...]
    made_from: str = ""

    def batch(self) -> EntryBatch:
        """Itself: the texts stay where they are."""
        return self

    def __iter__(self) -> Iterator[Entry]:
        for entry, stored, rest in self.documents:
            text, outline = words_of(stored)
            yield replace(entry, text=text + rest, headings=outline)


@dataclass(frozen=True, slots=True)
class Waiting(Batched):
    """A batch of documents of which no entry is made before it is asked for; `made_from` as in EntryBatch."""

    documents: tuple[Document, ...]
    links: Links
    made_from: str = ""

    def batch(self) -> EntryBatch:
        """Their entries."""
        return EntryBatch(tuple((_entry(each, self.links), each.body.stored, _rest(each)) for each in self.documents), self.made_from)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.batch())


def entries(site: Site, links: Links, contents: Mapping[str, str] | None = None, origin: str = "") -> list[Waiting]:
    """The public documents in batches. `contents` are digests of their sources, by path, "" where a source alone does not
    tell its document; `origin` is that of everything else that documents are made by. Without these, batches tell no digest."""
    batches: list[Waiting] = []
    batch: list[Document] = []
    told: list[object] = []
    size = 0

    def close() -> None:
        nonlocal size
        batches.append(Waiting(tuple(batch), links, "" if contents is None else digest(origin, told)))
        batch.clear()
        told.clear()
        size = 0

    for document in (*site.public_policies, *site.public_interpretations, *site.public_pages):
        batch.append(document)
        if contents is not None:
            told.append(_told(document, links, contents[document.path]))
        size += document.body.stored.size
        if size > _LARGEST or (size > _LEAST and crc32(document.url.encode()) % _ENDS == 0):
            close()
    if batch:
        close()
    return batches


def _told(document: Document, links: Links, content: str) -> tuple[object, ...]:
    """All that the entry of a document is made from: its source, and what _entry asks of others."""
    if not content:
        return _entry(document, links), _rest(document), digest(words_of(document.body.stored))
    if isinstance(document, Policy):
        return document.path, content, links.standing(document).state.value, bool(links.explained_by.get(document.slug))
    if isinstance(document, Interpretation):
        return document.path, content, *(policy.title for policy in links.policies_of(document))
    return document.path, content


def _rest(document: Document) -> str:
    """What is to be found besides the body's text, after it."""
    return "".join(f"\n{record.text()}" for record in document.records) if isinstance(document, Page) else ""


def _entry(document: Document, links: Links) -> Entry:
    """What is known of a document without its text."""
    number, validity = "", ""
    more: tuple[str, ...] = ()
    filters: dict[str, tuple[str, ...]] = {}
    if isinstance(document, Policy):
        number = str(document.number or "")
        validity = links.standing(document).state.value
        filters = {
            "发文机关": document.organs,
            "文种": _given(document.genre),
            "主题分类": _given(document.topic),
            "解读": ("有解读" if links.explained_by.get(document.slug) else "无解读",),
        }
        more = (document.unified_number, document.index_number, "、".join(document.keywords), document.abstract)
    elif isinstance(document, Interpretation):
        filters = {"发文机关": document.organs, "解读形式": _given(document.explained_by)}
        more = (document.speaker, document.telephone, *(f"《{p.title}》" for p in links.policies_of(document)))
    elif isinstance(document, Page):
        filters = {"发文机关": document.organs}
        more = ("、".join(document.keywords), document.abstract)
    return Entry(
        kind=ANSWER if isinstance(document, Page) and document.page_kind == "问答" else document.KIND,
        slug=document.slug,
        url=document.url,
        title=document.title or document.slug,
        number=number,
        date=document.day.isoformat() if document.day else "",
        validity=validity,
        filters=filters,
        more=tuple(line for line in more if line),
    )


def _given(value: str) -> tuple[str, ...]:
    return (value,) if value else ()
