"""What readers can subscribe to: each whole list, each organ, each column of pages, and every change of a state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache, partial
from heapq import nlargest

from gongkai.model.documents import Document, Interpretation, Policy, day_of
from gongkai.rendering import urls
from gongkai.rendering.columns import tree_of
from gongkai.rendering.facets import EVERY_POLICY, INTERPRETATIONS, POLICIES, listings
from gongkai.rendering.world import World

CHANGES = "feeds/changes.xml"
CORRECTIONS = "feeds/corrections.xml"
ENTRIES = 30
_CHINA = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class News:
    """An entry: its words, the address it leads to, a name for it that never changes, when (ISO 8601), of what kind."""

    title: str
    url: str
    name: str
    moment: str
    kind: str
    summary: str


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed: its address, its title, the page it belongs to, its newest entries first."""

    address: str
    title: str
    page: str
    news: tuple[News, ...]


def channels(world: World) -> tuple[Channel, ...]:
    """Every feed of the column, the one of everything first."""
    return tuple(Channel(address, title, page, news()) for address, title, page, news in _channels(world))


def _channels(world: World) -> Iterator[tuple[str, str, str, Callable[[], tuple[News, ...]]]]:
    """Of each feed address, title and page, and what tells its entries: to be known by its address it needs none."""
    site, name = world.site, world.site.settings.name
    everything: tuple[Document, ...] = (*site.public_policies, *site.public_interpretations)
    yield urls.FEED, name, urls.HOME, partial(_newest, world, everything)
    for listing in listings(world).values():
        if listing.slug in (POLICIES, EVERY_POLICY, INTERPRETATIONS) or listing.facet == "organ":
            title = f"{name}：{listing.heading}"
            yield f"feeds/{listing.slug}.xml", title, urls.list_address(listing.slug), partial(_newest, world, listing.documents)
    for node in tree_of(world).nodes:
        pages = (*node.pages, *node.gathered)
        if pages and node.has_own_page:
            yield f"feeds/column-{node.column.code}.xml", f"{name}：{node.column.name}", node.address, partial(_newest, world, pages)
    if site.corrected:
        yield CORRECTIONS, f"{name}：更正记录", urls.CORRECTIONS, partial(_corrections, world)
    yield CHANGES, f"{name}：有效性变化", urls.POLICY_LIST, partial(_changes, world)


def channel_of_page(world: World) -> Mapping[str, str]:
    """The feed of a page that has one of its own: page address → feed address."""
    return _channel_of_page(world) if world.feeds_of_pages is None else world.feeds_of_pages


@lru_cache(maxsize=2)
def _channel_of_page(world: World) -> Mapping[str, str]:
    return {page: address for address, _, page, _ in _channels(world) if address not in (urls.FEED, CHANGES)}


def moment_of(document: Document) -> str:
    """When a document became public, in the time of China; a day without a time counts from midnight."""
    published = getattr(document, "published", None) or document.day
    clock = published.time() if isinstance(published, datetime) else time()
    return _at(day_of(published) or date(1970, 1, 1), clock)


def _newest(world: World, documents: Iterable[Document]) -> tuple[News, ...]:
    moments = _moments(world)
    newest = nlargest(ENTRIES, documents, key=lambda d: moments[d.path])
    return tuple(
        News(_title(d), d.url, d.url, moments[d.path][0], d.KIND_WORD, "" if isinstance(d, Interpretation) else getattr(d, "abstract", ""))
        for d in newest
    )


@lru_cache(maxsize=2)
def _moments(world: World) -> Mapping[str, tuple[str, str]]:
    """When each document became public, and its slug: by that the newest are first. By the paths of their sources."""
    return {document.path: (moment_of(document), document.slug) for document in world.site.documents()}


def _changes(world: World) -> tuple[News, ...]:
    """Each day on which a state changed, until today; that a document began is no change."""
    today = world.site.today
    found = [
        (change.since, policy.slug, change, policy)
        for policy in world.site.public_policies
        for change in world.links.standing(policy).life[1:]
        if change.since and change.since <= today
    ]
    found.sort(key=lambda one: one[:2], reverse=True)
    return tuple(
        News(
            f"{change.state.value}：{_title(policy)}", policy.url, f"{policy.url}#{change.state.slug}-{since.isoformat()}",
            _at(since, time()), "有效性变化", change.reason,
        )
        for since, _, change, policy in found[:ENTRIES]
    )  # fmt: skip


def _corrections(world: World) -> tuple[News, ...]:
    """The newest corrections; two of one document on one day are told apart by their order."""
    seen: Counter[str] = Counter()
    found = []
    for correction, document in world.site.corrected[:ENTRIES]:
        name = f"{document.url}#corrected-{correction.day.isoformat()}"
        seen[name] += 1
        name += f"-{seen[name]}" if seen[name] > 1 else ""
        found.append(News(f"更正：{_title(document)}", document.url, name, _at(correction.day, time()), "更正", correction.text))
    return tuple(found)


def _title(document: Document) -> str:
    number = f"（{document.number}）" if isinstance(document, Policy) and document.number else ""
    return document.title + number


def _at(day: date, clock: time) -> str:
    return datetime.combine(day, clock, _CHINA).isoformat()
