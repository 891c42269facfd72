"""附件的属性里不留个人姓名。来源: standards §12.2（作者属性也要查）。

错: 附件“名单.docx”的属性里有人名“张某某”
对: 在“文件—信息”里删去作者
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.checks import Misread
from gongkai.model.problems import Finding

SEVERITY = "info"


def check(attached: Misread) -> Iterable[Finding]:
    """Names in the properties of attachments."""
    return attached("P154")
