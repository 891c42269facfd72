"""应当解读的文件须有解读。来源: 浙政办发〔2018〕112号第一条（各地不同，范围在 site.yaml 的“规则参数: 须解读的文种、须解读的机关”里写）；standards §5.1。

错: 行政规范性文件没有“解读链接”，也没有解读写它是“解读对象”
对: interpretations/ 里有它的解读
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.must_explain import must_explain
from gongkai.linking.links import Links
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site, links: Links) -> Iterator[Finding]:
    """Public policies of the wanted kind, not ended, without any interpretation that is public, here or elsewhere."""
    for policy in site.public_policies:
        if not must_explain(policy, site.settings):
            continue
        if links.standing(policy).state.ended or links.interpretations_of(policy) or links.web_interpretations.get(policy.slug):
            continue
        what = "行政规范性文件" if policy.unified_number else policy.genre
        yield Finding(policy.place("解读链接"), f"这份{what}应当解读，却没有解读", "写一篇解读，“解读对象”写这份文件")

