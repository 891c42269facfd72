"""From what an editor typed to a value: one reader for each `Form`, tolerant in, exact about what would be right."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from gongkai.model.document_number import read_number
from gongkai.model.documents import Correction, Reference
from gongkai.model.fields import Form
from gongkai.model.legal_items import item_id
from gongkai.model.problems import Misreading
from gongkai.model.validity import Validity
from gongkai.reading.cleaning import Report, read_rows
from gongkai.reading.entries import Entry, Item

EXPLANATION_FORMS = ("文字", "图解", "问答", "音频", "视频", "动漫", "发布会", "专家", "媒体")
PAGE_KINDS = ("指南", "制度", "年报", "事项目录", "机构职能", "领导", "重大行政决策", "问答", "建议提案", "项目", "会议", "重点任务",
              "专题", "公报", "依据目录", "政策清单")  # fmt: skip
EXPLANATION_STAGES = ("草案", "同步", "施行后")

_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2236: 0x3A, 0x2014: 0x2D, 0x2013: 0x2D}
_DATE = re.compile(
    r"^(?P<year>\d{4})\s*(?P<s1>[-/.年])\s*(?P<month>\d{1,2})\s*(?P<s2>[-/.月])\s*(?P<day>\d{1,2})\s*日?"
    r"(?:[T\s]+(?P<hour>\d{1,2})\s*[:时]\s*(?P<minute>\d{1,2})\s*(?::\s*\d{1,2}|分)?)?$"
)
_UNIFIED = re.compile(r"^[A-Z]{4}\d{2}-\d{4}-\d{4}$")
_CAPTIONED = re.compile(r"^(\S+\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]{1,5})\s+(\S.*)$")
_LISTED_IN_A_LINE = re.compile(r"[、；;，,](?![^《]*》)")
_DATED = re.compile(r"^\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}(?:\s*日)?|^\d[^\s:,]*")
_CORRECTION = re.compile(r"^\{\s*日期\s*[:：]\s*(.*?)\s*[,，]\s*内容\s*[:：]\s*(.*?)\s*\}$")
_TICKED = re.compile(r"([■☑√✓✔●□☐○])\s*([^■☑√✓✔●□☐○]*)")
TRUE, FALSE = ("true", "是", "yes", "1"), ("false", "否", "no", "0")


def read_value(form: Form, entry: Entry, misreadings: list[Misreading]) -> Any:
    """The value of an entry in its form; None, "" or () where it cannot be read, which is then among `misreadings`."""

    def report(kind: str, line: int, message: str, hint: str, mend: tuple[str, str] | None = None) -> None:
        misreadings.append(Misreading(kind, line, message, hint, mend))

    return _READERS[form](entry, report)


def _text(entry: Entry, report: Report) -> str:
    return entry.text


def _date(entry: Entry, report: Report) -> date | None:
    moment = _moment(entry, report)
    return moment.date() if isinstance(moment, datetime) else moment


def _moment(entry: Entry, report: Report) -> datetime | date | None:
    if not entry.items:
        return None
    item = _only(entry, report)
    narrow = item.text.translate(_NARROW).strip()
    match = _DATE.match(narrow)
    if not match:
        report("no-date", item.line, f"“{entry.key}”的日期“{item.text}”读不出", "写作“2020-08-14”")
        return None
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
        moment = datetime(day.year, day.month, day.day, int(match["hour"]), int(match["minute"])) if match["hour"] else None
    except ValueError:
        report("no-date", item.line, f"“{entry.key}”的日期“{item.text}”在日历上没有", "核对年、月、日、时、分")
        return None
    right = moment.strftime("%Y-%m-%d %H:%M") if moment else day.isoformat()
    if item.text != right and item.text != right + ":00":
        report("date", item.line, f"“{entry.key}”的日期写作“{item.text}”", f"应为“{right}”", (item.text, right))
    return moment or day


def _number(entry: Entry, report: Report) -> Any:
    if not entry.items:
        return None
    item = _only(entry, report)
    read = read_number(item.text)
    if read.number is None:
        report("number", item.line, f"文号“{item.text}”读不出：{read.refusal}", "写作“机关代字〔年份〕序号号”或“××令第N号”")
    elif read.deviations:
        report("number", item.line, f"文号“{item.text}”{'，'.join(read.deviations)}", f"应为“{read.number}”",
               (item.text, str(read.number)))
    return read.number


def _unified(entry: Entry, report: Report) -> str:
    if not entry.items:
        return ""
    item = _only(entry, report)
    right = item.text.translate(_NARROW).replace(" ", "").upper()
    if not _UNIFIED.match(right):
        report("unified", item.line, f"统一编号“{item.text}”不合样式", "四个大写字母、两位机关序号、年份、四位流水，如“ZJHC00-2020-0001”")
    elif right != item.text:
        report("unified", item.line, f"统一编号写作“{item.text}”", f"应为“{right}”", (item.text, right))
    return right


def _validity(entry: Entry, report: Report) -> Validity | None:
    if not entry.items:
        return None
    item = _only(entry, report)
    try:
        return Validity(item.text)
    except ValueError:
        report("choice", item.line, f"有效性“{item.text}”不在可用的词里", f"可用：{'、'.join(v.value for v in Validity)}")
        return None


def _choice(words: tuple[str, ...]) -> Callable[[Entry, Report], str]:
    def read(entry: Entry, report: Report) -> str:
        if not entry.items:
            return ""
        item = _only(entry, report)
        if item.text not in words:
            report("choice", item.line, f"{entry.key}“{item.text}”不在可用的词里", f"可用：{'、'.join(words)}")
            return ""
        return item.text

    return read


def _topic(entry: Entry, report: Report) -> str:
    text = entry.text
    right = re.sub(r"\s*(?:\\|/|＼|／|>|—+)\s*", lambda _: "\\", text)
    if right != text and entry.items:
        hint = f"应为“{right}”，一级和二级之间用“\\”"
        report("punctuation", entry.items[0].line, f"主题分类写作“{text}”", hint, (text, right))
    return right


def _words(entry: Entry, report: Report) -> tuple[str, ...]:
    words = [i.text for i in entry.items]
    if not entry.listed:
        words = [w for text in words for w in re.split(r"[,，;；、\s]+", text) if w]
    return tuple(dict.fromkeys(words))


def _ticked(entry: Entry, report: Report) -> tuple[str, ...]:
    """The ticked of `■政府网站 □政府公报`; where nothing is ticked at all, every word counts."""
    text = " ".join(item.text for item in entry.items)
    marked = _TICKED.findall(text)
    if not marked:
        words = [item.text for item in entry.items]
        return tuple(dict.fromkeys(words if entry.listed else re.split(r"[,，;；、\s]+", entry.text)))
    return tuple(dict.fromkeys(word.strip(" 、，；;,") for sign, word in marked if sign not in "□☐○" and word.strip(" 、，；;,")))


def _items(entry: Entry, report: Report) -> tuple[str, ...]:
    """Ids of 法定事项; which there are, the settings say."""
    return tuple(dict.fromkeys(item_id(word) for word in _words(entry, report)))


def _references(entry: Entry, report: Report) -> tuple[Reference, ...]:
    """One reference an item; a single value may hold several, parted as in a sentence, or a list YAML could not read."""
    found = []
    for item in entry.items:
        text = item.text
        if not entry.listed:
            inner = text[1:-1] if text.startswith("[") and text.endswith("]") else text
            texts = [part.strip() for part in _LISTED_IN_A_LINE.split(inner)]
        else:
            texts = [text]
        found += [Reference(text, item.line) for text in texts if text]
    return tuple(found)


def _attachments(entry: Entry, report: Report) -> tuple[Reference, ...]:
    """`biao.docx 申请表`: the file, and how readers are shown it."""
    found = []
    for item in entry.items:
        captioned = _CAPTIONED.match(item.text)
        found.append(Reference(captioned[1], item.line, captioned[2]) if captioned else Reference(item.text, item.line))
    return tuple(found)


def _corrections(entry: Entry, report: Report) -> tuple[Correction, ...]:
    """`2026-03-05 第三条的“5日”更正为“15日”` an item, or `日期` and `内容` as keys of their own."""
    cells = [(item.line, *_day_and_words(item.text)) for item in entry.items]
    for row in entry.rows:
        known = dict(row.cells)
        odd = [key for key in known if key not in ("日期", "内容")]
        if odd:
            report("unknown", row.line, f"“{entry.key}”里不认识的键“{odd[0]}”", "可用：日期、内容")
        cells.append((row.line, known.get("日期", ""), known.get("内容", "")))
    found = []
    for line, said, words in sorted(cells, key=lambda cell: cell[0]):
        day = _date(Entry(entry.key, line, (Item(said, line),), False), report) if said else None
        if not said:
            report("no-date", line, f"“{entry.key}”的一项没有日期", "写作“2026-03-05 改了什么”")
        elif day and not words:
            report("empty", line, f"“{entry.key}”的一项没有写改了什么", "写作“2026-03-05 改了什么”")
        elif day:
            found.append(Correction(day, words, line))
    return tuple(found)


def _day_and_words(text: str) -> tuple[str, str]:
    """The date that a line begins with, whether it can be read or not, and the rest; "" for the date where there is none."""
    flow = _CORRECTION.match(text)
    if flow:
        return flow[1], flow[2]
    match = _DATED.match(text.translate(_NARROW))  # one character for one: what is found holds for the text itself
    return (text[: match.end()], text[match.end() :].strip(" \u3000:：,，")) if match else ("", text)


def _yes_no(entry: Entry, report: Report) -> bool:
    text = entry.text.lower()
    if text not in TRUE + FALSE:
        report("choice", entry.line, f"{entry.key}“{entry.text}”读不出，当作 true", "写 true 或 false")
    return text not in FALSE  # what cannot be read must not be published


def _integer(entry: Entry, report: Report) -> int:
    text = entry.text.translate(_NARROW)
    if not re.match(r"^-?[0-9]{1,9}$", text):
        report("choice", entry.line, f"{entry.key}“{entry.text}”不是整数", "写一个整数")
        return 0
    return int(text)


def _year(entry: Entry, report: Report) -> int:
    """A year that days can be counted from; 0 where it is none."""
    match = re.match(r"^([0-9]{4})年?$", entry.text.translate(_NARROW))
    if not match or not 1900 <= int(match[1]) <= 2200:
        report("choice", entry.line, f"{entry.key}“{entry.text}”不是年份", "写四位数，如 2025")
        return 0
    return int(match[1])


def _only(entry: Entry, report: Report) -> Item:
    if len(entry.items) > 1:
        report("choice", entry.items[1].line, f"“{entry.key}”只能有一个值", f"留下“{entry.items[0].text}”或另一个")
    return entry.items[0]


_READERS: dict[Form, Callable[[Entry, Report], Any]] = {
    Form.TEXT: _text,
    Form.DATE: _date,
    Form.MOMENT: _moment,
    Form.NUMBER: _number,
    Form.UNIFIED: _unified,
    Form.VALIDITY: _validity,
    Form.TOPIC: _topic,
    Form.WORDS: _words,
    Form.REFERENCES: _references,
    Form.ATTACHMENTS: _attachments,
    Form.EXPLAINED_BY: _choice(EXPLANATION_FORMS),
    Form.STAGE: _choice(EXPLANATION_STAGES),
    Form.CLEANING: read_rows,
    Form.CORRECTIONS: _corrections,
    Form.PAGE_KIND: _choice(PAGE_KINDS),
    Form.ITEMS: _items,
    Form.TICKED: _ticked,
    Form.YES_NO: _yes_no,
    Form.INTEGER: _integer,
    Form.YEAR: _year,
}
