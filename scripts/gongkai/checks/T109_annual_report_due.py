"""年度报告临近期限，提前提醒。来源: 《政府信息公开条例》第四十九条；提前的天数用阈值“年报临期天数”改（本站设置）。

错: 今天 2027-03-20，还没有区政府 2026 年的年度报告
对: 在 2027-03-31 以前公开
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.checks.annual_reports import due, is_due_here, reports
from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "info"


def check(site: Site, today: date) -> Iterator[Finding]:
    """Organs that have reported before, and whose next report is due within a few days."""
    notice = site.settings.thresholds["年报临期天数"]
    years: dict[str, set[int]] = {}
    lines = {}
    for report in reports(site):
        years.setdefault(report.organ, set()).add(report.year)
        lines[report.organ] = report.column.line
    for organ, known in sorted(years.items()):
        wanted = today.year - 1
        last = due(organ, wanted, site.settings)
        left = (last - today).days
        if wanted not in known and notice and 0 <= left <= notice and is_due_here(organ, site.settings):
            yield Finding(
                Place(site.settings.path, lines[organ]), f"{organ} {wanted} 年的年度报告 {last} 到期，还有 {left} 天", "按期公开"
            )
