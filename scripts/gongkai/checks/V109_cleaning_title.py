"""清理目录里的名称和文号须是同一份文件。来源: 长兴、黄岩清理公告（继续有效、废止、失效的目录）。

错: 甲政发〔2018〕9号,河湖管理办法,废止（甲政发〔2018〕9号是《市容管理办法》）
对: 甲政发〔2018〕6号,河湖管理办法,废止
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.links import Links
from gongkai.linking.names import same_title
from gongkai.model.problems import Finding

SEVERITY = "warning"


def check(links: Links) -> Iterator[Finding]:
    """Rows whose 名称 is not like the title of the document that has the 文号."""
    for slug, cleaning in links.cleanings.items():
        for cleaned in cleaning.rows:
            policy = links.policies.get(cleaned.target)
            if policy and cleaned.row.title and not same_title(cleaned.row.title, policy.title):
                yield Finding(
                    links.policies[slug].at_row(cleaned.row),
                    f"清理目录里“{cleaned.row.text}”的名称是“{cleaned.row.title}”，那份文件是《{policy.title}》（{policy.path}）",
                    "核对文号和名称",
                )
