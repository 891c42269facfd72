"""The parts of a text that are nothing but words, found line by line, so that markdown-it need not look at them.

That is nearly all of a policy (of the blocks of three thousand real ones 99.9 %). A line is taken for words only where
nothing in it can mean anything to CommonMark as `reading.body` sets it up; a block with any other line goes to markdown-it
whole, and with it the blocks after it that may hang on it: those that are indented are no mere words either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.reading.outline import parts_paragraphs

_NO_SIGN = r"[^\n\r\0\\`*_\[<&{}]"
_WORDS = re.compile(
    rf"(#{{1,6}})[ \t]+({_NO_SIGN.format('#')}+)|(?![ \t#>|:~+-]|\d{{1,9}}[.)](?:[ \t]|$)){_NO_SIGN.format('')}+"
)
_SIGNS = "\r\0\\`*_[<&{}"
_ODD_FIRST = frozenset("#>|:~+- \t0123456789")
TRIMMED = " \t\u3000\u00a0\u1680\u202f\u205f\u2028\u2029" + "".join(map(chr, range(0x2000, 0x200B))) + "\v\f"
"""What CommonMark takes away around a paragraph."""


@dataclass(slots=True)
class PlainLine:
    """A paragraph or heading of mere words, a `Leaf` of the outline; `line` is its number in the file."""

    content: str
    line: int
    level: int
    paragraph: bool
    of_letter: bool
    anchor: str = ""
    letter_class: str = ""

    @property
    def words(self) -> str:
        """What readers see."""
        return self.content


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text that markdown-it is to read; `line` is the number of its first line in the file."""

    markdown: str
    line: int


def parted(markdown: str, first_line: int) -> Iterator[PlainLine | Stretch]:
    """The parts of a text in their order; its first line is line `first_line` of its file."""
    if "```" in markdown or "~~~" in markdown:  # code between fences may hold blank lines
        yield Stretch(markdown, first_line)
        return
    lines = markdown.split("\n")
    clean = not any(sign in markdown for sign in _SIGNS)
    odd = -1  # where the stretch begins that is being put together
    begin = 0
    while begin < len(lines):
        if not lines[begin].strip(" \t"):
            begin += 1
            continue
        end = begin + 1
        while end < len(lines) and lines[end].strip(" \t"):
            end += 1
        alone = clean and end == begin + 1 and lines[begin][0] not in _ODD_FIRST
        block = _line_of(lines[begin], first_line + begin) if alone else _words_of(lines[begin:end], first_line + begin, clean)
        if block and odd >= 0:
            yield Stretch("\n".join(lines[odd:begin]), first_line + odd)
            odd = -1
        elif not block and odd < 0:
            odd = begin
        yield from block
        begin = end
    if odd >= 0:
        yield Stretch("\n".join(lines[odd:]), first_line + odd)


def _line_of(line: str, number: int) -> list[PlainLine]:
    """The paragraph of a line that has neither a sign nor a neighbour, as nearly all have; none where it begins oddly."""
    content = line.lstrip("\u3000 ").rstrip(TRIMMED)
    return [PlainLine(content, number, 0, True, True)] if content and content[0] not in TRIMMED else []


def _words_of(lines: list[str], number: int, clean: bool) -> list[PlainLine]:
    """The paragraphs and headings of a block, each a line long; none at all where some line is anything else.

    `clean`: nowhere in the text is a sign of CommonMark that counts in the middle of a line.
    """
    block: list[PlainLine] = []
    before = ""  # the line before, where it is of the same paragraph to CommonMark
    for place, line in enumerate(lines, 1):
        heading = ""
        if not clean or line[0] in _ODD_FIRST:  # else the line is words without a look at each of its characters
            match = _WORDS.fullmatch(line)
            if not match:
                return []
            heading, words = match[1] or "", match[2]
        if heading:
            content, before = words.strip(TRIMMED), ""
        else:
            if (before and not parts_paragraphs(before, line)) or (place < len(lines) and line[-1] in TRIMMED):
                return []
            content, before = line.lstrip("\u3000 ").rstrip(TRIMMED), line
        if not content or content[0] in TRIMMED:
            return []
        block.append(PlainLine(content, number + place - 1, len(heading), not heading, not heading))
    return block
