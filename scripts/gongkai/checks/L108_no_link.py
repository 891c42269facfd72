"""正文里写的链接须成为链接。来源: 国办检查指标（错链、断链）。

错: [申请表](申请 表.docx)
对: [申请表](<申请 表.docx>)，或给文件改成没有空格的名字
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.checks import Misread
from gongkai.model.problems import Finding

SEVERITY = "error"


def check(misread: Misread) -> Iterable[Finding]:
    """As found while reading."""
    return misread("no-link")
