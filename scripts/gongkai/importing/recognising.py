"""From paragraphs to what a document is: its front matter, what it cites, its text, and what an editor must look at.

Where several places say the same thing, the order is: the info box, the head, the text's own 落款 and 题注. Where they
disagree, the doubt says both. What no place says stays absent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from gongkai.importing.blocks import Block, Doubt, Refused, Source
from gongkai.importing.characters import clean, is_traditional, simplified, without_pinyin
from gongkai.importing.cited import cited_numbers
from gongkai.importing.dates import first_date
from gongkai.importing.head import Head, read_head
from gongkai.importing.info_box import first_values
from gongkai.importing.kinds import facts_of_interpretation, kind_of
from gongkai.importing.letter import in_force, last_organs, note_of, printed_on, promulgated, reported_on, signature_of
from gongkai.importing.oddities import oddities
from gongkai.importing.organs import organ_of_order, organs_of_title, plainly_issued
from gongkai.importing.repeated import without_repetition
from gongkai.importing.tail import without_tail
from gongkai.importing.titles import genre_of, tidy_title, title_of
from gongkai.model.document_number import DocumentNumber, read_number
from gongkai.model.settings import Settings
from gongkai.model.validity import Validity

Value = str | list[str]
_VALIDITY = {
    "现行有效": "有效", "继续有效": "有效", "是": "有效", "有效": "有效", "生效": "有效", "已生效": "有效", "有效文件": "有效", "执行": "有效", "现行": "有效",
    "否": "失效", "无效": "失效", "已失效": "失效", "宣布失效": "失效", "失效": "失效", "废止": "废止", "已废止": "废止", "全文废止": "废止", "废止失效": "废止",
    "已修改": "已修改", "修改": "已修改", "已修订": "已修改", "部分失效": "部分失效", "部分废止": "部分失效", "部分有效": "部分失效",
    "尚未施行": "尚未施行", "尚未生效": "尚未施行", "未生效": "尚未施行", "待核": "待核",
}  # fmt: skip
_MOST_LETTERS, _MOST_BLOCKS = 3_000_000, 100_000
_EMPTY_TOLD = ("文号", "索引号", "成文日期", "公开时限", "公开方式", "有效性", "主题分类")


@dataclass(slots=True)
class Recognised:
    """What a file came to. `front` has the keys of contract §2 in the order they are written; `body` is the text."""

    kind: str
    front: dict[str, Value]
    cited: list[str]
    doubts: list[Doubt]
    body: list[Block]
    attachments: list[str] = field(default_factory=list)


def recognise(source: Source, settings: Settings, kind: str = "", simplify: bool = False) -> Recognised:
    """Recognise a document; `kind` is "policy", "interpretation" or "other" where the editor has said so."""
    letters = sum(len(block.text) + sum(len(cell.text) for row in block.rows for cell in row) for block in source.blocks)
    if len(source.blocks) > _MOST_BLOCKS or letters > _MOST_LETTERS:
        raise Refused(f"有 {letters} 字、{len(source.blocks)} 段，不像一份文件。请分成几份再导入")
    blocks, doubts = _tidied(source, simplify)
    if not blocks:
        raise Refused("里面没有文字")
    head = read_head(blocks)
    body, tail_pairs, files = without_tail(blocks[head.end :])
    body, copied = without_repetition(body)
    if copied:
        doubts.append(Doubt("正文", f"正文重复了一遍，删去了后一遍的 {copied} 段"))
    box = first_values([*source.pairs, *head.pairs, *tail_pairs])
    reader = _Reader(source, settings, head, body, box, doubts)
    doubts += oddities([*_texts(blocks[: head.end]), *_texts(body)])
    empty = [key for key, value in [*source.pairs, *head.pairs] if key in _EMPTY_TOLD and not value and key not in box]
    if empty:
        doubts.append(Doubt("信息框", f"“{'”“'.join(dict.fromkeys(empty))}”一栏是空的"))
    title = reader.title()
    number = plainly_issued(reader.number())
    front: dict[str, Value] = {}
    _put(front, "标题", title)
    _put(front, "索引号", box.get("索引号", ""))
    _put(front, "主题分类", reader.topic())
    signed_by, written = reader.signature()
    organs = reader.organs(title, number, signed_by)
    _put(front, "发文机关", organs[0] if len(organs) == 1 else list(organs))
    _put(front, "成文日期", _iso(reader.written(written)))
    _put(front, "发文日期", _iso(reader.issued()))
    _put(front, "公开日期", _iso(reader.shown()))
    _put(front, "文号", str(number) if number else "")
    _put(front, "统一编号", box.get("统一编号", ""))
    begins, ends = in_force(body)
    _put(front, "施行日期", _iso(first_date(box.get("施行日期", "")) or begins))
    _put(front, "有效期至", _iso(first_date(box.get("有效期至", "")) or ends))
    _put(front, "有效性", reader.validity())
    _put(front, "文种", box.get("文种", "") or genre_of(title))
    for key in ("公开方式", "公开时限", "公开依据", "关键词", "概述", "来源"):
        _put(front, key, box.get(key, ""))
    _put(front, "附件", files)
    kind = kind or kind_of(title, bool(number), body)
    if kind == "interpretation":
        front.update(facts_of_interpretation(title, body, front, doubts))
    known = frozenset((*settings.known_issuers, *(i for o in settings.organs for i in o.issuers)))
    cited, unsure = cited_numbers([title, *_texts(body)], str(number or ""), known)
    doubts += [Doubt("引用", f"“{text}”的机关代字从哪里开始，请核对") for text in unsure]
    body = [*(Block(line) for line in reader.unused), *body]
    if files:
        doubts.append(Doubt("附件", f"文中列出附件“{'”“'.join(files)}”，请把文件放到旁边"))
    return Recognised(kind, front, cited, doubts, body, files)


class _Reader:
    """Settles each key from the places that may say it."""

    def __init__(
        self, source: Source, settings: Settings, head: Head, body: list[Block], box: dict[str, str], doubts: list[Doubt]
    ) -> None:
        self._said = source.said
        self._settings = settings
        self._head = head
        self._body = body
        self._box = box
        self._doubts = doubts
        self._note = note_of(body)
        self._from_title_line: DocumentNumber | None = None
        self.unused: list[str] = []

    def title(self) -> str:
        """The box's title; else the head's, an order's by the name of what it makes public; else the page's own."""
        shown, rest = title_of(self._head.lines)
        self.unused = rest
        boxed = tidy_title(self._box.get("标题", ""))
        said = tidy_title(self._said.get("标题", ""))
        order = any(number.form == "令" for number, _ in self._head.numbers)
        name = promulgated(self._body) if order else ""
        if name:
            self.unused = [line for line in [*([shown] if shown else []), *rest] if name not in line and line not in name]
            return tidy_title(name)
        if boxed and not boxed.endswith(("...", "…")):
            if shown and _letters(shown) != _letters(boxed) and _letters(shown) not in _letters(boxed):
                self.unused = [*([] if _letters(boxed) in _letters(shown) else [shown]), *rest]
                self._doubts.append(Doubt("标题", f"信息框写的是“{boxed}”，正文上方写的是“{shown}”"))
            return boxed
        if said and shown and _letters(shown) != _letters(said) and _letters(said) in _letters(shown):
            return said
        if shown or said:
            return shown or said
        self._doubts.append(Doubt("标题", "原文里没有找到标题"))
        return ""

    def number(self) -> DocumentNumber | None:
        """The number in the head, else the box's, else that of the 题注."""
        boxed = self._box.get("文号", "")
        from_box = read_number(boxed).number if boxed else None
        if boxed and not from_box:
            self._doubts.append(Doubt("文号", f"信息框里的“{boxed}”读不成文号，没有填"))
        numbers = self._head.numbers
        if numbers:
            number, printed = numbers[0]
            if from_box and from_box != number and self._canonical(from_box) != self._canonical(number):
                self._doubts.append(Doubt("文号", f"信息框写的是“{from_box}”，正文上方写的是“{number}”"))
                return from_box
            read = read_number(printed.strip("　 ★☆（）()【】[]"))
            deviations = [d for d in read.deviations if "空格" not in d and "全角" not in d and "括号" not in d]
            if deviations:
                self._doubts.append(Doubt("文号", f"原文写作“{printed.strip()}”（{'，'.join(deviations)}）"))
            return from_box or number
        if from_box:
            return from_box
        if self._note and self._note.number:
            if self._note.orders > 1:
                self._doubts.append(Doubt("文号", "题注里有几次公布和修订，取的是首次公布的令号"))
            return self._note.number
        return None

    def _canonical(self, number: DocumentNumber) -> DocumentNumber:
        alias = self._settings.issuer_aliases.get(number.issuer, number.issuer)
        return replace(number, issuer=alias) if number.form else number

    def signature(self) -> tuple[tuple[str, ...], date | None]:
        """Organs and date of the text's own 落款."""
        signed = signature_of(self._body)
        if signed:
            return signed.organs, signed.day
        return last_organs(self._body)[0], None

    def organs(self, title: str, number: DocumentNumber | None, signed_by: tuple[str, ...]) -> tuple[str, ...]:
        """The box's 发文机关; else the 落款's; an order's issuer; the title's head; the letterhead; the box's 发布机构 (a doubt)."""
        boxed = self._box.get("发文机关", "")
        if boxed:
            return tuple(part for part in boxed.replace("，", "、").replace(",", "、").replace(" ", "、").split("、") if part) or ()
        if number and number.form == "令":
            return (organ_of_order(number.issuer),)
        if signed_by:
            return tuple(dict.fromkeys(signed_by))
        named = organs_of_title(title)
        if named:
            self._doubts.append(Doubt("发文机关", "正文没有落款，取自标题"))
            return named
        if self._head.letterhead:
            return (self._head.letterhead,)
        shown_by = self._box.get("发布机构", "")
        if shown_by:
            self._doubts.append(Doubt("发文机关", f"原文只写了发布机构“{shown_by}”，发文机关可能是别的机关"))
        return (shown_by,) if shown_by else ()

    def written(self, signed: date | None) -> date | None:
        """The box's 成文日期; else the 落款's, the head's, the 题注's, the day of a report."""
        boxed = first_date(self._box.get("成文日期", ""))
        own = signed or self._head.written
        if boxed and own and boxed != own:
            self._doubts.append(Doubt("成文日期", f"信息框写的是 {boxed}，落款写的是 {own}"))
        noted = self._note.day if self._note else None
        return boxed or own or noted or reported_on(self._body)

    def issued(self) -> date | None:
        """The day of the 印发 line, or the box's 发文日期."""
        printed, _ = printed_on(self._body)
        return first_date(self._box.get("发文日期", "")) or printed

    def shown(self) -> date | None:
        """The day the page was made public: the box, the line below the title (also after 来源), what the page's format says."""
        for text in (self._box.get("公开日期", ""), self._box.get("来源", ""), self._said.get("公开日期", "")):
            found = first_date(text)
            if found:
                return found
        return self._head.shown

    def topic(self) -> str:
        """The box's 主题分类 with `\\` between its levels; another 分类 only where it is one of the site's 主题分类."""
        text = self._box.get("主题分类", "")
        other = self._box.get("分类", "")
        if not text and other.replace("/", "\\").split("\\")[0].strip() in self._settings.topics:
            text = other
        for sign in ("/", "＼", "／", ">", "＞", "—", "-"):
            text = text.replace(sign, "\\")
        return "\\".join(part.strip() for part in text.split("\\") if part.strip())

    def validity(self) -> str:
        """The box's 有效性 in the words of contract §2, or the mark before the title."""
        text = self._box.get("有效性", "") or self._head.state
        word = _VALIDITY.get(text.strip("　 。"), "")
        if text and not word:
            self._doubts.append(Doubt("有效性", f"原文写的是“{text}”，请从“{'、'.join(v.value for v in Validity)}”里选一个"))
        return word


def _tidied(source: Source, simplify: bool) -> tuple[list[Block], list[Doubt]]:
    """The blocks without debris; in 简体 where that is asked for."""
    doubts = list(source.doubts)
    readings = 0

    def text_of(text: str) -> str:
        nonlocal readings
        bare, count = without_pinyin(clean(text))
        readings += count
        return simplified(bare) if simplify else bare

    blocks = []
    for block in source.blocks:
        if block.rows:
            rows = tuple(tuple(replace(cell, text=text_of(cell.text)) for cell in row) for row in block.rows)
            blocks.append(replace(block, rows=rows))
        else:
            blocks.append(replace(block, text=text_of(block.text).strip("　 \t\n")))
    source.pairs = [(key, text_of(value).strip()) for key, value in source.pairs]
    if readings:
        doubts.append(Doubt("正文", f"删去了 {readings} 处夹在字后面的拼音注音"))
    if not simplify and is_traditional("".join(_texts(blocks))):
        doubts.append(Doubt("正文", "是繁体字；要转成简体，加上 --simplify 重新导入"))
    return [b for b in blocks if b.rows or b.picture or b.text], doubts


def _texts(blocks: Sequence[Block]) -> list[str]:
    return [text for block in blocks for text in ([block.text] if block.is_text else [c.text for row in block.rows for c in row])]


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _put(front: dict[str, Value], key: str, value: Value) -> None:
    if value:
        front[key] = _one_line(value) if isinstance(value, str) else [_one_line(item) for item in value]


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
