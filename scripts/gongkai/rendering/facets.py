"""The lists of the column: everything, and every way to part it (有效性, 机关, 主题分类, 年份, 文种, 解读形式)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from gongkai.model.documents import Document, Interpretation, Policy
from gongkai.model.validity import Validity
from gongkai.rendering import urls
from gongkai.rendering.world import World

POLICIES, INTERPRETATIONS, EVERY_POLICY, BINDING = "policies", "interpretations", "policies-all", "validity-binding"


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet that a document has. `rank` orders the values, `parent` is the slug of the wider list."""

    slug: str
    label: str
    rank: tuple[int, ...] = ()
    parent: str = ""


_BINDING = Value(BINDING, "现行有效", (-1,))
_STATES = {state: Value(f"validity-{state.slug}", f"{state.sign} {state.value}", (place,)) for place, state in enumerate(Validity)}


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to part the documents of a kind: code for addresses, its name, the heading of a list, its values."""

    code: str
    name: str
    of: type[Document]
    heading: str
    values: Callable[[World, Document], Iterator[Value]]


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """One list: its slug, the words for it among its like, its heading, what is in it, newest first."""

    slug: str
    label: str
    heading: str
    facet: str
    parent: str
    documents: tuple[Document, ...]


def _validity(world: World, document: Document) -> Iterator[Value]:
    assert isinstance(document, Policy)
    state = world.links.standing(document).state
    if state.binding:
        yield _BINDING
    yield _STATES[state]


def _organ(world: World, document: Document) -> Iterator[Value]:
    assert isinstance(document, Policy)
    for name in document.organs:
        yield Value(organ_slug(world, name), name, (_organ_ranks(world).get(name, 9999),))


def _topic(world: World, document: Document) -> Iterator[Value]:
    assert isinstance(document, Policy)
    first, _, second = document.topic.partition("\\")
    if first:
        rank = _topic_ranks(world).get(first, 9999)
        yield Value(topic_slug(first), first, (rank,))
        if second:
            yield Value(topic_slug(document.topic), second, (rank, 1), topic_slug(first))


def _year(_world: World, document: Document) -> Iterator[Value]:
    if document.day:
        yield Value(f"year-{document.day.year}", f"{document.day.year}年", (-document.day.year,))


def _genre(world: World, document: Document) -> Iterator[Value]:
    assert isinstance(document, Policy)
    if document.genre:
        genres = world.site.settings.genres
        rank = genres.index(document.genre) if document.genre in genres else 9999
        yield Value(f"genre-{urls.short_hash(document.genre)}", document.genre, (rank,))


def _form(_world: World, document: Document) -> Iterator[Value]:
    assert isinstance(document, Interpretation)
    if document.explained_by:
        yield Value(f"form-{urls.short_hash(document.explained_by)}", document.explained_by)


# The order of this table is the order on the pages. A new way to part the column is one more row.
FACETS: tuple[Facet, ...] = (
    Facet("validity", "有效性", Policy, "政策文件：{}", _validity),
    Facet("topic", "主题分类", Policy, "政策文件：{}", _topic),
    Facet("organ", "发文机关", Policy, "{}的政策文件", _organ),
    Facet("year", "年份", Policy, "政策文件：{}", _year),
    Facet("genre", "文种", Policy, "政策文件：{}", _genre),
    Facet("form", "解读形式", Interpretation, "政策解读：{}", _form),
)

_BUNDLED = frozenset({"organ", "topic"})


@lru_cache(maxsize=2)
def bundled(world: World) -> tuple[Listing, ...]:
    """The lists whose files can be taken away in one ZIP: those of an organ and of a whole topic, if there are several."""
    if not world.bundled:
        return ()
    whole = (one for one in listings(world).values() if one.facet in _BUNDLED and not one.parent)
    return tuple(one for one in whole if len(one.documents) > 1)


def whole_lists_of(world: World, policy: Policy) -> list[str]:
    """The slugs of the lists of organs and of whole topics that a policy stands in."""
    return [value.slug for facet in FACETS if facet.code in _BUNDLED for value in facet.values(world, policy) if not value.parent]


@lru_cache(maxsize=2)
def listings(world: World) -> Mapping[str, Listing]:
    """Every list of a world by slug: first the whole kinds, then facet by facet, values in their order."""
    site = world.site
    found: dict[str, Listing] = {}
    binding = tuple(p for p in site.public_policies if world.links.standing(p).state.binding)
    if site.settings.only_in_force:
        found[POLICIES] = Listing(POLICIES, "现行有效", "政策文件", "", "", binding)
        found[EVERY_POLICY] = Listing(EVERY_POLICY, "全部", "全部政策文件", "", "", site.public_policies)
    else:
        found[POLICIES] = Listing(POLICIES, "全部", "政策文件", "", "", site.public_policies)
    found[INTERPRETATIONS] = Listing(INTERPRETATIONS, "全部", "政策解读", "", "", site.public_interpretations)
    for facet in FACETS:
        for listing in _parted(world, facet):
            found.setdefault(listing.slug, listing)
    return found


@lru_cache(maxsize=2)
def listings_by_facet(world: World) -> Mapping[str, tuple[Listing, ...]]:
    """The lists of each facet, those of the first level only."""
    found: dict[str, list[Listing]] = {facet.code: [] for facet in FACETS}
    for listing in listings(world).values():
        if listing.facet and not listing.parent:
            found[listing.facet].append(listing)
    return {code: tuple(those) for code, those in found.items()}


@lru_cache(maxsize=2)
def narrower(world: World) -> Mapping[str, tuple[Listing, ...]]:
    """The lists within a list, by the slug of the wider one."""
    found: dict[str, list[Listing]] = {}
    for listing in listings(world).values():
        if listing.parent:
            found.setdefault(listing.parent, []).append(listing)
    return {slug: tuple(those) for slug, those in found.items()}


def page_count(world: World, listing: Listing) -> int:
    """How many pages a list has; an empty list has one."""
    return max(1, -(-len(listing.documents) // per_page(world)))


def per_page(world: World) -> int:
    """Documents on one page of a list."""
    return world.site.settings.thresholds.get("每页条数", 20)


def _parted(world: World, facet: Facet) -> list[Listing]:
    source: tuple[Document, ...]
    source = world.site.public_policies if facet.of is Policy else world.site.public_interpretations
    values: dict[str, Value] = {}
    held: dict[str, list[Document]] = {}
    for document in source:
        for value in facet.values(world, document):
            values.setdefault(value.slug, value)
            documents = held.setdefault(value.slug, [])
            if not documents or documents[-1] is not document:
                documents.append(document)
    ordered = sorted(values.values(), key=lambda v: (v.rank, -len(held[v.slug]), v.label))
    return [
        Listing(
            v.slug,
            v.label,
            facet.heading.format(v.label.split(" ")[-1]),
            facet.code,
            v.parent,
            tuple(held[v.slug]),
        )
        for v in ordered
    ]


def organ_slug(world: World, name: str) -> str:
    """`organ-` and the organ's code; eight characters of a hash where it has none that is its alone."""
    return f"organ-{_organ_codes(world).get(name) or urls.short_hash(name)}"


def topic_slug(topic: str) -> str:
    """The slug of a 主题分类 of the first level or, written 一级\\二级, of the second."""
    return f"topic-{urls.short_hash(topic)}"


@lru_cache(maxsize=2)
def _organ_codes(world: World) -> Mapping[str, str]:
    organs = world.site.settings.organs
    codes = [organ.code for organ in organs]
    # A code that ends like a page number would meet the second page of another list.
    return {o.name: o.code for o in organs if codes.count(o.code) == 1 and not re.search(r"-\d+$", o.code)}


@lru_cache(maxsize=2)
def _organ_ranks(world: World) -> Mapping[str, int]:
    return {organ.name: i for i, organ in enumerate(world.site.settings.organs)}


@lru_cache(maxsize=2)
def _topic_ranks(world: World) -> Mapping[str, int]:
    return {topic: i for i, topic in enumerate(world.site.settings.topics)}
