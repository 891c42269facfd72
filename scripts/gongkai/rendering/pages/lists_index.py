"""Every list with the number of its documents: the way to browse without scripts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.rendering import urls
from gongkai.rendering.columns import tree_of
from gongkai.rendering.facets import (
    FACETS,
    INTERPRETATIONS,
    POLICIES,
    Listing,
    listings,
    listings_by_facet,
    narrower,
)
from gongkai.rendering.frame import Frame, Place, frame
from gongkai.rendering.registers import NUMBERS, TITLES, volumes
from gongkai.rendering.world import World

TEMPLATE = "lists_index.html"


@dataclass(frozen=True, slots=True)
class Entry:
    """A list with its number of documents and the lists within it."""

    href: str
    text: str
    count: int
    within: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A facet with all its lists; `code` is its anchor."""

    code: str
    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """Variables of lists_index.html."""

    frame: Frame
    whole: tuple[Entry, ...]
    registers: tuple[Entry, ...]
    parts: tuple[Part, ...]


def keys(_world: World) -> Sequence[str]:
    """There is one."""
    return ["index"]


def address(_world: World, _key: str) -> str:
    """`lists/index.html`."""
    return urls.LISTS


def context(world: World, _key: str) -> Context:
    """All facets."""
    every = listings(world)
    by_facet = listings_by_facet(world)
    return Context(
        frame=frame(
            world, "lists-index", "分类浏览", Place(urls.LISTS, None, (("政策文件", tree_of(world).policies.address),))
        ),
        whole=(_entry(world, every[POLICIES], "政策文件"), _entry(world, every[INTERPRETATIONS], "政策解读")),
        registers=(_register(world, NUMBERS, "文号目录"), _register(world, TITLES, "标题目录")),
        parts=tuple(
            Part(facet.code, facet.name, tuple(_entry(world, listing) for listing in by_facet[facet.code]))
            for facet in FACETS
            if by_facet[facet.code]
        ),
    )


def _entry(world: World, listing: Listing, text: str = "") -> Entry:
    return Entry(
        urls.list_address(listing.slug).removeprefix("lists/"),
        text or listing.label,
        len(listing.documents),
        tuple(_entry(world, within) for within in narrower(world).get(listing.slug, ())),
    )


def _register(world: World, register: str, text: str) -> Entry:
    count = sum(len(volume.entries) for volume in volumes(world, register))
    return Entry(urls.list_address(register).removeprefix("lists/"), text, count, ())
