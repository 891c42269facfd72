"""A standing page: 指南, a 制度, an annual report, 依申请公开."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.model.addresses import organ_address
from gongkai.model.documents import Page
from gongkai.rendering import views
from gongkai.rendering.columns import tree_of
from gongkai.rendering.frame import Frame, frame, shown
from gongkai.rendering.organ_pages import Group, by_organ, place
from gongkai.rendering.templates import Markup
from gongkai.rendering.world import World

TEMPLATE = "standing_page.html"


@dataclass(frozen=True, slots=True)
class Context:
    """Variables of standing_page.html."""

    frame: Frame
    title: str
    organ: str
    published: str
    abstract: str
    contents: tuple[views.ContentsItem, ...]
    body: Markup
    attachments: tuple[views.Attachment, ...]
    gathered: tuple[Group, ...]
    gathered_name: str


def keys(world: World) -> Sequence[str]:
    """The addresses of the published pages, save those that are a column's introduction."""
    introductions = {node.introduction.path for node in tree_of(world).nodes if node.introduction}
    organs = {organ_address(organ.code) for organ in world.site.settings.organs_with_pages()} if tree_of(world).organs else set()
    return [p.url for p in world.site.public_pages if p.path not in introductions and p.url not in organs]


def address(_world: World, key: str) -> str:
    """The key is the address."""
    return key


def context(world: World, key: str) -> Context:
    """All of one page."""
    page = world.site.by_url[key]
    assert isinstance(page, Page)
    node = tree_of(world).of(page)
    return Context(
        frame=frame(world, "standing-page", page.title, place(world, page), page),
        title=page.title,
        organ="、".join(page.organs),
        published=shown(page.published),
        abstract=page.abstract,
        contents=views.contents(page.body.headings),
        body=views.finished_text(world, page),
        attachments=views.attachments(world, key, page, page.attachments),
        gathered=by_organ(world, key, node.gathered) if node and node.address == key else (),
        gathered_name=node.column.gathers if node else "",
    )
