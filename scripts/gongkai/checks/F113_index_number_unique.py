"""一个索引号只属于一份文件。来源: 政府信息公开条例第十二条（目录要素“索引”）；standards §9.2。

错: 两份文件都写“索引号: 330523/2022-06006”
对: 各写各的索引号
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.documents import Policy
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site) -> Iterator[Finding]:
    """Each policy whose 索引号 another one, earlier by path, has already."""
    seen: dict[str, Policy] = {}
    for policy in site.policies:
        first = seen.setdefault(policy.index_number, policy)
        if policy.index_number and first is not policy:
            message = f"索引号“{policy.index_number}”已经是《{first.title}》的（{first.place('索引号')}）"
            yield Finding(policy.place("索引号"), message, "给后一份另编一个")
