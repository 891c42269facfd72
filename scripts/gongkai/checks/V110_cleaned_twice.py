"""一份文件在一次清理里只列一次。来源: 长兴、黄岩清理公告（继续有效、废止、失效的目录）。

错: 甲政发〔2018〕9号 在继续有效目录和废止目录里各有一行
对: 只留结论正确的一行
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.links import CleanedRow, Links
from gongkai.model.problems import Finding

SEVERITY = "error"


def check(links: Links) -> Iterator[Finding]:
    """The second row of a document, with the place and conclusion of the first."""
    for slug, cleaning in links.cleanings.items():
        policy = links.policies[slug]
        seen: dict[str, CleanedRow] = {}
        for cleaned in cleaning.rows:
            first = seen.setdefault(cleaned.target or cleaned.row.text, cleaned)
            if first is not cleaned:
                said, again = first.row.conclusion.value, cleaned.row.conclusion.value
                conclusions = f"结论都是“{said}”" if said == again else f"结论先是“{said}”，后是“{again}”"
                yield Finding(
                    policy.at_row(cleaned.row),
                    f"“{cleaned.row.text}”在这次清理里列了两次，{conclusions}，第一次在 {policy.at_row(first.row)}",
                    "只留结论正确的一行",
                )
