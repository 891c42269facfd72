"""The front page: search, five doors, what is new, how much there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gongkai.model.validity import Validity
from gongkai.rendering import facets, urls, views
from gongkai.rendering.columns import INTERPRETATIONS, POLICIES, Node, tree_of
from gongkai.rendering.frame import Frame, Link, Place, frame
from gongkai.rendering.world import World

TEMPLATE = "home.html"

# The five things people come for, in this order, found by what a column is and not by what a site calls it.
_DOORS: tuple[Callable[[Node], bool], ...] = (
    lambda node: node.column.listing == POLICIES,
    lambda node: node.column.listing == INTERPRETATIONS,
    lambda node: node.column.column_type == "信息公开目录",
    lambda node: node.column.column_type == "信息公开年报",
    lambda node: node.column.column_type == "依申请公开",
)


@dataclass(frozen=True, slots=True)
class Door:
    """A way in: name and one sentence."""

    href: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number of the library; `href` leads to what is counted."""

    label: str
    count: int
    unit: str
    href: str


@dataclass(frozen=True, slots=True)
class Context:
    """Variables of home.html."""

    frame: Frame
    name: str
    host: str
    description: str
    doors: tuple[Door, ...]
    other_columns: tuple[Link, ...]
    policies: tuple[views.PolicyRow, ...]
    all_policies: str
    interpretations: tuple[views.InterpretationRow, ...]
    all_interpretations: str
    counts: tuple[Count, ...]


def keys(_world: World) -> Sequence[str]:
    """There is one."""
    return ["home"]


def address(_world: World, _key: str) -> str:
    """`index.html`."""
    return urls.HOME


def context(world: World, _key: str) -> Context:
    """The front page of the column."""
    site, tree = world.site, tree_of(world)
    some = site.settings.thresholds.get("首页条数", 8)
    doors = [found for is_it in _DOORS if (found := next((n for n in tree.nodes if is_it(n)), None))]
    return Context(
        frame=frame(world, "home", site.settings.name, Place(urls.HOME)),
        name=site.settings.name,
        host=site.settings.host,
        description=site.settings.description,
        doors=tuple(Door(urls.encoded(n.address), n.column.name, n.column.description) for n in doors),
        other_columns=tuple(
            Link(n.column.name, urls.encoded(n.address))
            for n in tree.top
            if not any(door in (n, *n.children) for door in doors)
        ),
        policies=tuple(views.policy_row(world, urls.HOME, p) for p in site.public_policies[:some]),
        all_policies=tree.policies.address,
        interpretations=tuple(
            views.interpretation_row(world, urls.HOME, i, with_policies=True) for i in site.public_interpretations[:some]
        ),
        all_interpretations=tree.interpretations.address,
        counts=_counts(world),
    )


def _counts(world: World) -> tuple[Count, ...]:
    lists = facets.listings(world)
    wanted = (
        (facets.BINDING, "现行有效", "件"),
        *((f"validity-{state.slug}", state.value, "件") for state in Validity if not state.binding),
        (facets.INTERPRETATIONS, "政策解读", "篇"),
    )
    return tuple(
        Count(label, len(lists[slug].documents), unit, urls.list_address(slug))
        for slug, label, unit in wanted
        if slug in lists and lists[slug].documents
    )
