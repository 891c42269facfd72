"""机关名称里用“和”的不写“与”，自治区、省会的名称写对。来源: 国办秘函〔2019〕19号检查指标；各词的出处见 wording.yaml。

错: 住房与城乡建设部；温洲市
对: 住房和城乡建设部；温州市
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.words import found_wrong, wrong_words
from gongkai.model.problems import Finding
from gongkai.model.source_text import SourceText

SEVERITY = "warning"
WORDS = tuple(wrong_words("名称用字"))


def examine(source: SourceText) -> Iterator[Finding]:
    """Each name in which a letter is wrong, with the right one."""
    for offset, word in found_wrong("名称用字", source.text):
        yield Finding(source.at(offset), f"名称“{word.wrong}”用字有误", f"应为“{word.right}”")
