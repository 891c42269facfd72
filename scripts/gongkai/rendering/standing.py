"""What every page under `content/` shows whatever its kind: head, text, attachments, related documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from gongkai.model.addresses import attachment_address, organ_address
from gongkai.model.documents import Interpretation, Page, Policy, Reference
from gongkai.reading.records import offered
from gongkai.rendering import urls, views
from gongkai.rendering.columns import tree_of
from gongkai.rendering.frame import Frame, Link, frame, shown
from gongkai.rendering.organ_pages import Group, by_organ, place
from gongkai.rendering.templates import Markup
from gongkai.rendering.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingContext:
    """Variables of standing_page.html, which every other template of a page under `content/` extends."""

    frame: Frame
    title: str
    organ: str
    published: str
    abstract: str
    edition: str
    telephone: str
    contents: tuple[views.ContentsItem, ...]
    body: Markup
    attachments: tuple[views.Attachment, ...]
    data_files: tuple[views.Attachment, ...]
    related: tuple[views.PolicyRow, ...]
    related_others: tuple[Link, ...]
    gathered: tuple[Group, ...]
    gathered_name: str


def urls_of(world: World, *kinds: str) -> Sequence[str]:
    """The addresses of the published pages of some kinds; with none given, of every kind."""
    return [p.url for p in pages_of(world) if not kinds or p.page_kind in kinds]


@lru_cache(maxsize=2)
def pages_of(world: World) -> tuple[Page, ...]:
    """The published pages, save those that are the introduction of a column or of an organ."""
    tree = tree_of(world)
    introductions = {node.introduction.path for node in tree.nodes if node.introduction}
    organs = {organ_address(organ.code) for organ in world.site.settings.organs_with_pages()} if tree.organs else set()
    return tuple(p for p in world.site.public_pages if p.path not in introductions and p.url not in organs)


def page_at(world: World, url: str) -> Page:
    """The page of an address."""
    page = world.site.by_url[url]
    assert isinstance(page, Page)
    return page


def standing(world: World, page: Page, kind: str = "standing-page") -> dict[str, Any]:
    """The fields of a StandingContext; `kind` names the page type for the style sheet."""
    node = tree_of(world).of(page)
    related = [document for reference in page.related if (document := _document(world, page, reference))]
    return {
        "frame": frame(world, kind, page.title, place(world, page), page),
        "title": page.title,
        "organ": "、".join(page.organs),
        "published": shown(page.published),
        "abstract": page.abstract,
        "edition": page.edition,
        "telephone": page.telephone,
        "contents": views.contents(page.body.headings),
        "body": views.finished_text(world, page),
        "attachments": views.attachments(world, page.url, page, page.attachments),
        "data_files": _data_files(world, page),
        "related": tuple(views.policy_row(world, page.url, d) for d in related if isinstance(d, Policy)),
        "related_others": tuple(
            Link(d.title, urls.relative(page.url, d.url)) for d in related if isinstance(d, (Interpretation, Page))
        ),
        "gathered": by_organ(world, page.url, node.gathered) if node and node.address == page.url else (),
        "gathered_name": node.column.gathers if node else "",
    }


def data_link(world: World, page: Page, reference: Reference, title: str = "") -> Link:
    """A reference of a page's data as words that lead somewhere, or nowhere where it is broken."""
    link = world.links.data_link(page, reference)
    if link.broken:
        return Link(title or link.title)
    return Link(title or reference.caption or link.title, link.outside or urls.relative(page.url, link.href))


def target(world: World, page: Page, reference: Reference) -> Policy | Interpretation | Page | None:
    """The public document that a reference of a page's data names; None where it names something else."""
    return _document(world, page, reference)


def _document(world: World, page: Page, reference: Reference) -> Policy | Interpretation | Page | None:
    link = world.links.data_link(page, reference)
    document = world.site.by_path.get(link.path) if link.path else None
    return document if isinstance(document, (Policy, Interpretation, Page)) else None


def _data_files(world: World, page: Page) -> tuple[views.Attachment, ...]:
    found = []
    for reference in page.data:
        path = offered(page, reference)
        size = world.site.files.get(path)
        if size is not None:
            stem, _, ending = path.rpartition("/")[2].rpartition(".")
            href = urls.relative(page.url, attachment_address(path))
            found.append(views.Attachment(href, reference.caption or stem, ending.upper(), views.readable_size(size)))
    return tuple(found)


