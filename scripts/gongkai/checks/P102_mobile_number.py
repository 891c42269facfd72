"""不得公开个人手机号码；联系人的也不公开，写办公电话。来源: 个人信息保护法第二十八条；永安市2022年第四季度检查通报。

错: 联系人：张某某，13800000001
对: 联系人：张某某，0577-00000001
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks import digits
from gongkai.model.problems import Finding
from gongkai.model.source_text import SourceText

SEVERITY = "error"
IN_ATTACHMENTS = True
PIECES = digits.PIECES
SIGNS = digits.SIGNS

_MOBILE = re.compile(
    r"(?<![0-9０-９A-Za-z._=&#%@¥￥$〕-])(?:[+＋]?86[ -]?)?(?P<number>[1１][3-9３-９]\d(?P<gap>[ -]?)\d{4}(?P=gap)\d{4})"
    r"(?![0-9０-９A-Za-z%％@号]|[.．]\d|[ ]?(?:元|万|亿|吨|千|平方|立方|公里|美元|人次))"
)
_ROUND = re.compile(r"0{6}$")


def examine(source: SourceText) -> Iterator[Finding]:
    """Eleven digits that a person can be rung up by; not amounts, parts of longer numbers, or addresses on the web."""
    for match in digits.near(_MOBILE, source.text):
        number = digits.plain(match["number"])
        start = source.text.rfind("\n", 0, match.start()) + 1
        if _ROUND.search(number) or digits.in_address(source.line_around(match.start()), match.start() - start):
            continue
        shown = digits.masked(number, 3, 4)
        yield Finding(source.at(match.start()), f"写出了手机号码（{shown}）", f"删去，或写办公电话；须留的写作“{shown}”")
