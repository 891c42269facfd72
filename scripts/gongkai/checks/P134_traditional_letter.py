"""简体的文件里不夹繁体字。来源: 国家通用语言文字法第二条、第三条；《通用规范汉字表》；繁简对照用 OpenCC 的单字表。

错: 征遷补偿的欄目更新
对: 征迁补偿的栏目更新
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from gongkai.model.problems import Finding
from gongkai.model.source_text import Part, SourceText
from gongkai.reading.traditional import simplified_of

SEVERITY = "warning"

# Letters with a simplified form that may all the same stand in simplified text: 《通用规范汉字表》 keeps them for names
# (昇 甯 龢 …) or for one meaning (乾坤, 慰藉, 宫商角徵羽), which the two thousand that GB 2312 has too show by being there.
_KEPT = frozenset("昇甯龢祕釐剋祇絜迺陞鉅镕麽嚐昉俶昪暎祐鍾濬喆堃淼犇邨飏仝脩勠皙阪溦苧瞭噁濛")


def _wrong_letters() -> dict[str, str]:
    return {old: new for old, new in simplified_of().items() if old not in _KEPT and not _in_gb2312(old) and _in_gb2312(new)}


def _in_gb2312(letter: str) -> bool:
    try:
        return bool(letter.encode("gb2312"))
    except UnicodeEncodeError:
        return False


_WRONG = _wrong_letters()
SIGNS = "".join(sorted(_WRONG))

_HAN = re.compile(r"[\u4e00-\u9fff]")
_WHOLE = 0.15  # of the 汉字 of a text in traditional script about a third have a simplified form


@cache  # it takes long, and few texts have any
def _letter() -> re.Pattern[str]:
    return re.compile(f"[{SIGNS}]")


def examine(source: SourceText) -> Iterator[Finding]:
    """One finding for each line with all its letters; one for a text that is traditional altogether."""
    by_line: dict[int, dict[str, None]] = {}
    count = 0
    for match in _letter().finditer(source.text):
        line = source.line_at(match.start())
        if source.part(line) is not Part.CODE:
            by_line.setdefault(line, {})[match[0]] = None
            count += 1
    if count > 20 and count > _WHOLE * len(_HAN.findall(source.text)):
        first = min(by_line)
        yield Finding(source.at(source.starts[first - 1]), f"整篇用的是繁体字（{count} 个）", "改用简体字；港澳台来文可以豁免")
        return
    for line, letters in by_line.items():
        shown = list(letters)[:8]
        more = "等" if len(letters) > len(shown) else ""
        right = "、".join(_WRONG[letter] for letter in shown)
        yield Finding(source.at(source.starts[line - 1]), f"有繁体字“{'、'.join(shown)}”{more}", f"应为“{right}”{more}；姓名用字可以豁免")
