"""专题: what the library holds on a topic, gathered by conditions and listed as it stands on the day of the build."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gongkai.model.documents import Interpretation, Page, Policy
from gongkai.model.records import Query
from gongkai.rendering import views
from gongkai.rendering.frame import Link
from gongkai.rendering.organ_pages import page_row
from gongkai.rendering.standing import StandingContext, data_link, page_at, standing, target, urls_of
from gongkai.rendering.world import World

TEMPLATE = "topic.html"
BINDING = "现行有效"
_KINDS: dict[str, type[Policy] | type[Interpretation] | type[Page]] = {"政策": Policy, "解读": Interpretation, "页面": Page}


@dataclass(frozen=True, slots=True)
class Part:
    """What meets one set of conditions."""

    heading: str
    note: str
    policies: tuple[views.PolicyRow, ...]
    interpretations: tuple[views.InterpretationRow, ...]
    pages: tuple[views.PageRow, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(StandingContext):
    """Variables of topic.html."""

    parts: tuple[Part, ...]


def keys(world: World) -> Sequence[str]:
    """The addresses of the topics."""
    return urls_of(world, "专题")


def address(_world: World, key: str) -> str:
    """The key is the address."""
    return key


def context(world: World, key: str) -> Context:
    """One topic."""
    page = page_at(world, key)
    queries = [record for record in page.records if isinstance(record, Query)]
    return Context(**standing(world, page, "topic"), parts=tuple(_part(world, page, query) for query in queries))


def _part(world: World, page: Page, query: Query) -> Part:
    named = [document for reference in query.links if (document := target(world, page, reference))]
    kinds = tuple(_KINDS[kind] for kind in query.kinds if kind in _KINDS) or (Policy, Interpretation)
    site = world.site
    found = [d for d in (*site.public_policies, *site.public_interpretations, *site.public_pages) if isinstance(d, kinds)]
    asks = query.topics or query.words or query.organs or query.genres or query.years or query.states
    documents = {d.path: d for d in (*named, *(d for d in found if asks and d is not page and meets(world, d, query)))}
    others = tuple(data_link(world, page, reference) for reference in query.links if target(world, page, reference) is None)
    return Part(
        query.heading,
        query.note,
        tuple(views.policy_row(world, page.url, d) for d in documents.values() if isinstance(d, Policy)),
        tuple(
            views.interpretation_row(world, page.url, d, with_policies=True)
            for d in documents.values()
            if isinstance(d, Interpretation)
        ),
        tuple(page_row(page.url, d) for d in documents.values() if isinstance(d, Page)),
        others,
    )


def meets(world: World, document: Policy | Interpretation | Page, query: Query) -> bool:
    """Whether a document meets every condition that is given; an interpretation is asked about the policies it explains."""
    policies: tuple[Policy, ...] = ()
    if isinstance(document, Policy):
        policies = (document,)
    elif isinstance(document, Interpretation):
        policies = world.links.policies_of(document)
    keywords = document.keywords if isinstance(document, (Policy, Page)) else ()
    states = {world.links.standing(policy).state for policy in policies}
    names = {state.value for state in states} | ({BINDING} if any(state.binding for state in states) else set())
    conditions: tuple[tuple[tuple[str, ...], Iterable[str]], ...] = (
        (query.topics, (policy.topic for policy in policies)),
        (query.words, (document.title, *keywords)),
        (query.genres, (policy.genre for policy in policies)),
        (query.years, (str(document.day.year) if document.day else "",)),
        (query.organs, (*document.organs, *(name for policy in policies for name in policy.organs))),
    )
    if query.states and not names.intersection(query.states):
        return False
    return all(not wanted or any(word in text for text in texts for word in wanted) for wanted, texts in conditions)
