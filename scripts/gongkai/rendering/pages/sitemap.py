"""网站地图: the whole column tree with every standing page, and every way into the lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.model.addresses import organ_address
from gongkai.rendering import urls
from gongkai.rendering.columns import Node, tree_of
from gongkai.rendering.facets import FACETS, listings_by_facet
from gongkai.rendering.frame import Frame, Link, Place, frame
from gongkai.rendering.organ_pages import pages_by_organ
from gongkai.rendering.world import World

TEMPLATE = "sitemap.html"


@dataclass(frozen=True, slots=True)
class Branch:
    """A column with its pages and its columns."""

    href: str
    name: str
    children: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """Variables of sitemap.html."""

    frame: Frame
    branches: tuple[Branch, ...]
    others: tuple[Link, ...]
    facets: tuple[Link, ...]


def keys(_world: World) -> Sequence[str]:
    """There is one."""
    return ["sitemap"]


def address(_world: World, _key: str) -> str:
    """`sitemap.html`."""
    return urls.SITEMAP


def context(world: World, _key: str) -> Context:
    """The whole tree."""
    tree = tree_of(world)
    by_facet = listings_by_facet(world)
    return Context(
        frame=frame(world, "sitemap", "网站地图", Place(urls.SITEMAP)),
        branches=tuple(_branch(world, node) for node in tree.top),
        others=tuple(
            Link(page.title, urls.encoded(page.url)) for page in world.site.public_pages if page.path not in tree.by_path
        ),
        facets=(
            *(Link(f"按{facet.name}", f"{urls.LISTS}#facet-{facet.code}") for facet in FACETS if by_facet[facet.code]),
            Link("文号目录", urls.NUMBER_REGISTER),
            Link("标题目录", urls.TITLE_REGISTER),
        ),
    )


def _branch(world: World, node: Node) -> Branch:
    if node is tree_of(world).organs:
        return _organs(world, node)
    pages = tuple(Branch(urls.encoded(page.url), page.title, ()) for page in node.pages)
    return Branch(urls.encoded(node.address), node.column.name, (*(_branch(world, c) for c in node.children), *pages))


def _organs(world: World, node: Node) -> Branch:
    """The column of the organs: each with its pages that no other column holds."""
    organs = []
    for organ in world.site.settings.organs_with_pages():
        own = organ_address(organ.code)
        pages = [p for p in pages_by_organ(world).get(organ.name, ()) if tree_of(world).of(p) is node and p.url != own]
        below = tuple(Branch(urls.encoded(p.url), p.title, ()) for p in pages)
        organs.append(Branch(urls.encoded(own), organ.name, below))
    return Branch(urls.encoded(node.address), node.column.name, tuple(organs))
