"""不得公开银行卡号。来源: 个人信息保护法第二十八条；ISO/IEC 7812-1（校验位）；汉台区2022年第二季度检查通报。

错: 卡号6200000000000000003
对: 卡号6200***********0003
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks import digits
from gongkai.model.problems import Finding
from gongkai.model.source_text import SourceText

SEVERITY = "error"
IN_ATTACHMENTS = True
PIECES = digits.PIECES
SIGNS = digits.SIGNS

_CARD = re.compile(
    r"(?<![0-9０-９A-Za-z._/=&#%-])(?:[4569３-９]\d{15,18}|[4569]\d{3}(?P<gap>[ -])\d{4}(?P=gap)\d{4}(?P=gap)\d{4}(?:(?P=gap)\d{1,3})?)"
    r"(?![0-9０-９A-Za-z*＊])"
)
_UNION_PAY = re.compile("62")
_OTHERS = re.compile("4|5[1-5]|60|9558")
_SAID = re.compile("卡号|银行卡|一卡通|储蓄|存折|工资卡|信用卡")
_BIRTH = re.compile(r"\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$")
_SAID_BEFORE = 300  # characters: the head of a table is about so far from its rows


def examine(source: SourceText) -> Iterator[Finding]:
    """Numbers of 16 to 19 places whose check digit is right: of the Chinese issuers, or said to be a card's."""
    for match in digits.near(_CARD, source.text):
        number = digits.plain(match[0])
        if not _check_digit_is_right(number) or _BIRTH.match(number):
            continue
        said = _SAID.search(source.text, max(0, match.start() - _SAID_BEFORE), match.start())
        if _UNION_PAY.match(number) or (_OTHERS.match(number) and said):
            shown = digits.masked(number, 4, 4)
            yield Finding(source.at(match.start()), f"写出了银行卡号（{shown}）", f"删去，或掩去中间各位，如“{shown}”")


def _check_digit_is_right(number: str) -> bool:
    """Luhn: every second place from the right counts double."""
    doubled = (sum(divmod(int(d) * 2, 10)) for d in number[-2::-2])
    return (sum(map(int, number[-1::-2])) + sum(doubled)) % 10 == 0
