"""附件须打得开，没有密码。来源: 国办检查指标（附件打不开即错链）；standards §12.2（附件也要查）。

错: 附件“名单.xlsx”有密码，查不了
对: 去掉密码，另存一份
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.checks import Misread
from gongkai.model.problems import Finding

SEVERITY = "warning"


def check(attached: Misread) -> Iterable[Finding]:
    """Attachments that could not be read."""
    return attached("P151")
