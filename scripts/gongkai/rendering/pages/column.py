"""A column that is a folder of pages or only holds other columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.rendering import urls, views
from gongkai.rendering.columns import Node, tree_of
from gongkai.rendering.facets import INTERPRETATIONS, POLICIES, listings
from gongkai.rendering.frame import Frame, Place, frame
from gongkai.rendering.templates import Markup
from gongkai.rendering.world import World

TEMPLATE = "column.html"


@dataclass(frozen=True, slots=True)
class Child:
    """A column within the column: what it is for, and how many pages or documents it holds."""

    href: str
    name: str
    description: str
    count: int


@dataclass(frozen=True, slots=True)
class Context:
    """Variables of column.html."""

    frame: Frame
    title: str
    description: str
    introduction: Markup
    children: tuple[Child, ...]
    pages: tuple[views.PageRow, ...]


def keys(world: World) -> Sequence[str]:
    """The addresses of the columns that have a page of the generator's."""
    return [key for key, node in tree_of(world).by_address.items() if node.has_own_page]


def address(_world: World, key: str) -> str:
    """The key is the address."""
    return key


def context(world: World, key: str) -> Context:
    """One column with its children and pages."""
    node = tree_of(world).by_address[key]
    return Context(
        frame=frame(world, "column", node.column.name, Place(key, node)),
        title=node.column.name,
        description=node.column.description,
        introduction=views.finished_text(world, node.introduction) if node.introduction else Markup(""),
        children=tuple(_child(world, key, child) for child in node.children),
        pages=tuple(
            views.PageRow(urls.relative(key, page.url), page.title, page.day.isoformat() if page.day else "", page.abstract)
            for page in node.pages
        ),
    )


def _child(world: World, page: str, node: Node) -> Child:
    return Child(urls.relative(page, node.address), node.column.name, node.column.description, _held(world, node))


def _held(world: World, node: Node) -> int:
    if node.column.listing:
        slug = POLICIES if node.address == urls.POLICY_LIST else INTERPRETATIONS
        return len(listings(world)[slug].documents)
    return len(node.pages) + sum(_held(world, child) for child in node.children) + (1 if node.column.page else 0)
