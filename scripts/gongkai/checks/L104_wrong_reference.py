"""引用须指明一份文件，且是该指的那一种。来源: 国办检查口径“双向关联”。

错: 解读对象: 国务院令第406号（栏目里有两份文件是这个文号）
对: 解读对象: xzfg-2017-xuke（写文件名）
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.links import Fault, Links
from gongkai.model.problems import Finding

SEVERITY = "error"


def check(links: Links) -> Iterator[Finding]:
    """Names that mean several documents, the wrong kind of document, or the document itself."""
    for fault in links.faults:
        if fault.fault is Fault.AMBIGUOUS:
            yield Finding(fault.place, f"{fault.key}“{fault.text}”可指 {'、'.join(fault.candidates)}", "写其中一个的文件名")
        elif fault.fault is Fault.WRONG_KIND:
            wanted = "解读" if fault.key == "解读链接" else "政策文件"
            yield Finding(fault.place, f"{fault.key}“{fault.text}”指的是 {'、'.join(fault.candidates)}，不是{wanted}", f"写一份{wanted}的文件名")
        elif fault.fault is Fault.SELF:
            yield Finding(fault.place, f"{fault.key}“{fault.text}”指的是本文件自己", "改成别的文件，或删去")
