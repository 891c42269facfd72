"""site.yaml 里的键和值须读得懂。

错: 级别: {F101: 严重}
对: 级别: {F101: 错误}
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.checks import Misread
from gongkai.model.problems import Finding

SEVERITY = "error"


def check(misread: Misread) -> Iterable[Finding]:
    """As found while reading."""
    return misread("settings")
