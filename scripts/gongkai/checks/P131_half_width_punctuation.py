"""汉字之间用全角标点。来源: GB/T 15834-2011《标点符号用法》（标点占一个字的位置）。

错: 各镇,各街道:现通知如下
对: 各镇，各街道：现通知如下
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.source_text import Part, SourceText

SEVERITY = "warning"
PIECES = r"^[,;:?!]$"

_AT = re.compile(r"[,;:?!](?=[\u4e00-\u9fff])(?<=[\u4e00-\u9fff].)")
_SIGN = re.compile(r"[\u4e00-\u9fff]([,;:?!])[\u4e00-\u9fff]")
_KEY = re.compile(r"^[^:：]{1,20}:")
_FULL = str.maketrans(",;:?!", "，；：？！")


def examine(source: SourceText) -> Iterator[Finding]:
    """One finding for each line, naming the first place; the colon after a key is YAML's."""
    done = 0
    for trigger in _AT.finditer(source.text):
        line = source.line_at(trigger.start())
        if line == done:
            continue
        done = line
        part, text = source.part(line), source.lines[line - 1]
        if part is Part.CODE:
            continue
        found = _SIGN.findall(_KEY.sub("", text) if part is Part.FRONT_MATTER else text)
        if found:
            first = re.search(r"[\u4e00-\u9fff]{1,4}" + re.escape(found[0]) + r"[\u4e00-\u9fff]{1,4}", text)
            signs = "”“".join(dict.fromkeys(found))
            shown = first[0] if first else found[0]
            yield Finding(source.at(trigger.start()), f"“{shown}”里用了半角标点“{signs}”", f"应为“{shown.translate(_FULL)}”")
