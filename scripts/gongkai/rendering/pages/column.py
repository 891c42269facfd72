"""A column that is a folder of pages or only holds other columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.linking.coverage import area_catalogues, counts_for
from gongkai.model.documents import Policy
from gongkai.rendering import urls, views
from gongkai.rendering.answers import ANSWER, faq
from gongkai.rendering.columns import ORGANS, Node, tree_of
from gongkai.rendering.facets import INTERPRETATIONS, POLICIES, listings
from gongkai.rendering.frame import Frame, Place, frame
from gongkai.rendering.organ_pages import Group, by_organ, page_row
from gongkai.rendering.templates import Markup
from gongkai.rendering.world import World

TEMPLATE = "column.html"
_POLICIES = 10


@dataclass(frozen=True, slots=True)
class Child:
    """A column within the column: what it is for, and how many pages or documents it holds."""

    href: str
    name: str
    description: str
    count: int


@dataclass(frozen=True, slots=True)
class Area:
    """One of the areas that have a standard catalogue, with the catalogues that are published for it."""

    name: str
    pages: tuple[views.PageRow, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """Variables of column.html."""

    frame: Frame
    title: str
    description: str
    introduction: Markup
    children: tuple[Child, ...]
    pages: tuple[views.PageRow, ...]
    areas: tuple[Area, ...]
    areas_published: int
    groups: tuple[Group, ...]
    faq: Markup
    gathered: tuple[Group, ...]
    gathered_name: str
    policies: tuple[views.PolicyRow, ...]
    policies_in_all: int
    update_days: int
    newest: str


def keys(world: World) -> Sequence[str]:
    """The addresses of the columns that have a page of the generator's."""
    return [key for key, node in tree_of(world).by_address.items() if node.has_own_page]


def address(_world: World, key: str) -> str:
    """The key is the address."""
    return key


def context(world: World, key: str) -> Context:
    """One column with its children and pages."""
    node = tree_of(world).by_address[key]
    policies = _policies(world, node.column.item)
    grouped = any(page.group for page in node.pages)
    areas = _areas(world, key, node)
    named = {area.name for area in areas}
    return Context(
        frame=frame(world, "column", node.column.name, Place(key, node)),
        title=node.column.name,
        description=node.column.description,
        introduction=views.finished_text(world, node.introduction) if node.introduction else Markup(""),
        children=tuple(_child(world, key, child) for child in node.children),
        pages=() if grouped else tuple(page_row(key, page) for page in node.pages if page.area not in named),
        areas=areas,
        areas_published=sum(bool(area.pages) for area in areas),
        groups=_groups(key, node) if grouped else (),
        faq=faq(tuple(page for page in node.pages if page.page_kind == ANSWER)),
        gathered=by_organ(world, key, node.gathered),
        gathered_name=node.column.gathers or node.column.name,
        policies=tuple(views.policy_row(world, key, policy) for policy in policies[:_POLICIES]),
        policies_in_all=len(policies),
        update_days=node.column.update_days,
        newest=node.newest.isoformat() if node.newest else "",
    )


def _groups(key: str, node: Node) -> tuple[Group, ...]:
    """The pages of a column by their 分类, those without one last."""
    names = sorted(dict.fromkeys(page.group for page in node.pages), key=lambda name: not name)
    return tuple(Group(name or "其他", "", tuple(page_row(key, p) for p in node.pages if p.group == name)) for name in names)


def _areas(world: World, key: str, node: Node) -> tuple[Area, ...]:
    """In the column of the catalogues: every area in its order, also those that nothing is published for yet."""
    areas = area_catalogues(world.site)
    if not any(page in pages for _, pages in areas for page in node.pages):
        return ()
    return tuple(Area(name, tuple(page_row(key, page) for page in pages)) for name, pages in areas)


def _policies(world: World, item: str) -> tuple[Policy, ...]:
    """The policy documents that count for a 法定事项, newest first."""
    wanted = world.site.settings.legal_items.get(item)
    return tuple(p for p in world.site.public_policies if counts_for(p, wanted)) if wanted and wanted.policies else ()


def _child(world: World, page: str, node: Node) -> Child:
    return Child(urls.relative(page, node.address), node.column.name, node.column.description, _held(world, node))


def _held(world: World, node: Node) -> int:
    if node.column.listing:
        if node.column.listing == ORGANS:
            return len(world.site.settings.organs_with_pages())
        slug = POLICIES if node.address == urls.POLICY_LIST else INTERPRETATIONS
        return len(listings(world)[slug].documents)
    return len(node.pages) + len(node.gathered) + len(_policies(world, node.column.item)) + sum(_held(world, child) for child in node.children) + (1 if node.column.page else 0)
