"""不得公开个人车辆的号牌。来源: 个人信息保护法第四条；GA 36-2018（号牌的式样）。

错: 浙Z·00001号小型轿车
对: 浙Z·***01号小型轿车
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.source_text import SourceText

SEVERITY = "warning"
IN_ATTACHMENTS = True
PIECES = r"^[A-HJ-NP-Z](?:[ -]?[A-Z0-9]{4,6}\b|$)"

_PLATE = re.compile(
    r"[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-HJ-NP-Z][·•\-－ ]?"
    r"(?P<rest>[DF][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[DF]|(?=[A-HJ-NP-Z]{0,2}(?:[0-9][A-HJ-NP-Z]{0,2}){3})[A-HJ-NP-Z0-9]{5}|[A-HJ-NP-Z0-9]{4}[挂学警港澳领])"
    r"(?![0-9A-Za-z\-－/])"
)


def examine(source: SourceText) -> Iterator[Finding]:
    """Every plate in full."""
    for match in _PLATE.finditer(source.text):
        shown = match[0][: match.start("rest") - match.start()] + "*" * (len(match["rest"]) - 2) + match["rest"][-2:]
        yield Finding(source.at(match.start()), f"写出了车辆号牌（{shown}）", f"是个人的就掩去几位，如“{shown}”")
