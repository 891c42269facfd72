"""查不了的附件请人工查看个人信息和密级标志。来源: standards §12.2（扫描件无法查，提示人工）。

错: 附件“名单.pdf”是扫描件
对: 放文字版，或公开前有人逐页看过
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.checks import Misread
from gongkai.model.problems import Finding

SEVERITY = "info"


def check(attached: Misread) -> Iterable[Finding]:
    """Attachments, or parts of them, that nothing but a person can look through."""
    return attached("P152")
