"""主动公开事项目录: the standard table with its two rows of headings, each item leading to what it promises."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.model.documents import Page
from gongkai.model.records import CatalogueItem
from gongkai.rendering import urls
from gongkai.rendering.frame import Link
from gongkai.rendering.standing import StandingContext, data_link, page_at, standing, urls_of
from gongkai.rendering.world import World

TEMPLATE = "catalogue.html"
_DATED = re.compile(r"^(?P<day>\d{4}-\d\d-\d\d)\s*(?P<words>.*)$")
_ALWAYS = {"公开对象": ("全社会", "特定群体"), "公开方式": ("主动", "依申请")}


@dataclass(frozen=True, slots=True)
class Channel:
    """A way of publishing, ticked or not."""

    name: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class Parted:
    """A column of the table that has columns of its own."""

    name: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """An item. `ticks` are the cells of the parted columns in their order: √, words, or nothing."""

    number: str
    first: str
    second: str
    links: tuple[Link, ...]
    content: str
    basis: str
    time_limit: str
    organ: str
    channels: tuple[Channel, ...]
    ticks: tuple[str, ...]
    extra: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """A change to the catalogue."""

    day: str
    item: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(StandingContext):
    """Variables of catalogue.html."""

    area: str
    others: tuple[Link, ...]
    parted: tuple[Parted, ...]
    tick_names: tuple[str, ...]
    extra: tuple[str, ...]
    with_second: bool
    rows: tuple[Row, ...]
    organs: tuple[str, ...]
    script: str
    changes: tuple[Changed, ...]


def keys(world: World) -> Sequence[str]:
    """The addresses of the catalogues."""
    return urls_of(world, "事项目录")


def address(_world: World, key: str) -> str:
    """The key is the address."""
    return key


def context(world: World, key: str) -> Context:
    """One catalogue."""
    page = page_at(world, key)
    items = [record for record in page.records if isinstance(record, CatalogueItem)]
    parted = tuple(p for name in CatalogueItem.FOLDED if (p := _parted(name, items)).columns)
    extra = tuple(dict.fromkeys(column for item in items for column in item.extra))
    return Context(
        **standing(world, page, "catalogue"),
        area=page.area,
        others=_others(world, page),
        parted=parted,
        tick_names=tuple(column for p in parted for column in p.columns),
        extra=extra,
        with_second=any(item.second for item in items),
        rows=tuple(_row(world, page, item, n, parted, extra) for n, item in enumerate(items, 1)),
        organs=tuple(dict.fromkeys(item.organ for item in items if item.organ)),
        script=urls.relative(key, world.assets["scripts/rows.js"]) if "scripts/rows.js" in world.assets else "",
        changes=_changes(items),
    )


def _others(world: World, page: Page) -> tuple[Link, ...]:
    """The other catalogues: the basic ones, then those of the areas in their order."""
    areas = world.site.settings.parameters["试点领域"]
    found = [p for p in world.site.public_pages if p.page_kind == "事项目录" and p is not page]
    found.sort(key=lambda p: (areas.index(p.area) + 1 if p.area in areas else 0, p.path))
    return tuple(Link(p.area or p.title, urls.relative(page.url, p.url)) for p in found)


def _values(item: CatalogueItem, name: str) -> tuple[str, ...]:
    return {"公开对象": item.audience, "公开方式": item.ways, "公开层级": item.levels}[name]


def _parted(name: str, items: Sequence[CatalogueItem]) -> Parted:
    """The columns of a parted column: those of the standard, then every other that occurs, in the order of the form."""
    present = {value.partition("：")[0] for item in items for value in _values(item, name)}
    known = (*CatalogueItem.FOLDED[name], *sorted(present - set(CatalogueItem.FOLDED[name])))
    always = _ALWAYS.get(name, ()) if present else ()
    return Parted(name, tuple(value for value in known if value in present or value in always))


def _row(
    world: World, page: Page, item: CatalogueItem, number: int, parted: tuple[Parted, ...], extra: tuple[str, ...]
) -> Row:
    given = {v.partition("：")[0]: v.partition("：")[2] or "√" for p in parted for v in _values(item, p.name)}
    standard = world.site.settings.parameters["公开渠道"]
    others = tuple(Channel(name, True) for name in item.channels if name not in standard)
    return Row(
        number=item.number or str(number),
        first=item.first,
        second=item.second,
        links=tuple(data_link(world, page, reference) for reference in item.links),
        content=item.content,
        basis=item.basis,
        time_limit=item.time_limit,
        organ=item.organ,
        channels=(*(Channel(name, name in item.channels) for name in standard), *others),
        ticks=tuple(given.get(column, "") for p in parted for column in p.columns),
        extra=tuple(item.extra.get(column, "") for column in extra),
    )


def _changes(items: Sequence[CatalogueItem]) -> tuple[Changed, ...]:
    """The changes that items note (`2026-05-19 新增`), the newest first; several in a cell are parted by “；”."""
    found = []
    for item in items:
        for note in filter(None, (part.strip() for part in re.split("[；;]", item.changed))):
            dated = _DATED.match(note)
            found.append(Changed(dated["day"], item.name, dated["words"]) if dated else Changed("", item.name, note))
    return tuple(sorted(found, key=lambda change: change.day, reverse=True))
