"""The head of a document: from the first line to the one where its text begins (GB/T 9704 §7.2–7.3: 版头, 标题, 主送机关)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from gongkai.importing.blocks import Block
from gongkai.importing.chrome import is_chrome, is_clock
from gongkai.importing.dates import date_of, narrow
from gongkai.importing.info_box import bare_label, key_of, pairs_of
from gongkai.importing.organs import organs_of_line
from gongkai.model.document_number import DocumentNumber, read_number

_MOST_LINES = 60
_BEGINS = re.compile(
    r"^[（(【]?(?:第[一二三四五六七八九十百]+[编章节条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、]|——|--|—|目[\s　]*[录次]$|各位|附件|前言$|序言$)"
)
_LETTERHEAD = re.compile(r"^(?P<organ>[\u3400-\u9fff（）\s　]{3,40}?)[\s　]*文件$")
_LEAD = re.compile(r"^[\s　]*[★☆\[【（(]?(?P<number>\S.*?号)[】\]）)]?(?:[\s　]+签[\s　]*发[\s　]*人.*|[\s　]*)$")
_ORDER_FIRST = re.compile(r"^[\u3400-\u9fff\s　]{3,30}(?:令|公[\s　]*告)[\s　]*$")
_ORDER_SECOND = re.compile(r"^[（(]?(?:(?:19|20)\d{2}[\s　]*年[\s　]*)?第[\s　]*[\d〇零一二三四五六七八九十百]+[\s　]*号[）)]?$")
_NOTE = re.compile(r"^[（(].{4,}")
_HISTORY = re.compile(
    r"^(?:根据|由|经)?.{0,12}?(?:\d{4}|[一二][〇○零Ｏ一二三四五六七八九]{3})[\s　]*年.{2,10}日.{0,120}(?:通过|批准|修订|修正|公布|发布|施行|颁布|废止|修改)"
)
"""A line of the 题注 that stands without brackets: `1996年5月15日第八届……会议通过`."""
_STATE = re.compile(r"^[\[【（(]\s*(现行有效|有效|失效|已失效|废止|已废止|全文废止|部分失效|部分废止|已修改|已修订)\s*[\]】）)]\s*")
_LEADING_NUMBER = re.compile(r"^(?P<number>[\u3400-\u9fffA-Za-z]{1,12}[〔［\[（(【]\s?\d{4}\s?[〕］\]）)】]\s?第?\s?\d{1,5}\s?号)[\s　：:]*(?P<rest>\S.{3,})$")
_TRAILING_NUMBER = re.compile(
    r"^(?P<title>.{6,}?(?:通知|意见|决定|通报|公告|通告|批复|函|办法|规定|方案|报告|答复|[）)》]))[\s　]*[（(]?(?P<number>[\u3400-\u9fffA-Za-z]{1,12}[〔［\[【]\s?\d{4}\s?[〕］\]】]\s?第?\s?\d{1,5}\s?号)"
    r"[）)]?[\s　]*(?P<rest>[（(].*)?$"
)


@dataclass(slots=True)
class Head:
    """What the head says. `end` is the index of the first block of the text; `lines` are those a title may be made of."""

    end: int = 0
    pairs: list[tuple[str, str]] = field(default_factory=list)
    numbers: list[tuple[DocumentNumber, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    written: date | None = None
    shown: date | None = None
    letterhead: str = ""
    state: str = ""


def read_head(blocks: list[Block]) -> Head:
    """Read the head of a document line by line until its text begins."""
    head = Head()
    place = 0
    while place < min(len(blocks), _MOST_LINES):
        block = blocks[place]
        if block.picture:
            place += 1
            continue
        pairs = pairs_of_table(block) if block.rows else pairs_of(block.text)
        if block.rows and not pairs:
            break
        if pairs:
            head.pairs += pairs
            place += 1
            continue
        following = blocks[place + 1].text if place + 1 < len(blocks) else ""
        key = bare_label(block.text)
        if key is not None and following and not pairs_of(following) and len(following) < 80:
            head.pairs.append((key, following.strip()))
            place += 2
            continue
        taken = _take(head, block.text.strip("　 \t|"), following)
        if not taken:
            break
        place += taken
    head.end = place
    if len(head.lines) > 1 and organs_of_line(head.lines[0]) == (head.lines[0],) and head.lines[1].startswith(head.lines[0]):
        head.letterhead = head.letterhead or head.lines.pop(0)
    return head


def _take(head: Head, line: str, following: str) -> int:
    """Read one line of the head; how many lines it took, 0 where the text begins."""
    if not line or is_chrome(line) or is_clock(line):
        return 1
    if _ORDER_FIRST.match(line) and _ORDER_SECOND.match(narrow(following).strip("　 ")):
        number = read_number(re.sub(r"\s", "", narrow(line + following.strip("（）()　 ")))).number
        if number:
            head.numbers.append((number, line + following))
            return 2
    lead = _LEAD.match(narrow(line))
    number = read_number(lead["number"]).number if lead and len(line) < 80 else None
    if number:
        head.numbers.append((number, line))
        _set_letterhead_apart(head)
        return 1
    if _LETTERHEAD.match(line):
        head.letterhead = re.sub(r"[\s　]", "", line)[:-2]
        return 1
    day = date_of(line)
    if day:
        if line[0] in "（(":
            head.written = head.written or day
        elif head.shown is None:
            head.shown = day
        return 1
    state = _STATE.match(line)
    if state:
        head.state = state[1]
        line = line[state.end() :]
    for form in (_LEADING_NUMBER, _TRAILING_NUMBER):
        joined = form.match(line)
        number = read_number(joined["number"]).number if joined else None
        if joined and number:
            head.numbers.append((number, joined["number"]))
            line = joined.groupdict().get("title") or joined["rest"]
            head.written = head.written or (date_of(joined["rest"] or "") if "title" in joined.groupdict() else None)
    if begins_text(line):
        return 0
    head.lines.append(line)
    return 1


def _set_letterhead_apart(head: Head) -> None:
    """What stands above the 文号 and is nothing but organs is the 发文机关标志 of a letter (信函格式), no part of the title."""
    if head.lines and all(organs_of_line(line) for line in head.lines):
        head.letterhead = head.letterhead or "".join(organs_of_line(head.lines[0]))
        head.lines.clear()


def begins_text(line: str) -> bool:
    """Whether a line is no part of the head any more: 主送机关, a sentence, an article, an item, a subtitle."""
    if _HISTORY.match(line) or _BEGINS.match(line) or line[-1] in "：:；;。" or "。" in line or len(line) > 160:
        return True
    if len(line) > 40 and "，" in line and not re.search("[》通知意见定案法]$", line):
        return True
    return bool(_NOTE.match(line)) and len(line) > 12 and not re.match(r"^[（(][^（）()]{1,12}[）)]$", line)


def pairs_of_table(block: Block) -> list[tuple[str, str]]:
    """The pairs of a table that is an info box: labels each followed by its value, with a colon or without; [] for any other."""
    pairs: list[tuple[str, str]] = []
    labels = plain = 0
    for row in block.rows:
        cells = [cell.text.strip() for cell in row]
        place = 0
        while place < len(cells):
            cell = cells[place]
            following = cells[place + 1] if place + 1 < len(cells) else ""
            key = bare_label(cell) if bare_label(cell) is not None else key_of(cell)
            if key is None:
                found = pairs_of(cell)
                pairs += found
                labels += len(found)
                plain += not found and bool(cell)
                place += 1
                continue
            labels += 1
            value = "" if key_of(following) is not None else following
            whole = pairs_of(f"{cell}{value}")
            pairs += [(key, value)] if len(whole) < 2 else whole
            place += 2 if value or (place + 1 < len(cells) and not following) else 1
    valued = sum(bool(value) for _, value in pairs)
    return pairs if labels >= 2 and valued >= labels / 3 and plain <= labels / 2 else []
