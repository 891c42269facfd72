"""下架日须在公开日期以后。来源: 日期的先后。

错: 公开日期: 2026-05-20，下架日: 2025-12-31
对: 公开日期: 2026-05-20，下架日: 2026-12-31
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.documents import day_of
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site) -> Iterator[Finding]:
    """Policies withdrawn before, or on the day, they were to be published or issued."""
    for policy in site.policies:
        days = [("公开日期", day_of(policy.published)), ("发布于", day_of(policy.publish_from)), ("发文日期", policy.issued)]
        key, start = next(((key, day) for key, day in days if day), ("", None))
        if start and policy.withdrawn_from and policy.withdrawn_from <= start:
            yield Finding(
                policy.place("下架日"), f"下架日 {policy.withdrawn_from} 不在{key} {start} 以后，文件从来没有公开过", "核对这两个日期"
            )
