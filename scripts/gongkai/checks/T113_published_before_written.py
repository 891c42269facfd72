"""公开日期不能早于成文日期。来源: 国办秘函〔2019〕19号检查指标（弄虚作假、伪造发稿日期，单项否决）。

错: 成文日期: 2026-05-19，公开日期: 2026-05-09
对: 成文日期: 2026-05-19，公开日期: 2026-05-25
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.documents import day_of
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site) -> Iterator[Finding]:
    """Policies published before the day they bear, or before they were issued where they bear none."""
    for policy in site.policies:
        key, made = ("成文日期", policy.written) if policy.written else ("发文日期", policy.issued)
        published = day_of(policy.published)
        if made and published and published < made:
            yield Finding(policy.place("公开日期"), f"公开日期 {published} 早于{key} {made}", "核对这两个日期")
