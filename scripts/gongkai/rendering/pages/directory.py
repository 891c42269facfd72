"""机构职能 and 领导: who does what, and how to reach them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.model.records import Office, Person
from gongkai.rendering.frame import Link
from gongkai.rendering.parts import Part, parts
from gongkai.rendering.standing import StandingContext, data_link, page_at, standing, urls_of
from gongkai.rendering.world import World

TEMPLATE = "directory.html"


@dataclass(frozen=True, slots=True)
class OfficeCard:
    """An office."""

    name: str
    link: str
    duty: str
    head: str
    telephone: str
    place: str
    hours: str


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person."""

    name: str
    post: str
    work: str
    history: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(StandingContext):
    """Variables of directory.html."""

    people: tuple[PersonCard, ...]
    parts: tuple[Part[OfficeCard], ...]


def keys(world: World) -> Sequence[str]:
    """The addresses of the pages of offices and of people."""
    return urls_of(world, "机构职能", "领导")


def address(_world: World, key: str) -> str:
    """The key is the address."""
    return key


def context(world: World, key: str) -> Context:
    """One page."""
    page = page_at(world, key)
    offices = [record for record in page.records if isinstance(record, Office)]
    people = [record for record in page.records if isinstance(record, Person)]

    def card(office: Office) -> OfficeCard:
        link = data_link(world, page, office.links[0]).href if office.links else ""
        return OfficeCard(office.name, link, office.duty, office.head, office.telephone, office.place, office.hours)

    return Context(
        **standing(world, page, "directory"),
        people=tuple(
            PersonCard(p.name, p.post, p.work, p.history, tuple(data_link(world, page, x) for x in p.links)) for p in people
        ),
        parts=parts(offices, card),
    )
