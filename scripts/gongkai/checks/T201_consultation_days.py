"""重大行政决策向社会公开征求意见一般不少于 30 日；缩短的要说明理由。来源: 《重大行政决策程序暂行条例》第十五条。

错: 征求意见 2026-03-01 至 2026-03-15，没有说明
对: 征求意见 2026-03-01 至 2026-03-30；或在“说明”里写缩短的理由
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.chains import CONSULTATION, consultations, steps_of
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site) -> Iterator[Finding]:
    """Consultations that are too short and do not say why, or do not say how long they are open."""
    least = site.settings.thresholds["征求意见天数"]
    for page in site.pages:
        for step in steps_of(page):
            if step.stage == CONSULTATION and not (step.day and step.until):
                yield Finding(page.place_of(step), "征求意见没有写明起止日期", "填“日期”（开始）和“截止”")
        for asked in consultations(page):
            place = page.place_of(asked.step, "截止")
            if asked.days <= 0:
                yield Finding(place, f"征求意见的截止 {asked.closes} 早于开始 {asked.opens}", "核对两个日期")
            elif asked.days < least and not asked.step.note:
                yield Finding(place, f"征求意见只有 {asked.days} 天", f"一般不少于 {least} 天；缩短的在“说明”里写明理由")
