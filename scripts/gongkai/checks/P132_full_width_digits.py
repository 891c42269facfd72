"""数字和字母用半角。来源: GB/T 15835-2011《出版物上数字用法》；standards §12.3。

错: ２０２０年共ＡＢ两类
对: 2020年共AB两类
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.source_text import SourceText

SEVERITY = "warning"
SIGNS = "".join(chr(code) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)))

_RUN = re.compile(r"[０-９Ａ-Ｚａ-ｚ](?:[．，：／－％ ]?[０-９Ａ-Ｚａ-ｚ])*[％]?")


def examine(source: SourceText) -> Iterator[Finding]:
    """One finding for each line, naming the first place."""
    done = 0
    for match in _RUN.finditer(source.text):
        line = source.line_at(match.start())
        if line != done:
            done = line
            right = unicodedata.normalize("NFKC", match[0])
            yield Finding(source.at(match.start()), f"“{match[0]}”是全角的", f"应为“{right}”")
