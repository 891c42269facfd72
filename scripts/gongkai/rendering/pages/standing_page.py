"""A standing page: 指南, a 制度, 依申请公开, a text without data of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.rendering.pages import page_type, page_types
from gongkai.rendering.standing import StandingContext, page_at, standing, urls_of
from gongkai.rendering.world import World

TEMPLATE = "standing_page.html"
_OWN = "standing_page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(StandingContext):
    """Variables of standing_page.html."""


def keys(world: World) -> Sequence[str]:
    """The addresses of the pages that no other page type makes: a kind without a module of its own is shown all the same."""
    taken = {key for name in page_types() if name != _OWN for key in page_type(name).keys(world)}
    return [url for url in urls_of(world) if url not in taken]


def address(_world: World, key: str) -> str:
    """The key is the address."""
    return key


def context(world: World, key: str) -> Context:
    """All of one page."""
    return Context(**standing(world, page_at(world, key)))
