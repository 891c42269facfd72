"""解读对象已经废止、失效的，解读宜说明原文的状态。来源: standards §5.5（政策废止时解读页同步显示原文状态）。

错: 解读对象已被废止，解读正文还在介绍怎样申领
对: 在解读开头写明“原文已于2024-01-01废止”；页面会自动标出状态，本条只是提醒
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.links import Links
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "info"


def check(site: Site, links: Links) -> Iterator[Finding]:
    """Public interpretations all of whose objects have ended, and whose text does not say so in its headings or title."""
    for interpretation in site.public_interpretations:
        policies = links.policies_of(interpretation)
        if not policies or not all(links.standing(policy).state.ended for policy in policies):
            continue
        change = links.standing(policies[0]).now
        since = f"，{change.since.isoformat()}起" if change.since else ""
        why = f"（{change.reason}{since}）" if change.reason or since else ""
        message = f"解读的《{policies[0].title}》已经{change.state.value}{why}"
        yield Finding(interpretation.place("解读对象"), message, "页面上会标出；解读里还有“可以申领”之类的话的，加一句说明")
