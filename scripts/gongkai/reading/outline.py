"""Headings that editors wrote as plain lines, and the anchors of headings and articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from gongkai.model.body import Heading
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
_HAN_OR_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…]")
_SENTENCE_END = "。；：！？”’》）)」』;:!?.…"
_SHORT = 40
_BEFORE_ARTICLE = ("第", "\u3000", " ")


class Leaf(Protocol):
    """A run of text with nothing below it: what a paragraph, a heading or a cell of a table holds.

    `content` is as written, `words` as readers see it. `level` is that of a heading, else 0. `paragraph` is a paragraph at
    any depth, `of_letter` one that lies in no list and no quotation. `outline_of` sets `level`, `anchor`, `letter_class`.
    """

    line: int
    level: int
    paragraph: bool
    of_letter: bool
    anchor: str
    letter_class: str

    @property
    def content(self) -> str: ...

    @property
    def words(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of a text, its anchors, its words (a line or more for each leaf), and where in the words headings and
    articles begin, in order: (offset, label, anchor)."""

    headings: tuple[Heading, ...]
    anchors: frozenset[str]
    words: str
    places: tuple[tuple[int, str, str], ...]


def outline_of(leaves: Sequence[Leaf], literal: Iterable[str] = ()) -> Outline:
    """Give headings and articles their anchors, turn lines like “第一章　总则” into headings, mark the frame of a letter.

    `literal` are texts that are shown as they are; they come last in the words.
    """
    headings: list[Heading] = []
    taken: dict[str, int] = {}
    places: list[tuple[int, str, str]] = []
    lines: list[str] = []
    offset = 0
    shift = 1 if any(leaf.level == 1 for leaf in leaves) else 0
    promoted = hidden_headings([(leaf.of_letter, leaf.content) for leaf in leaves])
    plain = [leaf for place, leaf in enumerate(leaves) if leaf.of_letter and place not in promoted]
    for number, letter_class in parts_of_letter([leaf.content for leaf in plain]).items():
        plain[number].letter_class = letter_class
    for place, leaf in enumerate(leaves):
        words = leaf.words
        if leaf.level or place in promoted:
            leaf.level = min(6, leaf.level + shift) if leaf.level else promoted[place]
            leaf.anchor = _unique(article_of(words)[1] or anchor_of(words), taken)
            headings.append(Heading(leaf.level, words, leaf.anchor, leaf.line))
            places.append((offset, words, leaf.anchor))
        elif leaf.paragraph:
            label, anchor = article_of(words)
            if anchor:
                leaf.anchor = _unique(anchor, taken)
                places.append((offset, label, leaf.anchor))
        lines.append(words)
        offset += len(words) + 1
    return Outline(tuple(headings), frozenset(taken), "\n".join([*lines, *literal]), tuple(places))


def _unique(anchor: str, taken: dict[str, int]) -> str:
    count = taken[anchor] = taken.get(anchor, 0) + 1
    return anchor if count == 1 else _unique(f"{anchor}-{count}", taken)


def hidden_headings(blocks: list[tuple[bool, str]]) -> dict[int, int]:
    """Which blocks, given as (is a paragraph, words), are headings in all but form: index → level.

    Laws repeat their headings in a table of contents: of equal lines only the last is the heading itself.
    """
    last: dict[str, int] = {}
    levels: dict[int, int] = {}
    parts = False
    for i, (paragraph, text) in enumerate(blocks):
        if not paragraph or len(text) > _SHORT:
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
        if text.endswith(("）", ")")) and _NOTE.match(text):
            classes[i] = "note"
        if not text.endswith("日") or not _DATE_LINE.match(text):
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
    match = _ARTICLE.match(text) if text[:1] in _BEFORE_ARTICLE else None
    if not match:
        return "", ""
    extra = f"-zhi-{number_of(match[2])}" if match[2] else ""
    return match[0].strip("\u3000 "), f"tiao-{number_of(match[1])}{extra}"


def begins_paragraph(line: str) -> bool:
    """Whether a line must begin a paragraph of its own: an indent, an article, 一、 or （一）, the date of a 落款."""
    return bool(_BEGINS.match(line) or _DATE_LINE.match(line.strip()))


def joins(before: str, after: str) -> bool:
    """Whether the line break between two lines is only where the editor's line was full: no sentence ends there, and both
    sides are 汉字."""
    full = _HAN_OR_WIDE.match(before[-1:]) and _HAN_OR_WIDE.match(after) and before[-1:] not in _SENTENCE_END
    return bool(full) and not begins_paragraph(after)


def parts_paragraphs(before: str, after: str) -> bool:
    """Whether the line break between two lines ends a paragraph, blank line or not: editors often leave none."""
    return not joins(before, after) and (before[-1:] in "。；：！？" or begins_paragraph(after))
