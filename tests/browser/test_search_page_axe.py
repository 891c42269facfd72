"""axe-core finds nothing on the search page, in any of its states. GONGKAI_AXE names an axe.min.js; without it, skipped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .chromium import Chromium
from .pages import OPTIONS, STATUS, ask

AXE = os.environ.get("GONGKAI_AXE", "")
RULES = "axe.run(document, {resultTypes: ['violations'], preload: false}).then(found => found.violations.map(one => one.id))"


@pytest.mark.skipif(not AXE, reason="GONGKAI_AXE 没有指明 axe.min.js 在哪里，跳过无障碍检查")
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_axe_finds_nothing(chromium: Chromium, site: Path, width: int, height: int, dark: bool) -> None:
    chromium.size(width, height, dark)

    def violations() -> list[str]:
        chromium.run(Path(AXE).read_text("utf-8") + ";1")
        found: list[str] = chromium.run(RULES)
        return found

    try:
        ask(chromium, site, "?q=养犬")
        assert violations() == [], "results"
        ask(chromium, site)
        assert violations() == [], "empty, with latest queries"
        chromium.run("document.getElementById('q').focus()")
        chromium.type("养")
        chromium.wait(f"{OPTIONS}.length > 0")
        chromium.press("ArrowDown")
        assert violations() == [], "suggestions"
        ask(chromium, site, "?q=公示&from=2019&有效性=有效")
        chromium.run("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert violations() == [], "filters open"
        ask(chromium, site, "?q=查无此事 养犬&有效性=有效")
        assert violations() == [], "nothing found"
        chromium.run("gongkai.search = () => Promise.reject(new Error('检索数据没有载入')); "
                     "document.querySelector('#search-form button').click()")  # fmt: skip
        chromium.run("document.getElementById('q').value = '养犬'; document.querySelector('#search-form button').click()")
        chromium.wait(f"{STATUS}.includes('没有载入')")
        assert violations() == [], "not loadable"
    finally:
        chromium.size(1280, 900)
