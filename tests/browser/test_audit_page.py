"""The audit's page in a browser, from file://: nothing refused, nothing asked for, no wider than a phone, sound to axe."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gongkai.commands import main

from ..commands.test_build import FILES, make
from .chromium import Chromium

AXE = os.environ.get("GONGKAI_AXE", "")
RULES = """axe.run(document, {resultTypes: ['violations'], preload: false}).then(found => found.violations.map(
  one => one.id + ' ' + one.nodes.map(node => node.target).join(' ')))"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a column in which something is wrong in every part."""
    folder = tmp_path_factory.mktemp("自查")
    settings = FILES["site.yaml"] + "  - {名称: 空的, 目录: kong}\n机关:\n  - {名称: 甲区人民政府, 代码: qzf, 层级: 县级政府}\n"
    make(folder / "站点", {**FILES, "site.yaml": settings})
    main(["audit", "--site", str(folder / "站点"), "--output", str(folder / "audit.html"), "--jobs", "1", "--today", "2026-11-21"])
    return folder / "audit.html"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_page(chromium: Chromium, report: Path, width: int, dark: bool) -> None:
    chromium.size(width, 900, dark)
    chromium.errors.clear()
    chromium.open(report.as_uri())
    assert chromium.errors == []
    assert chromium.run("getComputedStyle(document.querySelector('.verdict')).borderLeftWidth") == "8px"
    assert chromium.run("document.documentElement.scrollWidth <= innerWidth")
    assert chromium.run("performance.getEntriesByType('resource').length") == 0
    if AXE:
        chromium.run(Path(AXE).read_text("utf-8") + ";1")
        assert chromium.run(RULES) == []
