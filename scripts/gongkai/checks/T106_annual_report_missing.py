"""上一年度的年度报告须按期公布。来源: 《政府信息公开条例》第四十九条（部门 1 月 31 日前，县级以上政府 3 月 31 日前）。

错: 今天 2026-04-10，年报栏目里最新的是 2024 年的
对: content/annual-reports/2025.md，公开日期 2026-03-31 或以前
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.checks.annual_reports import due, is_due_here, last_due, reports
from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site, today: date) -> Iterator[Finding]:
    """Organs that have reported before, and whose report on the year last due is not there."""
    latest: dict[str, tuple[int, str, int]] = {}
    for report in reports(site):
        found = (report.year, report.column.name, report.column.line)
        latest[report.organ] = max(latest.get(report.organ, found), found)
    for organ, (year, column, line) in sorted(latest.items()):
        wanted = last_due(organ, today, site.settings)
        if year < wanted and is_due_here(organ, site.settings):
            yield Finding(
                Place(site.settings.path, line),
                f"栏目“{column}”没有{organ} {wanted} 年的年度报告，期限 {due(organ, wanted, site.settings)} 已过，最新的是 {year} 年的",
                "补上这一年的报告",
            )
