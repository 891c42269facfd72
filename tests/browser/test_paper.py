"""A printed policy, measured: margins, lines, letters in a line, the number of the page (GB/T 9704-2012)."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

import pytest

from ..conftest import policy
from ..paper import measured, told
from .chromium import Chromium
from .every_page import fullest_pages
from .pages import build_column


@pytest.mark.usefixtures("poppler")
def test_the_printed_page_is_that_of_the_standard(chromium: Chromium, tmp_path: Path) -> None:
    body = "\n\n".join(["主管部门应当自受理之日起依法作出决定并公开。" * 9] * 30)
    built = build_column(tmp_path, {"policies/p.md": policy(body=body)}, "名称: 甲区政府信息公开\n")
    chromium.open((built / "policies" / "p.html").as_uri())
    printed = chromium.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
    (tmp_path / "p.pdf").write_bytes(base64.b64decode(printed))
    found = measured(tmp_path / "p.pdf")
    assert (found.width, found.height) == (pytest.approx(210, abs=0.3), pytest.approx(297, abs=0.3))
    assert (found.lines, found.letters) == (22, 28)
    assert (found.left, found.right) == (pytest.approx(28, abs=0.5), pytest.approx(26, abs=0.5))
    assert (found.top, found.bottom) == (pytest.approx(37, abs=1), pytest.approx(35, abs=1)), "GB/T 9704 allows 1 mm"
    shown = told("pdftotext", "-layout", "-f", "2", "-l", "2", str(tmp_path / "p.pdf"), "-")
    assert shown.replace(" ", "").rstrip().endswith("—2—")


@pytest.mark.usefixtures("poppler")
def test_paper_begins_with_the_red_head_and_has_nothing_of_the_screen(chromium: Chromium, demonstration: Path, tmp_path: Path) -> None:
    """The fullest policy of the demonstration: explained, cleaned, spoken of on other pages, with files."""
    page = fullest_pages(demonstration)["policy"]
    assert "在本栏目的其他地方" in page.read_text(encoding="utf-8")
    chromium.open(page.as_uri())
    printed = chromium.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
    (tmp_path / "p.pdf").write_bytes(base64.b64decode(printed))
    data = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    body = re.sub(r"\s", "", data["正文"])
    shown = re.sub(r"\s|—\d+—", "", re.sub(r"— \d+ —", "", told("pdftotext", "-raw", str(tmp_path / "p.pdf"), "-")))
    head = f"{data['发文机关'][0]}{data['文号']}{data['标题']}{body[:200]}"
    assert shown[: len(head)] == head
    end, after = shown.partition(body[-30:])[1:]
    assert end, "the text is whole"
    assert not [words for words in ("在本栏目的其他地方", "相关文件", "政策解读", "沿革", "本页目录", "复制引用", "首页") if words in after]
