"""政府公报: its issues by year, each with its PDF and the documents it prints. Districts need none (国办发〔2018〕22号)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.model.records import Issue
from gongkai.rendering.frame import Link
from gongkai.rendering.standing import StandingContext, data_link, page_at, standing, urls_of
from gongkai.rendering.world import World

TEMPLATE = "gazette.html"


@dataclass(frozen=True, slots=True)
class Number:
    """An issue."""

    name: str
    day: str
    files: tuple[Link, ...]
    contents: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The issues of a year."""

    year: int
    issues: tuple[Number, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(StandingContext):
    """Variables of gazette.html."""

    years: tuple[Year, ...]


def keys(world: World) -> Sequence[str]:
    """The addresses of the gazettes."""
    return urls_of(world, "公报")


def address(_world: World, key: str) -> str:
    """The key is the address."""
    return key


def context(world: World, key: str) -> Context:
    """A gazette, the newest issue first."""
    page = page_at(world, key)
    issues = [record for record in page.records if isinstance(record, Issue)]

    def number(issue: Issue) -> Number:
        total = f"（总第{issue.total}期）" if issue.total else ""
        return Number(
            f"{issue.year}年第{issue.number}期{total}",
            issue.day.isoformat() if issue.day else "",
            tuple(data_link(world, page, x, "电子版") for x in issue.file),
            tuple(data_link(world, page, x) for x in issue.links),
        )

    years = sorted({issue.year or 0 for issue in issues}, reverse=True)
    return Context(
        **standing(world, page, "gazette"),
        years=tuple(
            Year(
                year,
                tuple(number(i) for i in sorted(issues, key=lambda i: -(i.number or 0)) if (i.year or 0) == year),
            )
            for year in years
        ),
    )
