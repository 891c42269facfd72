"""清理时决定修改的文件须及时修改。来源: 清理结论“拟修改”；天数是本站设置（阈值“拟修改天数”）。

错: 2024 年清理写“甲政发〔2018〕9号 拟修改”，到 2026-11-21 还没有修改它的文件
对: 印发修改它的文件，写“修改: 甲政发〔2018〕9号”
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.linking.links import Links
from gongkai.model.problems import Finding
from gongkai.model.site import Site
from gongkai.model.validity import Conclusion

SEVERITY = "info"


def check(site: Site, links: Links, today: date) -> Iterator[Finding]:
    """Rows 拟修改 whose document has neither been amended nor ended nor been judged anew since."""
    allowed = site.settings.thresholds["拟修改天数"]
    for slug, cleaning in links.cleanings.items():
        since = cleaning.since
        if since is None or (today - since).days <= allowed:
            continue
        for cleaned in cleaning.rows:
            policy = links.policies.get(cleaned.target)
            if policy is None or cleaned.row.conclusion is not Conclusion.TO_AMEND:
                continue
            changed = any(change.since and since < change.since <= today for change in links.standings[policy.slug].life)
            again = any(r.since and r.since > since for r in links.reviews.get(policy.slug, ()))
            if not changed and not again and links.standings[policy.slug].state.binding:
                yield Finding(
                    links.policies[slug].at_row(cleaned.row),
                    f"“{cleaned.row.text}”{since} 定为拟修改，{(today - since).days} 天了还没有修改（{policy.path}）",
                    "印发修改它的文件，或在新一轮清理里重新下结论",
                )
