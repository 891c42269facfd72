"""重大行政决策 and projects as chains: the stages in their order, what each has, which are missing, what is open today.

The stages of a decision: 重大行政决策程序暂行条例 arts. 3, 15, 32, 36; those of a project are a default that a site can
replace (规则参数 决策环节, 项目阶段). A stage is missing when a later one is there already.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from gongkai.model.documents import Page
from gongkai.model.records import Step
from gongkai.model.site import Site

PARAMETERS = {"重大行政决策": "决策环节", "项目": "项目阶段"}
"""The kinds of pages that are chains, and the parameter that gives their stages."""
CONSULTATION, FEEDBACK = "征求意见", "采纳情况"


class Reached(Enum):
    """How far a stage is."""

    DONE = "done"
    MISSING = "missing"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Link:
    """A stage of a chain with its steps, the earliest first."""

    stage: str
    reached: Reached
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Consultation:
    """A 征求意见: its step, the day it opens and the last day; `answered` once its 采纳情况 is there."""

    step: Step
    opens: date
    closes: date
    answered: bool

    @property
    def days(self) -> int:
        """How many days it is open, both ends counted."""
        return (self.closes - self.opens).days + 1


def steps_of(page: Page) -> tuple[Step, ...]:
    """The steps of a chain's page, as its data files give them."""
    return tuple(record for record in page.records if isinstance(record, Step))


def stages_of(page: Page, site: Site) -> tuple[str, ...]:
    """The stages of the page's kind; none where the page is no chain."""
    parameter = PARAMETERS.get(page.page_kind)
    return site.settings.parameters[parameter] if parameter else ()


def chain_of(page: Page, site: Site) -> tuple[Link, ...]:
    """The stages in their order, each with its steps; stages that the form has not come last."""
    steps = steps_of(page)
    stages = stages_of(page, site)
    present = {step.stage for step in steps}
    last = max((place for place, stage in enumerate(stages) if stage in present), default=-1)
    links = []
    for place, stage in enumerate(stages):
        own = sorted((s for s in steps if s.stage == stage), key=lambda s: (s.day or date.max, s.line))
        missing = place < last and stage not in site.settings.parameters["可缺的阶段"]
        reached = Reached.DONE if own else Reached.MISSING if missing else Reached.AHEAD
        links.append(Link(stage, reached, tuple(own)))
    others = dict.fromkeys(step.stage for step in steps if step.stage not in stages)
    return (*links, *(Link(s, Reached.DONE, tuple(step for step in steps if step.stage == s)) for s in others))


def consultations(page: Page) -> Iterator[Consultation]:
    """The consultations of a decision that say when they open and close; the nth 采纳情况 answers the nth of them."""
    steps = steps_of(page)
    answers = sum(1 for step in steps if step.stage == FEEDBACK)
    asked = sorted((s for s in steps if s.stage == CONSULTATION and s.day and s.until), key=lambda s: (s.day, s.until))
    for place, step in enumerate(asked):
        assert step.day and step.until
        yield Consultation(step, step.day, step.until, place < answers)
