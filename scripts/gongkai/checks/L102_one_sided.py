"""政策和解读须互相写明。来源: 国办检查口径“双向关联”；standards §5.5。

错: 解读写了“解读对象: 2023-7”，政策 2023-7 没有写“解读链接”
对: 政策 2023-7 写“解读链接: jd-2023-7”
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from gongkai.linking.links import Fault, Links
from gongkai.model.problems import Finding, Mend, Place

SEVERITY = "warning"
MENDS = True


def check(links: Links) -> Iterator[Finding]:
    """Links that one side declares and the other leaves out; both pages show them all the same."""
    for fault in links.faults:
        if fault.fault is Fault.ONE_SIDED:
            other = "解读链接" if fault.key == "解读对象" else "解读对象"
            slug = PurePosixPath(fault.source).stem
            yield Finding(
                fault.place,
                f"只有这一边写了关联：{fault.target} 没有写“{other}: {slug}”",
                f"在 {fault.target} 的“{other}”里加“{slug}”",
                Mend(Place(fault.target), slug, key=other),
            )
