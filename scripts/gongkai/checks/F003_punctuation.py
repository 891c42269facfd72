"""前置信息里的冒号、空格、分隔符用半角。来源: 本工具的约定（前置信息）。

错: 标题：关于……的通知
对: 标题: 关于……的通知
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.checks import Misread
from gongkai.model.problems import Finding

SEVERITY = "warning"
MENDS = True


def check(misread: Misread) -> Iterable[Finding]:
    """As found while reading."""
    return misread("punctuation")
