"""The tables of an annual report (国办公开办函〔2021〕30号): their layout, what a data file gives, and every sum worked out.

Layout comes from a data file that a site can replace; a name in it is the words of the official table, and the labels
of rows and columns are the keys of the figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

TOTAL = "总计"
DISCLOSURE, APPLICATIONS, REVIEWS = "主动公开", "申请", "复议诉讼"


@dataclass(frozen=True, slots=True)
class Label:
    """A row or column: its official words, and shorter ones that editors may write."""

    text: str
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of the table of the second part that share columns: `clause` of art. 20."""

    clause: str
    columns: tuple[Label, ...]
    rows: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A kind of result; without cases it is a row of its own."""

    label: Label
    cases: tuple[Label, ...] = ()

    def rows(self) -> tuple[Label, ...]:
        """The rows that are counted."""
        return self.cases or (self.label,)


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """Parts and tables; `from_library` is the row whose figures the policy library gives, `decimal` one of money."""

    parts: tuple[str, ...] = ()
    disclosure: tuple[Block, ...] = ()
    from_library: str = ""
    decimal: str = ""
    applicants: tuple[Label, ...] = ()
    received: Label = Label("")
    carried: Label = Label("")
    handled: Label = Label("")
    results: tuple[Group, ...] = ()
    result_total: Label = Label("")
    left: Label = Label("")
    reviews: tuple[Label, ...] = ()
    outcomes: tuple[Label, ...] = ()

    def leaves(self) -> tuple[str, ...]:
        """The rows of results that are counted, from first to last."""
        return tuple(row.text for group in self.results for row in group.rows())


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as given, with its line; a blank is 0."""

    value: Decimal
    line: int


Key = tuple[str, str, str]
"""Table, row, column."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum that does not come out: which table, row and column, what was given and what the parts make; a line."""

    table: str
    row: str
    column: str
    given: Decimal
    right: Decimal
    line: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a report. Sums are worked out; given ones are only held against them (`wrong_sums`)."""

    layout: Layout = Layout()
    given: Mapping[Key, Figure] = field(default_factory=dict)

    def value(self, table: str, row: str, column: str) -> Decimal:
        """A figure that is not a sum; 0 where nothing is given."""
        figure = self.given.get((table, row, column))
        return figure.value if figure else Decimal(0)

    def across(self, table: str, row: str) -> Decimal:
        """The 总计 column of a row that is counted."""
        columns = self.layout.applicants if table == APPLICATIONS else self.layout.outcomes
        return sum((self.value(table, row, column.text) for column in columns), Decimal(0))

    def application(self, row: str, column: str) -> Decimal:
        """A cell of the table of applications: a figure, a sum down, a sum across, or both."""
        if column == TOTAL:
            return sum((self.application(row, one.text) for one in self.layout.applicants), Decimal(0))
        if row == self.layout.result_total.text:
            return sum((self.value(APPLICATIONS, leaf, column) for leaf in self.layout.leaves()), Decimal(0))
        if row == self.layout.left.text and (APPLICATIONS, row, column) not in self.given:
            return self.open(column) - self.application(self.layout.result_total.text, column)
        return self.value(APPLICATIONS, row, column)

    def open(self, column: str) -> Decimal:
        """新收 and 上年结转 together."""
        return self.value(APPLICATIONS, self.layout.received.text, column) + self.value(
            APPLICATIONS, self.layout.carried.text, column
        )

    def has(self, table: str) -> bool:
        """Whether anything is given for a table."""
        return any(key[0] == table for key in self.given)

    def wrong_sums(self) -> Iterator[Sum]:
        """Given totals that are not the sum of their parts, and columns where 一 + 二 is not 三（七） + 四."""
        layout = self.layout
        for (table, row, column), figure in self.given.items():
            if table == APPLICATIONS and (column == TOTAL or row == layout.result_total.text):
                right = self.application(row, column)
            elif table == REVIEWS and column == TOTAL:
                right = self.across(table, row)
            else:
                continue
            if figure.value != right:
                yield Sum(table, row, column, figure.value, right, figure.line)
        for label in layout.applicants:
            left = self.given.get((APPLICATIONS, layout.left.text, label.text))
            right = self.open(label.text) - self.application(layout.result_total.text, label.text)
            if left and left.value != right:
                yield Sum(APPLICATIONS, layout.left.text, label.text, left.value, right, left.line)
