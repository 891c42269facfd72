"""栏目须在更新周期以内更新。来源: 国办秘函〔2019〕19号检查指标（动态类 2 周、政策文件类 6 个月）；其余的周期是本站设置。

错: 栏目“政策文件”更新周期 180 天，最新一篇是 2026-02-01 的，今天 2026-11-21
对: 及时公开新的文件；长期没有内容的栏目并入别的栏目
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.freshness import ages
from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site) -> Iterator[Finding]:
    """Columns whose newest text is older than their period."""
    for age in ages(site):
        if age.left < 0:
            yield Finding(
                Place(site.settings.path, age.column.line),
                f"栏目“{age.column.name}”已经 {age.days} 天没有更新（最新 {age.newest}），更新周期是 {age.period} 天",
                "更新这个栏目",
            )
