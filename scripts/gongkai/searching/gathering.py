"""What search is told about each public document: one Entry each, its text read from the spool when its turn comes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gongkai.linking.links import Links
from gongkai.model.body import Stored
from gongkai.model.documents import Document, Interpretation, Page, Policy
from gongkai.model.site import Site
from gongkai.reading.spool import texts_of
from gongkai.searching.entries import ANSWER, Entry

_LARGEST = 4_000_000  # bytes of the spool in a batch: half a million characters or so


@dataclass(frozen=True, slots=True)
class EntryBatch:
    """Entries whose texts stay in the spool until they are iterated over, by whatever process that is. With each goes
    where its text lies, and what comes after it."""

    documents: tuple[tuple[Entry, Stored, str], ...]

    def __iter__(self) -> Iterator[Entry]:
        for entry, stored, rest in self.documents:
            _, text, outline = texts_of(stored)
            yield replace(entry, text=text + rest, headings=outline)


def entries(site: Site, links: Links) -> list[EntryBatch]:
    """The public documents in batches."""
    batches: list[EntryBatch] = []
    batch: list[tuple[Entry, Stored, str]] = []
    size = 0
    for document in (*site.public_policies, *site.public_interpretations, *site.public_pages):
        rest = "".join(f"\n{record.text()}" for record in document.records) if isinstance(document, Page) else ""
        batch.append((_entry(document, links), document.body.stored, rest))
        size += document.body.stored.size
        if size > _LARGEST:
            batches.append(EntryBatch(tuple(batch)))
            batch, size = [], 0
    return [*batches, EntryBatch(tuple(batch))] if batch else batches


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
