"""不用以QQ号或手机号为名的私人邮箱办公。来源: 个人信息保护法第四条；国办发〔2017〕47号（政府网站的联系方式用单位的）。

错: 电子邮箱：10000000@qq.com
对: 电子邮箱：zwgk@yunlu.example
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks import digits
from gongkai.model.problems import Finding
from gongkai.model.source_text import SourceText

SEVERITY = "warning"
IN_ATTACHMENTS = True
SIGNS = "@"

_MAIL = re.compile(r"(?<![A-Za-z0-9._-])(?P<name>[0-9]{5,11})(?P<rest>@(?:vip\.)?[a-z0-9]+\.(?:com|cn|net))", re.IGNORECASE)


def examine(source: SourceText) -> Iterator[Finding]:
    """Addresses whose name is a number."""
    for match in _MAIL.finditer(source.text):
        shown = digits.masked(match["name"], 2, 2) + match["rest"]
        yield Finding(source.at(match.start()), f"邮箱“{shown}”的名称是个人的号码", "用机关的公务邮箱")
