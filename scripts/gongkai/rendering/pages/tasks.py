"""重点任务: what the year is to bring, told quarter by quarter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.model.records import Task
from gongkai.rendering.frame import Link
from gongkai.rendering.parts import Part, parts
from gongkai.rendering.standing import StandingContext, data_link, page_at, standing, urls_of
from gongkai.rendering.world import World

TEMPLATE = "tasks.html"


@dataclass(frozen=True, slots=True)
class Row:
    """A task; `progress` has a word for each quarter that is shown."""

    number: str
    title: str
    goal: str
    organ: str
    progress: tuple[str, ...]
    state: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(StandingContext):
    """Variables of tasks.html."""

    parts: tuple[Part[Row], ...]
    quarters: tuple[str, ...]
    states: tuple[tuple[str, int], ...]


def keys(world: World) -> Sequence[str]:
    """The addresses of the lists of tasks."""
    return urls_of(world, "重点任务")


def address(_world: World, key: str) -> str:
    """The key is the address."""
    return key


def context(world: World, key: str) -> Context:
    """One list. Quarters of which nothing is said of any task are left out."""
    page = page_at(world, key)
    tasks = [record for record in page.records if isinstance(record, Task)]
    shown = [place for place in range(len(Task.QUARTERS)) if any(task.progress()[place] for task in tasks)]
    numbers = {id(task): task.number or str(n) for n, task in enumerate(tasks, 1)}
    states = dict.fromkeys(task.state for task in tasks if task.state)

    def row(task: Task) -> Row:
        return Row(
            numbers[id(task)], task.title, task.goal, task.organ, tuple(task.progress()[place] for place in shown), task.state,
            tuple(data_link(world, page, reference) for reference in task.links),
        )  # fmt: skip

    return Context(
        **standing(world, page, "tasks"),
        parts=parts(tasks, row),
        quarters=tuple(Task.QUARTERS[place] for place in shown),
        states=tuple((state, sum(task.state == state for task in tasks)) for state in states),
    )
