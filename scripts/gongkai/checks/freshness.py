"""How old the newest text of a column is, and how old it may be.

Source: 国办秘函〔2019〕19号检查指标 (动态要闻 2 周, 通知公告、政策文件 6 个月, 政策文件以一级栏目计), 开普云监管页面的说明 (人事、
规划 1 年). A column's own 更新周期 goes before the 更新周期 of its type (规则参数), which holds for columns of the first level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gongkai.linking.column_contents import ColumnContents, column_contents
from gongkai.linking.coverage import counts_for
from gongkai.model.settings import Column, Settings
from gongkai.model.site import Site

_PERIOD = re.compile(r"(.+?)\s+([0-9]{1,4})")


@dataclass(frozen=True, slots=True)
class Age:
    """A column that must be kept up: its period in days, the day of its newest text, the days since."""

    column: Column
    period: int
    newest: date
    days: int

    @property
    def left(self) -> int:
        """Days until it is stale; below 0 where it is."""
        return self.period - self.days


def ages(site: Site) -> Iterator[Age]:
    """Every column with an update period that has anything dated; empty ones are another rule's."""
    by_type, contents = periods(site.settings), column_contents(site)
    for top in site.settings.columns:
        for column in top.walk():
            period = column.update_days or (by_type.get(column.column_type, 0) if column is top else 0)
            newest = max((day for day in _days(column, site, contents) if day <= site.today), default=None) if period else None
            if newest:
                yield Age(column, period, newest, (site.today - newest).days)


def periods(settings: Settings) -> dict[str, int]:
    """Days by type of column, from 规则参数 更新周期."""
    read = (period(word) for word in settings.parameters.get("更新周期", ()))
    return dict(pair for pair in read if pair)


def period(word: str) -> tuple[str, int] | None:
    """`工作动态 14` as its two parts; None where it cannot be read."""
    match = _PERIOD.fullmatch(word.strip())
    return (match[1], int(match[2])) if match and int(match[2]) else None


def _days(column: Column, site: Site, contents: ColumnContents) -> Iterator[date]:
    for node in column.walk():
        item = site.settings.legal_items.get(node.item)
        counted = [policy for policy in site.public_policies if counts_for(policy, item)] if item else []
        yield from (day for document in (*contents.of(node).every(), *counted) if (day := document.public_day))
