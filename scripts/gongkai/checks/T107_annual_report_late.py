"""年度报告的公开日期不晚于法定期限。来源: 《政府信息公开条例》第四十九条；期限可用规则参数“部门年报期限”“政府年报期限”改。

错: ××区教育局 2025 年年度报告，公开日期: 2026-03-02
对: ××区教育局 2025 年年度报告，公开日期: 2026-01-28
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.annual_reports import due, reports
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site) -> Iterator[Finding]:
    """Reports dated after the day they were due, or before the year they report on had ended."""
    for report in reports(site):
        day, last = report.page.day, due(report.organ, report.year, site.settings)
        if day is None:
            continue
        if day > last:
            yield Finding(
                report.page.place("公开日期"),
                f"{report.year} 年的年度报告公开日期 {day}，晚于期限 {last}",
                "首次公开没有迟的，写首次公开的日期",
            )
        elif day.year <= report.year:
            yield Finding(
                report.page.place("公开日期"), f"{report.year} 年的年度报告公开日期 {day}，那一年还没有过完", "核对年份和公开日期"
            )
