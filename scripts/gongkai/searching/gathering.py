"""What search is told about each public document: one Entry each, read from the spool when its turn comes."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.links import Links
from gongkai.model.documents import Document, Interpretation, Page, Policy
from gongkai.model.site import Site
from gongkai.reading.spool import texts_of
from gongkai.searching.entries import ANSWER, Entry

BATCH = 256
"""Documents that are inverted in one go: some million characters, some tens of megabytes."""


def entries(site: Site, links: Links) -> Iterator[list[Entry]]:
    """The public documents in batches."""
    batch: list[Entry] = []
    for document in (*site.public_policies, *site.public_interpretations, *site.public_pages):
        batch.append(_entry(document, links))
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _entry(document: Document, links: Links) -> Entry:
    _, text, outline = texts_of(document.body.stored)
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
        text = "\n".join((text, *(record.text() for record in document.records)))
    return Entry(
        kind=ANSWER if isinstance(document, Page) and document.page_kind == "问答" else document.KIND,
        slug=document.slug,
        url=document.url,
        title=document.title or document.slug,
        number=number,
        date=document.day.isoformat() if document.day else "",
        validity=validity,
        filters=filters,
        text=text,
        headings=outline,
        more=tuple(line for line in more if line),
    )


def _given(value: str) -> tuple[str, ...]:
    return (value,) if value else ()
