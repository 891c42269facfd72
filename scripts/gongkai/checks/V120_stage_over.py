"""一个年份、一个阶段的工作文件，各项时限都过去以后要清理。来源: 国办发〔2018〕37号（定期清理、动态管理）；种子文件里“2020年8月底前”之类的时限早已过去，文件还挂在首页。

错: 2020年的工作要点，时限最晚是“2020年底前”，到 2026 年有效性还写“有效”
对: 任务完成的宣布失效，或补“有效期至: 2020-12-31”；还要执行的，清理时写“继续有效”，或用豁免写明
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from gongkai.checks import Text
from gongkai.linking.links import Links
from gongkai.model.documents import Policy
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "info"
_STAGE = re.compile("工作要点|重点工作|任务分工|(?:实施|工作|行动|整治)方案|(?:行动|工作|[三五]年)计划|工作安排")
_LIMIT = re.compile("(20[0-9]{2})年(?:([0-9]{1,2})月)?(?:[0-9]{1,2}日|[底末份]){0,2}(?:以|之)?前|(?<=到)(20[0-9]{2})年(?:[底末])?")
_YEAR = re.compile(r"(20[0-9]{2})\s*年")
_PATIENCE = 183  # days after the last limit


def check(site: Site, links: Links, text: Text, today: date) -> Iterator[Finding]:
    """Binding plans without an end, in whose title and text no year is to come, whose last limit is over half a year ago, and
    that no cleaning has looked at since."""
    for policy in site.public_policies:
        if policy.in_force_until or not _STAGE.search(policy.title) or not links.standing(policy).state.binding:
            continue
        last = _last(policy, text(policy))
        reviewed = [review.since for review in links.reviews.get(policy.slug, ()) if review.since]
        if last and (today - last[0]).days > _PATIENCE and max(reviewed, default=date.min) < last[0]:
            yield Finding(
                policy.place("有效性"),
                f"文中的时限都已过去（最晚的是“{last[1]}”），文件还是有效的",
                "任务完成的宣布失效，或补“有效期至”；还要执行的，清理时写“继续有效”",
            )


def _last(policy: Policy, body: str) -> tuple[date, str] | None:
    """The last limit with its words: of the text, or the year that the title names; None where there is none."""
    years = [int(year) for year in _YEAR.findall(policy.title + body)]
    found = [(_end(m[1] or m[3], m[2]), m[0]) for m in _LIMIT.finditer(body)]
    found += [(_end(m[1], None), f"{m[0]}") for m in _YEAR.finditer(policy.title)]
    last = max(found, default=None)
    return last if last and max(years) <= last[0].year else None


def _end(year: str, month: str | None) -> date:
    """The last day of a month, or of a year, near enough."""
    return date(int(year), int(month) if month and 1 <= int(month) <= 12 else 12, 28)
