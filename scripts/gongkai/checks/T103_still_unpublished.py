"""已经成文的文件不能过了公开期限还不公开。来源: 《政府信息公开条例》第二十六条；天数可用阈值“主动公开工作日”改。

错: 成文日期: 2026-03-02，草稿: true，今天 2026-11-21
对: 删去“草稿: true”，写上公开日期
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.model.documents import day_of
from gongkai.model.problems import Finding
from gongkai.model.site import Site
from gongkai.model.working_days import working_days

SEVERITY = "warning"


def check(site: Site, today: date) -> Iterator[Finding]:
    """Drafts whose deadline has passed, and policies that wait for a 发布于 after it."""
    allowed, calendar = site.settings.thresholds["主动公开工作日"], working_days(site.settings)
    for policy in site.policies:
        if not policy.draft and not site.is_future(policy):
            continue
        made = max((day for day in (policy.written, policy.issued) if day), default=None)
        if made is None or "依申请" in policy.openness:
            continue
        last, estimated = calendar.after(made, allowed)
        about = "（估算）" if estimated else ""
        waits = day_of(policy.publish_from)
        if policy.draft and today > last:
            yield Finding(
                policy.place("草稿"),
                f"{made} 成文，{allowed} 个工作日的公开期限 {last}{about} 已过，还是草稿",
                "删去“草稿”，写上公开日期；还没有定稿的，日期写预计的那一天",
            )
        elif not policy.draft and waits and waits > last:
            yield Finding(
                policy.place("发布于"),
                f"{made} 成文，公开期限是 {last}{about}，发布于 {waits} 太晚",
                f"发布于写 {last} 或以前",
            )
