"""A plain text file: any of the encodings that offices use, tables drawn with `|`, lines broken or run together."""

from __future__ import annotations

import codecs
import re

from gongkai.importing.blocks import Block, Cell, Doubt, Refused, Source
from gongkai.importing.characters import clean, is_mojibake, readability
from gongkai.importing.lines import joined, parted

_MOST = 3_000_000
_READABLE = 0.3
"""The share of common characters above which a text is one; noise has next to none."""


def read_text(raw: bytes) -> Source:
    """The paragraphs of a text file; Refused where it cannot be read as Chinese."""
    return source_of(decoded(raw))


def source_of(text: str) -> Source:
    """The paragraphs of a text whose lines may be broken anywhere."""
    if len(text) > _MOST:
        raise Refused(f"有 {len(text)} 字，不像一份文件。请分成几份再导入")
    if is_mojibake(text):
        raise Refused("是乱码：文字在保存或转换时已经损坏，读不出来。请找到原始文件重新保存，或复制网页上的文字另存为 UTF-8")
    lines = [clean(line) for line in re.split(r"\r\n|[\n\r\f\v]", text)]
    if not any(line.strip() for line in lines):
        raise Refused("里面没有文字")
    doubts = []
    lost = text.count("\ufffd")
    if lost:
        doubts.append(Doubt("正文", f"有 {lost} 个字损坏（显示为 \ufffd），请对照原件补上"))
    lines, mended = joined(lines)
    if mended:
        doubts.append(Doubt("正文", f"接上了 {mended} 处折断的行，请看一遍分段"))
    blocks: list[Block] = []
    run_together = 0
    place = 0
    while place < len(lines):
        rows = _drawn_table(lines, place)
        if rows:
            blocks.append(Block(rows=tuple(tuple(Cell(cell) for cell in row) for row in rows)))
            place += len(rows)
            continue
        pieces = parted(lines[place])
        run_together += len(pieces) > 3
        blocks += [Block(_bare(piece), align=_side(piece)) for piece in pieces]
        place += 1
    if run_together:
        doubts.append(Doubt("正文", "原文的分段丢失了，按“第×条”“一、”和空格重新分了段，请看一遍"))
    return Source(blocks, doubts=doubts)


def decoded(raw: bytes) -> str:
    """The text in the encoding that makes it readable: UTF-8, UTF-16 with or without a mark, GB18030, Big5."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", "replace")
    if encoding := utf_16(raw):
        return raw.decode(encoding, "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    readings: list[str] = []
    for encoding in ("gb18030", "big5"):
        readings.append(raw.decode(encoding, "replace"))
    best = max(readings, key=readability)
    if not is_mojibake(best):
        return best
    almost = raw.decode("utf-8", "replace")  # a few bytes lost in a file that is UTF-8 otherwise
    return almost if not is_mojibake(almost) else best


def utf_16(raw: bytes) -> str:
    """Which UTF-16 makes a text without a mark readable; "" where it has no zero byte (as each line end has), or none does."""
    sample = raw[: 2 * 20_000]
    if b"\0" not in sample:
        return ""
    readings = {encoding: sample.decode(encoding, "replace") for encoding in ("utf-16-le", "utf-16-be")}
    sound = {encoding: readability(text) for encoding, text in readings.items() if "\0" not in text}
    best = max(sound, key=sound.__getitem__, default="")
    return best if best and sound[best] > _READABLE else ""


def _bare(line: str) -> str:
    return line.strip("　 \t")


def _side(line: str) -> str:
    """A line far from the left is a signature."""
    indent = len(line) - len(line.lstrip("　 \t"))
    return "right" if indent >= 12 and len(line.strip()) < 40 else ""


def _drawn_table(lines: list[str], start: int) -> list[list[str]]:
    """The rows `甲 | 乙 | 丙 |` from `start` on: two or more with the same number of cells (one blank cell may be missing)."""
    rows: list[list[str]] = []
    for place in range(start, len(lines)):
        cells = _cells(lines[place])
        if len(cells) < 3 or (rows and abs(len(cells) - len(rows[0])) > 1):
            break
        rows.append(cells)
    return rows if len(rows) > 1 and not any(_LABELLED.search(cell) for cell in rows[0]) else []


def _cells(line: str) -> list[str]:
    if "|" not in line:
        return []
    return [cell.strip("　 \t") for cell in line.strip("　 \t").strip("|").split("|")]


_LABELLED = re.compile("[:：]$")
