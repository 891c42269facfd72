"""国家、地区、党政机关的名称不得写错。来源: 国办秘函〔2019〕19号检查指标（严重表述错误，单项否决）；各词的出处见 wording.yaml。

错: 北朝鲜；中港台；甲市人民检查院
对: 朝鲜；内地与港澳台；甲市人民检察院
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.words import found_wrong, wrong_words
from gongkai.model.problems import Finding
from gongkai.model.source_text import SourceText

SEVERITY = "error"
WORDS = tuple(wrong_words("国名机关名"))


def examine(source: SourceText) -> Iterator[Finding]:
    """Each wrong name, with the right one."""
    for offset, word in found_wrong("国名机关名", source.text):
        yield Finding(source.at(offset), f"名称“{word.wrong}”有误", f"应为“{word.right}”")
