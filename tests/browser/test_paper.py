"""A printed policy, measured: margins, lines, letters in a line, the number of the page (GB/T 9704-2012)."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from ..conftest import policy
from .chromium import Chromium
from .pages import build_column

MM = 72 / 25.4


def test_the_printed_page_is_that_of_the_standard(chromium: Chromium, tmp_path: Path) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("没有 poppler，跳过量打印页的测试")
    body = "\n\n".join(["主管部门应当自受理之日起依法作出决定并公开。" * 9] * 30)
    built = build_column(tmp_path, {"policies/p.md": policy(body=body)}, "名称: 甲区政府信息公开\n")
    chromium.open((built / "policies" / "p.html").as_uri())
    printed = chromium.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
    (tmp_path / "p.pdf").write_bytes(base64.b64decode(printed))
    boxes = told(["-bbox-layout", str(tmp_path / "p.pdf"), "-"])
    width, height = map(float, re.findall(r'<page width="([\d.]+)" height="([\d.]+)"', boxes)[0])
    assert (width, height) == (pytest.approx(210 * MM, abs=1), pytest.approx(297 * MM, abs=1))
    second = boxes.split("<page ")[2]
    lines = [tuple(map(float, m)) for m in re.findall(r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', second)]
    text, foot = [one for one in lines if one[1] < 740], [one for one in lines if one[1] >= 740]
    assert len({round(one[1]) for one in text}) == 22
    assert min(one[0] for one in text) == pytest.approx(28 * MM, abs=2)
    assert (210 * MM) - max(one[2] for one in text) == pytest.approx(26 * MM, abs=3)
    assert 35 * MM < min(one[1] for one in text) + 10 < 39 * MM + 10
    shown = told(["-layout", "-f", "2", "-l", "2", str(tmp_path / "p.pdf"), "-"])
    assert max(len(line.strip()) for line in shown.split("\n")) == 28
    assert len(foot) == 1 and "—2—" in shown.replace(" ", "")


def told(arguments: list[str]) -> str:
    return subprocess.run(["pdftotext", *arguments], check=True, capture_output=True).stdout.decode()
