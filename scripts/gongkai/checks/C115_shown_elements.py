"""行政规范性文件须写全要展示的要素。来源: 拱墅区2020年政务公开工作要点（完整标题、文号、统一编号、发文日期、公开日期、有效性标注）；要素在 site.yaml 的“规则参数: 政策展示要素”里写。

错: 写了统一编号的文件没有“公开日期”
对: 公开日期: 2020-08-20 09:30
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.documents import Policy
from gongkai.model.fields import fields_by_key
from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site) -> Iterator[Finding]:
    """Keys that a policy with a 统一编号 does not have; what every policy must have is another rule's."""
    fields = fields_by_key(Policy)
    wanted = []
    for key in site.settings.parameters["政策展示要素"]:
        if key in fields:
            wanted.append(fields[key])
        else:
            place = Place(site.settings.path, site.settings.lines.get("规则参数/政策展示要素", 1))
            yield Finding(place, f"政策文件没有“{key}”这个键", "可用的键见 docs/前置信息.md")
    for policy in site.policies:
        if not policy.unified_number:
            continue
        absent = [f.key for f in wanted if not f.required and f.key not in policy.lines and not getattr(policy, f.attribute)]
        if absent:
            yield Finding(policy.place("统一编号"), f"行政规范性文件没有写{'、'.join(absent)}", "要展示给公众，补上")
