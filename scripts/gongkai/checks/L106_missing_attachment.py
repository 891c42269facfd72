"""写明的附件须在。来源: 国办检查指标（链接可用）。

错: 附件: fujian.docx（旁边没有这个文件）
对: 把 fujian.docx 放在本文件旁边
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.links import Fault, Links
from gongkai.linking.targets import ODD_NAME, odd_name
from gongkai.model.problems import Finding

SEVERITY = "error"


def check(links: Links) -> Iterator[Finding]:
    """Attachments that no file of the site is."""
    for fault in links.faults:
        if fault.fault is Fault.DANGLING and fault.key == "附件":
            odd = odd_name(fault.text)
            yield Finding(
                fault.place,
                f"附件“{fault.text}”" + (ODD_NAME.split("；")[0].removeprefix("文件名") if odd else "不存在"),
                "给文件改个名" if odd else "把文件放到本文件旁边；文件名要一字不差，大小写也算",
            )
