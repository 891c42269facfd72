"""Paragraphs of mere words are read in stretches, which comes to the same as reading tag by tag."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gongkai.reading.body import read_body
from gongkai.typesetting.blocks import Block, Part, Piece, Run, Stretch, _Reader

LINES = st.sampled_from([
    "为了规范甲事项，制定本办法。", "第一条 甲事项由乙局办理。", "第二条", "（一）先申请。再审查。", "一、总体要求。", "二、", "甲 & 乙 < 丙 \"丁\"",
    "见甲政发〔2024〕3号。", "附件：1.甲表", "**第三条** 加粗的。", "句中\n换行", "## 一、甲标题", "- 甲项", "- 乙项\n\n  乙项第二段", "1. 甲\n2. 乙",
    "> 引文第一段\n>\n> 引文第二段\n>\n> 引文第三段", "| 甲 | 乙 |\n|---|--:|\n| 1 | 2 |", "```\n第一行\n\n第二行\n```", "![图](a.png)", "[甲](b.html)",
    "各乡镇人民政府：", "甲区人民政府", "2024年4月9日", "（此件公开发布）",
])  # fmt: skip


def _by_tags(html: str, alts: tuple[str, ...]) -> list[Piece]:
    reader = _Reader(alts)
    reader._read_tokens(html)
    reader._flush()
    return reader._found


@given(st.lists(LINES, max_size=12))
def test_stretches_are_the_paragraphs_that_the_tags_tell(lines: list[str]) -> None:
    read = read_body("\n\n".join(lines), 1)
    alts = tuple(link.alt for link in read.links)
    found: list[Piece] = []
    for piece in _Reader(alts).read(read.html):
        if isinstance(piece, Stretch):
            found += (Block(Part.TEXT, (Run(words),)) for words in piece.paragraphs)
        else:
            found.append(piece)
    assert found == _by_tags(read.html, alts)


def test_what_most_of_a_text_is_becomes_one_stretch() -> None:
    html = read_body("甲。\n\n乙。\n\n第一条 丙。\n\n丁。", 1).html
    assert _Reader(()).read(html) == [
        Stretch(("甲。", "乙。")), Block(Part.TEXT, (Run("第一条", False, Part.FIRST), Run(" 丙。"))), Stretch(("丁。",)),
    ]  # fmt: skip
