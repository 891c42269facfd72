"""The column tree as places: where each node leads, what lies in it, and the way down to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from gongkai.linking.column_contents import ColumnContents, column_contents
from gongkai.model.addresses import LISTS, column_address
from gongkai.model.documents import Document, Interpretation, Page, Policy
from gongkai.model.settings import Column
from gongkai.rendering.world import World

POLICIES, INTERPRETATIONS, ORGANS = "政策", "解读", "机关"


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A column in its place. `address` is where it leads, `above` gives name and address of each node over it."""

    column: Column
    address: str
    above: tuple[tuple[str, str], ...]
    children: tuple[Node, ...]
    pages: tuple[Page, ...]
    introduction: Page | None
    has_own_page: bool
    """Whether the generator writes a page for it: not where a list or a standing page is there already."""
    gathered: tuple[Page, ...] = ()
    """Pages of the column's 页面类型 or 法定事项 that have their home elsewhere."""
    newest: date | None = None

    @property
    def trail(self) -> tuple[tuple[str, str], ...]:
        """Name and address of each node from the top down to this one."""
        return (*self.above, (self.column.name, self.address))


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """The whole tree of a world: top nodes, all nodes by address, and the node of each document's path."""

    top: tuple[Node, ...]
    nodes: tuple[Node, ...]
    by_address: Mapping[str, Node]
    by_path: Mapping[str, Node]
    policies: Node
    interpretations: Node
    organs: Node | None
    """The column of the organs, home of their pages that no other column holds."""

    def of(self, document: Document) -> Node | None:
        """The node a document belongs to; None for a standing page that no column names."""
        if isinstance(document, Policy):
            return self.policies
        if isinstance(document, Interpretation):
            return self.interpretations
        return self.by_path.get(document.path)


@lru_cache(maxsize=2)
def tree_of(world: World) -> Tree:
    """The tree of a world, worked out once."""
    site = world.site
    contents = column_contents(site)
    published = {page.path for page in site.public_pages}
    top = tuple(_node(column, (), contents, published) for column in site.settings.columns)
    nodes = tuple(_walk(top))
    by_path: dict[str, Node] = {}
    by_code = {node.column.code: node for node in nodes}
    for path, column in contents.home.items():
        by_path[path] = by_code[column.code]
    organs = next((node for node in nodes if node.column.listing == ORGANS), None)
    if organs:
        names = {organ.name for organ in site.settings.organs_with_pages()}
        for page in site.public_pages:
            if names.intersection(page.organs[:1]):
                by_path.setdefault(page.path, organs)
    by_address: dict[str, Node] = {}
    for node in nodes:
        by_address.setdefault(node.address, node)
    return Tree(
        top,
        nodes,
        by_address,
        by_path,
        _listing(nodes, POLICIES, "政策文件", "政策文件"),
        _listing(nodes, INTERPRETATIONS, "政策解读", "政策解读"),
        organs,
    )


def _node(column: Column, above: tuple[tuple[str, str], ...], contents: ColumnContents, published: set[str]) -> Node:
    address, held = column_address(column), contents.of(column)
    trail = (*above, (column.name, address))
    children = tuple(_node(child, trail, contents, published) for child in column.children)
    # A column whose page is missing says so itself: a rule reports it, but its address leads somewhere all the same.
    own = not column.listing and f"content/{column.page}.md" not in published
    pages = tuple(document for document in held.own if isinstance(document, Page)) if own else ()
    return Node(column, address, above, children, pages, held.introduction, own, held.gathered, held.newest)


def _walk(nodes: tuple[Node, ...]) -> list[Node]:
    return [found for node in nodes for found in (node, *_walk(node.children))]


def _listing(nodes: tuple[Node, ...], listing: str, name: str, column_type: str) -> Node:
    """The column of that listing; where the tree has none, one that stands in breadcrumbs and meta tags alone."""
    for node in nodes:
        if node.column.listing == listing:
            return node
    column = Column(name, "", 1, listing=listing, column_type=column_type, description=f"{name}目录和全文", keywords=name)
    return Node(column, LISTS[listing], (), (), (), None, False)
