"""One organ: its guide, catalogue and annual reports, what it publishes by 法定事项, its newest policy documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.model.addresses import column_address, organ_address
from gongkai.model.documents import Page
from gongkai.rendering import urls, views
from gongkai.rendering.columns import tree_of
from gongkai.rendering.frame import Frame, Link, Place, frame
from gongkai.rendering.organ_pages import (
    KINDS_OF_ITS_OWN,
    Group,
    cell_links,
    coverage_of,
    page_row,
    pages_by_organ,
    policy_list,
)
from gongkai.rendering.templates import Markup
from gongkai.rendering.world import World

TEMPLATE = "organ.html"
_NEWEST = 8
_OF_AN_ITEM = 3


@dataclass(frozen=True, slots=True)
class Item:
    """A 法定事项 with what the organ has published of it; nothing is said to be nothing."""

    name: Link
    clause: str
    links: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Context:
    """Variables of organ.html."""

    frame: Frame
    title: str
    introduction: Markup
    own: tuple[Group, ...]
    items: tuple[Item, ...]
    others: tuple[views.PageRow, ...]
    policies: tuple[views.PolicyRow, ...]
    policy_list: Link


def keys(world: World) -> Sequence[str]:
    """The codes of the organs that have a page, where the tree has a column of organs."""
    return [organ.code for organ in world.site.settings.organs_with_pages()] if tree_of(world).organs else []


def address(_world: World, key: str) -> str:
    """`organs/<code>/index.html`."""
    return organ_address(key)


def context(world: World, key: str) -> Context:
    """All that the column holds of one organ."""
    organ = next(o for o in world.site.settings.organs if o.code == key)
    page = organ_address(key)
    pages = pages_by_organ(world).get(organ.name, ())
    introduction = world.site.by_url.get(page)
    shown = tuple(p for p in pages if p is not introduction)
    of_items = {document.path for cell in coverage_of(world).of(organ) for document in cell.documents}
    by_item = {node.column.item: column_address(node.column) for node in tree_of(world).nodes if node.column.item}
    items = []
    for cell in coverage_of(world).of(organ):
        links = cell_links(world, page, cell, _OF_AN_ITEM)
        to = by_item.get(cell.item.id, "")
        name = Link(cell.item.name, urls.relative(page, to) if to else "")
        items.append(Item(name, cell.item.clause, links, len(cell.documents) - len(links)))
    policies = tuple(p for p in world.site.public_policies if organ.name in p.organs)
    return Context(
        frame=frame(world, "organ", organ.name, Place(page, tree_of(world).organs)),
        title=organ.name,
        introduction=views.finished_text(world, introduction) if isinstance(introduction, Page) else Markup(""),
        own=tuple(
            Group(kind, "", tuple(page_row(page, p) for p in shown if p.page_kind == kind))
            for kind in KINDS_OF_ITS_OWN
            if any(p.page_kind == kind for p in shown)
        ),
        items=tuple(items),
        others=tuple(page_row(page, p) for p in shown if p.page_kind not in KINDS_OF_ITS_OWN and p.path not in of_items),
        policies=tuple(views.policy_row(world, page, policy) for policy in policies[:_NEWEST]),
        policy_list=policy_list(world, page, organ),
    )
