"""The passages of text documents, slides and OFD: visible, hidden, deleted, commented on, and the names in their properties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gongkai.reading.office_parts import Parts
from gongkai.reading.passages import Oddity, Passage, person_in

_OFF = ("0", "false", "off")
_WORD = (
    (re.compile(r"word/document\d*\.xml$"), "正文"), (re.compile(r"word/header\d*\.xml$"), "页眉"), (re.compile(r"word/footer\d*\.xml$"), "页脚"),
    (re.compile(r"word/footnotes\.xml$"), "脚注"), (re.compile(r"word/endnotes\.xml$"), "尾注"), (re.compile(r"word/comments\.xml$"), "批注"),
)  # fmt: skip
_NUMBER = re.compile(r"\d+")


def word_passages(parts: Parts, oddities: list[Oddity]) -> Iterator[Passage]:
    """Each paragraph or row of a table of a .docx; hidden and deleted words of it apart."""
    hidden = deleted = comments = 0
    for pattern, part in _WORD:
        for name in filter(pattern.match, parts.names):
            reader = _WordReader()
            parts.parse(name, reader.start, reader.end, reader.text)
            for number, (text, unseen, gone) in enumerate(reader.blocks, 1):
                yield Passage(f"{part}第 {number} 段", text)
                if unseen:
                    hidden += 1
                    yield Passage(f"{part}第 {number} 段（隐藏文字）", unseen)
                if gone:
                    deleted += 1
                    yield Passage(f"{part}第 {number} 段（修订中删去的文字）", gone)
            comments += len(reader.blocks) if part == "批注" else 0
    for count, what, mend in ((hidden, "段隐藏文字", "取消隐藏或删去"), (deleted, "段修订中删去的文字", "接受全部修订"), (comments, "段批注", "删去批注")):
        if count:
            oddities.append(Oddity("hidden", f"有 {count} {what}", f"{mend}以后再公开"))
    yield from properties(parts, oddities)


class _WordReader:
    """Gathers (shown, hidden, deleted) words of each paragraph; a row of a table is one, its cells between bars."""

    def __init__(self) -> None:
        self.blocks: list[tuple[str, str, str]] = []
        self._words: tuple[list[str], list[str], list[str]] = ([], [], [])
        self._in_text = self._cells = 0
        self._deleted = self._vanished = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in ("t", "delText"):
            self._in_text, self._deleted = 1, tag == "delText"
        elif tag == "r":
            self._vanished = False
        elif tag in ("vanish", "webHidden"):
            self._vanished = tag == "vanish" and attributes.get("val", "") not in _OFF
        elif tag in ("tab", "br", "cr"):
            self._words[0].append(" ")
        elif tag == "tr":
            self._words[0].append("| ")
        elif tag == "tc":
            self._cells += 1

    def end(self, tag: str) -> None:
        if tag in ("t", "delText"):
            self._in_text = 0
        elif tag == "tc":
            self._cells -= 1
            self._words[0].append(" | ")
        elif tag == "tr" or (tag == "p" and not self._cells):
            self._close()
        elif tag == "p":
            self._words[0].append(" ")

    def text(self, data: str) -> None:
        if self._in_text:
            self._words[2 if self._deleted else 1 if self._vanished else 0].append(data)

    def _close(self) -> None:
        shown, unseen, gone = ("".join(words).strip() for words in self._words)
        if (shown.strip("| ") or unseen or gone) and not self._cells:
            self.blocks.append((shown, unseen, gone))
        if not self._cells:
            self._words = ([], [], [])


def slide_passages(parts: Parts, oddities: list[Oddity]) -> Iterator[Passage]:
    """Each slide of a .pptx with its notes and comments."""
    for folder, part in (("slides/slide", "张幻灯片"), ("notesSlides/notesSlide", "页备注"), ("comments/", "组批注")):
        for name in sorted((n for n in parts.names if re.match(rf"ppt/{folder}[^/]*\.xml$", n)), key=_number):
            yield Passage(f"第 {_number(name)} {part}", "\n".join(_runs(parts, name, "p", ("t", "text"))))
    yield from properties(parts, oddities)


def ofd_passages(parts: Parts, oddities: list[Oddity]) -> Iterator[Passage]:
    """Each page of an .ofd (GB/T 33190), its annotations, and its author."""
    for name in sorted((n for n in parts.names if n.endswith("Content.xml")), key=_number):
        yield Passage(f"第 {_number(name) + 1} 页", "\n".join(_runs(parts, name, "TextObject", ("TextCode",))))
    for name in sorted(n for n in parts.names if re.search(r"Annot[^/]*/.*\.xml$", n)):
        yield Passage("注释", "\n".join(_runs(parts, name, "Annot", ("TextCode", "Remark"))))
    yield from _named(parts, "OFD.xml", ("Author", "Creator"), oddities)


def properties(parts: Parts, oddities: list[Oddity]) -> Iterator[Passage]:
    """The author, the last to change it and the rest of the properties of an Office file."""
    yield from _named(parts, "docProps/core.xml", ("creator", "lastModifiedBy"), oddities)
    yield from _named(parts, "docProps/app.xml", ("Manager",), oddities)
    for name in ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"):
        words = " ".join(_runs(parts, name, "", ()))
        yield Passage("文件属性", words)


def _named(parts: Parts, name: str, tags: tuple[str, ...], oddities: list[Oddity]) -> Iterator[Passage]:
    for person in dict.fromkeys(_runs(parts, name, "", tags)):
        if person_in(person):
            oddities.append(Oddity("author", person_in(person)))
        yield Passage("作者属性", person)


def _runs(parts: Parts, name: str, block: str, tags: tuple[str, ...]) -> list[str]:
    """The words in elements `tags` (all when empty) of a part, parted at the end of each `block` (of each element when "")."""
    found: list[str] = []
    words: list[str] = []
    inside = 0

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        nonlocal inside
        inside += tag in tags

    def end(tag: str) -> None:
        nonlocal inside, words
        inside -= tag in tags
        if tag == block or not block:
            found.append("".join(words))
            words = []

    def text(data: str) -> None:
        if inside or not tags:
            words.append(data)

    parts.parse(name, start, end, text)
    return [line for line in (*found, "".join(words)) if line.strip()]


def _number(name: str) -> int:
    numbers = _NUMBER.findall(name)
    return int(numbers[-1]) if numbers else 0
