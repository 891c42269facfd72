"""What the text of a document says of itself: 落款, 印发, 题注, 施行, 令 (GB/T 9704 §7.3.5–7.4)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from gongkai.importing.blocks import Block
from gongkai.importing.dates import date_in_words, date_of, narrow
from gongkai.importing.organs import organs_of_line
from gongkai.model.document_number import DocumentNumber, read_number

_PRINTED = re.compile(r"印[\s　]*发[。]?$")
_NOTE = re.compile(r"^[（(]?.{0,30}?(?:\d{4}|[一二][〇○零Ｏ一二三四五六七八九]{3})[\s　]*年.*(?:公布|发布|通过|修订|修正|批准|令|施行)")
_ORDER_IN_NOTE = re.compile(r"(?P<number>[\u3400-\u9fff]{2,24}?(?:令|公告)[\s　]*第[\s　]*[\d〇零一二三四五六七八九十百]+[\s　]*号)")
_PROMULGATED = re.compile(r"(?:现(?:予|将)?(?:以)?(?:公布|发布)|现予以?(?:公布|发布)|(?:通过|批准|同意)[，,].{0,12}(?:公布|发布))")
_NAMED = re.compile(r"《((?:[^《》]|〈[^〈〉]*〉|《[^《》]*》)+)》")
_IN_FORCE = re.compile(r"本?(?:办法|规定|条例|细则|意见|通知|决定|方案|规则|规程|制度|措施|政策|实施细则|法|通告|公告)?(?:自|从)(?P<day>.{8,16}?日)起(?:正式)?(?:施行|实施|执行|生效)")
_UNTIL = re.compile(r"有效期(?:限)?(?:至|到)[\s　]*(?P<day>.{8,16}?日)")
_REPORTED = re.compile(r"^[—–-]{1,3}[\s　]*(?P<day>.{8,16}?日)在.{4,60}(?:会议|大会|全会|全体会议)上")
_SAME_LINE = re.compile(r"^(?P<organ>[\u3400-\u9fff（）\s　、]{3,60}?)[\s　]*(?P<day>(?:\d{4}|[一二]\S{3})[\s　]*年.{3,12}日)$")
_SIGNER = re.compile(r"^(?:总[\s　]*理|主[\s　]*席|省[\s　]*长|市[\s　]*长|区[\s　]*长|县[\s　]*长|州[\s　]*长|部[\s　]*长|局[\s　]*长|署[\s　]*长|主[\s　]*任|行[\s　]*长|院[\s　]*长|会[\s　]*长|代.长)[:：\s　]+[\u3400-\u9fff·\s　]{2,6}$")
_TITLE_LINE_REACH = 9


@dataclass(frozen=True, slots=True)
class Signature:
    """A 落款: its organs (a person's office leaves them empty), its date if any, the blocks it stands in (last exclusive)."""

    organs: tuple[str, ...]
    day: date | None
    start: int
    end: int


def signature_of(blocks: list[Block]) -> Signature | None:
    """The first 落款: a line that is only a date with the lines of organs before it; that of what is attached comes later."""
    for place, block in enumerate(blocks):
        if not block.is_text or place == 0 or block.text[:1] in "（(":
            continue
        same = _SAME_LINE.match(narrow(block.text).strip("　 "))
        if same and organs_of_line(same["organ"]) and (found := date_in_words(same["day"])):
            above, start = _organs_above(blocks, place)
            return Signature((*above, *organs_of_line(same["organ"])), found[0], start, place + 1)
        day = date_of(block.text)
        if day is None or ("年" not in block.text and not organs_of_line(blocks[place - 1].text)):
            continue
        organs, start = _organs_above(blocks, place)
        if not organs and not _follows_text(blocks, place):
            continue
        return Signature(organs, day, start, place + 1)
    return None


def last_organs(blocks: list[Block]) -> tuple[tuple[str, ...], int]:
    """The organs that the last lines of a text name where no date follows them, and where they stand; (), 0 for none."""
    end = len(blocks)
    while end and (not blocks[end - 1].is_text or re.match(r"^[（(].{2,20}[）)]$|^附件", blocks[end - 1].text)):
        end -= 1
    organs, start = _organs_above(blocks, end)
    return (organs, start) if organs and start > 1 and not _looks_listed(blocks, start) else ((), 0)


def _organs_above(blocks: list[Block], place: int) -> tuple[tuple[str, ...], int]:
    organs: list[str] = []
    start = place
    while start > 0 and place - start < _TITLE_LINE_REACH:
        block = blocks[start - 1]
        names = organs_of_line(block.text) if block.is_text else ()
        if not names:
            signer = block.is_text and bool(_SIGNER.match(block.text.strip("　 ")))
            return tuple(organs), start - signer
        organs = [*names, *organs]
        start -= 1
    return tuple(organs), start


def _follows_text(blocks: list[Block], place: int) -> bool:
    """Whether a date without organs stands where a 落款 does: after a sentence, a signer or a list of attachments."""
    before = blocks[place - 1]
    if before.rows or before.picture:
        return True
    text = before.text.strip("　 ")
    return bool(_SIGNER.match(text)) or text.endswith(("。", "！", "）", ")")) or bool(re.match(r"^(?:附[件：]|\d{1,2}[.．、])", text))


def _looks_listed(blocks: list[Block], start: int) -> bool:
    """Whether the lines before are short too: a list of organs at the end is no 落款."""
    before = blocks[start - 1]
    return not before.is_text or len(before.text) < 12


def printed_on(blocks: list[Block]) -> tuple[date | None, int]:
    """The date of the 印发 line and where it stands (版记: `××办公室　2020年8月14日印发`), among the last lines."""
    for place in range(len(blocks) - 1, max(-1, len(blocks) - 400), -1):
        block = blocks[place]
        texts = [block.text] if block.is_text else [cell.text for row in block.rows for cell in row]
        for text in texts:
            if len(text) < 80 and _PRINTED.search(text) and (found := date_in_words(text)):
                return found[0], place
    return None, -1


@dataclass(frozen=True, slots=True)
class Note:
    """A 题注: when and by which order a regulation was first made public."""

    day: date
    number: DocumentNumber | None
    orders: int


def note_of(blocks: list[Block]) -> Note | None:
    """The 题注 among the first lines: `（2011年12月15日广州市人民政府令第61号公布 根据……修订）`."""
    for block in blocks[:4]:
        text = narrow(block.text).strip("　 ")
        if not _NOTE.match(text) or (text[0] not in "（(" and (len(text) > 160 or "，现" in text or text.endswith(("：", ":")) or "。" in text)):
            continue
        found = date_in_words(text)
        if not found:
            continue
        orders = _ORDER_IN_NOTE.findall(text[found[2] :])
        number = read_number(re.sub(r"[\s　]", "", orders[0])).number if orders and text.find(orders[0]) - found[2] < 3 else None
        return Note(found[0], number, len(orders))
    return None


def promulgated(blocks: list[Block]) -> str:
    """The name of what an order makes public: `《……办法》已经……通过，现予公布`; "" where it makes nothing public."""
    for block in blocks[:3]:
        if _PROMULGATED.search(block.text) and (named := _NAMED.search(block.text)):
            return named[1].replace("〈", "《").replace("〉", "》").replace("<", "《").replace(">", "》")
    return ""


def reported_on(blocks: list[Block]) -> date | None:
    """The day of a report, from its subtitle `——2024年1月16日在……会议上`."""
    for block in blocks[:4]:
        match = _REPORTED.match(block.text.strip("　 "))
        found = date_in_words(match["day"]) if match else None
        if found:
            return found[0]
    return None


def in_force(blocks: list[Block]) -> tuple[date | None, date | None]:
    """施行日期 and 有效期至 as the last articles say them; None where they say none or name another document's."""
    begins = ends = None
    for block in blocks[-40:]:
        match = _IN_FORCE.search(block.text)
        if match and (found := date_in_words(match["day"])) and "《" not in block.text[max(0, match.start() - 8) : match.start()]:
            begins = found[0]
        match = _UNTIL.search(block.text)
        if match and (found := date_in_words(match["day"])):
            ends = found[0]
    return begins, ends if not begins or not ends or ends > begins + timedelta(days=1) else None
