"""引用的文件须在本栏目里，或明白地是栏目以外的文件。来源: 国办检查指标（错链、断链）。

错: 解读链接: jd-35-wenzi（没有这篇解读）
对: 解读链接: jd-35-wenzi，并有 interpretations/jd-35-wenzi.md
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.links import Fault, Links
from gongkai.model.problems import Finding

SEVERITY = "error"


def check(links: Links) -> Iterator[Finding]:
    """Names that mean nothing here; attachments have a rule of their own."""
    for fault in links.faults:
        if fault.fault is Fault.DANGLING and fault.key != "附件":
            near = f"是不是“{'”或“'.join(fault.candidates)}”" if fault.candidates else _mend(fault.key)
            yield Finding(fault.place, f"{fault.key}“{fault.text}”不在本栏目", near)


def _mend(key: str) -> str:
    if key == "解读链接":
        return "把那篇解读放进 interpretations/，或改成它的文件名"
    outside = "" if key == "解读对象" else "；栏目以外的文件，写文号或《题名》"
    return f"把那份文件放进 policies/，或改成它的文件名或文号{outside}"
