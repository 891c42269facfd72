"""The search page in a real Chromium, opened from disk under the strict policy that the column's pages carry."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from gongkai.searching.answering import SearchIndex, open_index
from gongkai.searching.writing import write_index

from ..conftest import ROOT
from ..searching.texts import small_column
from .chromium import Chromium

SCRIPTS = ["codec", "terms", "number_query", "query", "loading", "store", "ranking", "filters", "excerpt", "search", "page"]
PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>检索 - 甲区政府信息公开</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; form-action 'self'">
{scripts}</head><body>
<main data-root="search/" data-index="{index}">
<form id="search-form" role="search" action="search.html">
<label for="q">检索</label> <input id="q" name="q" type="search"> <button>检索</button>
<div id="search-filters"></div></form>
<p id="search-status" role="status" aria-live="polite"></p>
<ol id="search-results"></ol><nav id="search-pages" aria-label="分页"></nav>
</main></body></html>
"""
IDLE = "document.querySelector('main') && !document.querySelector('main').hasAttribute('aria-busy')"
SLUGS = "Array.from(document.querySelectorAll('#search-results h3 a'), a => a.getAttribute('href'))"
STATUS = "document.getElementById('search-status').textContent"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("站点 a")  # Han and a blank in the path, as on people's disks
    facts = write_index([small_column()], folder / "search")
    (folder / "assets").mkdir()
    for name in SCRIPTS:
        shutil.copy(ROOT / "theme" / "search" / f"{name}.js", folder / "assets")
    scripts = "".join(f'<script defer src="assets/{name}.js"></script>\n' for name in SCRIPTS)
    (folder / "search.html").write_text(PAGE.format(scripts=scripts, index=facts.script), "utf-8")
    return folder


@pytest.fixture(scope="module")
def index(site: Path) -> SearchIndex:
    return open_index(site / "search")


def ask(chromium: Chromium, site: Path, query: str) -> None:
    chromium.errors.clear()
    chromium.open((site / "search.html").as_uri() + query)
    settle(chromium)


def settle(chromium: Chromium) -> None:
    chromium.wait(f"{IDLE} && {STATUS} !== ''")
    assert chromium.errors == []


@pytest.mark.parametrize(
    "query",
    ["养", "养犬", "公积金", "垃圾分类", "区人民政府应当加强", "溫鹿政辦〔2021〕3號", "温鹿政办[2021]3号", "温鹿政办（2021）3号",
     "温鹿政办2021 3", "温鹿政办【２０２１】第０３号", "食品安全", "食品安全 处罚", "营商环境 -罚款", "“Open Data 与”", "ｉｐｖ６", "主管部门责令改正，处 500",
     "養老服務", "查无此事", "〔2021〕", "𠮷姓"],
)  # fmt: skip
def test_twenty_searches_from_disk(chromium: Chromium, site: Path, index: SearchIndex, query: str) -> None:
    ask(chromium, site, f"?q={quote(query)}")
    expected = index.search(query)
    assert chromium.run(SLUGS) == [hit.url for hit in expected.hits if not hit.anchor] or chromium.run(SLUGS) == [
        hit.url + (f"#{hit.anchor}" if hit.anchor else "") for hit in expected.hits
    ]
    status = chromium.run(STATUS)
    if expected.total:
        assert f"{'' if expected.exact else '约 '}{expected.total} 件" in status
    else:
        assert "没有找到" in status
    assert (f"按 {expected.read_as} 查找" in status) == bool(expected.read_as)


def test_the_page_and_python_give_the_same_json(chromium: Chromium, site: Path, index: SearchIndex) -> None:
    ask(chromium, site, "")
    for query in ("办法", "公积金 补助", "第十二条的规定"):
        theirs = chromium.run(f"gongkai.search({json.dumps(query)}, {{offset: 3, limit: 4}})")
        assert theirs == index.search(query, offset=3, limit=4).as_json()


def test_typing_filtering_paging_and_back(chromium: Chromium, site: Path, index: SearchIndex) -> None:
    ask(chromium, site, "")
    chromium.run("document.getElementById('q').focus()")
    chromium.type("公示")
    chromium.press("Enter")
    chromium.wait(f"decodeURIComponent(location.search) === '?q=公示' && {IDLE}")
    settle(chromium)
    assert chromium.run("document.activeElement.id") == "q"
    chromium.run("document.querySelector('#search-filters input[value=\"有效\"]').click()")
    chromium.wait(f"location.search.includes('&') && {IDLE}")
    settle(chromium)
    assert unquote(chromium.run("location.search")) == "?q=公示&有效性=有效"
    expected = index.search("公示", filters={"有效性": "有效"})
    assert f"{expected.total} 件" in chromium.run(STATUS)
    chromium.run("document.querySelector('#search-pages a[rel=next]').click()")
    chromium.wait(f"location.search.includes('page=2') && {IDLE}")
    settle(chromium)
    assert len(chromium.run(SLUGS)) == len(index.search("公示", filters={"有效性": "有效"}, offset=10).hits)
    chromium.run("history.go(-2)")
    chromium.wait(f"decodeURIComponent(location.search) === '?q=公示' && {IDLE} && {STATUS} !== ''")
    assert f"{index.search('公示').total} 件" in chromium.run(STATUS)


def test_what_a_text_says_is_shown_and_never_run(chromium: Chromium, tmp_path: Path, site: Path) -> None:
    from gongkai.searching.entries import Entry

    folder = tmp_path / "evil"
    shutil.copytree(site / "assets", folder / "assets")
    bad = '<img src=x onerror="document.title=1"></script><script>document.title=2</script>'
    facts = write_index(
        [[Entry("policy", "x", "policies/x.html", bad, text=f"养犬{bad}", filters={"文种": (bad,)})]], folder / "search"
    )
    page = (site / "search.html").read_text("utf-8")
    start = page.index('data-index="') + len('data-index="')
    (folder / "search.html").write_text(page[:start] + facts.script + page[page.index('"', start) :], "utf-8")
    ask(chromium, folder, f"?q={quote('养犬')}")
    assert bad in chromium.run("document.querySelector('#search-results').textContent")
    assert chromium.run("document.querySelectorAll('main img, main script').length") == 0


def test_nothing_is_asked_of_the_network(chromium: Chromium, site: Path) -> None:
    chromium.requested.clear()
    ask(chromium, site, f"?q={quote('公积金')}")
    assert chromium.requested
    assert [address for address in chromium.requested if not address.startswith("file://")] == []
