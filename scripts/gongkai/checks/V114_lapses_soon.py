"""有效期快满的文件，提前决定续期、修订还是废止。来源: 本站设置（阈值“期满提醒天数”）；种子文件拱墅、鹿城（有效性清理）。

错: 有效期至: 2026-12-31，今天 2026-11-21
对: 期满前组织评估，印发新的文件或续期
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.linking.links import Links
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "info"


def check(site: Site, links: Links, today: date) -> Iterator[Finding]:
    """Policies in force whose last day is near, and that no other document ends before."""
    notice = site.settings.thresholds["期满提醒天数"]
    for policy in site.public_policies:
        last = policy.in_force_until
        if not notice or last is None or not 0 <= (last - today).days <= notice:
            continue
        standing = links.standing(policy)
        sooner = any(change.by and change.state.ended for change in standing.after(today))
        if standing.state.binding and not sooner:
            yield Finding(
                policy.place("有效期至"), f"有效期至 {last}，还有 {(last - today).days} 天", "期满前评估：续期、修订或者让它失效"
            )
