"""源文件须是 UTF-8 编码。来源: 本工具的约定（源文件一律 UTF-8）。

错: 用旧版记事本存成 ANSI（GB18030）的 35.md
对: 另存为时编码选 UTF-8
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.checks import Misread
from gongkai.model.problems import Finding

SEVERITY = "error"


def check(misread: Misread) -> Iterable[Finding]:
    """As found while reading."""
    return misread("encoding")
