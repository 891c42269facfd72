"""写了键就要有值；空值会在页面上成为空行。来源: 安吉、山丹等地页面的空字段。

错: 公开时限:
对: 公开时限: 自形成之日起20个工作日内，或删去这一行
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.checks import Misread
from gongkai.model.problems import Finding

SEVERITY = "warning"


def check(misread: Misread) -> Iterable[Finding]:
    """As found while reading."""
    return misread("empty")
