"""标有密级的不得公开。来源: 保守国家秘密法第二十三条；GB/T 9704-2012（密级和保密期限标在版头左上角）。

错: 机密★1年
对: 解密并去掉标志以后再公开，或不放进栏目
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.source_text import SourceText

SEVERITY = "error"
IN_ATTACHMENTS = True
SIGNS = "★☆"
WORDS = ("绝密\n", "机密\n", "秘密\n", "密级\n", "密件\n", "密 \n", "密**", "密特急", "密加急", "密 特急", "密 加急", "密　特急", "密　加急")

_STAR = re.compile("(?:绝密|机密|秘密)[ 　]*★[ 　]*(?:[0-9０-９]+[ 　]*(?:年|个月)|长期|[一二三四五六七八九十]+年)?")
_ALONE = re.compile(r"^[ 　>*#]*((?:绝密|机密|秘密)(?:件|级)?)(?:[ 　]*(?:特急|加急|急件))?[ 　*]*$")
_HEAD = 12  # lines of the body in which a mark may stand alone


def examine(source: SourceText) -> Iterator[Finding]:
    """Marks with a star anywhere; marks that are all of a line at the head of the text."""
    marks = {source.line_at(m.start()): m[0].strip() for m in _STAR.finditer(source.text)}
    for number in range(source.first_body_line, min(source.first_body_line + _HEAD, len(source.lines) + 1)):
        match = _ALONE.match(source.lines[number - 1])
        if match:
            marks.setdefault(number, match[1])
    for number, mark in sorted(marks.items()):
        yield Finding(source.at(source.starts[number - 1]), f"标有密级“{mark}”", "未解密的不得公开；已解密的去掉标志，注明解密")
