"""What the policy library says of a year: 规范性文件 made, ended and in force, as an annual report has to state them.

Counted are the public policies with a 统一编号 (“三统一”), whose first organ the report speaks for. Ended are those that
were repealed, declared lapsed or ran out in the year; in force counts what was made and has not ended, also where it is
not applied yet, so that a year's number is the one before, plus made, less ended. 国办公开办函〔2021〕30号 table of part two; standards §6.6.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gongkai.linking.links import Links
from gongkai.model.annual_report import DISCLOSURE, Figure, Figures
from gongkai.model.documents import Page, Policy
from gongkai.model.legal_items import LEVELS
from gongkai.model.settings import Settings
from gongkai.model.site import Site


@dataclass(frozen=True, slots=True)
class YearOfPolicies:
    """Numbers of documents; `in_force` on the last day of the year (today, while it lasts)."""

    made: int
    ended: int
    in_force: int


def year_of_policies(site: Site, links: Links, organs: frozenset[str], year: int) -> YearOfPolicies:
    """The library's numbers for some organs and a year."""
    last = min(date(year, 12, 31), site.today)
    counted = [p for p in site.public_policies if p.unified_number and p.organs and p.organs[0] in organs]
    return YearOfPolicies(
        sum(1 for p in counted if p.day and p.day.year == year),
        sum(1 for p in counted if _ended(p, links, year)),
        sum(1 for p in counted if p.day and p.day <= last and (state := links.standing(p).on(last)) and not state.ended),
    )


def _ended(policy: Policy, links: Links, year: int) -> bool:
    first = next((change for change in links.standing(policy).life if change.state.ended), None)
    return bool(first and first.since and first.since.year == year)


def speaks_for(page: Page, settings: Settings) -> frozenset[str]:
    """The organs whose documents a report counts: its own, or for the government's all that report nowhere else."""
    rows = {organ.name: organ.level for organ in settings.organs_with_pages()}
    name = page.organs[0] if page.organs else ""
    if rows.get(name, LEVELS[0]) != LEVELS[0]:
        return frozenset({name})
    return frozenset(organ.name for organ in settings.organs if rows.get(organ.name, LEVELS[0]) == LEVELS[0])


def library_columns(figures: Figures) -> tuple[str, str, str] | None:
    """The columns of the row that the library gives: made, ended, in force; None where the layout has no such row."""
    for block in figures.layout.disclosure:
        if any(row.text == figures.layout.from_library for row in block.rows) and len(block.columns) == 3:
            made, ended, in_force = (column.text for column in block.columns)
            return made, ended, in_force
    return None


def from_library(figures: Figures, counts: YearOfPolicies) -> dict[str, tuple[Figure | None, int]]:
    """For each column of the library's row what the report gives, and what the library says."""
    columns = library_columns(figures)
    if columns is None:
        return {}
    says = (counts.made, counts.ended, counts.in_force)
    row = figures.layout.from_library
    return {c: (figures.given.get((DISCLOSURE, row, c)), n) for c, n in zip(columns, says, strict=True)}


def reports(site: Site) -> tuple[Page, ...]:
    """The public annual reports that have a year and figures, the oldest first."""
    found = (p for p in site.public_pages if p.page_kind == "年报" and p.year and p.figures)
    return tuple(sorted(found, key=lambda p: (p.year, p.path)))
