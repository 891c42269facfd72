"""文件名须能用作网址，在 Windows 上也能用。来源: 本工具的约定（网址长期不变）。

错: policies/2020/35 号.md
对: policies/2020/35.md
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.checks import Misread
from gongkai.model.problems import Finding

SEVERITY = "error"


def check(misread: Misread) -> Iterable[Finding]:
    """As found while reading."""
    return misread("name")
