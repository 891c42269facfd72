"""索引号一经公开不得变更。来源: 政府信息公开条例第十二条；standards §9.2（一经发布不得变）。

错: 已经公开的文件把“索引号: 330523/2022-06006”改成“330523/2022-06007”
对: 保留 330523/2022-06006
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.site import Published, Site

SEVERITY = "error"


def check(site: Site, published: tuple[Published, ...]) -> Iterator[Finding]:
    """Public policies whose 索引号 is another than in the build that is published now."""
    records = {record.url: record for record in published}
    for policy in site.public_policies:
        record = records.get(policy.url)
        if record and record.index_number and record.index_number != policy.index_number:
            said = f"现在写的是“{policy.index_number}”" if policy.index_number else "现在没有写"
            yield Finding(policy.place("索引号"), f"已经公开的索引号是“{record.index_number}”，{said}", f"改回“{record.index_number}”")
