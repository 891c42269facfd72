"""公开的文件不得引用没有公开的文件（草稿、未到发布日、已下架）。来源: 条例第十七条（公开前审查）。

错: 政策的“解读链接”指向一篇“草稿: true”的解读
对: 解读定稿后删去“草稿: true”
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.links import Fault, Links
from gongkai.model.problems import Finding

SEVERITY = "warning"


def check(links: Links) -> Iterator[Finding]:
    """References of public documents to documents that have no page today; no page shows them."""
    for fault in links.faults:
        if fault.fault is Fault.WITHHELD:
            yield Finding(
                fault.place, f"{fault.key}“{fault.text}”指向没有公开的 {fault.target}，页面上不显示这个关联", "等它公开，或删去这一项"
            )
