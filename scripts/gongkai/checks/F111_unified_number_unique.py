"""一个统一编号只属于一份文件。来源: 国办发〔2018〕37号（统一登记、统一编号、统一印发）。

错: 两份文件都写“统一编号: ZJHC00-2020-0001”
对: 各写各的统一编号
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.documents import Policy
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site) -> Iterator[Finding]:
    """Each policy whose 统一编号 another one, earlier by path, has already."""
    seen: dict[str, Policy] = {}
    for policy in site.policies:
        first = seen.setdefault(policy.unified_number, policy)
        if policy.unified_number and first is not policy:
            message = f"统一编号“{policy.unified_number}”已经是《{first.title}》的（{first.place('统一编号')}）"
            yield Finding(policy.place("统一编号"), message, "核对两份文件的统一编号")
