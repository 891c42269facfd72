"""超期未更新的栏目不能多到单项否决。来源: 国办秘函〔2019〕19号检查指标（应更新未更新 10 个，2 周和 6 个月两档累计 5 个）。

错: 12 个栏目超过更新周期
对: 更新它们，或把长期没有内容的栏目合并
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.freshness import ages
from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "error"

_HALF_A_YEAR = 184


def check(site: Site) -> Iterator[Finding]:
    """The number of stale columns, all and those of the two short periods."""
    stale = [age for age in ages(site) if age.left < 0]
    short = [age for age in stale if age.period <= _HALF_A_YEAR]
    for found, key, what in ((stale, "栏目未更新个数", "应更新未更新的栏目"), (short, "动态栏目未更新个数", "半年以内须更新而未更新的栏目")):
        limit = site.settings.thresholds[key]
        if len(found) >= limit:
            names = "、".join(age.column.name for age in found[:3])
            yield Finding(
                Place(site.settings.path, site.settings.lines.get("栏目", 1)),
                f"{what}有 {len(found)} 个（{names}等），满 {limit} 个即单项否决",
                "更新或合并这些栏目",
            )
