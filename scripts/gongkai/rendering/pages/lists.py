"""The lists of policies and interpretations, whole and parted by every facet, page by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gongkai.model.documents import Interpretation, Policy
from gongkai.rendering import facets, urls, views
from gongkai.rendering.columns import tree_of
from gongkai.rendering.facets import Facet, Listing, listings, listings_by_facet, narrower, page_count, per_page
from gongkai.rendering.frame import Frame, Link, Place, frame
from gongkai.rendering.leaves import Leaf, leaves
from gongkai.rendering.world import World

TEMPLATE = "list.html"
_SHOWN_VALUES = 12  # more of a facet than this is a page of its own: lists/index.html
_MOST_ROWS = 16_000  # that are kept at a time


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet with the number of documents; `here` is the list being read."""

    href: str
    text: str
    count: int
    here: bool


@dataclass(frozen=True, slots=True)
class FacetBox:
    """A facet beside the list; `more` leads to all its values where only some are shown."""

    name: str
    choices: tuple[Choice, ...]
    more: Link


@dataclass(frozen=True, slots=True)
class Context:
    """Variables of list.html."""

    frame: Frame
    title: str
    total: int
    unit: str
    page: int
    pages: int
    policies: tuple[views.PolicyRow, ...]
    interpretations: tuple[views.InterpretationRow, ...]
    within: tuple[Choice, ...]
    switches: tuple[Choice, ...]
    facets: tuple[FacetBox, ...]
    leaves: tuple[Leaf, ...]
    previous: str
    following: str
    bundle: str


def keys(world: World) -> Sequence[str]:
    """Slug and page number of every page of every list."""
    return list(_leaves(world))


def address(world: World, key: str) -> str:
    """`lists/<slug>.html`, from the second page on `lists/<slug>-2.html`."""
    listing, number = _leaves(world)[key]
    return urls.list_address(listing.slug, number)


def context(world: World, key: str) -> Context:
    """One page of one list."""
    listing, number = _leaves(world)[key]
    page, pages, size = urls.list_address(listing.slug, number), page_count(world, listing), per_page(world)
    rows = listing.documents[(number - 1) * size : number * size]
    of_policies = listing.slug != facets.INTERPRETATIONS and listing.facet != "form"
    node = tree_of(world).policies if of_policies else tree_of(world).interpretations
    first = urls.list_address(listing.slug)
    steps: tuple[tuple[str, str], ...] = ()
    if listing.parent:
        wider = listings(world)[listing.parent]
        steps = ((wider.label, urls.list_address(wider.slug)),)
    title = listing.heading
    return Context(
        frame=frame(
            world,
            "list",
            title if number == 1 else f"{title}（第{number}页）",
            Place(first if first == node.address else page, node, steps),
        ),
        title=title,
        total=len(listing.documents),
        unit="件" if of_policies else "篇",
        page=number,
        pages=pages,
        policies=tuple(_row(world, d) for d in rows if isinstance(d, Policy)),
        interpretations=tuple(
            views.interpretation_row(world, page, d, with_policies=True) for d in rows if isinstance(d, Interpretation)
        ),
        within=tuple(_choice(one, listing.slug) for one in narrower(world).get(listing.parent or listing.slug, ())),
        switches=_switches(world, listing) if of_policies else (),
        facets=_boxes(world, listing.slug, listing.parent, of_policies),
        leaves=leaves(number, pages, lambda one: _near(listing, one)),
        previous=_near(listing, number - 1) if number > 1 else "",
        following=_near(listing, number + 1) if number < pages else "",
        bundle=urls.relative(page, urls.bundle_address(listing.slug)) if listing in facets.bundled(world) else "",
    )


@lru_cache(maxsize=2)
def _leaves(world: World) -> Mapping[str, tuple[Listing, int]]:
    found = {}
    for listing in listings(world).values():
        for number in range(1, page_count(world, listing) + 1):
            found[f"{listing.slug} {number}"] = (listing, number)
    return found


def _near(listing: Listing, number: int) -> str:
    """Lists lie beside each other in one folder."""
    return urls.list_address(listing.slug, number).removeprefix("lists/")


def _choice(listing: Listing, here: str) -> Choice:
    return Choice(_near(listing, 1), listing.label, len(listing.documents), listing.slug == here)


def _switches(world: World, listing: Listing) -> tuple[Choice, ...]:
    """“全部” and “仅看现行有效”: the first thing to choose."""
    every = listings(world).get(facets.EVERY_POLICY) or listings(world)[facets.POLICIES]
    binding = listings(world)[facets.POLICIES] if world.site.settings.only_in_force else None
    binding = binding or listings(world).get(facets.BINDING)
    if listing.slug not in (facets.POLICIES, facets.EVERY_POLICY, facets.BINDING) or not binding:
        return ()
    return (
        Choice(_near(binding, 1), "仅看现行有效", len(binding.documents), listing is binding),
        Choice(_near(every, 1), "全部", len(every.documents), listing is every),
    )


@lru_cache(maxsize=4096)
def _boxes(world: World, slug: str, parent: str, of_policies: bool) -> tuple[FacetBox, ...]:
    """The facets beside a list; all but its own are the very same beside every list."""
    boxes = []
    for facet in facets.FACETS:
        values = listings_by_facet(world)[facet.code]
        if (facet.of is Policy) is of_policies and values:
            own = {one.slug for one in values}.intersection((slug, parent))
            boxes.append(_box(world, facet, slug if slug in own else "", parent if parent in own else ""))
    return tuple(boxes)


@lru_cache(maxsize=4096)
def _box(world: World, facet: Facet, slug: str, parent: str) -> FacetBox:
    values = some = listings_by_facet(world)[facet.code]
    if len(values) > _SHOWN_VALUES:
        largest = sorted(values, key=lambda one: -len(one.documents))[:_SHOWN_VALUES]
        some = tuple(one for one in values if one in largest or one.slug in (slug, parent))
    more = f"index.html#facet-{facet.code}" if len(some) < len(values) else ""
    return FacetBox(facet.name, tuple(_choice(one, slug) for one in some), Link(f"全部{len(values)}项", more))


def _row(world: World, policy: Policy) -> views.PolicyRow:
    """A policy as seen from any list: the very same, so that what it looks like is made once."""
    rows = _rows(world)
    row = rows.get(policy.slug)
    if row is None:
        if len(rows) >= _MOST_ROWS:
            rows.clear()
        row = rows[policy.slug] = views.policy_row(world, urls.LISTS, policy)
    return row


@lru_cache(maxsize=2)
def _rows(_world: World) -> dict[str, views.PolicyRow]:
    return {}
