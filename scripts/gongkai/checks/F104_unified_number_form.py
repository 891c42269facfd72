"""统一编号须为四个大写字母、两位机关序号、年份、四位流水。来源: 浙江省行政规范性文件“三统一”（各省不同，可在 site.yaml 调整级别）。

错: 统一编号: zjhc00-2020-1
对: 统一编号: ZJHC00-2020-0001
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.checks import Misread
from gongkai.model.problems import Finding

SEVERITY = "warning"
MENDS = True


def check(misread: Misread) -> Iterable[Finding]:
    """As found while reading."""
    return misread("unified")
