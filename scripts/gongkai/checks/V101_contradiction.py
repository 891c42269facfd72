"""手写的有效性不得与日期、与其他文件的说法矛盾。来源: 条例第五十三条（公开内容应及时更新）；standards §6.3。

错: 有效性: 有效，而云麓政发〔2023〕7号写了“废止: 云麓政发〔2019〕3号”（本文件）
对: 有效性: 废止
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.links import Links
from gongkai.model.problems import Finding

SEVERITY = "error"


def check(links: Links) -> Iterator[Finding]:
    """Both sides are named: what the editor wrote, and the document or date that says otherwise."""
    for slug, contradiction in links.contradictions.items():
        policy, evidence = links.policies[slug], contradiction.evidence
        source = links.policies.get(evidence.by)
        day = f"（{evidence.since.isoformat()}起）" if evidence.since and evidence.by else ""
        where = f"，见 {source.path}" if source else ""
        yield Finding(
            policy.place("有效性"),
            f"有效性写的是“{contradiction.written.value}”，但本文件{evidence.reason}{day}{where}",
            f"应为“{evidence.state.value}”；若本文件没有错，改那一份" if source else f"应为“{evidence.state.value}”，或更正日期",
        )
