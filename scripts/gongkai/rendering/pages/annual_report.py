"""The annual report: six parts, the tables of the form among them, every sum worked out, 规范性文件 from the library."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gongkai.linking.library_counts import from_library, speaks_for, year_of_policies
from gongkai.model.annual_report import APPLICATIONS, REVIEWS, TOTAL, Figures, Group, Label
from gongkai.model.documents import Page
from gongkai.rendering.standing import StandingContext, page_at, standing, urls_of
from gongkai.rendering.templates import Markup
from gongkai.rendering.world import World

TEMPLATE = "annual_report.html"


@dataclass(frozen=True, slots=True)
class Head:
    """A cell of headings; how many columns and rows it takes."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its headings (the first may come from a row above) and its numbers."""

    heads: tuple[Head, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A block of the table of the second part."""

    clause: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the text, and which table stands at its end ("" none)."""

    text: Markup
    table: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(StandingContext):
    """Variables of annual_report.html."""

    parts: tuple[Part, ...]
    disclosure: tuple[Disclosure, ...]
    counted: bool
    applicants: tuple[str, ...]
    applications: tuple[Row, ...]
    reviews: tuple[str, ...]
    outcomes: tuple[str, ...]
    review_cells: tuple[str, ...]


def keys(world: World) -> Sequence[str]:
    """The addresses of the annual reports."""
    return urls_of(world, "年报")


def address(_world: World, key: str) -> str:
    """The key is the address."""
    return key


def context(world: World, key: str) -> Context:
    """One report. A table of which nothing is given is left out."""
    page = page_at(world, key)
    fields = standing(world, page, "annual-report")
    figures = page.figures or Figures()
    layout = figures.layout
    return Context(
        **fields,
        parts=_parts(page, fields["body"], figures),
        disclosure=_disclosure(world, page, figures),
        counted=bool(_library(world, page, figures)),
        applicants=tuple(label.text for label in layout.applicants),
        applications=tuple(_applications(figures)) if figures.has(APPLICATIONS) else (),
        reviews=tuple(label.text for label in layout.reviews) if figures.has(REVIEWS) else (),
        outcomes=(*(label.text for label in layout.outcomes), TOTAL),
        review_cells=tuple(
            _shown(figures.across(REVIEWS, row.text) if column == TOTAL else figures.value(REVIEWS, row.text, column))
            for row in layout.reviews
            for column in (*(label.text for label in layout.outcomes), TOTAL)
        ),
    )


def _parts(page: Page, body: Markup, figures: Figures) -> tuple[Part, ...]:
    """The text cut before each heading of the highest level; after its head, part two to four have their table."""
    top = min((h.level for h in page.body.headings), default=2)
    pieces = re.split(rf"(?=<h{top}[ >])", str(body))
    tables = {2: "disclosure", 3: "applications", 4: "reviews"} if page.figures else {}
    found, number = [], 0
    for piece in pieces:
        number += piece.startswith(f"<h{top}")
        table = tables.pop(number, "")
        head, closed, rest = piece.partition(f"</h{top}>")
        if table and closed:
            found += [Part(Markup(head + closed), table), Part(Markup(rest), "")]
        else:
            found.append(Part(Markup(piece), table))
    return (*found, *(Part(Markup(""), table) for table in tables.values()))


def _library(world: World, page: Page, figures: Figures) -> dict[str, int]:
    """The columns of the library's row that the report leaves to the library, with its numbers."""
    if not page.year:
        return {}
    counts = year_of_policies(world.site, world.links, speaks_for(page, world.site.settings), page.year)
    return {column: number for column, (given, number) in from_library(figures, counts).items() if not given}


def _disclosure(world: World, page: Page, figures: Figures) -> tuple[Disclosure, ...]:
    library = _library(world, page, figures)

    def cell(row: str, column: str) -> str:
        if row == figures.layout.from_library and column in library:
            return str(library[column])
        return _shown(figures.value("主动公开", row, column))

    return tuple(
        Disclosure(
            block.clause,
            tuple(column.text for column in block.columns),
            tuple(Row((Head(row.text),), tuple(cell(row.text, c.text) for c in block.columns)) for row in block.rows),
        )
        for block in figures.layout.disclosure
    )


def _applications(figures: Figures) -> Iterator[Row]:
    """The rows of the table of applications; three columns of headings, merged as in the form."""
    layout = figures.layout
    columns = (*(label.text for label in layout.applicants), TOTAL)

    def row(heads: tuple[Head, ...], name: str) -> Row:
        return Row(heads, tuple(_shown(figures.application(name, column)) for column in columns))

    for label in (layout.received, layout.carried):
        yield row((Head(label.text, 3),), label.text)
    handled = Head(layout.handled.text, 1, len(layout.leaves()) + 1)
    for number, group in enumerate(layout.results):
        for heads, leaf in _grouped(group):
            yield row((handled, *heads) if number == 0 and leaf is group.rows()[0] else heads, leaf.text)
    yield row((Head(layout.result_total.text, 2),), layout.result_total.text)
    yield row((Head(layout.left.text, 3),), layout.left.text)


def _grouped(group: Group) -> Iterator[tuple[tuple[Head, ...], Label]]:
    if not group.cases:
        yield (Head(group.label.text, 2),), group.label
    for place, case in enumerate(group.cases):
        own = Head(case.text)
        yield ((Head(group.label.text, 1, len(group.cases)), own) if place == 0 else (own,)), case


def _shown(value: Decimal) -> str:
    return f"{value.normalize():f}"
