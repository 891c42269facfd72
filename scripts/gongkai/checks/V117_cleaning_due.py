"""规范性文件须定期清理。来源: 浙江为每两年一次（长兴 2023、丽水 2021 的清理公告）；年数是本站设置（阈值“清理周期年数”）。

错: 最近一次清理是 2023 年 5 月公布的，今天 2026-11-21
对: 公布新一轮的清理结果
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.linking.links import Links
from gongkai.linking.standing import name_of
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "info"


def check(site: Site, links: Links, today: date) -> Iterator[Finding]:
    """The last cleaning of an organ, where it is longer ago than the period."""
    years = site.settings.thresholds["清理周期年数"]
    last: dict[str, tuple[date, str]] = {}
    for slug, cleaning in links.cleanings.items():
        organs = links.policies[slug].organs
        if organs and cleaning.since:
            last[organs[0]] = max(last.get(organs[0], (cleaning.since, slug)), (cleaning.since, slug))
    for organ, (since, slug) in sorted(last.items()):
        if (today - since).days > years * 365.25:
            policy = links.policies[slug]
            key = "清理" if policy.lines.get("清理") else "清理目录"
            yield Finding(
                policy.place(key), f"{organ}最近一次清理是 {since} 的{name_of(policy)}，已经超过 {years} 年", "组织新一轮清理"
            )
