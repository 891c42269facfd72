"""会议: what each meeting decided, with the documents that came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gongkai.model.records import Resolution
from gongkai.rendering.frame import Link
from gongkai.rendering.standing import StandingContext, data_link, page_at, standing, urls_of
from gongkai.rendering.world import World

TEMPLATE = "meetings.html"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing on the agenda."""

    title: str
    decision: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting with its agenda."""

    name: str
    day: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(StandingContext):
    """Variables of meetings.html."""

    meetings: tuple[Meeting, ...]


def keys(world: World) -> Sequence[str]:
    """The addresses of the lists of meetings."""
    return urls_of(world, "会议")


def address(_world: World, key: str) -> str:
    """The key is the address."""
    return key


def context(world: World, key: str) -> Context:
    """The meetings of a page, the newest first."""
    page = page_at(world, key)
    held: dict[tuple[date, str], list[Resolution]] = {}
    for record in page.records:
        if isinstance(record, Resolution):
            held.setdefault((record.day or date.min, record.meeting), []).append(record)
    return Context(
        **standing(world, page, "meetings"),
        meetings=tuple(
            Meeting(
                name,
                day.isoformat() if day != date.min else "",
                tuple(Item(r.title, r.decision, tuple(data_link(world, page, x) for x in r.links)) for r in resolutions),
            )
            for (day, name), resolutions in sorted(held.items(), key=lambda pair: pair[0], reverse=True)
        ),
    )
