"""What every page has around its own content: head, breadcrumbs, column tree, foot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from gongkai.model.documents import Document, Interpretation, Page, Policy
from gongkai.model.settings import Column
from gongkai.rendering import urls
from gongkai.rendering.channels import CHANGES, channel_of_page
from gongkai.rendering.columns import Node, tree_of
from gongkai.rendering.corrections import Corrections, corrections_of
from gongkai.rendering.world import World

# Checked in Chromium from file:// too: there 'self' covers every file that a page loads from its own column.
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)

# The later one goes before: more contrast counts for more than a dark system.
COLOURS = (("dark", "screen and (prefers-color-scheme: dark)"), ("contrast", "screen and (prefers-contrast: more)"))

# What a document's page loads, in this order, when it is opened from a search and is to mark what was looked for.
MARKING = ("codec", "terms", "number_query", "query", "loading", "marking", "jump")

# What suggests while one types into the search field of any page, loaded when that is first entered.
SUGGESTING = (
    "codec", "terms", "number_query", "query", "loading", "store", "columns", "sounds", "search", "recent", "suggest", "marking", "drawing",
    "combobox", "field",
)  # fmt: skip


class Link(NamedTuple):
    """Words that lead somewhere; `href` is "" where they lead nowhere."""

    text: str
    href: str = ""


class NavigationItem(NamedTuple):
    """A column in the navigation. `here` = its own page is being read, `open` = something in it is being read."""

    text: str
    href: str
    here: bool
    open: bool
    children: tuple[NavigationItem, ...]


@dataclass(frozen=True, slots=True)
class FooterRow:
    """A line of the foot: label, words, and the address that the words lead to or ""."""

    label: str
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class ColourStyle:
    """A style sheet of other colours: its name, its address, and when it holds unless the reader chooses."""

    name: str
    href: str
    media: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The parts of a frame that are alike for all pages of a folder. `images` gives the addresses of theme/images/ by name."""

    root: str
    site_name: str
    host: str
    home: str
    search: str
    site_map: str
    lists: str
    feed: str
    changes: str
    corrections: str
    portal: Link
    styles: tuple[str, ...]
    colours: tuple[ColourStyle, ...]
    own_style: str
    print_style: str
    scripts: tuple[str, ...]
    later_scripts: tuple[str, ...]
    marking: tuple[str, ...]
    suggesting: tuple[str, ...]
    icon: str
    images: Mapping[str, str]
    footer: tuple[FooterRow, ...]
    built: str
    aged_days: int
    web_home: str
    content_policy: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything the layout shows. `kind` names the page type for the style sheet."""

    kind: str
    title: str
    meta: tuple[tuple[str, str], ...]
    breadcrumbs: tuple[Link, ...]
    navigation: tuple[NavigationItem, ...]
    feed: str
    corrections: Corrections | None
    around: Surroundings


class Place(NamedTuple):
    """Where a page stands: its address, its column (None: none), the steps between the column and the page."""

    address: str
    node: Node | None = None
    steps: tuple[tuple[str, str], ...] = ()


def frame(world: World, kind: str, title: str, place: Place, document: Document | None = None) -> Frame:
    """The frame of a page. With a document it is a content page (ten meta tags), with a column only, seven, else three."""
    settings = world.site.settings
    meta = _site_meta(world)
    if place.node or document:
        meta += _column_meta(world, place.node.column if place.node else None)
    if document:
        meta += _article_meta(world, document)
    shown_here = document or (place.node.introduction if place.node and place.node.address == place.address else None)
    trail = place.node.trail if place.node else ()
    if trail and trail[-1][1] == place.address:
        trail = trail[:-1]
    crumbs = () if kind == "home" else (("首页", urls.HOME), *trail, *place.steps)
    return Frame(
        kind=kind,
        title=settings.name if kind == "home" else f"{title} - {settings.name}",
        meta=tuple((name, content) for name, content in meta if content),
        breadcrumbs=tuple(Link(name, urls.relative(place.address, to)) for name, to in crumbs),
        navigation=_navigation(
            world,
            place.address.rpartition("/")[0],
            tuple(address for _, address in place.node.trail) if place.node else (),
            bool(place.node and place.node.address == place.address),
        ),
        feed=_feed(world, place),
        corrections=corrections_of(world, place.address, shown_here) if shown_here else None,
        around=_surroundings(world, place.address.rpartition("/")[0]),
    )


def _feed(world: World, place: Place) -> str:
    """The feed of the page itself or of its column, "" where only that of everything is left."""
    known = channel_of_page(world)
    found = known.get(place.address) or (known.get(place.node.address) if place.node else "")
    return urls.relative(place.address, found) if found else ""


@lru_cache(maxsize=256)
def _surroundings(world: World, folder: str) -> Surroundings:
    settings, assets = world.site.settings, world.assets
    page = f"{folder}/x.html" if folder else "x.html"

    def asset(name: str) -> str:
        return urls.relative(page, assets[name]) if name in assets else ""

    styles = (asset("style/main.css"), asset("style/columns.css"), asset("style/colour.css"))
    scripts = (asset("scripts/display.js"),)
    later_scripts = (asset("scripts/standing.js"), asset("scripts/page.js"), asset("scripts/speech.js"))
    return Surroundings(
        root=urls.root_from(page),
        site_name=settings.name,
        host=settings.host,
        home=urls.relative(page, urls.HOME),
        search=urls.relative(page, urls.SEARCH),
        site_map=urls.relative(page, urls.SITEMAP),
        lists=urls.relative(page, urls.LISTS),
        feed=urls.relative(page, urls.FEED),
        changes=urls.relative(page, CHANGES),
        corrections=urls.relative(page, urls.CORRECTIONS) if world.site.corrected else "",
        portal=Link(settings.website or "门户网站", settings.portal if urls.is_outside(settings.portal) else ""),
        styles=tuple(address for address in styles if address),
        colours=tuple(
            ColourStyle(name, asset(f"style/{name}.css"), media) for name, media in COLOURS if f"style/{name}.css" in assets
        ),
        own_style=asset("style/own.css"),
        print_style=asset("style/print.css"),
        scripts=tuple(address for address in scripts if address),
        later_scripts=tuple(address for address in later_scripts if address),
        marking=tuple(address for address in (asset(f"search/{name}.js") for name in MARKING) if address),
        suggesting=tuple(address for address in (asset(f"search/{name}.js") for name in SUGGESTING) if address),
        icon=asset("images/icon.svg"),
        images={name.removeprefix("images/"): asset(name) for name in assets if name.startswith("images/")},
        footer=tuple(_footer_row(label, text) for label, text in settings.footer.rows),
        built=world.site.today.isoformat(),
        aged_days=settings.thresholds.get("旧页提示天数", 7),
        web_home=urls.on_the_web(settings.address, urls.HOME),
        content_policy=CONTENT_POLICY,
    )


def _footer_row(label: str, text: str) -> FooterRow:
    """A row whose words are an address becomes a link that says the label."""
    if urls.is_outside(text):
        return FooterRow("", label, text)
    return FooterRow(label, text, "")


@lru_cache(maxsize=1024)
def _navigation(world: World, folder: str, trail: tuple[str, ...], here: bool) -> tuple[NavigationItem, ...]:
    page = f"{folder}/x.html" if folder else "x.html"
    current = trail[-1] if trail else ""

    def item(node: Node) -> NavigationItem:
        return NavigationItem(
            node.column.name,
            urls.relative(page, node.address),
            here and node.address == current,
            node.address in trail,
            tuple(item(child) for child in node.children),
        )

    return tuple(item(node) for node in tree_of(world).top)


# 国办发〔2017〕47号, annex: three tags on every page, four more in a column, three more on a content page.


@lru_cache(maxsize=2)
def _site_meta(world: World) -> tuple[tuple[str, str], ...]:
    settings = world.site.settings
    return (
        ("SiteName", settings.website or settings.name),
        ("SiteDomain", settings.domain),
        ("SiteIDCode", settings.site_code),
    )


def _column_meta(world: World, column: Column | None) -> tuple[tuple[str, str], ...]:
    settings = world.site.settings
    if column is None:
        return (
            ("ColumnName", settings.name),
            ("ColumnDescription", settings.description or settings.name),
            ("ColumnKeywords", settings.keywords or settings.name),
            ("ColumnType", "信息公开"),
        )
    return (
        ("ColumnName", column.name),
        ("ColumnDescription", column.description or f"{settings.host}{column.name}"),
        ("ColumnKeywords", column.keywords or column.name),
        ("ColumnType", column.column_type or "信息公开"),
    )


def _article_meta(world: World, document: Document) -> tuple[tuple[str, str], ...]:
    published: datetime | date | None = None
    source, keywords, description = "", "", ""
    if isinstance(document, (Policy, Interpretation, Page)):
        published = document.published
        source = "、".join(document.organs)
    if isinstance(document, Policy):
        published = published or document.issued or document.written
        source = document.source or source
    if isinstance(document, (Policy, Page)):
        keywords, description = ",".join(document.keywords), document.abstract
    return (
        ("ArticleTitle", document.title),
        ("PubDate", minute(published)),
        ("ContentSource", source or world.site.settings.host),
        ("Keywords", keywords),
        ("Description", description),
    )


def minute(moment: datetime | date | None) -> str:
    """`2024-03-05 09:30`, as 47号文 wants PubDate; a day without a time counts from midnight."""
    if moment is None:
        return ""
    if isinstance(moment, datetime):
        return moment.strftime("%Y-%m-%d %H:%M")
    return f"{moment.isoformat()} 00:00"


def shown(moment: datetime | date | None) -> str:
    """A day or a moment for readers: never a time that no one wrote."""
    return minute(moment) if isinstance(moment, datetime) else moment.isoformat() if moment else ""
