"""不得有错别字（只查错的写法本身不成词的）。来源: 国办秘函〔2019〕19号检查指标（严重错别字）；词表和各词的出处见 wording.yaml。

错: 周密布署，一如继往
对: 周密部署，一如既往
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.words import found_wrong, wrong_words
from gongkai.model.problems import Finding
from gongkai.model.source_text import SourceText

SEVERITY = "warning"
WORDS = tuple(wrong_words("错字"))


def examine(source: SourceText) -> Iterator[Finding]:
    """Each wrong form, with the right one."""
    for offset, word in found_wrong("错字", source.text):
        yield Finding(source.at(offset), f"“{word.wrong}”是错字", f"应为“{word.right}”")
