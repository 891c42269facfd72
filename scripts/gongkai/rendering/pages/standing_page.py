"""A standing page: 指南, a 制度, 依申请公开, a text without data of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.rendering.standing import StandingContext, page_at, standing, urls_of
from gongkai.rendering.world import World

TEMPLATE = "standing_page.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(StandingContext):
    """Variables of standing_page.html."""


def keys(world: World) -> Sequence[str]:
    """The addresses of the pages of no kind that has a module of its own."""
    return urls_of(world)


def address(_world: World, key: str) -> str:
    """The key is the address."""
    return key


def context(world: World, key: str) -> Context:
    """All of one page."""
    return Context(**standing(world, page_at(world, key)))
