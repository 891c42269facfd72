"""不得公开公民身份号码。来源: 个人信息保护法第二十八条；GB 11643-1999（校验码）；掩去的写法见永安市2022年第四季度检查通报。

错: 张某某，身份证号110101199001010007
对: 张某某，身份证号11*************007
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from gongkai.checks import digits
from gongkai.model.problems import Finding
from gongkai.model.source_text import SourceText

SEVERITY = "error"
IN_ATTACHMENTS = True
PIECES = digits.PIECES
SIGNS = digits.SIGNS

_LONG = re.compile(r"(?<![0-9０-９A-Za-z])[1-9１-９]\d{5}(?P<gap>[ -]?)\d{8}(?P=gap)\d{3}[\dXxＸｘ](?![0-9０-９A-Za-z])")
_OLD = re.compile(r"(?<![0-9０-９A-Za-z])[1-9１-９]\d{14}(?![0-9０-９A-Za-z])")
_SAID = re.compile("身份证|身份号码|证件号")
_PROVINCES = frozenset((*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82, 83))
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SAID_BEFORE = 300  # characters: the head of a table is about so far from its rows


def examine(source: SourceText) -> Iterator[Finding]:
    """Numbers of 18 places whose checksum is right or that are said to be one; of 15 places where they are said to be."""
    for match in digits.near(_LONG, source.text):
        number = digits.plain(match[0])
        if _born(number[6:14]) and int(number[:2]) in _PROVINCES and (_sum_is_right(number) or _said(source, match.start())):
            yield _finding(source, match.start(), number)
    for match in digits.near(_OLD, source.text):
        number = digits.plain(match[0])
        if _born("19" + number[6:12]) and int(number[:2]) in _PROVINCES and _said(source, match.start()):
            yield _finding(source, match.start(), number)


def _finding(source: SourceText, offset: int, number: str) -> Finding:
    shown = digits.masked(number, 2, 3)
    return Finding(source.at(offset), f"写出了公民身份号码（{shown}）", f"删去，或掩去中间各位，如“{shown}”")


def _born(day: str) -> bool:
    try:
        return date(1850, 1, 1) < date(int(day[:4]), int(day[4:6]), int(day[6:])) < date(2100, 1, 1)
    except ValueError:
        return False


def _sum_is_right(number: str) -> bool:
    """MOD 11-2 of GB 11643."""
    return "10X98765432"[sum(w * int(d) for w, d in zip(_WEIGHTS, number, strict=False)) % 11] == number[17]


def _said(source: SourceText, offset: int) -> bool:
    return bool(_SAID.search(source.text, max(0, offset - _SAID_BEFORE), offset))
