"""栏目快到更新期限，提前提醒。来源: 种子文件湖州安吉 2022（栏目更新预警）；提前的天数用阈值“栏目临期天数”改（本站设置）。

错: 栏目“政策文件”更新周期 180 天，已经 172 天没有更新
对: 在期限以前更新
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from gongkai.checks.freshness import ages
from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "info"


def check(site: Site) -> Iterator[Finding]:
    """Columns that will be stale within a few days; a column of short period is always close and is told on its last days."""
    notice = site.settings.thresholds["栏目临期天数"]
    for age in ages(site):
        if 0 <= age.left < min(notice, max(age.period // 4, 1)):
            last = age.newest + timedelta(days=age.period)
            yield Finding(
                Place(site.settings.path, age.column.line),
                f"栏目“{age.column.name}”最新一篇是 {age.newest}，{last} 以前要更新，还有 {age.left} 天",
                "准备更新这个栏目",
            )
