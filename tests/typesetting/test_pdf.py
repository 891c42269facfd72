"""The PDF of a policy (the extra `gongkai[pdf]`): its words, its page, its letters, its bookmarks; nothing is fetched for it.

WeasyPrint wants Pango of the system too; where either is missing these tests are left out.
"""

from __future__ import annotations

import io
import re
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination
from tests.conftest import Column, not_here, policy
from tests.paper import measured, told

from gongkai.typesetting.downloads import Maker, maker
from gongkai.typesetting.letter import letter

BODY = """各街道：

一、说明。<b>

## 第一章　总则

第一条　见[办法](https://www.example.gov.cn/a)。

### （一）分则

| 甲 | 乙 |
|---|---|
| 1 | 2 |

- 项

![流程图](tu.png)

甲区人民政府
2023年5月30日

## 甲区办法
"""
WORDS = (
    "甲区人民政府甲政发〔2023〕7号关于改造旧小区的通知各街道：一、说明。<b>第一章总则第一条见办法。（一）分则甲乙12·项〔图：流程图〕"
    "甲区人民政府2023年5月30日甲区办法有效性：有效（2023-05-30发布）。文本取自“甲区政府信息公开”；之后的变化以网上公布的为准。甲区人民政府2023年5月30日印发"
)


@pytest.fixture
def make() -> Maker:
    pytest.importorskip("weasyprint", reason="没有 WeasyPrint，跳过做 PDF 的测试", exc_type=ImportError)
    found = maker("pdf")
    if found is None:
        not_here("没有 Pango，跳过做 PDF 的测试")
    return found


@pytest.fixture
def file(make: Maker, column: Callable[..., Column], monkeypatch: pytest.MonkeyPatch) -> bytes:
    """A PDF, made twice without a network: the same, byte for byte."""

    def refused(*_: object) -> None:
        raise AssertionError("a PDF asks nobody for anything")

    found = column({"policies/p.md": policy(body=BODY), "policies/tu.png": b"\x89PNG"})
    one = found.links.policies["p"]
    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    content = make(letter(one, found.links.standing(one), found.site.settings))
    assert make(letter(one, found.links.standing(one), found.site.settings)) == content
    return content


def test_words_bookmarks_and_tags(file: bytes) -> None:
    reader = PdfReader(io.BytesIO(file))
    assert reader.metadata and (reader.metadata.title, reader.metadata.author) == ("关于改造旧小区的通知", "甲区人民政府")

    def titles(outline: list[Destination | list[object]]) -> list[object]:
        return [titles(one) if isinstance(one, list) else one.title for one in outline]  # type: ignore[arg-type]

    assert titles(reader.outline) == ["关于改造旧小区的通知", ["第一章\u3000总则", ["（一）分则"]], "甲区办法"]
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"].value is True  # type: ignore[index]
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"  # type: ignore[index]
    assert not re.search(rb"/(?:URI|Launch|JavaScript|JS|OpenAction|EmbeddedFile)\b", file), "paper leads nowhere"


@pytest.mark.usefixtures("poppler")
def test_words_on_paper(file: bytes, tmp_path: Path) -> None:
    (tmp_path / "p.pdf").write_bytes(file)
    shown = told("pdftotext", "-raw", str(tmp_path / "p.pdf"), "-")
    assert re.sub(r"\s|— \d+ —", "", shown) == WORDS
    fonts = told("pdffonts", str(tmp_path / "p.pdf")).splitlines()[2:]
    assert fonts and all(line.split()[-5] == "yes" for line in fonts), "every letter is in the file"


@pytest.mark.usefixtures("poppler")
def test_the_page_is_that_of_the_standard(make: Maker, column: Callable[..., Column], tmp_path: Path) -> None:
    found = column({"policies/p.md": policy(body="\n\n".join(["主管部门应当自受理之日起依法作出决定并公开。" * 9] * 30))})
    one = found.links.policies["p"]
    (tmp_path / "p.pdf").write_bytes(make(letter(one, found.links.standing(one), found.site.settings)))
    page = measured(tmp_path / "p.pdf")
    assert (page.width, page.height, page.lines, page.pitch, page.letters) == (210, 297, 22, 28.9, 28)
    assert (page.left, page.right) == (pytest.approx(28, abs=0.5), pytest.approx(26, abs=0.5))
    assert (page.top, page.bottom) == (pytest.approx(37, abs=1), pytest.approx(35, abs=1)), "GB/T 9704 allows 1 mm"


@pytest.mark.usefixtures("poppler")
@pytest.mark.parametrize(("before", "first", "second"), [(6, "城乡统一", "特困人员基本生活1346元／人·月"), (8, "一段话。", "项目调整前调整后说明最低生活保障")])
def test_pages_end_between_the_rows_of_a_table(
    make: Maker, column: Callable[..., Column], tmp_path: Path, before: int, first: str, second: str
) -> None:
    """Not within a row, and not between the head and the first row."""
    rows = (
        "| 项目 | 调整前 | 调整后 | 说明 |\n|---|---|---|---|\n| 最低生活保障 | 1035元／人·月 | 1098元／人·月 | 城乡统一 |\n"
        "| 特困人员基本生活 | 1346元／人·月 | 1428元／人·月 | 按照低保标准的1.3倍取整 |\n"
        + "| 集中供养孤儿 | 2527元／人·月 | 2680元／人·月 | 含事实无人抚养儿童中的机构养育者 |\n" * 4
    )
    found = column({"policies/p.md": policy(title="题", body="一段话。\n\n" * before + rows)})
    one = found.links.policies["p"]
    (tmp_path / "p.pdf").write_bytes(make(letter(one, found.links.standing(one), found.site.settings)))
    pages = re.sub(r"[^\S\f]|— \d+ —", "", told("pdftotext", "-raw", str(tmp_path / "p.pdf"), "-")).split("\f")
    assert (pages[0][-len(first) :], pages[1][: len(second)]) == (first, second)
