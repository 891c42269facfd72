"""A policy: its state first, then what it is, what explains it, its text, and how it hangs together with others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from gongkai.model.documents import Policy
from gongkai.model.validity import Effect, Standing, StateChange, Validity
from gongkai.reading.values import EXPLANATION_FORMS
from gongkai.rendering import urls, views
from gongkai.rendering.columns import tree_of
from gongkai.rendering.frame import Frame, Link, Place, frame, shown
from gongkai.rendering.legislation import legislation
from gongkai.rendering.life_line import LifeLine, life_line
from gongkai.rendering.policy_relations import cleaning_of, reviews_of, spoken_of
from gongkai.rendering.templates import Markup
from gongkai.rendering.world import World

TEMPLATE = "policy.html"

# Readers ask first what a document rests on, then what became of it.
_ORDER = (Effect.RESTS_ON, Effect.AMENDS, Effect.REPEALS, Effect.DECLARES_LAPSED, Effect.FORWARDS)


class Related(NamedTuple):
    """A related document: a policy of this column, or words for one outside it."""

    policy: views.PolicyRow | None
    text: str


class Group(NamedTuple):
    """Related documents under one heading."""

    heading: str
    rows: tuple[Related, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """Variables of policy.html."""

    frame: Frame
    title: str
    number: str
    state: views.Badge
    story: tuple[views.Change, ...]
    upcoming: views.Change | None
    coming: tuple[views.Change, ...]
    facts: tuple[views.Fact, ...]
    interpretations: tuple[views.InterpretationRow, ...]
    web_interpretations: tuple[Link, ...]
    contents: tuple[views.ContentsItem, ...]
    body: Markup
    attachments: tuple[views.Attachment, ...]
    downloads: tuple[views.Attachment, ...]
    groups: tuple[Group, ...]
    cited_by: tuple[views.PolicyRow, ...]
    cited_elsewhere: tuple[Link, ...]
    cleaning: Link
    reviews: tuple[Link, ...]
    spoken_of: tuple[tuple[str, tuple[Link, ...]], ...]
    life: tuple[views.Change, ...]
    life_line: LifeLine | None
    source: str
    published: str
    citation: str
    web_address: str
    red_head: str
    imprint: Link
    data: str
    legislation: Markup


def keys(world: World) -> Sequence[str]:
    """The slugs of the published policies."""
    return [policy.slug for policy in world.site.public_policies]


def address(world: World, key: str) -> str:
    """The policy's own address."""
    return world.links.policies[key].url


def context(world: World, key: str) -> Context:
    """All of one policy."""
    policy = world.links.policies[key]
    page, links = policy.url, world.links
    standing = links.standing(policy)
    number = str(policy.number or "")
    upcoming = standing.upcoming
    if upcoming and upcoming.reason == standing.now.reason:
        upcoming = None  # 尚未施行 says already from when on
    groups, named = _groups(world, page, policy)
    named |= {policy.url, *(interpretation.url for interpretation in links.interpretations_of(policy))}
    citing = [world.site.by_url[url] for url in links.cited_by.get(key, ()) if url not in named]
    return Context(
        frame=frame(world, "policy", policy.title, Place(page, tree_of(world).policies), policy),
        title=policy.title,
        number=number,
        state=views.badge(standing.state),
        story=tuple(views.change(world, page, state) for state in _story(standing)),
        upcoming=views.change(world, page, upcoming) if upcoming else None,
        coming=tuple(views.change(world, page, state) for state in standing.after(world.site.today)),
        facts=views.facts(world, page, policy),
        interpretations=_explanations(world, policy),
        web_interpretations=tuple(
            Link(target, target) for target in links.web_interpretations.get(key, ()) if urls.is_outside(target)
        ),
        contents=views.contents(policy.body.headings),
        body=views.finished_text(world, policy),
        attachments=views.attachments(world, page, policy, policy.attachments),
        downloads=tuple(
            views.Attachment(urls.relative(page, d.address), d.name, d.form.upper(), views.readable_size(len(d.content)))
            for d in world.downloads(policy)
        ),
        groups=groups,
        cited_by=tuple(views.policy_row(world, page, other) for other in citing if isinstance(other, Policy)),
        cited_elsewhere=tuple(
            Link(other.title, urls.relative(page, other.url)) for other in citing if not isinstance(other, Policy)
        ),
        cleaning=cleaning_of(world, policy),
        reviews=reviews_of(world, policy),
        spoken_of=spoken_of(world, policy),
        life=tuple(views.change(world, page, state) for state in standing.life),
        life_line=life_line(policy, standing, world.site.today),
        source=policy.source or "、".join(policy.organs),
        published=shown(policy.published),
        citation=f"《{policy.title}》（{number}）" if number else f"《{policy.title}》",
        web_address=urls.on_the_web(world.site.settings.address, page),
        red_head="、".join(policy.organs[:3]),
        imprint=Link("".join(policy.organs[:1]), _in_words(policy.issued or policy.written)),
        data=f"{urls.encoded(policy.slug)}.json",
        legislation=legislation(world, policy),
    )


def _story(standing: Standing) -> tuple[StateChange, ...]:
    """How it came to the state of today; that a document was once still to come is no news any more."""
    if standing.now not in standing.life:
        return (standing.now,)
    past = standing.life[: standing.life.index(standing.now) + 1]
    return tuple(c for c in past if c is standing.now or c.state is not Validity.NOT_YET)


def _explanations(world: World, policy: Policy) -> tuple[views.InterpretationRow, ...]:
    """What explains a policy, by form; of each form in the order in which it is linked. A 图解 shows its picture."""
    found = sorted(world.links.interpretations_of(policy), key=lambda i: _form_rank(i.explained_by))
    rows = ((one, views.interpretation_row(world, policy.url, one)) for one in found)
    return tuple(views.drawn(world, policy.url, row, one) if one.explained_by == "图解" else row for one, row in rows)


def _form_rank(form: str) -> int:
    return EXPLANATION_FORMS.index(form) if form in EXPLANATION_FORMS else len(EXPLANATION_FORMS)


def _groups(world: World, page: str, policy: Policy) -> tuple[tuple[Group, ...], set[str]]:
    """Effects of the policy and on it, by heading, and the addresses that they name."""
    active = world.links.effects_of.get(policy.slug, ())
    passive = world.links.effects_on.get(policy.slug, ())
    groups: list[Group] = []
    for effect in _ORDER:
        rows = [_related(world, page, link.target, link.text) for link in active if link.effect is effect]
        if rows:
            groups.append(Group(effect.value, tuple(rows)))
        rows = [_related(world, page, link.source, link.text) for link in passive if link.effect is effect]
        if rows:
            groups.append(Group(effect.passive, tuple(rows)))
    slugs = {*(link.target for link in active), *(link.source for link in passive)}
    return tuple(groups), {world.links.policies[slug].url for slug in slugs if slug in world.links.policies}


def _related(world: World, page: str, slug: str, text: str) -> Related:
    other = world.links.policies.get(slug)
    return Related(views.policy_row(world, page, other), "") if other else Related(None, text)


def _in_words(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
