"""文号须为“机关代字〔年份〕序号号”。来源: GB/T 9704-2012。

错: 文号: 温鹿政办[2020]35号
对: 文号: 温鹿政办〔2020〕35号
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.checks import Misread
from gongkai.model.problems import Finding

SEVERITY = "error"
MENDS = True


def check(misread: Misread) -> Iterable[Finding]:
    """As found while reading."""
    return misread("number")
