"""汉字后面不留注音的括号。来源: 政府信息公开文件转载时留下的注音（湖州市政务公开要点的转载件）。

错: 發(fā)布、機構(gòu)
对: 发布、机构
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.source_text import SourceText

SEVERITY = "warning"
_TONED = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹ"
SIGNS = _TONED
PIECES = r"^\(?[a-z]{2,5}\)?$"

_NOTE = re.compile(rf"[（(](?<=[\u3400-\u9fff].)(?P<sound>[a-zü{_TONED}]{{1,6}})[）)](?P<after>[\u3400-\u9fff]?)")
_SYLLABLE = re.compile(r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aeiouü]|ai|ei|ui|ao|ou|iu|ie|ue|üe|er|an|en|in|un|ün|ang|eng|ing|ong|ia|ua|uo|uai|iao|ian|uan|iang|uang|iong)")
_UNITS = frozenset(("ha", "pa", "min", "mu", "ai", "a", "e", "o", "he", "li", "ti", "cu", "lu", "ni", "ca", "ga", "re", "ru", "la", "se", "ne", "te"))


def examine(source: SourceText) -> Iterator[Finding]:
    """Sounds with a tone after a 汉字; without a tone where they part a word in two."""
    for match in _NOTE.finditer(source.text):
        sound = match["sound"]
        toned = any(letter in _TONED for letter in sound)
        if toned or (match["after"] and sound not in _UNITS and _SYLLABLE.fullmatch(sound)):
            letter = source.text[match.start() - 1]
            yield Finding(source.at(match.start() - 1), f"“{letter}”后面留着注音“({sound})”", "删去注音")
