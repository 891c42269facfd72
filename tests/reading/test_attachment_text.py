"""What is read of attachments, hidden parts too; and that no file makes reading fail."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.attachments import docx, paragraph, pdf, row, xlsx, zipped

from gongkai.reading import attachment_text, office_parts, pdf_text
from gongkai.reading.attachment_text import read_attachment

DOCX = docx(paragraph("甲") + paragraph("乙", "<w:vanish/>"))


def read(folder: Path, name: str, content: bytes) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """(where, text) of the passages, (kind, message) of the oddities."""
    (folder / name).write_bytes(content)
    found = read_attachment(folder / name)
    return [(p.where, p.text.strip()) for p in found.passages if p.where != "文件属性"], [(o.kind, o.message) for o in found.oddities]


def test_a_word_file(tmp_path: Path) -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph('姓名')}</w:tc><w:tc>{paragraph('住址')}{paragraph('电话')}</w:tc></w:tr></w:tbl>"
    body = paragraph("正文") + table + paragraph("藏", "<w:vanish/>") + paragraph("显", '<w:vanish w:val="0"/>') + paragraph("删", tag="delText")
    more = {"word/comments.xml": f'<w:comments xmlns:w="w"><w:comment>{paragraph("再核")}</w:comment></w:comments>',
            "word/footnotes.xml": f'<w:footnotes xmlns:w="w"><w:footnote>{paragraph("注")}</w:footnote></w:footnotes>'}  # fmt: skip
    passages, oddities = read(tmp_path, "a.docx", docx(body, more, author="张 某某"))
    assert passages == [
        ("正文第 1 段", "正文"), ("正文第 2 段", "| 姓名  | 住址 电话  |"), ("正文第 3 段（隐藏文字）", "藏"), ("正文第 4 段", "显"),
        ("正文第 5 段（修订中删去的文字）", "删"), ("脚注第 1 段", "注"), ("批注第 1 段", "再核"), ("作者属性", "张 某某"),
    ]  # fmt: skip
    assert oddities == [("hidden", "有 1 段隐藏文字"), ("hidden", "有 1 段修订中删去的文字"), ("hidden", "有 1 段批注"), ("author", "张某某")]


def test_a_workbook(tmp_path: Path) -> None:
    shown = '<cols><col min="2" max="3" hidden="1"/></cols><sheetData>' + row(1, "姓名", "电话") + row(2, "张某某", hidden=True) + "</sheetData>"
    numbers = '<sheetData><row r="7"><c r="A7"><v>1.3800000001E10</v></c><c r="B7" t="s"><v>1</v></c><c r="C7"><v>0.5</v></c></row></sheetData>'
    comment = {"xl/comments1.xml": '<comments><commentList><comment ref="B2"><text><r><t>旧号</t></r></text></comment></commentList></comments>'}
    passages, oddities = read(tmp_path, "a.xlsx", xlsx({"名单": shown, "底稿": numbers}, ("底稿",), ("甲", "乙"), comment))
    assert passages == [
        ("工作表‘名单’第 1 行", "| 姓名 |"), ("工作表‘名单’第 1 行（隐藏的列）", "| 电话 |"), ("工作表‘名单’第 2 行（隐藏）", "| 张某某 |"),
        ("工作表‘底稿’（隐藏）第 7 行", "| 13800000001 | 乙 | 0.5 |"), ("单元格 B2 的批注", "旧号"),
    ]  # fmt: skip
    assert oddities == [
        ("hidden", "的工作表‘名单’有隐藏的行"), ("hidden", "的工作表‘名单’有隐藏的列"), ("hidden", "有隐藏的工作表‘底稿’"), ("hidden", "有 1 条批注"),
    ]  # fmt: skip


def test_slides_and_ofd(tmp_path: Path) -> None:
    slides = {f"ppt/slides/slide{n}.xml": f'<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>第{n}张</a:t></a:r></a:p></p:sld>' for n in (10, 2)}
    assert read(tmp_path, "a.pptx", zipped(slides))[0] == [("第 2 张幻灯片", "第2张"), ("第 10 张幻灯片", "第10张")]
    page = '<ofd:Page xmlns:ofd="o"><ofd:TextObject><ofd:TextCode>甲</ofd:TextCode></ofd:TextObject></ofd:Page>'
    assert read(tmp_path, "a.ofd", zipped({"Doc_0/Pages/Page_0/Content.xml": page}))[0] == [("第 1 页", "甲")]


def test_plain_text_in_an_old_encoding(tmp_path: Path) -> None:
    assert read(tmp_path, "a.csv", "姓名,电话\n张某某,1".encode("gb18030")) == ([("第 1 行", "姓名,电话"), ("第 2 行", "张某某,1")], [])
    assert read(tmp_path, "a.txt", b"\xff\xfe\x00\xd8\x00\xd8") == ([], [("broken", "文字的编码认不出")])


def test_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(tmp_path, "a.pdf", pdf("13800000001", "张某某")) == ([("第 1 页", "13800000001"), ("作者属性", "张某某")], [("author", "张某某")])
    assert read(tmp_path, "b.pdf", pdf("")) == ([], [("unseen", "是没有文字的 PDF（多半是扫描件），查不了")])
    assert read(tmp_path, "c.pdf", b"%PDF-1.4\n%%EOF") == ([], [("broken", "打不开，文件损坏了")])
    monkeypatch.setattr(pdf_text, "INSTALLED", False)
    assert read(tmp_path, "a.pdf", pdf("1")) == ([], [("unseen", "是 PDF，没有装读 PDF 的库，查不了里面的文字")])


@pytest.mark.parametrize(("name", "content", "message"), [
    ("a.docx", DOCX[:200], "打不开，文件损坏了"),
    ("a.xlsx", b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "有密码或者不是这种格式，打不开"),
    ("a.docx", docx("<w:p>"), "打不开，文件损坏了"),
    ("a.docx", zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "里面的 XML 带有 DTD，可能有害，没有查"),
    ("a.docx", docx("<w:p>" * 300 + "</w:p>" * 300), "结构太深，不像正常的文件，没有查"),
])  # fmt: skip
def test_what_cannot_be_read(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    assert read(tmp_path, name, content) == ([], [("broken", message)])


def test_a_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_parts, "_MOST_PART", 1000)
    assert read(tmp_path, "a.docx", docx(paragraph("甲" * 5000))) == ([], [("broken", "解开后大得不合理，没有查")])


def test_an_encrypted_part(tmp_path: Path) -> None:
    raw = bytearray(DOCX)
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = raw.find(signature)
        while found >= 0:
            raw[found + at] |= 1
            found = raw.find(signature, found + 4)
    assert read(tmp_path, "a.docx", bytes(raw)) == ([], [("broken", "有密码，查不了")])


def test_no_more_than_can_be_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachment_text, "MOST", 8)
    assert read(tmp_path, "a.txt", b"12345\n67890") == ([("第 1 行", "12345")], [("unseen", "文字太多，只查了前 0 万字")])


def test_what_is_closed_and_what_holds_no_text(tmp_path: Path) -> None:
    assert read(tmp_path, "a.doc", b"x") == ([], [("unseen", "是 .doc 文件，查不了里面的文字")])
    assert read(tmp_path, "a.png", b"x") == ([], [])
    found = read_attachment(tmp_path / "none.docx")
    assert [(o.kind, o.message) for o in found.oddities] == [("broken", "打不开，文件损坏了")]


@settings(max_examples=80, deadline=None)
@given(st.sampled_from([("a.docx", DOCX), ("a.xlsx", xlsx({"甲": f"<sheetData>{row(1, '乙')}</sheetData>"})), ("a.pdf", pdf("1"))]), st.data())
def test_no_damage_raises(file: tuple[str, bytes], data: st.DataObject) -> None:
    name, content = file
    raw = bytearray(content)
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(bytes(raw[: data.draw(st.integers(0, len(raw)))] if data.draw(st.booleans()) else raw))
        read_attachment(path)
