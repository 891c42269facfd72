"""定时发布的文件，公开日期不能早于“发布于”。来源: 国办秘函〔2019〕19号检查指标（弄虚作假、伪造发稿日期）。

错: 公开日期: 2026-05-20，发布于: 2026-06-01
对: 公开日期: 2026-06-01，发布于: 2026-06-01
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.documents import day_of
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site) -> Iterator[Finding]:
    """Policies that say they were published before anybody could see them."""
    for policy in site.policies:
        published, shown = day_of(policy.published), day_of(policy.publish_from)
        if published and shown and published < shown:
            yield Finding(
                policy.place("公开日期"), f"公开日期 {published} 早于“发布于” {shown}，那以前谁也看不到", f"公开日期写 {shown}"
            )
