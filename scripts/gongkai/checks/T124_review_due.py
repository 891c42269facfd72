"""公开属性须定期复审：现行文件的“审查”里最近的日期满了年数，提醒再审一次。年数在 site.yaml 的“阈值: {复审年数: 5}”里写，默认 0 不查。来源: 《政府信息公开条例》第十八条（定期评估审查）；种子文件湖州安吉 2022（公开属性定期复审）。

错: 审查: 合法性审查通过（2018-10-29）
对: 审查: 合法性审查通过（2018-10-29）；复审 2026-05-20 继续公开
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from gongkai.linking.links import Links
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "info"
_DAY = re.compile(r"(?<!\d)(\d{4})[-年](\d{1,2})[-月](\d{1,2})(?!\d)")


def check(site: Site, links: Links, today: date) -> Iterator[Finding]:
    """Public policies in force whose last review, by the dates that 审查 names, is as many years ago."""
    years = site.settings.thresholds["复审年数"]
    for policy in site.public_policies if years else ():
        days = [day for match in _DAY.finditer(policy.review) if (day := _day(*map(int, match.groups()))) and day <= today]
        if not days or links.standing(policy).state.ended:
            continue
        last = max(days)
        if (today.year - years, today.month, today.day) >= (last.year, last.month, last.day):
            yield Finding(
                policy.place("审查"), f"上一次审查是 {last}，已满 {years} 年", "复审以后加写日期和结论，如“复审 2026-05-20 继续公开”"
            )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
