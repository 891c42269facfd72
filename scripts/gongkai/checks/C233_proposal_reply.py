"""建议提案的内容和办理结果要同步公开：有答复的也要有内容，到期的要有答复。来源: 种子文件（拱墅、鹿城）“建议提案办理结果与内容同步公开”。

错: 2026-03-20 交办的建议，到 2026-07-01 还没有“答复链接”
对: 内容链接和答复链接都有
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from gongkai.model.problems import Finding, Place
from gongkai.model.records import Proposal
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site, today: date) -> Iterator[Finding]:
    """Replies without the proposal, and proposals whose reply is overdue or has no link or no day."""
    allowed = timedelta(days=site.settings.thresholds["建议答复天数"])
    for page in site.pages:
        for file in page.data_files:
            for one in file.records:
                if not isinstance(one, Proposal):
                    continue
                place = Place(file.path, one.line)
                if one.reply and not one.content and not one.abstract:
                    yield Finding(place, f"“{one.title}”有答复，没有建议（提案）的内容", "填“内容链接”或“内容摘要”")
                if one.reply and one.replied is None:
                    yield Finding(place, f"“{one.title}”有答复，没有答复日", "填“答复日”")
                if one.replied and not one.reply:
                    yield Finding(place, f"“{one.title}”已在 {one.replied} 答复，没有公开答复", "填“答复链接”")
                if not one.replied and one.assigned and today - one.assigned > allowed:
                    due = one.assigned + allowed
                    yield Finding(place, f"“{one.title}”应在 {due} 前答复，还没有公开", "填“答复日”和“答复链接”")
