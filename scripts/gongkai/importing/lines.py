"""Lines as they should be: sentences that a page or a program broke are joined, paragraphs that were run together parted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from gongkai.importing.dates import date_of
from gongkai.importing.organs import organs_of_line
from gongkai.model.chinese_numerals import number_of
from gongkai.reading.outline import begins_paragraph

_TERMINAL = "。；：！？”’》）)】〕］」』;:!?.…"
_OPEN_END = "，、,“‘《（(〔"
_BEGINS = re.compile(r"^(?:[　\s]|\d{1,3}\s?[.．、)）]|[—–-]{2}|[①-⑳]|附[：:件录表]|抄送|主题词|[问答][：:])")
_HAN = re.compile("[\u3400-\u9fff]")
_LONG = 40
"""Characters from which a line without a full stop is rather a broken paragraph than a heading."""

_NUMERAL = "〇零一二三四五六七八九十百千"
_ARTICLE = re.compile(rf"(?<=[。；：）”])\s*(?=第[{_NUMERAL}]{{1,7}}条(?:之[{_NUMERAL}]+)?[\s　])")
_PART = re.compile(rf"(?<=\S)[\s　]*(?=第[{_NUMERAL}]{{1,4}}[编章节][\s　])")
_ASKED = re.compile(r"(?<=[。？！?”）])\s*(?=[问答][：:])")
_OPENING = re.compile(r"^(?P<title>[^。？]{8,90}(?:答记者问|解读|图解))(?=(?:近日|日前|近期|为[了贯进深]|\d{4}年\d{1,2}月|《))")
_LETTER = re.compile(
    r"^(?P<title>[^。：:《》]{0,40}?(?:《[^《》]{2,60}》)?[^。：:]{4,100}?(?:通知|意见|决定|通报|批复|复函|函|公告|通告|方案|规划|纲要|办法|规定|要点|计划))(?!的)[\s　]*"
    r"(?P<number>[\u3400-\u9fff]{1,10}[〔\[（(]\d{4}[〕\]）)]\d{1,4}号)?[\s　]*(?P<to>(?:各|[\u3400-\u9fff]{2,20}(?:人民政府|委员会|办公[厅室]|[委部局厅]))[^。：:]{0,200}[：:])(?=.)"
)
"""标题, 文号 and 主送机关 run together with the text, as some collectors of pages leave them."""
_SIGNATURE = re.compile(
    r"(?<=[。！])[\s　]*(?P<organ>[\u3400-\u9fff]{2,30}?[院厅室府部委局会署行])[\s　]*(?P<day>(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日)"
    r"(?![起前至以后，。、印的])[\s　]*(?P<note>[（(]此件.{2,10}?[）)])?"
)
_GAP = re.compile(r"[ \xa0]*(?:　[ \xa0]*){2,}|\s{4,}")
_SIGNED = re.compile(
    r"(?<=[。\s　])((?:总\s*理|主\s*席|省\s*长|市\s*长|区\s*长|县\s*长|州\s*长|部\s*长|局\s*长|署\s*长|主\s*任|行\s*长)[\s　]+"
    r"[\u3400-\u9fff·]{1,4}(?:[\s　][\u3400-\u9fff])?)[\s　]*"
)
_ITEM = re.compile(rf"(?<=[。；：！？）”])\s*(?=([{_NUMERAL[2:11]}]{{1,3}})、)")
_SUBITEM = re.compile(rf"(?<=[。；：！？”])\s*(?=[（(]([{_NUMERAL[2:11]}]{{1,3}})[）)])")
_ENDS = re.compile(r"[。；：！？”’》）)】…!?;:]$")


def width_of(line: str) -> int:
    """How wide a line is printed, in half-width columns."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in line.rstrip())


def joined(lines: Sequence[str]) -> tuple[list[str], int]:
    """The lines with broken sentences put together (blank lines gone), and how many breaks that mended.

    Where many lines are as wide as the page was (a PDF, an old mail), each full line goes on in the next one; elsewhere
    only a long line that ends in the middle of a sentence does.
    """
    page = _page_width(lines)
    done: list[str] = []
    mended = 0
    full = False
    gap = False
    for line in lines:
        if not line.strip("　 \t"):
            gap = True
            continue
        if done and _goes_on(done[-1], line, full and not gap):
            between = "" if _HAN.match(done[-1][-1:]) or _HAN.match(line.lstrip()[:1]) or done[-1][-1:] in _OPEN_END else " "
            done[-1] = done[-1].rstrip() + between + line.strip("　 \t")
            mended += 1
        else:
            done.append(line.rstrip())
        full = bool(page) and width_of(line) >= page - 6
        gap = False
    return done, mended


def _page_width(lines: Sequence[str]) -> int:
    """The width at which the lines were broken; 0 where they were not."""
    widths = sorted(width_of(line) for line in lines if line.strip())
    if len(widths) < 8:
        return 0
    page = widths[int(len(widths) * 0.9)]
    if not 40 <= page <= 130:
        return 0
    full = [line.rstrip() for line in lines if width_of(line) >= page - 6]
    broken = sum(line[-1] not in _TERMINAL for line in full)
    return page if len(full) > len(widths) / 4 and broken > len(full) / 2 else 0


def _goes_on(before: str, line: str, full: bool) -> bool:
    bare = line.strip("　 \t")
    if begins_paragraph(bare) or _BEGINS.match(line if full else bare) or date_of(bare) or "|" in (before[-1], bare[0]):
        return False
    last = before.rstrip()[-1:]
    if full:
        return last not in "。：！？"
    if last in _TERMINAL or (_BEGINS.match(before) and last not in _OPEN_END and len(before) < _LONG):
        return False
    if last in _OPEN_END:
        return len(before) >= _LONG // 4
    least = _LONG if begins_paragraph(before) or _BEGINS.match(before) else _LONG * 3 // 4
    return len(before) >= least and bool(re.search("[。；：！？，]", bare)) and bool(re.search("[，。；]", before))


def parted(line: str) -> list[str]:
    """One line as the paragraphs that were run together in it; most lines are one."""
    if len(line) < _LONG:
        return [line]
    text = _OPENING.sub(lambda m: m["title"] + "\n", _SIGNED.sub(lambda m: f"\n{m[1]}\n", line))
    text = _SIGNATURE.sub(_signed, _LETTER.sub(_begun, text))
    for mark in (_ARTICLE, _ASKED):
        text = mark.sub("\n", text)
    text = _part_headings(text)
    found: list[str] = []
    for piece in text.split("\n"):
        found += _at_gaps(piece)
    if sum(map(len, found)) / max(1, len(found)) > 4 * _LONG:
        found = [part for piece in found for part in _at_items(piece)]
    return [piece for piece in found if piece.strip("　 \t")]


def _begun(match: re.Match[str]) -> str:
    return "\n".join(match[name] for name in ("title", "number", "to") if match[name]) + "\n"


def _signed(match: re.Match[str]) -> str:
    if not organs_of_line(match["organ"]):
        return match[0]
    return "\n" + "\n".join(match[name] for name in ("organ", "day", "note") if match[name]) + "\n"


def _part_headings(text: str) -> str:
    """`第一章　总则` begins a line; in a sentence (`依照第二章 的规定`) no blank follows a gap or a full stop before it."""
    def cut(match: re.Match[str]) -> str:
        place = match.start()
        begins = place <= _LONG and not re.search("[，。；]", text[:place])
        return "\n" if match[0] or text[place - 1] in "。；）" or begins else match[0]

    return _PART.sub(cut, text)


def _at_gaps(text: str) -> list[str]:
    """Parted where a paragraph's indent stands in the middle of a line, not where a word is spaced out (总　　则)."""
    pieces: list[str] = []
    begin = 0
    for match in _GAP.finditer(text):
        before, after = text[begin : match.start()].strip("　 "), text[match.end() :]
        segment = _GAP.split(after, maxsplit=1)[0].strip()
        if not before:
            begin = match.end()
        elif _ENDS.search(before) or begins_paragraph(segment) or date_of(segment) or (len(segment) >= _LONG / 2 and len(before) > 3):
            pieces.append(text[begin : match.start()])
            begin = match.end()
    return [*pieces, text[begin:]]


def _at_items(text: str) -> list[str]:
    """Parted before 一、 二、 三、 and （一） （二） that count up; a numeral that does not count up is part of a sentence."""
    if len(text) <= 4 * _LONG:
        return [text]
    cuts: list[int] = []
    for form in (_ITEM, _SUBITEM):
        expected = None
        for match in form.finditer(text):
            number = number_of(match[1])
            if number in (1, expected):
                cuts.append(match.end())
                expected = number + 1
    borders = [0, *sorted(set(cuts)), len(text)]
    return [text[a:b].strip() for a, b in pairwise(borders)]
