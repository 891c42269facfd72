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
PIECES = r"^(?:[Aa]nd|AND|[Oo]r|OR|of|the|for|with|in|to|by|from|on|at|as|is|are|but) *$"

_WORD = re.compile(r"(?:[Aa]nd|AND|[Oo]r|OR|of|the|for|with|in|to|by|from|on|at|as|is|are|but)(?= {0,2}[\u4e00-\u9fff“《（])")
_BEFORE = re.compile(r"[\u4e00-\u9fff”》）] {0,2}$")
_CHINESE = {"and": "和", "or": "或", "of": "的", "for": "为", "with": "与", "in": "在", "to": "到", "by": "由", "from": "从", "but": "但"}


def examine(source: SourceText) -> Iterator[Finding]:
    """English words that only join others, with Chinese on both sides."""
    for match in _WORD.finditer(source.text):
        if not _BEFORE.search(source.text, max(0, match.start() - 3), match.start()):
            continue
        word = match[0]
        chinese = _CHINESE.get(word.lower())
        hint = f"应为“{chinese}”，或删去" if chinese else "删去，或改用中文"
        yield Finding(source.at(match.start()), f"中文里夹着英文“{word}”", hint)
