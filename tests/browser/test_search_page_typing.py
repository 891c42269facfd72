"""Typing into the search page: suggestions, latest queries, and a whole search without a mouse."""

from __future__ import annotations

import json
from pathlib import Path

from .chromium import Chromium
from .pages import OPTIONS, ask, path_of, until


def test_suggestions(chromium: Chromium, site: Path) -> None:
    ask(chromium, site)
    chromium.run("localStorage.clear(); document.getElementById('q').focus()")
    for typed, expected in (
        ("养老", ["养老服务图解", "区民政局养老服务管理办法"]),
        ("溫鹿政辦2021 3", ["温鹿政办〔2021〕3号"]),
        ("2021", ["温鹿政办〔2021〕3号"]),
        ("yanglaofw", ["养老服务图解", "区民政局养老服务管理办法"]),
        ("yl fuwu", ["养老服务图解", "区民政局养老服务管理办法"]),
        ("公积金", ["综合政务 › 公积金"]),
    ):
        chromium.run("document.getElementById('q').value = ''; 1")
        chromium.type(typed)
        chromium.wait(f"{OPTIONS}.join() === {json.dumps(','.join(expected), ensure_ascii=False)}")
        assert f"{len(expected)} 条建议" in chromium.run("document.getElementById('suggest-status').textContent")
    chromium.press("ArrowDown")
    chromium.press("Enter")
    until(chromium, "?主题分类=综合政务\\公积金")


def test_latest_queries_can_be_cleared(chromium: Chromium, site: Path) -> None:
    ask(chromium, site)
    chromium.run("localStorage.clear()")
    ask(chromium, site, "?q=养犬")
    ask(chromium, site, "?q=公积金")
    ask(chromium, site, "?q=查无此事")
    ask(chromium, site)
    assert "公积金养犬" in chromium.run("document.getElementById('search-recent').textContent"), "what found nothing is not kept"
    chromium.run("document.getElementById('q').focus()")
    chromium.press("ArrowDown")
    chromium.wait(f"{OPTIONS}[0] === '公积金'")
    chromium.press("Escape")
    chromium.run("document.querySelector('#search-recent button').click()")
    assert chromium.run("document.getElementById('search-recent').hidden") is True
    assert chromium.run("gongkai.recent.all()") == []
    chromium.run("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }}); gongkai.recent.add('a')")
    assert chromium.run("gongkai.recent.all()") == []


def test_a_whole_search_by_keyboard(chromium: Chromium, site: Path) -> None:
    (site / "policies").mkdir(exist_ok=True)
    ask(chromium, site)
    chromium.run("localStorage.clear()")
    for _ in range(20):
        chromium.press("Tab")
        if chromium.run("document.activeElement.id") == "q":
            break
    chromium.type("养犬管")
    chromium.wait(f"{OPTIONS}.length === 1")
    chromium.press("ArrowDown")
    assert chromium.run("document.getElementById(document.activeElement.getAttribute('aria-activedescendant')).textContent") \
        .startswith("养犬管理规定")
    chromium.press("ArrowDown")
    assert chromium.run("document.activeElement.hasAttribute('aria-activedescendant')") is False, "the field is a stop too"
    chromium.press("Escape")
    assert chromium.run("document.getElementById('suggestions').hidden") is True
    chromium.press("ArrowUp")
    chromium.wait("document.activeElement.hasAttribute('aria-activedescendant')")
    chromium.press("Enter")
    until(chromium, "?q=养犬管理规定")
    chromium.run("document.getElementById('q').value = ''")
    chromium.type("公示")
    chromium.press("Enter")
    until(chromium, "?q=公示")
    seen: list[str] = []
    for key in ("summary", "有效性=有效"):
        for _ in range(40):
            chromium.press("Tab")
            seen.append(chromium.run("document.activeElement.dataset.key || document.activeElement.localName"))
            if seen[-1] == key:
                break
        assert seen[-1] == key, seen
    chromium.press(" ")
    until(chromium, "?q=公示&有效性=有效")
    assert chromium.run("document.activeElement.dataset.key") == "有效性=有效"
    for _ in range(80):
        chromium.press("Tab")
        if chromium.run("(document.activeElement.dataset.key || '').startsWith('hit ')"):
            break
    opened = chromium.run("document.activeElement.dataset.key")
    target = site / path_of(chromium.run("document.activeElement.getAttribute('href')")).partition("#")[0]
    target.write_text("<!doctype html><title>文件</title><p>文件", "utf-8")
    chromium.press("Enter")
    chromium.wait("document.title === '文件'")
    assert "?q=%E5%85%AC%E7%A4%BA" in chromium.run("location.href")
    chromium.run("setTimeout(() => history.back()); 1")
    chromium.wait("!!document.getElementById('search-status')")
    until(chromium, "?q=公示&有效性=有效")
    chromium.wait(f"document.activeElement.dataset.key === {json.dumps(opened)}")
