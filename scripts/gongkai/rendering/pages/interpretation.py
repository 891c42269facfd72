"""An interpretation: the policies it explains with their state on top, then its text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gongkai.linking.links import Fault
from gongkai.model.documents import Interpretation
from gongkai.rendering import urls, views
from gongkai.rendering.columns import tree_of
from gongkai.rendering.frame import Frame, Place, frame, shown
from gongkai.rendering.templates import Markup
from gongkai.rendering.world import World

TEMPLATE = "interpretation.html"


@dataclass(frozen=True, slots=True)
class Explained:
    """A policy that is explained, with its state in words and those to come."""

    policy: views.PolicyRow
    now: views.Change
    coming: tuple[views.Change, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """Variables of interpretation.html."""

    frame: Frame
    title: str
    form: str
    stage: str
    explains: tuple[Explained, ...]
    explains_outside: tuple[str, ...]
    organ: str
    speaker: str
    telephone: str
    published: str
    contents: tuple[views.ContentsItem, ...]
    body: Markup
    attachments: tuple[views.Attachment, ...]
    others: tuple[views.InterpretationRow, ...]
    extra: tuple[tuple[str, str], ...]
    citation: str
    web_address: str


def keys(world: World) -> Sequence[str]:
    """The slugs of the published interpretations."""
    return [interpretation.slug for interpretation in world.site.public_interpretations]


def address(world: World, key: str) -> str:
    """The interpretation's own address."""
    return world.links.interpretations[key].url


def context(world: World, key: str) -> Context:
    """All of one interpretation."""
    interpretation = world.links.interpretations[key]
    page, links = interpretation.url, world.links
    policies = links.policies_of(interpretation)
    others = {o.slug: o for policy in policies for o in links.interpretations_of(policy) if o.slug != key}
    return Context(
        frame=frame(
            world, "interpretation", interpretation.title, Place(page, tree_of(world).interpretations), interpretation
        ),
        title=interpretation.title,
        form=interpretation.explained_by,
        stage=interpretation.stage,
        explains=tuple(
            Explained(
                views.policy_row(world, page, p),
                views.change(world, page, links.standing(p).now),
                tuple(views.change(world, page, state) for state in links.standing(p).after(world.site.today)),
            )
            for p in policies
        ),
        explains_outside=_outside(world).get(interpretation.path, ()),
        organ="、".join(interpretation.organs),
        speaker=interpretation.speaker,
        telephone=interpretation.telephone,
        published=shown(interpretation.published),
        contents=views.contents(interpretation.body.headings),
        body=views.finished_text(world, interpretation),
        attachments=views.attachments(world, page, interpretation, interpretation.attachments),
        others=tuple(views.interpretation_row(world, page, other) for other in list(others.values())[:OTHERS]),
        extra=tuple((label, text) for label, text in interpretation.extra.items() if text),
        citation=_citation(interpretation),
        web_address=urls.on_the_web(world.site.settings.address, page),
    )


OTHERS = 20
"""Other interpretations of the same policies that a page lists; the policy's page has them all."""


@lru_cache(maxsize=2)
def _outside(world: World) -> Mapping[str, tuple[str, ...]]:
    """What each interpretation says it explains that this column does not hold, by path."""
    found: dict[str, tuple[str, ...]] = {}
    for fault in world.links.faults:
        if fault.key == "解读对象" and fault.fault in (Fault.DANGLING, Fault.AMBIGUOUS):
            found[fault.place.path] = (*found.get(fault.place.path, ()), fault.text)
    return found


def _citation(interpretation: Interpretation) -> str:
    """An interpretation has no 文号: who explained and when stand in its place."""
    day = interpretation.day.isoformat() if interpretation.day else ""
    origin = "，".join(part for part in ("、".join(interpretation.organs), day) if part)
    return f"《{interpretation.title}》（{origin}）" if origin else f"《{interpretation.title}》"
