"""征求意见结束以后要公开采纳情况。天数在 site.yaml 的“阈值: {采纳反馈天数: 30}”里改（没有查到国家规定的天数）。来源: 《重大行政决策程序暂行条例》第三条、第三十二条。

错: 征求意见 2026-03-31 截止，到 2026-05-15 没有“采纳情况”
对: 2026-04-20 公开“采纳情况”
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from gongkai.linking.chains import consultations
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site, today: date) -> Iterator[Finding]:
    """Consultations that ended longer ago than the threshold and have no answer."""
    allowed = timedelta(days=site.settings.thresholds["采纳反馈天数"])
    for page in site.pages:
        for asked in consultations(page):
            if not asked.answered and today - asked.closes > allowed:
                days = (today - asked.closes).days
                yield Finding(page.place_of(asked.step), f"征求意见 {asked.closes} 已经截止 {days} 天，没有公开采纳情况", "加一行“采纳情况”，写收到和采纳的条数")
