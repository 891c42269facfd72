"""政策清单: what policies give or ask, cut into single measures for those they concern, each with its ground in force or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.model.documents import Policy
from gongkai.model.records import Measure
from gongkai.rendering import views
from gongkai.rendering.frame import Link
from gongkai.rendering.parts import Part, parts
from gongkai.rendering.standing import StandingContext, data_link, page_at, standing, target, urls_of
from gongkai.rendering.world import World

TEMPLATE = "measures.html"


@dataclass(frozen=True, slots=True)
class Ground:
    """The document that a measure stands in, and its state where it is one of the column's policies."""

    link: Link
    badge: views.Badge | None


@dataclass(frozen=True, slots=True)
class Card:
    """A measure."""

    anchor: str
    title: str
    audience: str
    condition: str
    amount: str
    period: str
    way: str
    grounds: tuple[Ground, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(StandingContext):
    """Variables of measures.html."""

    parts: tuple[Part[Card], ...]


def keys(world: World) -> Sequence[str]:
    """The addresses of the lists of measures."""
    return urls_of(world, "政策清单")


def address(_world: World, key: str) -> str:
    """The key is the address."""
    return key


def context(world: World, key: str) -> Context:
    """One list, by 类别 in the order of the data."""
    page = page_at(world, key)
    found = [record for record in page.records if isinstance(record, Measure)]
    anchors = {id(one): f"measure-{place}" for place, one in enumerate(found, 1)}

    def card(one: Measure) -> Card:
        grounds = []
        for reference in one.basis:
            policy = target(world, page, reference)
            badge = views.standing_badge(world, policy) if isinstance(policy, Policy) else None
            grounds.append(Ground(data_link(world, page, reference), badge))
        return Card(
            anchors[id(one)], one.title, one.audience, one.condition, one.amount, one.period, one.way,
            tuple(grounds), tuple(data_link(world, page, reference) for reference in one.links),
        )  # fmt: skip

    return Context(**standing(world, page, "measures"), parts=parts(found, card))
