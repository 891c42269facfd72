"""字不多写一遍：同字三连、“省省委”“的的”之类。来源: 国办秘函〔2019〕19号检查指标（错别字）；某公文校对规则。

错: 甲省省委书记；该项目的的资金
对: 甲省委书记；该项目的资金
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.waking import codes_of, has_three
from gongkai.model.problems import Finding
from gongkai.model.source_text import SourceText

SEVERITY = "warning"

_ROW = re.compile(r"([\u4e00-\u9fff])\1\1+")
_RIGHT_TRIPLES = re.compile("[一二三四五六七八九十〇零百个某层方品晶森淼鑫行村户县乡镇组]|十百")  # 行政村村村通公路
# Words that are never written twice, unless they belong to other words: 目的的, 共和和平.
_PAIRS = {
    "的的": re.compile(r"(?<![目有标是似])的的(?![确士])"),
    "和和": re.compile(r"(?<![共饱缓温调总谐平柔议随])和和(?![气谐平美顺解睦])"),
    "省省": re.compile("(?<![各全外本])省省(?=委(?![员托])|人民政府|政府)"),
    "市市": re.compile("(?<![各全外本辖级属])市市(?=委(?![员托])|人民政府|政府)"),
}
WORDS = ("的的", "和和", *(f"{place}{place}{organ}" for place in "省市" for organ in ("委", "人民政府", "政府")))
THREES = True


def examine(source: SourceText) -> Iterator[Finding]:
    """Letters written three times, function words and the words of places written twice."""
    text = source.text
    for row in _ROW.finditer(text) if has_three(codes_of(text)) else ():
        if not _RIGHT_TRIPLES.match(row[0]):
            yield Finding(source.at(row.start()), f"“{row[0]}”，同一个字连写了 {len(row[0])} 遍", "删去多写的")
    for pair, pattern in _PAIRS.items():
        if pair in text:
            for match in pattern.finditer(text):
                around = text[max(text.rfind("\n", 0, match.start()) + 1, match.start() - 3) : match.end() + 3].split("\n")[0]
                yield Finding(source.at(match.start()), f"“{around}”里“{pair[0]}”多写了一遍", f"应为“{pair[0]}”")

