"""容易用混的词，请人看一眼。来源: 现代汉语词典；standards §12.3（只作提示）。

错: 登陆系统；截止目前；帐户
对: 登录系统；截至目前；账户
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.words import found_wrong, wrong_words
from gongkai.model.problems import Finding
from gongkai.model.source_text import SourceText

SEVERITY = "info"
WORDS = tuple(wrong_words("易混"))


def examine(source: SourceText) -> Iterator[Finding]:
    """Each word that is more often meant to be another one."""
    for offset, word in found_wrong("易混", source.text):
        yield Finding(source.at(offset), f"“{word.wrong}”请核对", f"多半应为“{word.right}”")
