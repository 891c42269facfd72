"""依据目录: the laws, regulations and documents of higher organs that this organ carries out, each with its official
address and with the documents of the column that were made on its ground."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gongkai.model.document_number import read_number
from gongkai.model.records import Authority
from gongkai.model.validity import Effect, Validity
from gongkai.rendering import urls, views
from gongkai.rendering.frame import Link
from gongkai.rendering.parts import Part, parts
from gongkai.rendering.standing import StandingContext, data_link, page_at, standing, urls_of
from gongkai.rendering.world import World

TEMPLATE = "authorities.html"
_GROUND = (Effect.RESTS_ON, Effect.FORWARDS)


@dataclass(frozen=True, slots=True)
class Row:
    """A law or document: what it is, whether it is in force, where it is read, what of ours rests on it."""

    title: str
    href: str
    number: str
    organs: str
    issued: str
    since: str
    badge: views.Badge | None
    state: str
    others: tuple[Link, ...]
    resting: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(StandingContext):
    """Variables of authorities.html."""

    parts: tuple[Part[Row], ...]


def keys(world: World) -> Sequence[str]:
    """The addresses of these catalogues."""
    return urls_of(world, "依据目录")


def address(_world: World, key: str) -> str:
    """The key is the address."""
    return key


def context(world: World, key: str) -> Context:
    """One catalogue, by 类别 in the order of the data."""
    page = page_at(world, key)
    found = [record for record in page.records if isinstance(record, Authority)]

    def row(one: Authority) -> Row:
        links = [data_link(world, page, reference) for reference in one.links]
        first = next((link.href for link in links if link.href), "")
        state = next((state for state in Validity if state.value == (one.state or Validity.IN_FORCE.value)), None)
        return Row(
            one.title,
            first,
            one.number,
            "、".join(one.organs),
            one.issued.isoformat() if one.issued else "",
            one.from_day.isoformat() if one.from_day else "",
            views.badge(state) if state else None,
            one.state,
            tuple(link for link in links if link.href != first),
            tuple(Link(title, urls.relative(key, url)) for title, url in _resting(world).get(_named(one.number or one.title), ())),
        )

    return Context(**standing(world, page, "authorities"), parts=parts(found, row))


@lru_cache(maxsize=2)
def _resting(world: World) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Title and address of each public document that names a document from outside as its ground (依据, 转发), by that name."""
    found: dict[str, list[tuple[str, str]]] = {}
    for policy in world.site.public_policies:
        for link in world.links.effects_of.get(policy.slug, ()):
            if link.effect in _GROUND and not link.target:
                found.setdefault(_named(link.text), []).append((policy.title, policy.url))
    return {name: tuple(those) for name, those in found.items()}


def _named(text: str) -> str:
    """A 文号 in whatever spelling is one name; anything else is itself, without the marks of a title."""
    number = read_number(text).number
    return str(number) if number else text.strip("《》")
