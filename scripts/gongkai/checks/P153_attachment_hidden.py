"""附件里没有隐藏的工作表、行、列和文字，没有批注和修订痕迹。来源: standards §12.2（隐藏列、批注也要查）。

错: 附件“名单.xlsx”有隐藏的工作表‘底稿’
对: 取消隐藏或删去以后再公开
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.checks import Misread
from gongkai.model.problems import Finding

SEVERITY = "warning"


def check(attached: Misread) -> Iterable[Finding]:
    """What an attachment holds without showing it."""
    return attached("P153")
