"""有效期不能在施行之前就满。来源: 效力的先后，推算有效性的前提。

错: 施行日期: 2027-01-01，有效期至: 2020-01-01
对: 施行日期: 2027-01-01，有效期至: 2031-12-31
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site) -> Iterator[Finding]:
    """Policies whose 有效期至 is before 施行日期, or before 发文日期 where there is none."""
    for policy in site.policies:
        start = policy.in_force_from or policy.issued
        if start and policy.in_force_until and policy.in_force_until < start:
            key = "施行日期" if policy.in_force_from else "发文日期"
            yield Finding(
                policy.place("有效期至"),
                f"有效期至 {policy.in_force_until.isoformat()}，比{key} {start.isoformat()} 还早",
                "核对这两个日期",
            )
