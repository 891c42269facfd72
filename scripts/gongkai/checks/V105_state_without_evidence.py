"""写“废止”“失效”的文件，宜能看出由哪份文件废止、自哪天失效。来源: standards §6.5（清理结果反向更新）。

错: 有效性: 废止，而栏目里没有文件写“废止”它，它也没有过期的“有效期至”
对: 在废止它的文件里写“废止: 文号”
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.links import Links
from gongkai.model.problems import Finding

SEVERITY = "info"


def check(links: Links) -> Iterator[Finding]:
    """Policies whose end is only asserted."""
    for slug, standing in links.standings.items():
        if standing.state.ended and standing.now.since is None and not standing.now.by:
            policy = links.policies[slug]
            yield Finding(
                policy.place("有效性"),
                f"有效性写的是“{standing.state.value}”，看不出由哪份文件、自哪天起",
                "在那份文件里写明，或补“有效期至”；那份文件不在本栏目的，可不理会",
            )
