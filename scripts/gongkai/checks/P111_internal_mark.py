"""标有“内部资料”“不得公开”之类的不得公开。来源: 条例第十四条、第十六条；standards §12.4。

错: 内部资料 注意保存
对: 不放进栏目；可以公开的，去掉这个标志
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.source_text import SourceText

SEVERITY = "error"
IN_ATTACHMENTS = True
WORDS = (
    "内部资料", "内部文件", "内部刊物", "内部参考", "内部传阅", "仅限内部", "注意保存", "不得外传", "严禁外传",
    *(f"此件不{how}公开" for how in ("", "予", "得", "对外")),
)  # fmt: skip

_MARK = "内部(?:资料|文件|材料|刊物|参考|传阅|使用)|注意保存|不得公开|不公开|不予公开|不对外公开|(?:不得|严禁|请勿)外传"
_NOTE = re.compile(rf"[（(【〔\[][^（()）【】〔〕\[\]，。；\n]{{0,8}}(?:{_MARK})[^（()）【】〔〕\[\]。；\n]{{0,12}}[）)】〕\]]")
_LINE = re.compile(rf"^[ 　>*#★☆]*(?:仅限|只限|仅供|此件|本件)?(?:(?:{_MARK}|妥善保管|未经批准|仅供参考|编号[:：]?\d*)[ 　，,、；;*★☆！。.]*){{1,4}}$", re.MULTILINE)
_SAID = re.compile(_MARK)


def examine(source: SourceText) -> Iterator[Finding]:
    """Marks in brackets that are a line of their own or end the text, and lines that are nothing but marks."""
    found = {}
    for match in _NOTE.finditer(source.text):
        if source.line_around(match.start()).strip(" 　>*#") == match[0]:
            found[match.start()] = match[0]
    for match in _LINE.finditer(source.text, source.body_start):
        if _SAID.search(match[0]):
            found.setdefault(match.start(), match[0].strip(" 　>*#★"))
    for offset, mark in sorted(found.items()):
        yield Finding(source.at(offset), f"标有“{mark}”", "不放进栏目；可以公开的，去掉这个标志")
