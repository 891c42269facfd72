"""正文里的注释须有结束的“-->”；没有结束的注释会照样公开。来源: 本工具的约定（注释不公开）。

错: <!-- 这一段待核
对: <!-- 这一段待核 -->
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.checks import Misread
from gongkai.model.problems import Finding

SEVERITY = "error"


def check(misread: Misread) -> Iterable[Finding]:
    """As found while reading."""
    return misread("comment")
