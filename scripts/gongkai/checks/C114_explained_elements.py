"""文字解读宜写全背景、主要内容、适用对象、注意事项、关键词和新旧差异。来源: 拱墅区2020年政务公开工作要点（六要素，各地不同，在 site.yaml 的“规则参数: 解读要素”里写）。

错: 解读只把原文压缩了一遍，不到一半的要素提到
对: 以小标题分别写明各要素
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks import Text
from gongkai.checks.elements import missing
from gongkai.checks.must_explain import must_explain
from gongkai.linking.links import Links
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "info"


def check(site: Site, links: Links, text: Text) -> Iterator[Finding]:
    """Written interpretations of what must be explained that mention less than half of the elements."""
    wanted = site.settings.parameters["解读要素"]
    for interpretation in site.public_interpretations:
        if interpretation.explained_by != "文字" or not wanted:
            continue
        if not any(must_explain(policy, site.settings) for policy in links.policies_of(interpretation)):
            continue
        absent = missing(wanted, text(interpretation))
        if len(absent) * 2 > len(wanted):
            yield Finding(interpretation.place("标题"), f"解读没有提到{'、'.join(absent)}", "看看哪些该写，以小标题分开写")
