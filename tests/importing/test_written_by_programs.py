"""Word files as programs write them, with every structure at once: one by LibreOffice, one by python-docx."""

from __future__ import annotations

import base64
import io
import subprocess

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from tests.importing.word_files import PNG

from gongkai.importing.blocks import Cell
from gongkai.importing.old_word import libreoffice
from gongkai.importing.word_file import read_word

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
                         ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"))
)


def level(number: int, form: str, before: str, after: str, **more: str) -> str:
    """A level of a list that LibreOffice numbers in Chinese."""
    rest = " ".join(f'text:{key.replace("_", "-")}="{value}"' for key, value in more.items())
    return (f'<text:list-level-style-number text:level="{number}" style:num-format="{form}" style:num-prefix="{before}" '
            f'style:num-suffix="{after}" {rest}/>')  # fmt: skip


def items(style: str, *texts: str, depth: int = 1, going_on: bool = False) -> str:
    """Paragraphs of a list at a depth."""
    rows = "".join(f"<text:list-item>{'<text:list><text:list-item>' * (depth - 1)}<text:p>{text}</text:p>"
                   f"{'</text:list-item></text:list>' * (depth - 1)}</text:list-item>" for text in texts)  # fmt: skip
    named = f'text:continue-list="{style}-1"' if going_on else f'xml:id="{style}-1"'
    return f'<text:list text:style-name="{style}" {named}>{rows}</text:list>'


def open_document(body: str, changes: str = "") -> bytes:
    """A flat OpenDocument text with the lists of this test."""
    chinese = "一, 二, 三, ..."
    lists = (f'<text:list-style style:name="章">{level(1, chinese, "第", "章")}</text:list-style>'
             f'<text:list-style style:name="条">{level(1, chinese, "第", "条")}</text:list-style>'
             f'<text:list-style style:name="项">{level(1, chinese, "", "、")}{level(2, chinese, "（", "）")}{level(3, "1", "", ".")}</text:list-style>')  # fmt: skip
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES} xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:automatic-styles>{lists}</office:automatic-styles><office:body><office:text>{changes}{body}</office:text></office:body></office:document>"
    ).encode()


FEES = (
    (Cell("时段", 1, 2), Cell("收费", 2, 1)), (Cell("白天"), Cell("夜间")), (Cell("上学日"), Cell("2元"), Cell("免费")),
)  # fmt: skip


@pytest.fixture(scope="module")
def written_by_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    program = libreoffice()
    if not program:
        pytest.skip("没有 LibreOffice，跳过读它写的 Word 文件的测试")
    told = "<office:change-info><dc:creator>甲</dc:creator><dc:date>2026-01-01T00:00:00</dc:date></office:change-info>"
    changes = (
        f'<text:tracked-changes><text:changed-region text:id="c1"><text:insertion>{told}</text:insertion></text:changed-region>'
        f'<text:changed-region text:id="c2"><text:deletion>{told}<text:p>删去的</text:p></text:deletion></text:changed-region></text:tracked-changes>'
    )
    merged = (
        '<table:table table:name="t"><table:table-column table:number-columns-repeated="3"/>'
        '<table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>时段</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-spanned="2"><text:p>收费</text:p></table:table-cell><table:covered-table-cell/></table:table-row>'
        "<table:table-row><table:covered-table-cell/><table:table-cell><text:p>白天</text:p></table:table-cell>"
        "<table:table-cell><text:p>夜间</text:p></table:table-cell></table:table-row>"
        "<table:table-row><table:table-cell><text:p>上学日</text:p></table:table-cell><table:table-cell><text:p>2元</text:p></table:table-cell>"
        "<table:table-cell><text:p>免费</text:p></table:table-cell></table:table-row></table:table>"
    )
    body = (
        "<text:p>甲区停车管理办法</text:p>" + items("章", "总则") + items("条", "为了停车，制定本办法。", "本办法适用于甲区。")
        + items("章", "管理", going_on=True) + items("条", "分级管理。", going_on=True)
        + items("项", "关于泊位") + items("项", "划定", "公布", depth=2, going_on=True) + items("项", "关于收费", going_on=True)
        + items("项", "标准", depth=2, going_on=True)
        + '<text:p>收费见附注<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
          "<text:p>附注的内容。</text:p></text:note-body></text:note>。</text:p>"
        + '<text:p>保留的<text:change-start text:change-id="c1"/>加上的<text:change-end text:change-id="c1"/><text:change text:change-id="c2"/>字。</text:p>'
        + "<text:p>有批注<office:annotation><dc:creator>乙</dc:creator><dc:date>2026-01-01T00:00:00</dc:date><text:p>再核一下</text:p></office:annotation>的一段。</text:p>"
        + '<text:p><draw:frame draw:name="图" text:anchor-type="as-char" svg:width="1cm" svg:height="1cm"><draw:image><office:binary-data>'
        + base64.b64encode(PNG).decode() + "</office:binary-data></draw:image></draw:frame></text:p>" + merged
    )  # fmt: skip
    folder = tmp_path_factory.mktemp("office")
    (folder / "a.fodt").write_bytes(open_document(body, changes))
    command = [program, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", "docx", "--outdir",
               str(folder), str(folder / "a.fodt")]  # fmt: skip
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    return (folder / "a.docx").read_bytes()


def test_what_libreoffice_writes(written_by_libreoffice: bytes) -> None:
    source = read_word(written_by_libreoffice)
    assert [block.text for block in source.blocks if block.is_text and block.text] == [
        "甲区停车管理办法", "第一章　总则", "第一条　为了停车，制定本办法。", "第二条　本办法适用于甲区。", "第二章　管理", "第三条　分级管理。",
        "一、关于泊位", "（一）划定", "（二）公布", "二、关于收费", "（一）标准", "收费见附注［注1］。", "保留的加上的字。", "有批注的一段。",
        "［注1］附注的内容。",
    ]  # fmt: skip
    assert [block.rows for block in source.blocks if block.rows] == [FEES]
    assert [d.why for d in source.doubts] == ["有 2 处修订痕迹，已按接受全部修订导入", "乙：再核一下（批注没有导入正文）"]
    assert [picture[:8] for picture in source.pictures.values()] == [PNG[:8]]  # LibreOffice leaves the end of the file away


def test_what_python_docx_writes() -> None:
    document = Document()
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate([("chineseCountingThousand", "第%1章"), ("chineseCounting", "（%2）"), ("decimal", "%3．")])
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))

    def numbered(text: str, depth: int) -> None:
        own = document.add_paragraph(text)._p.get_or_add_pPr()
        own.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="90"/></w:numPr>'))

    document.add_heading("甲区停车管理办法", 1)
    for text, depth in (("总则", 0), ("目的", 1), ("方便居民", 2), ("节约用地", 2), ("范围", 1), ("管理", 0), ("泊位", 1)):
        numbered(text, depth)
    document.add_paragraph("列表项", style="List Number")
    document.add_paragraph("再一项", style="List Number")
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "时段"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "收费"
    for (row, column), text in {(1, 1): "白天", (1, 2): "夜间", (2, 0): "上学日", (2, 1): "2元", (2, 2): "免费"}.items():
        table.cell(row, column).text = text
    document.add_picture(io.BytesIO(PNG))
    document.add_comment(document.paragraphs[1].runs, text="再核一下", author="乙", initials="乙")
    written = io.BytesIO()
    document.save(written)
    source = read_word(written.getvalue())
    assert [block.text for block in source.blocks if block.is_text and block.text] == [
        "甲区停车管理办法", "第一章　总则", "（一）目的", "1．方便居民", "2．节约用地", "（二）范围", "第二章　管理", "（一）泊位", "1.列表项", "2.再一项",
    ]  # fmt: skip
    assert source.blocks[0].level == 1
    assert [block.rows for block in source.blocks if block.rows] == [FEES]
    assert [d.why for d in source.doubts] == ["乙：再核一下（批注没有导入正文）"]
    assert len(source.pictures) == 1
