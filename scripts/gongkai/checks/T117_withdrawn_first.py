"""下架日须在公开日期以后。来源: 日期的先后。

错: 公开日期: 2026-05-20，下架日: 2025-12-31
对: 公开日期: 2026-05-20，下架日: 2026-12-31
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.documents import Policy, day_of
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site) -> Iterator[Finding]:
    """Documents withdrawn before, or on the day, they were to be published or issued."""
    for document in site.documents():
        gone = document.withdrawn_from
        if not gone:
            continue
        days = [("公开日期", document.public_day)]
        if isinstance(document, Policy):
            days = [("公开日期", day_of(document.published)), ("发布于", day_of(document.publish_from)), ("发文日期", document.issued)]
        key, start = next(((key, day) for key, day in days if day), ("", None))
        if start and gone <= start:
            yield Finding(document.place("下架日"), f"下架日 {gone} 不在{key} {start} 以后，文件从来没有公开过", "核对这两个日期")
