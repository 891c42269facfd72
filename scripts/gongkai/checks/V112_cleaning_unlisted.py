"""清理时有效的规范性文件须列入清理目录；未列入继续有效目录的，不得再作为行政管理的依据。来源: standards §6.5（长兴、黄岩的清理结果公告）。

错: 2025 年清理时甲政发〔2021〕5号有效，三张目录里都没有它
对: 列入继续有效、废止或失效目录；不属于清理范围的，用“清理范围”写明清理了哪些机关的文件
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.links import Links
from gongkai.linking.standing import name_of
from gongkai.model.problems import Finding

SEVERITY = "warning"


def check(links: Links) -> Iterator[Finding]:
    """Documents that a cleaning passed over, where they are, unless a later cleaning listed them or they have ended."""
    for slug, cleaning in links.cleanings.items():
        source = links.policies[slug]
        for passed in cleaning.unlisted:
            policy = links.policies[passed]
            later = any(r.since and cleaning.since and r.since > cleaning.since for r in links.reviews.get(passed, ()))
            if links.standings[passed].state.binding and not later:
                yield Finding(
                    policy.place("有效性"),
                    f"{cleaning.until}清理时本文件有效，{name_of(source)}的清理目录里没有列它（{source.path}）",
                    "补列结论；未列入继续有效目录的，不得再作为行政管理的依据",
                )
