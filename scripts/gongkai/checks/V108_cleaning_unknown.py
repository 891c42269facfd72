"""清理目录里继续有效的文件，宜都在本栏目里。来源: 条例第二十条第（一）项；清理后继续有效的文件应当公开。

错: 清理: [甲政发〔2018〕9号 继续有效]（本栏目没有这份文件）
对: 把那份文件放进 policies/，或更正文号
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.links import Links
from gongkai.model.problems import Finding

SEVERITY = "warning"


def check(links: Links) -> Iterator[Finding]:
    """Rows that keep a document and name none of this column. What ended may have ended before the column began."""
    for slug, cleaning in links.cleanings.items():
        for cleaned in cleaning.rows:
            if not cleaned.target and cleaned.row.conclusion.keeps:
                yield Finding(
                    links.policies[slug].at_row(cleaned.row),
                    f"清理结论为“{cleaned.row.conclusion.value}”的“{cleaned.row.text}”不在本栏目",
                    "核对文号；没有写错的，把那份文件放进 policies/",
                )
