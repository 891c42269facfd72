"""中文句子里不夹英文连接词。来源: 国家通用语言文字法第十一条；某区转载件里的“监管规则 and 标准体系”。

错: 监管规则 and 标准体系
对: 监管规则和标准体系
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.source_text import SourceText

SEVERITY = "warning"
SHAPES = (b"llh", b"llsh")

_WORD = re.compile(
    r"(?P<before>[\u4e00-\u9fff”》）]) {0,2}(?P<word>and|or|of|the|for|with|in|to|by|from|on|at|as|is|are|but) {0,2}(?=(?P<after>[\u4e00-\u9fff“《（]))"
)
_CHINESE = {"and": "和", "or": "或", "of": "的", "for": "为", "with": "与", "in": "在", "to": "到", "by": "由", "from": "从", "but": "但"}


def examine(source: SourceText) -> Iterator[Finding]:
    """English words that only join others, with Chinese on both sides."""
    for match in _WORD.finditer(source.text):
        word = match["word"]
        hint = f"应为“{_CHINESE[word]}”，或删去" if word in _CHINESE else "删去，或改用中文"
        yield Finding(source.at(match.start("word")), f"中文里夹着英文“{word}”", hint)
