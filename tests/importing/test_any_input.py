"""Whatever a file holds: a document or a reason, never a traceback; what is written our own reader gives back."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.importing.word_files import docx, p

from gongkai.importing.blocks import Block, Cell, Refused
from gongkai.importing.files import import_file, slug_of
from gongkai.importing.headings import levels_of
from gongkai.importing.markdown import body_of
from gongkai.importing.reading import read_bytes
from gongkai.importing.recognising import recognise
from gongkai.importing.writing import scalar, written
from gongkai.reading.body import read_body
from gongkai.reading.entries import read_entries
from gongkai.reading.front_matter import split
from gongkai.reading.settings import default_settings

SETTINGS = default_settings()
PIECES = st.sampled_from([
    "甲区人民政府", "关于停车的通知", "甲政发〔2023〕8号", "2023年5月4日", "二〇二三年五月四日", "索引号：", "文号：无", "附件：", "第一章　总则", "第一条　为了停车，制定本办法。",
    "一、要求", "（一）公开", "各街道：", "\n", "\n\n", "　　", " ", "|", "a | b | c |", "(fā)", "《办法》", "〔", "号", "市长　某某", "印发", "令第8号", "<p>", "</td>",
    "<table>", "<td colspan=9>", "<ol>", "&nbsp;", "<!--", "# ", "- ", "1. ", "* ", "> ", "`", "_", "\\", "[", "](", "---", "~~~", "问：", "答：", "。", "\t", "\x00", "\ufffd", "𠮷",
])  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=12), max_size=30).map("".join)
ENDINGS = st.sampled_from([".txt", ".html", ".docx", ".doc", ".pdf", ".md"])


def through(raw: bytes, ending: str) -> None:
    try:
        source = read_bytes(raw, ending)
        result = written(recognise(source, SETTINGS), {})
    except Refused as refused:
        assert re.search("[\u3400-\u9fff]", str(refused))
        return
    block, first, _, _, odd = split(result.text)
    assert not odd
    entries, misreadings = read_entries(block, first)
    assert entries is not None
    assert misreadings == []
    values = {entry.key: [item.text for item in entry.items] for entry in entries}
    assert {k: v if isinstance(v, list) else [v] for k, v in result.front.items()} == values


@given(TEXTS, ENDINGS)
@example("# # 甲区人民政府", ".txt")  # a title with the sign of a comment in it
@settings(max_examples=150, deadline=None)
def test_any_text_comes_through_or_is_refused(text: str, ending: str) -> None:
    through(text.encode("utf-8", "surrogatepass"), ending)


@given(TEXTS)
@settings(max_examples=80, deadline=None)
def test_any_page_comes_through_or_is_refused(text: str) -> None:
    through(f"<html><body><p>的是一在有。</p>{text}".encode("utf-8", "surrogatepass"), ".html")


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.4\n", b"\xff\xfe", b"MIME-Version: 1.0\nContent-Type: text/html\n\n"]))
@settings(max_examples=120, deadline=None)
def test_any_bytes_come_through_or_are_refused(raw: bytes, magic: bytes) -> None:
    through(magic + raw, ".txt")


@given(st.lists(st.sampled_from(["<w:p>", "</w:p>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", p("甲。"), p("乙", (1, 0)), "<w:r/>",
                                 '<w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId/></w:numPr></w:pPr>', "<w:ins>", "</w:ins>", "<w:t>字</w:t>"]), max_size=14))  # fmt: skip
@settings(max_examples=120, deadline=None)
def test_any_word_file_comes_through_or_is_refused(pieces: list[str]) -> None:
    through(docx("".join(pieces)), ".docx")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
@settings(max_examples=200, deadline=None)
def test_a_value_is_read_back_as_it_was(text: str) -> None:
    bare = re.sub(r"\s+", " ", text).strip()
    entries, _ = read_entries(f"标题: {scalar(bare)}", 1)
    assert entries is not None
    if bare and bare.isprintable():
        assert entries[0].text == bare


WORDS = st.lists(st.sampled_from(["甲", "乙。", "第一条", "#", "##", "-", "+", "*", "_", "1.", "1)", ">", "`", "~~~", "[甲]", "](x)", "<b>", "&amp;", "\\", "|", "---", "![", "http://a", "==", " "]),
                 min_size=1, max_size=8).map("".join)  # fmt: skip


@given(st.lists(WORDS, min_size=1, max_size=5))
@settings(max_examples=300, deadline=None)
def test_paragraphs_are_read_back_letter_for_letter(texts: list[str]) -> None:
    blocks = [Block(text.strip()) for text in texts if text.strip()]
    markdown = body_of(blocks, [0] * len(blocks), {})
    assert read_body(markdown, 1).text.split("\n") == [block.text for block in blocks] or not blocks


@given(st.lists(st.lists(WORDS, min_size=2, max_size=3), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_cells_are_read_back_letter_for_letter(rows: list[list[str]]) -> None:
    width = len(rows[0])
    even = [(row + ["甲"] * width)[:width] for row in rows]
    markdown = body_of([Block(rows=tuple(tuple(Cell(text) for text in row) for row in even))], [0], {})
    read = [re.sub(r"\s", "", text) for text in read_body(markdown, 1).text.split("\n")]
    assert read == [re.sub(r"\s", "", text) for row in even for text in row]


def test_levels_of_headings() -> None:
    texts = ["第一章　总则", "第一节　目的", "一、要求", "甲。", "第二章　附则", "乙。"]
    assert levels_of([Block(text) for text in texts], "") == [2, 3, 4, 0, 2, 0]


@pytest.mark.parametrize(
    ("raw", "ending", "why"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), ".docx", "有密码，请先在 Word 里取消密码"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".xls", "是 Office 97–2003 格式，但不是 Word 文件。请另存为 .docx 再导入"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 60, ".docx", "是图片。请先做文字识别（OCR），把文字存成 .docx 或 .txt 再导入"),
        (b"Rar!\x1a\x07", ".doc", "是压缩包，请先解压"),
        (b"\x7fELF" + b"\0" * 99 + bytes(range(256)), ".txt", "不是文字文件，认不出是什么格式"),
        (b"%PDF-1.4\nnothing", ".pdf", "PDF 损坏了或用了读不出的写法。请找 Word 原件，或在 WPS 里打开后另存为 .docx"),
        (b"PK\x03\x04broken", ".docx", "打不开，文件损坏了。请在 Word 或 WPS 里打开，另存一份再导入"),
    ],
    ids=["encrypted", "xls", "picture", "rar", "binary", "pdf", "zip"],
)
def test_what_cannot_be_read_is_refused_with_a_clear_word(raw: bytes, ending: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        read_bytes(raw, ending)
    assert str(refused.value) == why


def test_archives_that_are_no_word_files() -> None:
    for name, why in (("xl/workbook.xml", "是 Excel 表格"), ("ppt/presentation.xml", "是演示文稿"), ("a.txt", "是压缩包")):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr(name, "x")
        with pytest.raises(Refused, match=why):
            read_bytes(buffer.getvalue(), ".zip")


def test_a_page_that_is_called_doc_is_read_as_a_page() -> None:
    source = read_bytes("<html><body><p>关于停车的通知</p><p>的是一在有。</p></body></html>".encode(), ".doc")
    assert [block.text for block in source.blocks] == ["关于停车的通知", "的是一在有。"]
    assert source.doubts[-1].why == "名字是 .doc，其实是网页，按网页读的"


def test_a_page_saved_as_one_file() -> None:
    raw = (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n"
           b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>=E5=81=9C=E8=BD=A6=E7=9A=84</p></body></html>\r\n--b--\r\n")  # fmt: skip
    assert [block.text for block in read_bytes(raw, ".mht").blocks] == ["停车的"]


def test_a_file_of_a_hundred_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    with path.open("wb") as stream:
        stream.truncate(100_000_000)
    assert import_file(path, SETTINGS).refusal == "有 100 MB，超过 50 MB，不像一份文件"


@pytest.mark.parametrize(
    ("name", "slug"),
    [("关于 停车(定稿).docx", "关于-停车-定稿"), ("CON.txt", "wenjian-CON"), ("....doc", "wenjian"), ("a" * 99 + ".txt", "a" * 60), ("甲政发〔2023〕8号.doc", "甲政发〔2023〕8号")],
)
def test_file_names_that_suit_an_address(name: str, slug: str) -> None:
    assert slug_of(Path(name)) == slug
