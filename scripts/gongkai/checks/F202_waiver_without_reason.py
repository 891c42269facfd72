"""豁免须写明理由；site.yaml 里的还要写到期日。缺了就不起作用。来源: 本工具的约定（豁免）。

错: <!-- gongkai: P103 -->
对: <!-- gongkai: P103 名单按规定全文公示，已征得本人同意 -->
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.waivers import Waivers

SEVERITY = "error"


def check(waivers: Waivers) -> Iterator[Finding]:
    """Waivers that lack a reason or a last day."""
    for waiver in waivers.incomplete():
        lacking = [] if waiver.reason else ["理由"]
        lacking += [] if waiver.in_text or waiver.until else ["到期"]
        example = f"<!-- gongkai: {waiver.rule or 'P103'} 理由 -->" if waiver.in_text else "理由: ……，到期: 2027-06-30"
        yield Finding(waiver.place, f"豁免 {waiver.rule} 没有写{'和'.join(lacking)}，不起作用", f"如“{example}”")
