"""标题末尾的文种须与“文种”一致。来源: 党政机关公文处理工作条例第八条、第九条（标题由发文机关名称、事由和文种组成）。

错: 标题: 关于印发某某办法的通知，文种: 意见
对: 标题: 关于印发某某办法的通知，文种: 通知
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"
_AFTER = re.compile(r"[（(][^（()）]*[)）]$|[\s》”]+$")
_SAME = {"命令": "令", "命令（令）": "令", "复函": "函"}


def check(site: Site) -> Iterator[Finding]:
    """Titles that end with another 文种 of the vocabulary than the field says."""
    endings = sorted(site.settings.genres, key=len, reverse=True)
    for policy in site.policies:
        if not policy.genre or policy.genre not in endings:
            continue
        title = _AFTER.sub("", policy.title)
        ending = next((genre for genre in endings if title.endswith(genre)), "")
        if ending and _SAME.get(ending, ending) != _SAME.get(policy.genre, policy.genre):
            message = f"标题以“{ending}”结尾，文种写的是“{policy.genre}”"
            yield Finding(policy.place("文种"), message, f"文种写“{ending}”，或核对标题")
