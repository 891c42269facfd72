"""不得公开个人住址的门牌；家庭住址只写到乡镇、街道。来源: 个人信息保护法第二十八条；永安市2022年第四季度检查通报。

错: 张某某，家住甲街道乙路1号2幢3单元401室
对: 张某某，家住甲街道
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.source_text import SourceText

SEVERITY = "warning"
IN_ATTACHMENTS = True
WORDS = ("住址", "家住", "现住", "户籍地", "居住地", "，住")

_SAID = r"(?:住址|家住|现住|户籍地|居住地|住(?<=[，,]住)(?![建房宿院所户保]))"
_DOOR = r"\d+(?:-\d+)?(?:号(?!文|令)|室|单元|幢|栋|弄)"
_HOME = re.compile(rf"{_SAID}[址地]?[为在于是]?[：: 　]{{0,3}}[\u4e00-\u9fff][^\n，。；;|“”《》]{{1,30}}?{_DOOR}[^\n，。；;|“”《》、]{{0,12}}")
_CELL = re.compile(rf"[\u4e00-\u9fff]{{2}}[^\n]*?{_DOOR}")


def examine(source: SourceText) -> Iterator[Finding]:
    """A door number after words that say somebody lives there, or in a table's column of homes."""
    for match in _HOME.finditer(source.text):
        yield _finding(source, match.start())
    if "|" not in source.text:
        return
    homes: list[int] = []
    for number, line in enumerate(source.lines, 1):
        if not line.startswith("|"):
            homes = []
            continue
        cells = line.strip().strip("|").split("|")
        homes = homes or [i for i, cell in enumerate(cells) if re.search("住址|户籍地", cell)]
        if any(i < len(cells) and _CELL.search(cells[i]) for i in homes):
            yield _finding(source, source.starts[number - 1])


def _finding(source: SourceText, offset: int) -> Finding:
    return Finding(source.at(offset), "写出了个人住址的门牌", "只写到乡镇、街道")
