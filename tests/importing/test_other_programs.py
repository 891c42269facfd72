"""What other programs read for us: LibreOffice for old Word files, pypdf for PDF; and what is said where they are missing."""

from __future__ import annotations

import pytest
from tests.importing.word_files import HEAD, docx, lists, p

from gongkai.importing import old_word, pdf_file
from gongkai.importing.blocks import Refused
from gongkai.importing.old_word import read_by_libreoffice
from gongkai.importing.pdf_file import read_pdf
from gongkai.importing.reading import read_bytes

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")


@pytest.mark.parametrize(("raw", "what"), [(OLD, "旧版 Word（.doc）文件"), (b"{\\rtf1 x}", "RTF 文件")])
def test_without_libreoffice_an_old_file_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch, raw: bytes, what: str) -> None:
    monkeypatch.setattr(old_word, "libreoffice", lambda: "")
    with pytest.raises(Refused) as refused:
        read_bytes(raw, ".doc")
    assert str(refused.value) == f"是{what}，要装 LibreOffice 才能读；或在 Word、WPS 里打开，另存为 .docx 再导入"


def test_what_libreoffice_converts_keeps_its_numbers() -> None:
    if not old_word.libreoffice():
        pytest.skip("没有 LibreOffice")
    body = p("关于停车的通知") + p("总则", (1, 0)) + p("为了停车，制定本办法。", (2, 0)) + p("本办法适用于甲区。", (2, 0))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    raw = docx(body, numbering=lists([("chineseCounting", "第%1章")], [("chineseCounting", "第%1条")]), root_rels=(
        f'{rels}<Relationship Id="r" Type="{kind}/officeDocument" Target="word/document.xml"/></Relationships>'),
        document_rels=f'{rels}<Relationship Id="n" Type="{kind}/numbering" Target="numbering.xml"/></Relationships>')  # fmt: skip
    source = read_by_libreoffice(raw, ".docx", "文件")
    assert [block.text for block in source.blocks] == ["关于停车的通知", "第一章　总则", "第一条　为了停车，制定本办法。", "第二条　本办法适用于甲区。"]


def test_a_pdf_loses_its_page_numbers_and_broken_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    head = "甲区人民政府文件"
    pages = [
        f"{head}\n第一条 为了加强停车管理，维护道路交通秩序，保障公民、法人\n和其他组织的合法权益，根据有关法律、法规的规定，结合本\n- {n} -" for n in range(1, 7)
    ]
    monkeypatch.setattr(pdf_file, "pdf_pages", lambda raw, most: pages)
    assert read_pdf(b"%PDF-").blocks[0].text == (
        "第一条 为了加强停车管理，维护道路交通秩序，保障公民、法人和其他组织的合法权益，根据有关法律、法规的规定，结合本"
    )


@pytest.mark.parametrize(
    ("pages", "why"),
    [
        (None, "读 PDF 要另装 pypdf（python -m pip install pypdf）；或在 Word、WPS 里打开后另存为 .docx"),
        (["", " "], "PDF 里没有文字层，像是扫描件。请找 Word 原件，或先做文字识别（OCR）再导入"),
    ],
)
def test_pdf_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch, pages: list[str] | None, why: str) -> None:
    monkeypatch.setattr(pdf_file, "pdf_pages", lambda raw, most: pages)
    with pytest.raises(Refused) as refused:
        read_pdf(b"%PDF-")
    assert str(refused.value) == why
