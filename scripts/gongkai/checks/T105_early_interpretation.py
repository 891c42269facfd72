"""解读不能比政策文件先公开，草案的解读除外。来源: 解读与政策文件同步公开（种子文件拱墅 2020、浑南；辽政办〔2022〕43号）。

错: 政策 2026-05-06 公开，解读的公开日期: 2026-04-30
对: 解读的公开日期: 2026-05-06；解读的是征求意见稿的，写“解读阶段: 草案”
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from gongkai.linking.links import Links
from gongkai.linking.standing import name_of
from gongkai.model.documents import Interpretation, Policy, day_of
from gongkai.model.problems import Finding

SEVERITY = "warning"


def check(links: Links) -> Iterator[Finding]:
    """Interpretations dated before the publication of every policy they explain, to the minute where both give it."""
    for interpretation in links.interpretations.values():
        policies = [p for p in links.policies_of(interpretation) if p.published]
        if interpretation.stage == "草案" or not policies or interpretation.published is None:
            continue
        if all(_before(interpretation.published, policy.published) for policy in policies):
            yield _finding(interpretation, policies[0])


def _before(one: datetime | date, other: datetime | date | None) -> bool:
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    day, other_day = day_of(one), day_of(other)
    return day is not None and other_day is not None and day < other_day


def _finding(interpretation: Interpretation, policy: Policy) -> Finding:
    return Finding(
        interpretation.place("公开日期"),
        f"解读 {_shown(interpretation.published)} 公开，早于{name_of(policy)}的 {_shown(policy.published)}（{policy.path}）",
        "核对公开日期；解读的是草案的，写“解读阶段: 草案”",
    )


def _shown(moment: datetime | date | None) -> str:
    return moment.strftime("%Y-%m-%d %H:%M") if isinstance(moment, datetime) else str(moment)
