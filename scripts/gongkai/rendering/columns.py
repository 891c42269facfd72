"""The column tree as places: where each node leads, what lies in it, and the way down to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from gongkai.model.documents import Document, Interpretation, Page, Policy
from gongkai.model.settings import Column
from gongkai.rendering import urls
from gongkai.rendering.world import World

POLICIES, INTERPRETATIONS = "政策", "解读"
_LISTINGS = {POLICIES: urls.POLICY_LIST, INTERPRETATIONS: urls.INTERPRETATION_LIST}


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
    folders = {content_path(c.folder) for c in site.settings.all_columns() if c.folder}
    single = {content_path(c.page) + ".md" for c in site.settings.all_columns() if c.page}
    held: dict[str, list[Page]] = {folder: [] for folder in folders}
    for page in site.public_pages:
        home = _nearest(page.path, folders)
        if home and page.path not in single:
            held[home].append(page)
    published = {page.path for page in site.public_pages}
    top = tuple(_node(column, (), held, published) for column in site.settings.columns)
    nodes = tuple(_walk(top))
    by_path: dict[str, Node] = {}
    for node in nodes:
        for page in (*node.pages, *((node.introduction,) if node.introduction else ())):
            by_path.setdefault(page.path, node)
        if node.column.page:
            by_path[content_path(node.column.page) + ".md"] = node
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
    )


def content_path(name: str) -> str:
    """A page (without .md) or folder of a column, as `site.yaml` names it, relative to the site."""
    bare = name.strip("/").removesuffix(".md")
    return bare if bare.startswith("content/") else f"content/{bare}"


def _nearest(path: str, folders: set[str]) -> str:
    """The deepest folder of a column that holds the file, "" when none does."""
    folder = path.rpartition("/")[0]
    while folder and folder not in folders:
        folder = folder.rpartition("/")[0]
    return folder


def _node(column: Column, above: tuple[tuple[str, str], ...], held: Mapping[str, list[Page]], published: set[str]) -> Node:
    address = _address(column)
    pages = held.get(content_path(column.folder), []) if column.folder else []
    # A page published at the column's own address is its introduction, not one of its pages.
    introduction = next((page for page in pages if page.url == address), None)
    listed = sorted((p for p in pages if p is not introduction), key=_rank)
    trail = (*above, (column.name, address))
    children = tuple(_node(child, trail, held, published) for child in column.children)
    # A column whose page is missing says so itself: a rule reports it, but its address leads somewhere all the same.
    own = not column.listing and content_path(column.page) + ".md" not in published
    return Node(column, address, above, children, tuple(listed), introduction, own)


def _address(column: Column) -> str:
    if column.listing:
        return _LISTINGS.get(column.listing, urls.POLICY_LIST)
    if column.page:
        return content_path(column.page).removeprefix("content/") + ".html"
    if column.folder:
        return content_path(column.folder).removeprefix("content/") + "/index.html"
    return urls.node_address(column.code)


def _rank(page: Page) -> tuple[int, int, str]:
    return (page.order, -page.day.toordinal() if page.day else 0, page.path)


def _walk(nodes: tuple[Node, ...]) -> list[Node]:
    return [found for node in nodes for found in (node, *_walk(node.children))]


def _listing(nodes: tuple[Node, ...], listing: str, name: str, column_type: str) -> Node:
    """The column of that listing; where the tree has none, one that stands in breadcrumbs and meta tags alone."""
    for node in nodes:
        if node.column.listing == listing:
            return node
    column = Column(name, "", 1, listing=listing, column_type=column_type, description=f"{name}目录和全文", keywords=name)
    return Node(column, _LISTINGS[listing], (), (), (), None, False)
