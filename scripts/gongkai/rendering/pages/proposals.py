"""建议提案: each with its text and its reply, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.model.documents import Page, Reference
from gongkai.model.records import Proposal
from gongkai.rendering.frame import Link
from gongkai.rendering.standing import StandingContext, data_link, page_at, standing, urls_of
from gongkai.rendering.world import World

TEMPLATE = "proposals.html"


@dataclass(frozen=True, slots=True)
class Row:
    """A proposal with its reply, or without one yet."""

    number: str
    kind: str
    title: str
    proposer: str
    organ: str
    assigned: str
    abstract: str
    content: tuple[Link, ...]
    replied: str
    reply: tuple[Link, ...]
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(StandingContext):
    """Variables of proposals.html."""

    rows: tuple[Row, ...]
    answered: int


def keys(world: World) -> Sequence[str]:
    """The addresses of the lists of proposals."""
    return urls_of(world, "建议提案")


def address(_world: World, key: str) -> str:
    """The key is the address."""
    return key


def context(world: World, key: str) -> Context:
    """One list."""
    page = page_at(world, key)
    proposals = [record for record in page.records if isinstance(record, Proposal)]
    return Context(
        **standing(world, page, "proposals"),
        rows=tuple(_row(world, page, one) for one in proposals),
        answered=sum(bool(one.reply) for one in proposals),
    )


def _row(world: World, page: Page, one: Proposal) -> Row:
    def links(references: tuple[Reference, ...]) -> tuple[Link, ...]:
        return tuple(data_link(world, page, reference) for reference in references)

    return Row(
        number=one.number,
        kind=one.kind,
        title=one.title,
        proposer=one.proposer,
        organ=one.organ,
        assigned=one.assigned.isoformat() if one.assigned else "",
        abstract=one.abstract,
        content=links(one.content),
        replied=one.replied.isoformat() if one.replied else "",
        reply=links(one.reply),
        result=one.result,
    )
