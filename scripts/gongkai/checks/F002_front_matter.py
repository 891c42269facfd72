"""源文件开头须有读得懂的前置信息。来源: 本工具的约定（前置信息）。

错: 标题下面没有结束的“---”
对: 第一行“---”，每行“键: 值”，再一行“---”
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.checks import Misread
from gongkai.model.problems import Finding

SEVERITY = "error"


def check(misread: Misread) -> Iterable[Finding]:
    """As found while reading."""
    return misread("front-matter")
