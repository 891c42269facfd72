"""The 文号 that a text cites, as it prints them, with 〔〕 for every bracket; how far left each reaches.

汉字 have no word borders. A known 机关代字 settles it; else the punctuation before it does, else the last word that ends
a phrase (完成国办发〔2019〕54号). What stays unclear is among the doubts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from gongkai.importing.dates import narrow
from gongkai.linking.citations import issuer_length
from gongkai.model.document_number import read_number
from gongkai.reading.citations import citations_in

_BEFORE = re.compile(
    r"^.*(?:按照|根据|依据|依照|遵照|参照|对照|按|完成|贯彻|落实|执行|关于|印发|转发|批转|批复|详见|参见|附件|下发|颁发|发布|公布|废止|修改|修订|代替|替代|以及|结合|通过|出台|制定"
    r"|办法|通知|意见|规定|决定|文件|方案|细则|条例|要求|精神|其中|包括|文号|号文|同时|我市|我省|我区|我县|我局|我委|我厅|我部|本市|本省|的|和|与|及|或|以|将|为|见|即|原|等|对|在|由|是|了|从|至|到|于|并)"
)
_ORGAN_BEFORE = re.compile(
    r"^.{2,}(?:总会|协会|总局|政府|办公[厅室]|[部局委厅院会])(?=[国中京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵黔云滇藏陕甘青宁新"
    r"财税发教科工民公司人自环建交水农商文卫审银证保海林食药安外广体气质市劳计统土].{1,6}$)"
)
"""国家计委计价格〔1999〕1号: the organ's name and then its 代字, which begins with the place or the trade."""
_MOST = 12
"""Characters that a 机关代字 has at most (国家煤矿安全监察局 is no 代字; 闽政国资法规产权 is one)."""


def cited_numbers(texts: Iterable[str], own: str, known: frozenset[str]) -> tuple[list[str], list[str]]:
    """The cited 文号 with a year in brackets, each once in the order of the text, without `own`; and those not sure of."""
    found: dict[str, str] = {}
    unsure: list[str] = []
    mine = _key(own)
    for text in texts:
        if "号" not in text:
            continue
        for citation in citations_in(text, 0):
            cited = citation.citation
            if cited.form:
                continue
            before = text[citation.start - 1 : citation.start]
            issuer, sure = _issuer(cited.left, before, known)
            if not issuer:
                continue
            number = _printed(issuer, cited.tail)
            key = _key(number)
            if key and key != mine and key not in found:
                found[key] = number
                if not sure:
                    unsure.append(number)
    return list(found.values()), unsure


def _issuer(left: str, before: str, known: frozenset[str]) -> tuple[str, bool]:
    """The 机关代字 at the end of `left` and whether that is sure; `before` is the character in front of `left`."""
    bounded = not re.match("[\u3400-\u9fffA-Za-z〇]", before or "。")
    bare = left if bounded and len(left) <= 5 and len(left) > 1 else _BEFORE.sub("", left)
    if len(bare) > 6:
        bare = _ORGAN_BEFORE.sub("", bare)
    length = issuer_length(left, known)
    if length and (length == len(left) or len(bare) <= length):
        return left[-length:], True
    if bounded and 2 <= len(bare) <= _MOST:
        return bare, True
    if length and len(bare) > _MOST:
        return left[-length:], True
    return (bare, False) if 2 <= len(bare) <= _MOST else ("", False)


def _printed(issuer: str, tail: str) -> str:
    even = re.sub(r"\s", "", narrow(tail))
    return issuer + re.sub(r"^[^\d](\d+)[^\d第]", r"〔\1〕", even)


def _key(number: str) -> str:
    read = read_number(number).number if number else None
    return str(read) if read else number
