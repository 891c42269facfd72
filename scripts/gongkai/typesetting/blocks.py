"""The text of a document as a row of blocks, for paper: headings, paragraphs, lists, tables, each with its part in the letter.

It is read from the HTML that `reading.body` made: what stands there is known tag by tag, so that one pass of a pattern does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from html import unescape
from typing import NamedTuple

from gongkai.model.documents import Document
from gongkai.reading.marks import END, MARK
from gongkai.reading.spool import texts_of

_MERE = ("<p>", '<p id="')  # that of another part tells its class first
_ENDS = "</p>\n"
_TOKEN = re.compile(f"<p([^>]*)>([^<{MARK}]+)</p>\\n?|<(/?)([a-z][a-z0-9]*)([^>]*)>|{MARK}([LCP/])(\\d*){END}|([^<{MARK}]+)")
"""A paragraph of mere words is one token. Then tags, marks, and words between these."""
_CLASS = re.compile(r'class="([a-z]+)"')
_NUMERALS = "〇零一二三四五六七八九十百千"
_LEVELS = (
    (re.compile(rf"^第[{_NUMERALS}]+[编章节]"), "chapter"),
    (re.compile(rf"^第[{_NUMERALS}]+条"), "first"),
    (re.compile(rf"^[{_NUMERALS}]{{1,3}}、"), "first"),
    (re.compile(rf"^[（(][{_NUMERALS}]{{1,3}}[）)]"), "second"),
    (re.compile(r"^\d{1,2}[.．、]"), "third"),
    (re.compile(r"^[（(]\d{1,2}[）)]"), "third"),
)
_LEAD = re.compile(
    rf"^(?:第[{_NUMERALS}]+条(?:之[{_NUMERALS}]+)?|[{_NUMERALS}]{{1,3}}、[^。；：]{{1,30}}。|[（(][{_NUMERALS}]{{1,3}}[）)][^。；：]{{1,30}}。)"
)
_LEADS = f"第（({_NUMERALS}"


class Part(Enum):
    """What a block is in an official letter (GB/T 9704-2012); the value is the style's name."""

    TEXT = "正文"
    ADDRESSEE = "主送机关"
    SIGNATURE = "署名"
    DATE = "成文日期"
    NOTE = "附注"
    CHAPTER = "章节名"
    FIRST = "一级标题"
    SECOND = "二级标题"
    THIRD = "三级标题"
    ANNEX = "所附文件标题"
    ITEM = "列项"
    QUOTE = "引文"
    LITERAL = "原样文字"
    PICTURE = "图"


_PARTS = {"addressee": Part.ADDRESSEE, "signature": Part.SIGNATURE, "note": Part.NOTE}


class Run(NamedTuple):  # a tuple, as a text has hundreds: a frozen dataclass takes three times as long to make
    """Words set alike. `text` is escaped for HTML and XML both; a line break is "\\n". `face` is a Part whose letters it has."""

    text: str
    bold: bool = False
    face: Part | None = None


class Block(NamedTuple):
    """A paragraph. `mark` stands before an item of a list, `depth` says how deep the list lies."""

    part: Part
    runs: tuple[Run, ...]
    mark: str = ""
    depth: int = 0

    @property
    def text(self) -> str:
        """Its words as people write them."""
        runs = self.runs
        return unescape(runs[0].text if len(runs) == 1 else "".join([run.text for run in runs]))


class Stretch(NamedTuple):
    """Paragraphs of TEXT that are mere words, one after the other, each escaped as a Run is."""

    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: `head` for a heading, `side` is "", right or center."""

    runs: tuple[Run, ...]
    head: bool
    side: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells."""

    rows: tuple[tuple[Cell, ...], ...]


Piece = Block | Stretch | Table
"""What a text consists of."""


def blocks_of(document: Document) -> tuple[Piece, ...]:
    """The text of a document, block by block."""
    reader = _Reader(tuple(link.alt for link in document.body.links))
    return _as_letter(reader.read(texts_of(document.body.stored)[0]))


class _Reader:
    """One pass over the HTML of one text."""

    def __init__(self, alts: tuple[str, ...]) -> None:
        self._alts = alts
        self._found: list[Piece] = []
        self._mere: list[str] = []  # paragraphs that will be a stretch
        self._runs: list[Run] = []
        self._bold = 0
        self._lists: list[int] = []  # of each open list the next number, 0 for a list without numbers
        self._part = Part.TEXT
        self._mark = ""
        self._quoted = 0
        self._rows: list[list[Cell]] | None = None
        self._cell: tuple[bool, str] | None = None

    def read(self, html: str) -> list[Piece]:
        *paragraphs, rest = html.split(_ENDS)  # each with whatever stands before it
        for each in paragraphs:
            # Most of a text are paragraphs of mere words.
            if each.rfind("<") or not each.startswith(_MERE) or MARK in each or "\n" in each or self._lists or self._quoted:
                self._end_stretch()
                self._read_tokens(each + _ENDS)
                continue
            words = each[each.index(">") + 1 :]
            if words[:1] in _LEADS and (runs := _with_lead(words))[0].face:
                self._end_stretch()
                self._found.append(Block(Part.TEXT, runs))
            elif words:
                self._mere.append(words)
        self._end_stretch()
        self._read_tokens(rest)
        self._flush()
        return self._found

    def _end_stretch(self) -> None:
        if self._mere:
            self._found.append(Stretch(tuple(self._mere)))
            self._mere = []

    def _read_tokens(self, html: str) -> None:
        for attributes, words, closing, tag, rest, mark, number, between in _TOKEN.findall(html):
            if words and not self._lists and not self._quoted:
                if self._runs:
                    self._flush()
                text, part = words.replace("\n", ""), _part(attributes) if attributes else Part.TEXT
                self._found.append(Block(part, _with_lead(text) if part is Part.TEXT else (Run(text),)))
            elif words:
                self._tag("p", False, attributes)
                self._say(words)
                self._tag("p", True, "")
            elif tag:
                self._tag(tag, bool(closing), rest)
            elif between:
                self._say(between)
            elif mark == "P":
                self._say(f"〔图：{_escaped(self._alts[int(number)])}〕")

    def _say(self, text: str) -> None:
        if self._part is not Part.LITERAL:
            text = text.replace("\n", "")
        if text:
            self._runs.append(Run(text, self._bold > 0))

    def _tag(self, tag: str, closing: bool, rest: str) -> None:
        if tag in ("strong", "em", "code"):
            self._bold += (-1 if closing else 1) if tag == "strong" else 0
        elif tag == "br":
            self._runs.append(Run("\n", False))
        elif tag in ("th", "td"):
            self._table_cell(tag, closing, rest)
        elif tag in ("table", "tr"):
            self._table(tag, closing)
        elif tag in ("ul", "ol"):
            self._flush()
            if closing:
                self._lists.pop()
            else:
                self._lists.append(1 if tag == "ol" else 0)
        elif tag == "li":
            self._flush()
            if not closing:
                number = self._lists[-1]
                self._mark = f"{number}. " if number else "· "
                self._lists[-1] += 1 if number else 0
        elif tag == "blockquote":
            self._flush()
            self._quoted += -1 if closing else 1
        elif tag in ("pre", "p") or (tag[0] == "h" and tag[1:].isdigit()):
            self._flush()
            self._part = Part.TEXT if closing else self._opened(tag, rest)

    def _opened(self, tag: str, rest: str) -> Part:
        if tag == "pre":
            return Part.LITERAL
        if tag == "p":
            return _part(rest)
        return {"2": Part.FIRST, "3": Part.SECOND}.get(tag[1:], Part.THIRD)

    def _table(self, tag: str, closing: bool) -> None:
        if tag == "table" and not closing:
            self._flush()
            self._rows = []
        elif tag == "table" and self._rows is not None:
            self._found.append(Table(tuple(tuple(row) for row in self._rows)))
            self._rows = None
        elif tag == "tr" and not closing and self._rows is not None:
            self._rows.append([])

    def _table_cell(self, tag: str, closing: bool, rest: str) -> None:
        if not closing:
            named = _CLASS.search(rest)
            self._runs = []
            self._cell = (tag == "th", named[1] if named else "")
        elif self._cell and self._rows:
            head, side = self._cell
            self._rows[-1].append(Cell(tuple(self._runs), head, side))
            self._runs, self._cell = [], None

    def _flush(self) -> None:
        if self._cell is not None:
            return
        if any(run.text.strip("\n \u3000") for run in self._runs):
            part, depth = self._part, len(self._lists)
            if part is Part.TEXT and depth:
                part = Part.ITEM
            elif part is Part.TEXT and self._quoted:
                part = Part.QUOTE
            if part is Part.TEXT:
                first, *others = self._runs
                runs = (*_with_lead(first.text, first.bold), *others)
            else:
                runs = tuple(self._runs)
            self._found.append(Block(part, runs, self._mark, max(0, depth - 1)))
            self._mark = ""
        self._runs = []


def _part(attributes: str) -> Part:
    """What `reading.outline` found a paragraph to be in the letter."""
    named = _CLASS.search(attributes) if "class" in attributes else None
    return _PARTS.get(named[1], Part.TEXT) if named else Part.TEXT


def _as_letter(found: list[Piece]) -> tuple[Piece, ...]:
    """Give headings the level that their numbers say, and the date of a 落款 its own part."""
    signed = False
    for i, block in enumerate(found):
        if not isinstance(block, Block) or block.part is Part.TEXT:
            continue
        if block.part is Part.SIGNATURE:
            signed = True
            after = found[i + 1] if i + 1 < len(found) else None
            if not (isinstance(after, Block) and after.part is Part.SIGNATURE):
                found[i] = block._replace(part=Part.DATE)
        elif block.part in (Part.FIRST, Part.SECOND, Part.THIRD):
            level = _level(block, signed)
            found[i] = block._replace(part=level)
            signed = signed and level is not Part.ANNEX
    return tuple(found)


def _level(block: Block, signed: bool) -> Part:
    text = block.text
    for pattern, level in _LEVELS:
        if pattern.match(text):
            return Part[level.upper()]
    # What follows a 落款 under a heading without a number is the document that the letter sends round.
    return Part.ANNEX if signed and block.part is Part.FIRST else block.part


def _with_lead(text: str, bold: bool = False) -> tuple[Run, ...]:
    """The words that a paragraph begins with: “第十二条” and “（一）” with its first sentence are set in the letters of their level."""
    match = _LEAD.match(text) if text[:1] in _LEADS else None
    if not match:
        return (Run(text, bold),)
    lead = Run(match[0], bold, Part.SECOND if text[0] in "（(" else Part.FIRST)
    rest = text[match.end() :]
    return (lead, Run(rest, bold)) if rest else (lead,)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
