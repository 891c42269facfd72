"""文号: one form inside, every spelling outside.

Source: GB/T 9704-2012 §7.2.5 (年份用六角括号括全称, 序号不编虚位, 不加“第”), with 令 and 公告 as they are issued
(`国务院令第365号`, `海关总署公告2019年第1号`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gongkai.model.chinese_numerals import number_of

_OPEN, _CLOSE = "〔［[（(【﹝〖{<《", "〕］])）】﹞〗}>》"
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_BLANK = re.compile(r"[\s\u3000\u00a0]+")
_LABEL = re.compile(r"^(发文字号|文件编号|发文文号|公文文号|文件文号|文号|字号)[:：]")
_ISSUER = r"[\u3400-\u9fffA-Za-z〇、·]*"
_BRACKETED = re.compile(
    rf"^(?P<issuer>{_ISSUER}?)(?P<open>[{re.escape(_OPEN)}])(?P<year>[0-9]{{1,6}})(?P<close>[{re.escape(_CLOSE)}])"
    r"(?P<di>第?)(?P<sequence>[0-9]{1,12})(?P<hao>号?)$"
)
_ORDER = re.compile(
    rf"^(?P<issuer>{_ISSUER}?)(?P<form>令|公告|通告)[（(〔]?(?:(?P<year>[0-9]{{4}})年?)?[）)〕]?(?P<di>第?)"
    r"(?P<sequence>[0-9]{1,12}|[〇零一二三四五六七八九十百千]+)(?P<hao>号?)$"
)
_REVERSED_ORDER = re.compile(
    rf"^(?P<issuer>{_ISSUER}?)第?(?P<sequence>[0-9]{{1,12}}|[〇零一二三四五六七八九十百千]+)号(?P<form>令|公告)$"
)
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "［］（）｛｝"}


@dataclass(frozen=True, order=True, slots=True)
class DocumentNumber:
    """机关代字 (issuer), year (None for a 令 without one), sequence, and form: "" for 〔年份〕, else 令 公告 通告."""

    issuer: str
    year: int | None
    sequence: int
    form: str = ""

    def __str__(self) -> str:
        if not self.form:
            return f"{self.issuer}〔{self.year}〕{self.sequence}号"
        year = f"{self.year}年" if self.year else ""
        return f"{self.issuer}{self.form}{year}第{self.sequence}号"


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """What came of reading a 文号: a number with the ways it was misspelt, or None with the reason."""

    number: DocumentNumber | None
    deviations: tuple[str, ...] = ()
    refusal: str = ""


def read_number(text: str) -> ReadNumber:
    """Read one whole string as a 文号; never raises.

    Blanks, invisible characters, a leading label (`发文字号：`), every bracket, full-width digits, 第, leading zeros and
    a missing 号 are read and named among the deviations; anything else is refused with a reason in Chinese.
    """
    deviations: list[str] = []
    bare = _INVISIBLE.sub("", text)
    if bare != text:
        deviations.append("含有不可见字符")
    closed = _BLANK.sub("", bare)
    if closed != bare.strip():
        deviations.append("含有空格")
    narrow = closed.translate(_WIDE)
    if narrow != closed and re.sub(r"[:：]", "", narrow) != re.sub(r"[:：]", "", closed):
        deviations.append("含有全角数字或字母")
    unlabelled = _LABEL.sub("", narrow)
    if unlabelled != narrow:
        deviations.append("不写“文号：”字样")
    if not unlabelled:
        return ReadNumber(None, refusal="是空的")
    match = _BRACKETED.match(unlabelled)
    if match:
        return _bracketed(match, deviations)
    match = _ORDER.match(unlabelled) or _REVERSED_ORDER.match(unlabelled)
    if match:
        return _order(match, deviations)
    return ReadNumber(None, refusal=_why_not(unlabelled))


def _bracketed(match: re.Match[str], deviations: list[str]) -> ReadNumber:
    issuer, year, sequence = match["issuer"], int(match["year"]), int(match["sequence"])
    if not issuer:
        return ReadNumber(None, refusal="缺少机关代字")
    if len(match["year"]) != 4 or not 1911 <= year <= 2099:
        return ReadNumber(None, refusal=f"年份“{match['year']}”不是四位年份")
    if sequence == 0:
        return ReadNumber(None, refusal="序号不能是0")
    if (match["open"], match["close"]) != ("〔", "〕"):
        deviations.append("须用六角括号")
    if match["di"]:
        deviations.append("序号前不加“第”")
    if match["sequence"][0] == "0":
        deviations.append("序号不编虚位")
    if not match["hao"]:
        deviations.append("缺少“号”字")
    return ReadNumber(DocumentNumber(issuer, year, sequence), tuple(deviations))


def _order(match: re.Match[str], deviations: list[str]) -> ReadNumber:
    parts = match.groupdict()
    sequence = number_of(parts["sequence"])
    if not parts["issuer"]:
        return ReadNumber(None, refusal=f"缺少{parts['form']}的机关名称")
    if not sequence:
        return ReadNumber(None, refusal="序号读不出")
    if "di" not in parts:
        deviations.append(f"须写作“{parts['form']}第{sequence}号”")
    else:
        if not parts["di"]:
            deviations.append("序号前缺少“第”")
        if not parts["hao"]:
            deviations.append("缺少“号”字")
        if parts["sequence"][0] == "0":
            deviations.append("序号不编虚位")
    year = int(parts["year"]) if parts.get("year") else None
    return ReadNumber(DocumentNumber(parts["issuer"], year, sequence, parts["form"]), tuple(deviations))


def _why_not(text: str) -> str:
    """The likeliest reason why a string is no 文号, in words that say what to do."""
    brackets = [c for c in text if c in _OPEN + _CLOSE]
    if not re.search(r"\d", text):
        return "没有年份和序号"
    if len(brackets) == 1:
        return "括号不成对"
    if len(brackets) > 2:
        return "括号多于一对"
    if re.search(r"[〕］\])）】﹞]号\d+$", text):
        return "“号”字写在了序号前面"
    if re.search(r"第\d+号$", text):
        return "没有写明是哪个机关的令还是公告"
    if not brackets:
        return "缺少括起年份的六角括号"
    return "不是“机关代字〔年份〕序号号”或“××令第N号”"
