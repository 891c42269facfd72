"""标点不重复，不相接。来源: GB/T 15834-2011《标点符号用法》。

错: 各镇，，各街道；。
对: 各镇，各街道。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.source_text import Part, SourceText

SEVERITY = "warning"
WORDS = tuple(one + other for one in "，、；：。" for other in "，、；：。")

_RUN = re.compile("[，、；：。]{2,}")
_ELLIPSIS = re.compile("。{3,}|、{3,}")


def examine(source: SourceText) -> Iterator[Finding]:
    """Two signs of a pause or an end next to each other; rows of 。 stand for an ellipsis."""
    for match in _RUN.finditer(source.text):
        if source.part(source.line_at(match.start())) is Part.CODE:
            continue
        start = source.text.rfind("\n", 0, match.start()) + 1
        shown = source.text[max(start, match.start() - 4) : match.end()]
        hint = "省略号写“……”" if _ELLIPSIS.fullmatch(match[0]) else "只留一个"
        yield Finding(source.at(match.start()), f"“{shown}”里标点“{match[0]}”相接", hint)
