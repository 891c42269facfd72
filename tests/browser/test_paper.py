"""A printed policy, measured: margins, lines, letters in a line, the number of the page (GB/T 9704-2012)."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from ..conftest import policy
from ..paper import can_measure, measured, told
from .chromium import Chromium
from .pages import build_column


def test_the_printed_page_is_that_of_the_standard(chromium: Chromium, tmp_path: Path) -> None:
    if not can_measure():
        pytest.skip("没有 poppler，跳过量打印页的测试")
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
