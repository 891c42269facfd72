"""The .docx of a policy: its words are those of the source, its page is that of GB/T 9704, whoever opens it."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.table import Table
from docx.text.paragraph import Paragraph
from tests.conftest import ROOT, Column, policy, read_column
from tests.paper import can_measure, measured

from gongkai.model.documents import Policy
from gongkai.reading.spool import texts_of
from gongkai.typesetting import styles
from gongkai.typesetting.letter import letter
from gongkai.typesetting.word import docx as made

BODY = """各街道办事处：

为了规范养犬行为，现通知如下。

一、总体要求

（一）坚持依法管理。谁**主管**谁负责，见[别处](https://www.example.gov.cn/)。

1. 第一步 <b>不是标签</b> & “引号”。

## 第二章　登记

**第十二条**　养犬人应当登记。<br>

### （二）怎样登记

- 带身份证
  - 原件
- 带照片

1. 先填表
2. 后交表

| 项目 | 金额 |
|---|--:|
| 登记 | 10 |
| 年检 | 免 |

> 注：免费。

甲区人民政府
2023年5月30日

（此件公开发布）

## 甲区养犬办法

第一条　为了规范。
"""
MORE = "附件: [biao.xlsx 申请表, b.pdf]\n文种: 通知\n有效期至: 2028-05-29\n"
FILES = {"policies/p.md": policy(title="甲区人民政府关于养犬的通知", more=MORE, body=BODY), "policies/biao.xlsx": b"1", "policies/b.pdf": b"2"}


@pytest.fixture
def file(column: Callable[..., Column]) -> bytes:
    found = column(FILES)
    one = found.site.public_policies[0]
    return file_of(found, one)


def opened(content: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(content))


def test_parts_of_the_letter_have_their_styles(file: bytes) -> None:
    found = [(p.style.name, p.text) for p in opened(file).paragraphs if p.text and p.style]
    assert found == [
        ("发文机关标志", "甲区人民政府"),
        ("发文字号", "甲政发〔2023〕7号"),
        ("公文标题", "甲区人民政府关于养犬的通知"),
        ("主送机关", "各街道办事处："),
        ("Normal", "为了规范养犬行为，现通知如下。"),
        ("一级标题", "一、总体要求"),
        ("Normal", "（一）坚持依法管理。谁主管谁负责，见别处。"),
        ("列项", "1. 第一步 <b>不是标签</b> & “引号”。"),
        ("章节名", "第二章　登记"),
        ("Normal", "第十二条　养犬人应当登记。<br>"),
        ("二级标题", "（二）怎样登记"),
        ("列项", "· 带身份证"),
        ("列项", "· 原件"),
        ("列项", "· 带照片"),
        ("列项", "1. 先填表"),
        ("列项", "2. 后交表"),
        ("引文", "注：免费。"),
        ("署名", "甲区人民政府"),
        ("成文日期", "2023年5月30日"),
        ("附注", "（此件公开发布）"),
        ("所附文件标题", "甲区养犬办法"),
        ("Normal", "第一条　为了规范。"),
        ("附件说明", "附件：1. 申请表"),
        ("附件说明", "　　　2. b"),
        ("附记", "有效性：有效（2023-05-30发布；2028-05-30起失效）。文本取自“甲区政府信息公开”；之后的变化以网上公布的为准。"),
        ("版记", "　甲区人民政府\t2023年5月30日印发"),
    ]


def test_leads_and_strong_words_keep_their_letters(file: bytes) -> None:
    document = opened(file)
    lead = next(p for p in document.paragraphs if p.text.startswith("（一）"))
    assert [(run.text, run.style.name if run.style else "", bool(run.bold)) for run in lead.runs] == [
        ("（一）坚持依法管理。", "二级标题字样", False),
        ("谁", "Default Paragraph Font", False),
        ("主管", "Default Paragraph Font", True),
        ("谁负责，见", "Default Paragraph Font", False),
        ("别处", "Default Paragraph Font", False),
        ("。", "Default Paragraph Font", False),
    ]
    table = document.tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["项目", "金额"], ["登记", "10"], ["年检", "免"]]
    assert table.rows[1].cells[1].paragraphs[0].alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.RIGHT


def test_page_and_letters_are_those_of_the_standard(file: bytes) -> None:
    document = opened(file)
    section = document.sections[0]
    margins = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
    assert [round(m.mm) for m in margins if m] == [37, 26, 35, 28]
    assert (round((section.page_width or 0) / 36000), round((section.page_height or 0) / 36000)) == (210, 297)
    wanted = {
        "Normal": ("仿宋_GB2312", 16, 28.9), "公文标题": ("方正小标宋简体", 22, 34), "一级标题": ("黑体", 16, 28.9),
        "二级标题": ("楷体_GB2312", 16, 28.9), "三级标题": ("仿宋_GB2312", 16, 28.9), "版记": ("仿宋_GB2312", 14, 24),
        "页码": ("宋体", 14, 20),
    }  # fmt: skip
    for name, (font, size, line) in wanted.items():
        style = document.styles[name]
        fonts = style.element.rPr.rFonts.attrib.values()
        assert set(fonts) == {font}, name
        assert (style.font.size.pt, style.paragraph_format.line_spacing.pt) == (size, line), name
    assert document.settings.odd_and_even_pages_header_footer
    with ZipFile(io.BytesIO(file)) as package:
        table = package.read("word/fontTable.xml").decode()
    for font, others in styles.FALLBACKS.items():
        assert f'<w:font w:name="{font}"><w:altName w:val="{",".join(others)}"/>' in table


def test_the_same_policy_gives_the_same_bytes(file: bytes, column: Callable[..., Column]) -> None:
    found = column(FILES)
    one = found.site.public_policies[0]
    assert file_of(found, one) == file


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Column:
    """The repository's own column."""
    return read_column(ROOT, tmp_path_factory.mktemp("spool"))


def words(document: WordDocument) -> str:
    """All words between the title and what this program adds, without blanks and marks of lists."""
    parts: list[str] = []
    for element in document.iter_inner_content():
        if isinstance(element, Table):
            parts += [cell.text for row in element.rows for cell in row.cells]
        elif isinstance(element, Paragraph) and element.style:
            if element.style.name in ("发文机关标志", "发文字号", "公文标题", "附件说明", "附记", "版记"):
                continue
            text = element.text
            parts.append(re.sub(r"^(?:· |\d+\. )", "", text) if element.style.name == "列项" else text)
    return re.sub(r"\s", "", "".join(parts))


def test_words_are_those_of_the_source(demonstration: Column) -> None:
    assert len(demonstration.site.public_policies) > 30
    for one in demonstration.site.public_policies:
        document = opened(file_of(demonstration, one))
        assert words(document) == re.sub(r"\s", "", texts_of(one.body.stored)[1]), one.path


def test_libreoffice_shows_the_words_and_the_page(demonstration: Column, column: Callable[..., Column], tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if not office or not can_measure():
        pytest.skip("没有 LibreOffice 或 poppler，跳过用它们打开 docx 的测试")
    longest = max(demonstration.site.public_policies, key=lambda p: p.body.characters)
    (tmp_path / "long.docx").write_bytes(file_of(demonstration, longest))
    paper = column({"policies/p.md": policy(body="\n\n".join(["主管部门应当自受理之日起依法作出决定并公开。" * 9] * 30))})
    (tmp_path / "paper.docx").write_bytes(file_of(paper, paper.site.public_policies[0]))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    run([*convert, str(tmp_path / "long.docx"), str(tmp_path / "paper.docx")])
    # page numbers and blanks apart, every line of the source is there (short ones may be cells that break)
    flat = re.sub(r"\s|—\d+—", "", run(["pdftotext", "-layout", str(tmp_path / "long.pdf"), "-"]))
    for line in texts_of(longest.body.stored)[1].split("\n"):
        assert re.sub(r"\s", "", line) in flat or len(line) < 12, line
    found = measured(tmp_path / "paper.pdf")
    assert (found.lines, found.pitch, found.letters) == (22, 28.9, 28)
    assert (found.left, found.right) == (pytest.approx(28, abs=0.5), pytest.approx(26, abs=1))
    assert (found.top, found.bottom) == (pytest.approx(37, abs=1), pytest.approx(35, abs=1)), "GB/T 9704 allows 1 mm"


def file_of(found: Column, one: Policy) -> bytes:
    return made(letter(one, found.links.standing(one), found.site.settings))


def run(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, timeout=100).stdout.decode("utf-8", "replace")
