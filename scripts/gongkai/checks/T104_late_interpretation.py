"""解读在政策文件公开后 3 个工作日内公开。来源: 地方口径（郑州、太康），不是国家统一要求；天数可用阈值“解读工作日”改，0 是当天。

错: 政策 2026-05-06 公开，解读的公开日期: 2026-05-20
对: 解读与政策同步公开；以后的跟踪解读写“解读阶段: 施行后”
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.linking.links import Links
from gongkai.linking.standing import name_of
from gongkai.model.documents import Interpretation, day_of
from gongkai.model.problems import Finding
from gongkai.model.site import Site
from gongkai.model.working_days import working_days

SEVERITY = "warning"


def check(site: Site, links: Links) -> Iterator[Finding]:
    """Policies whose earliest interpretation came too late; further ones may come at any time."""
    allowed, calendar = site.settings.thresholds["解读工作日"], working_days(site.settings)
    for policy in site.public_policies:
        published = day_of(policy.published)
        explained = links.interpretations_of(policy)
        if published is None or not explained or any(i.stage == "草案" for i in explained):
            continue
        dated = [(day, i.slug, i) for i in explained if (day := i.day) and i.stage != "施行后"]
        if not dated:
            continue
        day, _, first = min(dated)
        taken = calendar.between(published, day)
        if taken.days > allowed:
            yield _finding(first, f"{name_of(policy)}（{policy.path}）{published} 公开", str(taken), allowed, day)


def _finding(first: Interpretation, policy: str, taken: str, allowed: int, day: date) -> Finding:
    right = f"{allowed} 个工作日内" if allowed else "当天"
    return Finding(
        first.place("公开日期"),
        f"{policy}，最早的解读 {day} 才公开，隔了 {taken}，应在{right}",
        "核对公开日期；是跟踪解读的，写“解读阶段: 施行后”",
    )
