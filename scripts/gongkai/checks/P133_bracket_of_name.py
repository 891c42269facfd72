"""名称的括注用圆括号；六角括号只放文号的年份，尖括号只放书名号里的书名。来源: GB/T 15834-2011；GB/T 9704-2012。

错: 区委宣传部〈区新闻办〉、区政府办公室〔区大数据局〕
对: 区委宣传部（区新闻办）、区政府办公室（区大数据局）
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from gongkai.model.problems import Finding
from gongkai.model.source_text import SourceText

SEVERITY = "warning"
SIGNS = "〈〔"

# Two expressions, for a text is searched much faster for one character than for one of two.
_NAMES = tuple(re.compile(rf"(?P<open>{sign})(?<=[\u4e00-\u9fff]{{2}}.)(?P<words>[\u4e00-\u9fff]{{2,20}})[〉〕]") for sign in "〈〔")
_TITLE = re.compile("(?:法|条例|规定|办法|决定|通知|意见|解释|规则|细则|章程|纲要|纪要)$")


def examine(source: SourceText) -> Iterator[Finding]:
    """Words in 〈〉 outside any 《》, words in 〔〕 that are no year and follow a name."""
    for match in chain.from_iterable(name.finditer(source.text) for name in _NAMES):
        line = source.line_around(match.start())
        before = line[: match.start() - source.starts[source.line_at(match.start()) - 1]]
        if match["open"] == "〈" and before.count("《") > before.count("》"):
            continue
        if re.fullmatch("[〇○零一二三四五六七八九]{2,4}年?", match["words"]) or _TITLE.search(match["words"]):
            continue
        kind = "尖括号" if match["open"] == "〈" else "六角括号"
        name = re.search(r"[\u4e00-\u9fff]{2,5}$", before)
        shown = name[0] if name else ""
        yield Finding(source.at(match.start()), f"“{shown}{match[0]}”用了{kind}", f"应为“{shown}（{match['words']}）”")
