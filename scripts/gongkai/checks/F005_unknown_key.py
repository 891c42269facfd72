"""前置信息只用约定的键。来源: 本工具的约定（前置信息）。

错: 发文机构: 云麓区人民政府
对: 发文机关: 云麓区人民政府
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.checks import Misread
from gongkai.model.problems import Finding

SEVERITY = "error"


def check(misread: Misread) -> Iterable[Finding]:
    """As found while reading."""
    return misread("unknown")
