"""What the column shows of each organ: its guide, catalogue and reports, its pages by 法定事项, its documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gongkai.linking.coverage import Cell, Coverage, coverage
from gongkai.model.addresses import organ_address
from gongkai.model.documents import Page, Policy
from gongkai.model.legal_items import LEVELS
from gongkai.model.settings import Organ
from gongkai.rendering import urls, views
from gongkai.rendering.columns import tree_of
from gongkai.rendering.facets import listings, organ_slug
from gongkai.rendering.frame import Link, Place
from gongkai.rendering.world import World

KINDS_OF_ITS_OWN = ("指南", "机构职能", "领导", "事项目录", "年报")
"""The kinds of pages by which an organ's part of the column begins, in this order."""


@dataclass(frozen=True, slots=True)
class Group:
    """Pages under one heading."""

    name: str
    href: str
    pages: tuple[views.PageRow, ...]


@lru_cache(maxsize=2)
def coverage_of(world: World) -> Coverage:
    """The matrix organ × 法定事项, worked out once."""
    return coverage(world.site)


@lru_cache(maxsize=2)
def pages_by_organ(world: World) -> Mapping[str, tuple[Page, ...]]:
    """The public pages of each organ by its name, by their order and the newest first.

    The guide, reports and the like of an organ that `site.yaml` names without a level (the government's office) are also
    the government's, as in `linking.coverage`.
    """
    organs = world.site.settings.organs
    government = next((organ.name for organ in world.site.settings.organs_with_pages() if organ.level == LEVELS[0]), "")
    offices = {organ.name for organ in organs if not organ.level} if government else set()
    found: dict[str, list[Page]] = {}
    for page in world.site.public_pages:
        for name in page.organs[:1]:
            found.setdefault(name, []).append(page)
            if name in offices and page.page_kind in KINDS_OF_ITS_OWN:
                found.setdefault(government, []).append(page)
    return {
        name: tuple(sorted(pages, key=lambda p: (-p.day.toordinal() if p.day else 0, p.order, p.path)))
        for name, pages in found.items()
    }


def organs_by_level(world: World) -> tuple[tuple[str, tuple[Organ, ...]], ...]:
    """The organs that have a page, by level."""
    organs = world.site.settings.organs_with_pages()
    return tuple((level, those) for level in LEVELS if (those := tuple(o for o in organs if o.level == level)))


def policy_list(world: World, page: str, organ: Organ) -> Link:
    """The list of an organ's policy documents, with their number; leads nowhere where it has none."""
    listing = listings(world).get(organ_slug(world, organ.name))
    if listing is None:
        return Link("")
    return Link(str(len(listing.documents)), urls.relative(page, urls.list_address(listing.slug)))


def page_row(page: str, shown: Page) -> views.PageRow:
    """A standing page as seen from a page."""
    return views.PageRow(urls.relative(page, shown.url), shown.title, shown.day.isoformat() if shown.day else "", shown.abstract)


def by_organ(world: World, page: str, pages: Sequence[Page]) -> tuple[Group, ...]:
    """Pages in groups, one for each organ in the order of `site.yaml`; those of no known organ come first, unnamed."""
    known = {organ.name: organ for organ in world.site.settings.organs}
    groups: dict[str, list[Page]] = {}
    for shown in pages:
        name = next((name for name in shown.organs if name in known), "")
        groups.setdefault(name, []).append(shown)
    order = ["", *known]
    having_pages = {organ.name for organ in world.site.settings.organs_with_pages()}
    return tuple(
        Group(
            name,
            urls.relative(page, organ_address(known[name].code)) if name in having_pages else "",
            tuple(page_row(page, shown) for shown in groups[name]),
        )
        for name in sorted(groups, key=order.index)
    )


def cell_links(world: World, page: str, cell: Cell, some: int) -> tuple[Link, ...]:
    """The documents of a cell as links: pages first, then at most `some` in all."""
    documents = sorted(cell.documents, key=lambda d: isinstance(d, Policy))
    return tuple(Link(d.title, urls.relative(page, d.url)) for d in documents[:some])


def place(world: World, shown: Page) -> Place:
    """Where a standing page stands: in its column, and below its organ where the column is that of the organs."""
    tree = tree_of(world)
    node = tree.of(shown)
    organ = next((o for o in world.site.settings.organs_with_pages() if o.name in shown.organs[:1]), None)
    steps = ((organ.name, organ_address(organ.code)),) if organ and node and node is tree.organs else ()
    return Place(shown.url, node, steps)
