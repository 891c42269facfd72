"""字不多写一遍：同字三连、“省省委”“的的”之类。来源: 国办秘函〔2019〕19号检查指标（错别字）；某公文校对规则。

错: 甲省省委书记；该项目的的资金
对: 甲省委书记；该项目的资金
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.source_text import SourceText

SEVERITY = "warning"

_TRIPLE = re.compile(r"([\u4e00-\u9fff])\1\1+")
_RIGHT_TRIPLES = re.compile("[一二三四五六七八九十〇零百个某层方品晶森淼鑫行]|十百")
# Function words that are never written twice, unless they belong to other words: 目的的, 为了了解, 实事求是是.
_PAIRS = {
    "的的": re.compile(r"(?<![目有标是似])的的(?![确士])"),
    "了了": re.compile(r"(?<![为不除到])了了(?![解然结却无])"),
    "是是": re.compile(r"(?<![于只还但凡若要可求])是是(?![非否])"),
    "和和": re.compile(r"(?<![共饱缓温调总谐平柔议随])和和(?![气谐平美顺解睦])"),
    "省省": re.compile("(?<![各全外本])省省(?=委(?![员托])|人民政府|政府)"),
    "市市": re.compile("(?<![各全外本辖级属])市市(?=委(?![员托])|人民政府|政府)"),
}


def examine(source: SourceText) -> Iterator[Finding]:
    """Letters written three times, function words and the words of places written twice."""
    text = source.text
    if _may_have_three(text):
        for match in _TRIPLE.finditer(text):
            if not _RIGHT_TRIPLES.match(match[0]):
                yield Finding(source.at(match.start()), f"“{match[0]}”，同一个字连写了 {len(match[0])} 遍", "删去多写的")
    for pair, pattern in _PAIRS.items():
        if pair in text:
            for match in pattern.finditer(text):
                around = text[max(text.rfind("\n", 0, match.start()) + 1, match.start() - 3) : match.end() + 3].split("\n")[0]
                yield Finding(source.at(match.start()), f"“{around}”里“{pair[0]}”多写了一遍", f"应为“{pair[0]}”")


def _may_have_three(text: str) -> bool:
    """Whether any character may follow itself twice.

    As one big number, shifted by a character and compared with itself, a text is searched at the speed of the processor;
    an expression with a back reference takes twice the time of everything else that rules do.
    """
    codes = text.encode("utf-16-le", "surrogatepass")
    number = int.from_bytes(codes, "little")
    return b"\0\0\0\0" in (number ^ (number >> 16)).to_bytes(len(codes) + 1, "little")
