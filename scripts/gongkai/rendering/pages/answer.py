"""一问一答: a question and its answer, what they rest on, and the same for programs (schema.org/FAQPage)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.rendering.answers import faq
from gongkai.rendering.standing import StandingContext, page_at, standing, urls_of
from gongkai.rendering.templates import Markup
from gongkai.rendering.world import World

TEMPLATE = "answer.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(StandingContext):
    """Variables of answer.html."""

    faq: Markup


def keys(world: World) -> Sequence[str]:
    """The addresses of the questions."""
    return urls_of(world, "问答")


def address(_world: World, key: str) -> str:
    """The key is the address."""
    return key


def context(world: World, key: str) -> Context:
    """One question."""
    page = page_at(world, key)
    return Context(**standing(world, page, "answer"), faq=faq((page,)))
