"""A 重大行政决策 or a project as one chain, its missing links shown; 征求意见 open or closed, again in the reader's browser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gongkai.linking.chains import CONSULTATION, PARAMETERS, Reached, chain_of
from gongkai.model.documents import Interpretation, Page, Policy
from gongkai.model.records import Step
from gongkai.rendering import views
from gongkai.rendering.frame import Link
from gongkai.rendering.standing import StandingContext, data_link, page_at, standing, target, urls_of
from gongkai.rendering.world import World

TEMPLATE = "chain.html"


@dataclass(frozen=True, slots=True)
class Period:
    """What is said of a consultation in a stretch of days: from `since` on, up to and without `until` ("" = no bound)."""

    since: str
    until: str
    words: str
    kind: str
    now: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A step of a stage."""

    day: str
    until: str
    links: tuple[Link, ...]
    title: str
    badge: views.Badge | None
    form: str
    note: str
    numbers: str
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage: done, missing or still ahead."""

    name: str
    reached: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(StandingContext):
    """Variables of chain.html."""

    heading: str
    stages: tuple[Stage, ...]
    done: int
    missing: tuple[str, ...]


def keys(world: World) -> Sequence[str]:
    """The addresses of the decisions and projects."""
    return urls_of(world, *PARAMETERS)


def address(_world: World, key: str) -> str:
    """The key is the address."""
    return key


def context(world: World, key: str) -> Context:
    """One decision or project."""
    page = page_at(world, key)
    links = chain_of(page, world.site)
    return Context(
        **standing(world, page, "chain"),
        heading="决策过程" if page.page_kind == "重大行政决策" else "项目进程",
        stages=tuple(
            Stage(one.stage, one.reached.value, tuple(_piece(world, page, step) for step in one.steps)) for one in links
        ),
        done=sum(one.reached is Reached.DONE for one in links),
        missing=tuple(one.stage for one in links if one.reached is Reached.MISSING),
    )


def _piece(world: World, page: Page, step: Step) -> Piece:
    documents = [target(world, page, reference) for reference in step.links]
    policy = next((d for d in documents if isinstance(d, Policy)), None) if len(documents) == 1 else None
    explained = next((d for d in documents if isinstance(d, Interpretation)), None) if len(documents) == 1 else None
    named = step.title if len(step.links) == 1 else ""
    share = f"，占 {round(step.adopted * 100 / step.received)}%" if step.received and step.adopted is not None else ""
    return Piece(
        day=step.day.isoformat() if step.day else "",
        until=step.until.isoformat() if step.until else "",
        links=tuple(data_link(world, page, reference, named) for reference in step.links),
        title="" if named else step.title,
        badge=views.standing_badge(world, policy) if policy else None,
        form=explained.explained_by if explained else "",
        note=step.note,
        numbers=f"收到意见 {step.received} 条，采纳 {step.adopted or 0} 条{share}" if step.received is not None else "",
        periods=_periods(step, world.site.today) if step.stage == CONSULTATION else (),
    )


def _periods(step: Step, today: date) -> tuple[Period, ...]:
    """Before it opens, while it is open, after: each with the days on which it holds, the one of today shown."""
    if step.day is None or step.until is None:
        return ()
    opens, closed = step.day, step.until + timedelta(days=1) if step.until < date.max else date.max
    said = (
        (None, opens, f"将于 {opens} 开始征求意见", "ahead"),
        (opens, closed, f"正在征求意见，{step.until} 截止", "open"),
        (closed, None, f"征求意见已于 {step.until} 结束", "closed"),
    )
    return tuple(
        Period(
            since.isoformat() if since else "",
            until.isoformat() if until else "",
            words,
            kind,
            (since is None or since <= today) and (until is None or today < until),
        )
        for since, until, words, kind in said
    )
