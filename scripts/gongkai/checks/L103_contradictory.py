"""政策和解读的说法不得互相矛盾。来源: 国办检查口径“双向关联”。

错: 政策 2023-7 写“解读链接: jd-8”，而 jd-8 写“解读对象: 2023-8”
对: 两边写同一对
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.links import Fault, Links
from gongkai.model.problems import Finding

SEVERITY = "error"


def check(links: Links) -> Iterator[Finding]:
    """A policy that claims an interpretation which says that it explains others."""
    for fault in links.faults:
        if fault.fault is Fault.CONTRADICTORY:
            yield Finding(
                fault.place,
                f"写了解读链接“{fault.text}”，但 {fault.target} 的“解读对象”写的是别的文件",
                "核对两边，改错的一边，或在“解读对象”里加上本文件",
            )
