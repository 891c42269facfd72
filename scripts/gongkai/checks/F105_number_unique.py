"""一个文号只属于一份文件。来源: 条例第十二条（目录要素）；standards §4.5。

错: 两份政策文件都写“文号: 云麓政发〔2023〕7号”
对: 各写各的文号
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from gongkai.model.document_number import DocumentNumber
from gongkai.model.documents import Policy
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site) -> Iterator[Finding]:
    """Each policy whose number another one, earlier by path, has already."""
    by_number: dict[DocumentNumber, list[Policy]] = defaultdict(list)
    for policy in site.policies:
        if policy.number:
            by_number[policy.number].append(policy)
    for number, policies in by_number.items():
        first = policies[0]
        for policy in policies[1:]:
            message = f"文号“{number}”已经是《{first.title}》的（{first.place('文号')}）"
            yield Finding(policy.place("文号"), message, "核对两份文件的文号")
