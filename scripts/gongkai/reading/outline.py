"""Headings that editors wrote as plain lines, and the anchors of headings and articles."""

from __future__ import annotations

import re

from gongkai.model.chinese_numerals import number_of

_NUMERALS = "〇零一二三四五六七八九十百千"
_PART = re.compile(rf"^[\u3000 ]*第[{_NUMERALS}]+(?P<kind>[编章节])(?:[\u3000 ]+\S[^。；，]{{0,28}}|[^\u3000 。；，]{{0,14}})$")
_ITEM = re.compile(r"^[\u3000 ]*[一二三四五六七八九十]{1,3}、[^。；，]{1,28}$")
_ARTICLE = re.compile(rf"^[\u3000 ]*第([{_NUMERALS}]+)条(?:之([{_NUMERALS}]+))?(?=[\u3000 ]|[^\d])")
_BEGINS = re.compile(
    rf"^(?:\u3000|第[{_NUMERALS}]+[编章节条]|[{_NUMERALS}]{{1,3}}、|[（(][{_NUMERALS}]{{1,3}}[）)]|附件[:：\d])"
)
_LEVELS = {"编": 2, "章": 2, "节": 3}
_DATE_LINE = re.compile(r"^(?:\d{4}|[〇零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$")
_ORGAN_LINE = re.compile(r"^[\u3400-\u9fff][\u3400-\u9fff（）\u3000 ]{2,39}$")
_NOTE = re.compile(r"^[（(]此件.{2,10}[）)]$")
_NO_WORD = re.compile(r"[^\w\u3400-\u9fff-]+")


def hidden_headings(blocks: list[tuple[bool, str]]) -> dict[int, int]:
    """Which blocks, given as (is a paragraph, words), are headings in all but form: index → level.

    Laws repeat their headings in a table of contents: of equal lines only the last is the heading itself.
    """
    last: dict[str, int] = {}
    levels: dict[int, int] = {}
    parts = False
    for i, (paragraph, text) in enumerate(blocks):
        if not paragraph or len(text) > 40:
            continue
        match = _PART.match(text)
        if not match and not _ITEM.match(text):
            continue
        words = re.sub(r"[\u3000 ]+", "", text)
        if words in last:
            del levels[last[words]]
        last[words] = i
        levels[i] = _LEVELS[match["kind"]] if match else (3 if parts else 2)
        parts = parts or bool(match)
    return levels


def parts_of_letter(paragraphs: list[str]) -> dict[int, str]:
    """Style classes of the paragraphs that frame an official letter (GB/T 9704): 主送机关, 落款 with its date, 附注.

    A 落款 is a line that is only a date, and up to three short lines without a full stop right before it.
    """
    classes: dict[int, str] = {}
    if paragraphs and paragraphs[0].endswith(("：", ":")) and len(paragraphs[0]) < 120:
        classes[0] = "addressee"
    for i, text in enumerate(paragraphs):
        if _NOTE.match(text):
            classes[i] = "note"
        if not _DATE_LINE.match(text):
            continue
        start = i
        while start > max(0, i - 3) and _ORGAN_LINE.match(paragraphs[start - 1]):
            start -= 1
        if start < i:
            classes.update(dict.fromkeys(range(start, i + 1), "signature"))
    return classes


def anchor_of(heading: str) -> str:
    """The anchor of a heading: its words without punctuation, at most 40 characters."""
    return _NO_WORD.sub("", heading)[:40] or "section"


def article_of(text: str) -> tuple[str, str]:
    """(第十二条, `tiao-12`) for a paragraph that begins so, (第十二条之一, `tiao-12-zhi-1`), else two empty strings."""
    match = _ARTICLE.match(text)
    if not match:
        return "", ""
    extra = f"-zhi-{number_of(match[2])}" if match[2] else ""
    return match[0].strip("\u3000 "), f"tiao-{number_of(match[1])}{extra}"


def begins_paragraph(line: str) -> bool:
    """Whether a line must begin a paragraph of its own: an indent, an article, 一、 or （一）, the date of a 落款."""
    return bool(_BEGINS.match(line) or _DATE_LINE.match(line.strip()))
