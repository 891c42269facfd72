"""A policy as plain text, for Notepad and for programs.

With a byte order mark and CRLF: before Windows 10 of 2018 Notepad shows a file without the one as garbage and one without
the other as a single line, and those are the machines that ask for plain text.
"""

from __future__ import annotations

from html import unescape

from gongkai.typesetting.blocks import Block, Part, Stretch, Table
from gongkai.typesetting.letter import Letter

_INDENT, _BREAK = "　　", "\r\n"
_FLUSH = (Part.ADDRESSEE, Part.CHAPTER, Part.ANNEX, Part.LITERAL)


def text(letter: Letter) -> bytes:
    """The file."""
    lines = [letter.title, *([letter.number] if letter.number else []), ""]
    for block in letter.blocks:
        if isinstance(block, Stretch):
            lines.append(unescape(_INDENT + f"{_BREAK}{_INDENT}".join(block.paragraphs)))
        elif isinstance(block, Table):
            lines += _table(block)
        else:
            lines += _lines(block)
    if letter.annexes:
        lines += ["", *(f"{_INDENT}{line}" for line in letter.annexes)]
    lines += ["", letter.status]
    return f"\ufeff{_BREAK.join(lines)}{_BREAK}".encode()


def _lines(block: Block) -> list[str]:
    if block.part is Part.LITERAL:
        return block.text.rstrip("\n").split("\n")
    words = block.text.split("\n")
    if block.part in (Part.SIGNATURE, Part.DATE):
        return [f"{_INDENT * 8}{line}" for line in words]
    if block.part in (Part.CHAPTER, Part.ANNEX):
        return ["", *words, ""]
    before = "" if block.part in _FLUSH else f"{_INDENT}{'  ' * block.depth}"
    return [f"{before}{block.mark}{words[0]}", *(f"{before}{line}" for line in words[1:])]


def _table(table: Table) -> list[str]:
    rows = ["\t".join(unescape("".join(run.text for run in cell.runs)).replace("\n", " ") for cell in row) for row in table.rows]
    return ["", *rows, ""]
