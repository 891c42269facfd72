"""同一个键只写一次。来源: 本工具的约定（前置信息）。

错: 文号: 甲政发〔2020〕1号（第 3 行）…… 文号: 甲政发〔2020〕2号（第 9 行）
对: 只留一个
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.checks import Misread
from gongkai.model.problems import Finding

SEVERITY = "error"


def check(misread: Misread) -> Iterable[Finding]:
    """As found while reading."""
    return misread("doubled")
