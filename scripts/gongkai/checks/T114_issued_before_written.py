"""发文日期不能早于成文日期。来源: GB/T 9704-2012（成文日期是签发或者会议通过的日期，印发在后）。

错: 成文日期: 2026-05-19，发文日期: 2026-05-09
对: 成文日期: 2026-05-19，发文日期: 2026-05-19
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site) -> Iterator[Finding]:
    """Policies issued before they were signed."""
    for policy in site.policies:
        if policy.written and policy.issued and policy.issued < policy.written:
            yield Finding(
                policy.place("发文日期"), f"发文日期 {policy.issued} 早于成文日期 {policy.written}", "核对这两个日期"
            )
