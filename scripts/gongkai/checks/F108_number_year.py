"""文号的年份须与成文日期、发文日期同年。来源: GB/T 9704-2012（年份为发文当年）；standards §6.1（A11 年份与文号年份一致）。

错: 文号: 温鹿政办〔2020〕35号，而成文日期: 2021-08-14
对: 文号: 温鹿政办〔2020〕35号，成文日期: 2020-08-14
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site) -> Iterator[Finding]:
    """Numbers of another year than both dates; at the turn of the year signing and numbering may lie on its two sides."""
    for policy in site.policies:
        year = policy.number.year if policy.number else None
        dates = [(key, day) for key, day in (("成文日期", policy.written), ("发文日期", policy.issued)) if day]
        if not year or not dates:
            continue
        if any(day.year == year or (day.month, day.year) in ((1, year + 1), (12, year - 1)) for _, day in dates):
            continue
        key, day = dates[0]
        message = f"文号“{policy.number}”是{year}年的，{key}却是{day.isoformat()}"
        yield Finding(policy.place("文号"), message, "核对文号的年份和日期，二者应同年")
