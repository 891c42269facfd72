"""Levels of headings: what the source states, else what official texts number (编 章 节, 一、, （一）) and attached titles."""

from __future__ import annotations

import re

from gongkai.importing.blocks import Block
from gongkai.importing.titles import ends_as_title

_NUMERALS = "〇零一二三四五六七八九十百千"
_PART = re.compile(rf"^第[{_NUMERALS}]+(?P<kind>[编章节])(?:[　 ]+\S[^。；，]{{0,30}}|[^　 。；，]{{0,16}})$")
_ITEM = re.compile(r"^[一二三四五六七八九十]{1,3}、[^。；]{1,44}$")
_SUBITEM = re.compile(r"^[（(][一二三四五六七八九十]{1,3}[）)][^。；：:]{1,34}$")
_ATTACHED = re.compile(r"^附[　 ]*件[　 ]*[\d一二三四五六七八九十]{0,3}[：:]?$")
_DEEPEST = 6


def levels_of(blocks: list[Block], title: str) -> list[int]:
    """The level of each block, 2 to 6, or 0 for what is no heading. The document's title is level 1 and stands elsewhere.

    Under the title of an attached document, headings lie one level deeper. Of equal lines only the last is a heading:
    the others are its entry in a table of contents.
    """
    levels = [0] * len(blocks)
    named = _named(blocks, title)
    base = 2
    parts = False
    items = False
    last: dict[str, int] = {}
    stated = [block.level for block in blocks if block.level and block.is_text]
    top = min(stated, default=1)
    for place, block in enumerate(blocks):
        text = block.text
        if not block.is_text or not text or len(text) > 60:
            continue
        level = 0
        if block.level and "。" not in text:
            level = min(_DEEPEST, 2 + block.level - top)
        elif _letters(text) in named or _ATTACHED.match(text):
            level, base, parts, items = 2, 3, False, False
        elif match := _PART.match(text):
            parts, items = True, False
            level = base + (match["kind"] == "节")
        elif _ITEM.match(text) and not text.endswith(("，", "、")):
            items = True
            level = base + (2 if parts else 0)
        elif _SUBITEM.match(text) and items and _stands_alone(blocks, place):
            level = base + (3 if parts else 1)
        if level:
            key = _letters(text)
            if key in last:
                levels[last[key]] = 0
            last[key] = place
            levels[place] = min(level, _DEEPEST)
    return levels


def _named(blocks: list[Block], title: str) -> frozenset[str]:
    """The titles of documents attached to this one: lines that repeat a 《name》 of the letter or of the title."""
    opening = title + "".join(block.text for block in blocks[:8])
    names = {_letters(name) for name in re.findall(r"《([^《》]{4,80}(?:《[^《》]*》[^《》]*)?)》", opening)}
    printed = re.search(r"(?:印发|公布|发布|转发|批转)(.{4,60})的(?:通知|决定|公告|令)$", title)
    if printed:
        names.add(_letters(printed[1]))
    lines = {_letters(b.text) for b in blocks if b.is_text and len(b.text) < 60 and (ends_as_title(b.text) or _letters(b.text) in names)}
    return frozenset(names & lines)


def _stands_alone(blocks: list[Block], place: int) -> bool:
    """Whether a short （一） has text of its own below it: in a list of short items each is only an item."""
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    return following is not None and following.is_text and len(following.text) > 40 and not _SUBITEM.match(following.text)


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
