"""现行有效的文件不宜以已经废止、失效的文件为依据。来源: 长兴、黄岩清理公告（未列入继续有效目录的不得再作为行政管理的依据）。

错: 依据: 云麓政发〔2018〕9号（已被废止），而本文件有效
对: 清理本文件，或改写为现行的依据
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.links import Links
from gongkai.model.problems import Finding
from gongkai.model.validity import Effect

SEVERITY = "warning"


def check(links: Links) -> Iterator[Finding]:
    """Policies in force that rest on one of this column that has ended."""
    for slug, effects in links.effects_of.items():
        if not links.standings[slug].state.binding:
            continue
        for link in effects:
            basis = links.standings.get(link.target)
            if link.effect is Effect.RESTS_ON and basis and basis.state.ended:
                policy = links.policies[link.target]
                yield Finding(
                    link.place,
                    f"依据“{link.text}”已经{basis.state.value}：{basis.now.reason}（{policy.path}）",
                    "清理本文件，或换成现行的依据",
                )
