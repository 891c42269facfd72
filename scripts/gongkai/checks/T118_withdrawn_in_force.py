"""现行有效的主动公开文件不宜下架。来源: 《政府信息公开条例》第二十条、第二十四条；公开属性转换见第十八条。

错: 有效性: 有效，下架日: 2026-05-20（已过）
对: 删去“下架日”；确实转为不公开的，说明理由
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site, today: date) -> Iterator[Finding]:
    """Withdrawn policies, or policies to be withdrawn, that are marked as binding and do not lapse by then."""
    for policy in site.policies:
        gone, ends = policy.withdrawn_from, policy.in_force_until
        if policy.draft or gone is None or not (policy.validity and policy.validity.binding) or (ends and ends < gone):
            continue
        past = f"{gone} 已经下架" if gone <= today else f"{gone} 要下架"
        yield Finding(
            policy.place("下架日"), f"{past}，而有效性写的是“{policy.validity.value}”", "删去“下架日”；转为不公开的，用豁免写明理由"
        )
