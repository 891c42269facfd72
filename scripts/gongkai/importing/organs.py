"""机关 in words: whether a line is nothing but names of organs, and what the head of a title says."""

from __future__ import annotations

import re
from dataclasses import replace

from gongkai.model.document_number import DocumentNumber

_ENDING = (
    r"(?:人民政府|政府|办公[厅室]|委员会|管委会|常委会|人大常委会|总局|国务院|法院|检察院|党委|党组|工会|团委|妇联|领导小组|指挥部|联席会议"
    r"|[\u3400-\u9fff]{2,}(?:委|局|厅|部|院|署|会|处|司|所|站|队|办|中心|公司|大学|学院|银行|集团|总队|支队|大队|街道|公署|总社|政委会|兵团|馆|室))"
)
_ONE = re.compile(rf"^[\u3400-\u9fff（）()\d〇]{{0,36}}{_ENDING}(?:[（(][^（）()]{{1,12}}[）)])?$")
_APART = re.compile(r"[、，,\s　]+")
_TITLE_HEAD = re.compile(r"^(?!转发|批转|印发|公布|关于)(?P<organs>.{2,60}?)(?:关于|印发|转发|批转|公布|对(?!外)|令$)")
_NOT_ORGANS = re.compile("[《》。；：？！“”…]|特此|附件|如下|附则|总则|通知$|意见$|方案$|^第|任务$|工作$|召开|会议上|[一二三四五六七八九十]、|有关部门$|各.{0,8}部门$")
_ORDER_ISSUER = re.compile(r"^中华人民共和国(?!主席|中央军事委员会|全国)(?=..)")
_TWO_IN_ONE = re.compile(r"(?<=[院部委局署会厅行])(?=国家|最高|中国|中共|全国|国务院)")


def organs_of_line(line: str) -> tuple[str, ...]:
    """The organs that a line of a 落款 names, and nothing besides them; () where it says anything else.

    Blanks inside one name (上海市　民政局, 国 务 院) are only there to fill the line, unless what stands on both sides are names.
    """
    text = line.strip("　 \t")
    if not 2 <= len(text) <= 90 or _NOT_ORGANS.search(text):
        return ()
    whole = re.sub(r"[\s　]+", "", text)
    parts = [part for part in _APART.split(text) if part]
    if len(parts) > 1 and all(is_organ(part) for part in parts):
        return tuple(parts)
    if re.search("[、，,]", text):
        return ()
    return (whole,) if is_organ(whole) else ()


def is_organ(name: str) -> bool:
    """Whether a name looks like that of an organ: 汉字 only, ending as organs' names do."""
    return len(name) >= 3 and bool(_ONE.match(name)) and not _NOT_ORGANS.search(name)


def organs_of_title(title: str) -> tuple[str, ...]:
    """The organs before 关于, 印发, 转发 … of a title; () where what stands there is no organ."""
    match = _TITLE_HEAD.match(title)
    if not match or "《" in match["organs"]:
        return ()
    parts = [part for piece in re.split(r"[、\s　]+", match["organs"]) for part in _TWO_IN_ONE.split(piece) if part]
    return tuple(parts) if parts and all(is_organ(part) for part in parts) else ()


def organ_of_order(issuer: str) -> str:
    """The organ that issues an order: 中华人民共和国国务院令 is 国务院's."""
    return "国务院" if issuer == "国" else _ORDER_ISSUER.sub("", issuer)


def plainly_issued(number: DocumentNumber | None) -> DocumentNumber | None:
    """中华人民共和国国务院令第693号 as it is commonly cited: 国务院令第693号."""
    return replace(number, issuer=organ_of_order(number.issuer)) if number and number.form else number
