"""请示、报告、纪要公开前须复核是不是内部或过程性信息。来源: 政府信息公开条例第十六条（过程性信息可以不公开）。

错: 公开了文种为“请示”的文件
对: 按第十六条复核；确可公开的，在“审查”里写明，并在 site.yaml 里调低 F118
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "info"
_FOR_THE_PUBLIC = re.compile(r"转发|批转|工作报告|年度报告|年报|预算|决算|执行情况|计划草案|审计|调查报告|评估报告|统计|报告书")


def check(site: Site) -> Iterator[Finding]:
    """Public documents of these genres without a 审查; reports that the law wants published are none, nor is what passes one on."""
    wanted = site.settings.parameters["须复核的文种"]
    for policy in site.public_policies:
        genre = policy.genre or next((g for g in wanted if g != "报告" and policy.title.endswith(g)), "")
        if genre in wanted and not policy.review and not _FOR_THE_PUBLIC.search(policy.title):
            message = f"公开了一份{genre}，这类文件多是内部或过程性信息"
            yield Finding(policy.place("文种"), message, "按条例第十六条复核；可以公开的，在“审查”里写明")
