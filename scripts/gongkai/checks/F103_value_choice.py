"""只能取几个词的键，须取其中之一。来源: 本工具的约定；有效性的词见 standards §6.3。

错: 有效性: 继续有效
对: 有效性: 有效
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.checks import Misread
from gongkai.model.problems import Finding

SEVERITY = "error"


def check(misread: Misread) -> Iterable[Finding]:
    """As found while reading."""
    return misread("choice")
