"""豁免过了到期日就不再起作用，须改好问题或重新定期限。来源: 本工具的约定（豁免）。

错: 到期: 2025-12-31（今天是 2026-11-21）
对: 改好所豁免的问题，删去这条豁免
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.waivers import Waivers

SEVERITY = "warning"


def check(waivers: Waivers) -> Iterator[Finding]:
    """Waivers whose last day is over; what they set aside is reported again."""
    for waiver in waivers.past():
        yield Finding(waiver.place, f"豁免 {waiver.rule} 已于 {waiver.until} 到期，不再起作用", "改好所豁免的问题后删去，或写明新的理由和到期日")
