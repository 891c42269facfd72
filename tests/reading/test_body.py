"""A text becomes safe HTML, plain text, and facts with line numbers."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gongkai.reading import body
from gongkai.reading.body import ReadBody, read_body
from gongkai.reading.decoding import decode
from gongkai.reading.plain_lines import PlainLine, Stretch, parted

HTML = {
    "raw HTML is text": ("<script>alert(1)</script> <b>重</b>", "<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;重&lt;/b&gt;</p>\n"),
    "an address that runs code is text": ("[甲](javascript:alert(1))", "<p>[甲](javascript:alert(1))</p>\n"),
    "an indent is no code": ("　　甲\n\n    乙", "<p>甲</p>\n<p>乙</p>\n"),
    "a dashed line is no heading": ("甲\n---", "<p>甲</p>\n<hr />\n"),
    "a full line goes on": ("为了改善\n居住条件", "<p>为了改善居住条件</p>\n"),
    "a sentence's end parts paragraphs": ("甲。\n乙", "<p>甲。</p>\n<p>乙</p>\n"),
    "articles are paragraphs with anchors": (
        "第一条　甲\n第二条 乙\n第二条之一 丙",
        '<p id="tiao-1">第一条　甲</p>\n<p id="tiao-2">第二条 乙</p>\n<p id="tiao-2-zhi-1">第二条之一 丙</p>\n',
    ),
    "the frame of a letter": (
        "各街道办事处：\n\n甲。\n\n甲区教育局\n\n甲区民政局\n\n2024年6月3日\n\n（此件公开发布）\n\n2024年6月3日",
        '<p class="addressee">各街道办事处：</p>\n<p>甲。</p>\n<p class="signature">甲区教育局</p>\n<p class="signature">甲区民政局</p>\n'
        '<p class="signature">2024年6月3日</p>\n<p class="note">（此件公开发布）</p>\n<p>2024年6月3日</p>\n',
    ),
    "one h1 a page": ("# 总则\n\n## 目的", '<h2 id="总则">总则</h2>\n<h3 id="目的">目的</h3>\n'),
    "plain lines that are headings": (
        "第一章　总则\n\n一、范围\n\n一、范围是全区，包括各街道。",
        '<h2 id="第一章总则">第一章　总则</h2>\n<h3 id="一范围">一、范围</h3>\n<p>一、范围是全区，包括各街道。</p>\n',
    ),
    "a table of contents is no second heading": ("第一章 总则\n\n第一章 总则", '<p>第一章 总则</p>\n<h2 id="第一章总则">第一章 总则</h2>\n'),
    "equal headings have their own anchors": ("## 甲\n\n## 甲", '<h2 id="甲">甲</h2>\n<h2 id="甲-2">甲</h2>\n'),
}


@pytest.mark.parametrize("case", HTML)
def test_html(case: str) -> None:
    markdown, html = HTML[case]
    assert read_body(markdown, 1).html == html


def test_a_table_scrolls_and_is_aligned_by_class() -> None:
    html = read_body("|项|元|\n|:-|-:|\n|甲|1|", 1).html
    assert '<div class="table-scroll" role="group" aria-label="表格" tabindex="0">\n<table>' in html
    assert '<th scope="col">项</th>\n<th scope="col" class="right">元</th>' in html
    assert "style=" not in html


def test_lines_of_links_pictures_and_citations() -> None:
    read = read_body("甲。\n[乙](b.md)丙。\n\n- 丁 ![图](c.svg)\n- 国办发〔2019〕54号", 10)
    assert [(link.target, link.line, link.picture) for link in read.links] == [("b.md", 11, False), ("c.svg", 13, True)]
    assert [(c.left, c.tail, c.line) for c in read.citations] == [("国办发", "〔2019〕54号", 14)]


def test_the_outline_points_into_the_text() -> None:
    read = read_body("## 一、总则\n\n甲\n\n第十二条　乙", 1)
    assert [(read.text[offset:].split("\n")[0], label, anchor) for offset, label, anchor in read.outline] == [
        ("一、总则", "一、总则", "一总则"),
        ("第十二条　乙", "第十二条", "tiao-12"),
    ]


@given(st.text(st.sampled_from("甲乙第一条〔2019〕号（）#*_-|[]()!<>`&\n\x01\x02 　："), max_size=80))
def test_any_text_can_be_read_and_nothing_escapes(text: str) -> None:
    decoded, _ = decode(text.encode())
    assert decoded is not None
    html = read_body(decoded, 1).html
    for tag in ("<script", "<b>", "style=", "onerror"):
        assert tag not in html


def test_control_characters_of_a_source_mark_nothing() -> None:
    decoded, _ = decode("甲\x01L0\x02乙\x00".encode())
    assert decoded == "甲 L0 乙 "


def by_markdown_it_alone(markdown: str) -> ReadBody:
    """The long way round: no line is taken for mere words."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(body, "parted", lambda text, line: [Stretch(text, line)])
        return read_body(markdown, 3)


LINES = (
    "甲", "甲。", "第一章　总则", "第二条　乙：", "一、丙", "（一）丁。", "2024年6月3日", "甲区教育局", "（此件公开发布）", "各街道：",
    "## 一、总则", "# 甲", "##", "#乙", "## 丙 ##", "###\t丁", "##　戊", "####### 己",
    "- 甲", "-甲", "+ 乙", "* 丙", "1. 丁", "1.丁", "12) 戊", "2.", "-", "> 甲", "---", "***", "===", "| 甲 | 乙 |", "|---|---|", "甲|乙", "-|-", ":-:",
    "  甲", "    乙", "\t丙", "　　丁", "　", " ", "\t", "", "", "", "甲  ", "甲 ", "甲　", "甲\u00a0", "\u00a0乙", "\u2003丙", "　 戊",
    "[甲](b.md)", "![图](c.svg)", "[甲](b c)", "![", "]", "甲*乙*丙", "_", "`甲`", "\\#", "&amp;", "&", "<b>", "a > b", '"甲"', "甲!", "{}~^",
    "国办发〔2019〕54号", "《乙》（甲令第3号）", "市令第\n二号", "```", "~~~", "甲\r乙", "\0", "甲\u2028乙", "甲\x0b", "١. 甲",
)  # fmt: skip


@given(st.lists(st.sampled_from(LINES) | st.text(st.sampled_from("甲一、第条。：#*_-+|>1.)[]()!<&`\\ \t　号令〔〕"), max_size=6), max_size=12))
@settings(max_examples=400)
@example(["甲\r乙", " ", "第一章　总则"])
def test_lines_of_mere_words_come_to_the_same_without_markdown_it(lines: list[str]) -> None:
    markdown = "\n".join(lines).replace("\r", "\n")  # `decode`, which every source goes through, leaves no other line end
    assert read_body(markdown, 3) == by_markdown_it_alone(markdown)


def test_a_policy_needs_no_markdown_it() -> None:
    """What policies are made of is all mere words; a link takes its own block to markdown-it, and no other."""
    text = "第一章　总则\n\n## 目的\n第一条　甲（国办发〔2019〕54号）。\n（一）乙；\n1.丙。\n\n[丁](d.md)\n\n戊 > 己"
    kinds = [part.content if isinstance(part, PlainLine) else part for part in parted(text, 1)]
    assert kinds == [
        "第一章　总则", "目的", "第一条　甲（国办发〔2019〕54号）。", "（一）乙；", "1.丙。", Stretch("[丁](d.md)\n", 8), "戊 > 己",
    ]  # fmt: skip
