"""历年的年度报告不能缺一年。来源: 《政府信息公开条例》第四十九条（每年公布）。

错: 年报栏目里有 2022 年和 2024 年的，没有 2023 年的
对: 补上 2023 年的
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from gongkai.checks.annual_reports import Report, reports
from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site) -> Iterator[Finding]:
    """Years between an organ's first and last report that have none; two reports on one year."""
    by_organ: dict[str, dict[int, list[Report]]] = defaultdict(lambda: defaultdict(list))
    for report in reports(site):
        by_organ[report.organ][report.year].append(report)
    for organ, years in sorted(by_organ.items()):
        column = next(iter(years.values()))[0].column
        for year in range(min(years), max(years)):
            if year not in years:
                yield Finding(
                    Place(site.settings.path, column.line), f"栏目“{column.name}”缺{organ} {year} 年的年度报告", "补上这一年的报告"
                )
        for year, found in sorted(years.items()):
            for again in found[1:]:
                yield Finding(
                    again.page.place("标题"), f"{organ} {year} 年的年度报告有两篇，另一篇是 {found[0].page.path}", "核对年份，或只留一篇"
                )
