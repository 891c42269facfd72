"""The search page in a real Chromium, opened from disk under the strict policy that the column's pages carry."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote

import pytest

from gongkai.searching import document_columns, filters, preparing, writing
from gongkai.searching.answering import SearchIndex
from gongkai.searching.entries import Entry
from gongkai.searching.writing import SearchSettings

from ..searching.texts import small_column
from .chromium import Chromium
from .pages import CHOSEN, LINKS, OPTIONS, STATUS, address, ask, path_of, pressed, settle, until, write_search_site


@pytest.mark.parametrize(
    "query",
    ["养", "养犬", "公积金", "垃圾分类", "区人民政府应当加强", "溫鹿政辦〔2021〕3號", "温鹿政办[2021]3号", "温鹿政办（2021）3号",
     "温鹿政办2021 3", "温鹿政办【２０２１】第０３号", "食品安全", "食品安全 处罚", "营商环境 -罚款", "“Open Data 与”", "ｉｐｖ６", "主管部门责令改正，处 500",
     "養老服務", "查无此事", "〔2021〕", "𠮷姓"],
)  # fmt: skip
def test_twenty_searches_from_disk(chromium: Chromium, site: Path, index: SearchIndex, query: str) -> None:
    ask(chromium, site, f"?q={query}")
    expected = index.search(query)
    shown = [unquote(path_of(link)) for link in chromium.run(LINKS)]
    assert shown == [hit.url + (f"#{hit.anchor}" if hit.anchor else "") for hit in expected.hits]
    status = chromium.run(STATUS)
    if expected.total:
        assert f"{'' if expected.exact else '约 '}{expected.total} 件" in status
    else:
        assert "没有找到" in status
    assert (f"按 {expected.read_as} 查找" in status) == bool(expected.read_as)


def test_the_page_and_python_give_the_same_json(chromium: Chromium, site: Path, index: SearchIndex) -> None:
    ask(chromium, site)
    for query in ("办法", "公积金 补助", "第十二条的规定"):
        theirs = chromium.run(f"gongkai.search({json.dumps(query)}, {{offset: 3, limit: 4}})")
        assert theirs == index.search(query, offset=3, limit=4).as_json()


def test_typing_filtering_paging_and_back(chromium: Chromium, site: Path, index: SearchIndex) -> None:
    ask(chromium, site)
    chromium.run("document.getElementById('q').focus()")
    chromium.type("公示")
    chromium.press("Enter")
    until(chromium, "?q=公示")
    assert chromium.run("document.activeElement.id") == "q"
    pressed(chromium, "有效")
    until(chromium, "?q=公示&有效性=有效")
    assert chromium.run("document.activeElement.value") == "有效", "a keyboard stays where it was"
    expected = index.search("公示", filters={"有效性": "有效"})
    assert f"{expected.total} 件" in chromium.run(STATUS) and chromium.run(CHOSEN) == ["有效性：有效"]
    chromium.run("document.querySelector('#search-pages a[rel=next]').click()")
    until(chromium, "?q=公示&有效性=有效&page=2")
    chromium.wait("document.activeElement.id === 'found'")
    assert len(chromium.run(LINKS)) == len(index.search("公示", filters={"有效性": "有效"}, offset=10).hits)
    chromium.run("history.go(-2)")
    until(chromium, "?q=公示")
    assert f"{index.search('公示').total} 件" in chromium.run(STATUS) and chromium.run(CHOSEN) == []
    chromium.run("history.forward()")
    until(chromium, "?q=公示&有效性=有效")
    chromium.run("document.querySelector('#search-chosen a').click()")
    until(chromium, "?q=公示")


def test_several_values_dates_and_order(chromium: Chromium, site: Path, index: SearchIndex) -> None:
    ask(chromium, site, "?q=公示")
    pressed(chromium, "有效")
    until(chromium, "?q=公示&有效性=有效")
    pressed(chromium, "废止")
    until(chromium, "?q=公示&有效性=有效&有效性=废止")
    chromium.run("document.getElementById('search-from').value = '2019年'; document.getElementById('search-to').value = '二零'")
    chromium.run("document.querySelector('.search-days button').click()")
    assert "日期请写作" in chromium.run("document.getElementById('search-days-said').textContent")
    chromium.run("document.getElementById('search-to').value = '２０２１.6'; document.querySelector('.search-days button').click()")
    until(chromium, "?q=公示&有效性=有效&有效性=废止&from=2019&to=2021-06")
    chromium.run("document.querySelector('.search-sort a:not([aria-current])').click()")
    until(chromium, "?q=公示&有效性=有效&有效性=废止&sort=日期&from=2019&to=2021-06")
    expected = index.search("公示", filters={"有效性": ("有效", "废止")}, sort="日期", from_="2019", to="2021-06")
    assert expected.total and f"{expected.total} 件" in chromium.run(STATUS)
    assert [unquote(path_of(link)).partition("#")[0] for link in chromium.run(LINKS)] == [hit.url for hit in expected.hits]


def test_an_empty_page_loads_nothing_but_the_index(chromium: Chromium, site: Path) -> None:
    chromium.requested.clear()
    ask(chromium, site)
    assert [each for each in chromium.requested if "/search/" in each and "/search/index.js" not in each] == []
    assert "可以查找" in chromium.run(STATUS)
    chromium.run("document.querySelector('#search-filters button').click()")
    chromium.wait("!!document.querySelector('#search-filters input[value=\"有效\"]')")
    pressed(chromium, "废止")
    until(chromium, "?有效性=废止")
    assert chromium.run(f"{LINKS}.length") == 10


def test_results_come_before_the_counts_of_the_filters(chromium: Chromium, site: Path) -> None:
    ask(chromium, site)
    chromium.run(
        "{ const asked = gongkai.search; window.count = null; gongkai.search = (q, options) => options.facets === false ?"
        " asked(q, options) : new Promise(go => { window.count = () => go(asked(q, options)); }); } 1"
    )
    chromium.run("document.getElementById('q').value = '公示'; document.querySelector('#search-form button').click()")
    chromium.wait(f"{LINKS}.length === 10 && !!window.count")
    assert chromium.run("document.querySelector('main').hasAttribute('aria-busy')") is False
    assert chromium.run("document.getElementById('search-filters').getAttribute('aria-busy')") == "true"
    chromium.run("window.count()")
    chromium.wait("!!document.querySelector('#search-filters input[value=\"有效\"]')")
    settle(chromium)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("2019", "2019"), ("2019年6月1日", "2019-06-01"), ("20190601", "2019-06-01"), ("2019/6", "2019-06"), (" ", ""),
     ("２０１９－０６", "2019-06"), ("2019-13", None), ("去年", None), ("2019-06-32", None)],
)  # fmt: skip
def test_days(chromium: Chromium, site: Path, typed: str, read: str | None) -> None:
    ask(chromium, site)
    assert chromium.run(f"gongkai.readDay({json.dumps(typed)})") == read


def test_a_filter_added_in_python_alone(chromium: Chromium, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    added = filters.Filter("卷数", "卷 数", False, lambda entry: (f"第{len(entry.title) % 3 + 1}卷",))
    for module in (document_columns, preparing, writing):
        monkeypatch.setattr(module, "FILTERS", (*filters.FILTERS, added))
    folder = write_search_site(tmp_path / "a", small_column())
    ask(chromium, folder, "?q=公示")
    legends = chromium.run("Array.from(document.querySelectorAll('#search-filters legend'), one => one.textContent)")
    assert "卷 数" in legends
    pressed(chromium, "第1卷")
    until(chromium, "?q=公示&卷数=第1卷")
    counts = chromium.run("gongkai.search('公示', {}).then(answer => answer.facets['卷数'])")
    assert f"{counts['第1卷']} 件" in chromium.run(STATUS)


def test_a_filter_that_takes_one_value(chromium: Chromium, site: Path) -> None:
    ask(chromium, site, "?q=公示")
    chromium.run("gongkai.open().then(store => { store.index.filters.find(one => one.key === '有效性').choice = 'one'; })")
    chromium.run("document.querySelector('.search-sort a:not([aria-current])').click()")
    until(chromium, "?q=公示&sort=日期")
    for value in ("有效", "废止"):
        pressed(chromium, value)
        until(chromium, f"?q=公示&有效性={value}&sort=日期")
        assert chromium.run("document.activeElement.value") == value
    chromium.run("document.querySelector('[data-filter=有效性] input[value=\"\"]').click()")
    until(chromium, "?q=公示&sort=日期")


BINDING = "&有效性=有效&有效性=已修改&有效性=部分失效&有效性=不适用"  # what an office may still rest on


def test_only_in_force_by_default_and_switched_off(chromium: Chromium, tmp_path: Path) -> None:
    folder = write_search_site(tmp_path / "a", small_column(), SearchSettings(in_force_only=True))
    ask(chromium, folder, "?q=公示")
    assert address(chromium) == f"?q=公示{BINDING}", "the default stands in the address"
    assert "这里只列有效的文件" in chromium.run("document.getElementById('search-notes').textContent")
    some = chromium.run(STATUS)
    chromium.run("document.querySelector('.search-in-force input').click()")
    until(chromium, "?q=公示&有效性=全部")
    assert chromium.run(STATUS) != some and chromium.run(CHOSEN) == []
    chromium.run("history.back()")
    until(chromium, f"?q=公示{BINDING}")
    ask(chromium, folder, "?q=写法")
    assert "folds.html" in "".join(chromium.run(LINKS)), "a page has no 有效性 and is not hidden"
    assert chromium.run(CHOSEN) == ["仅看有效"]
    ask(chromium, folder, "?q=公示&有效性=废止")
    assert chromium.run(CHOSEN) == ["有效性：废止"]


def test_no_result_helps(chromium: Chromium, site: Path) -> None:
    ask(chromium, site, "?q=養犬 查无此事&有效性=有效")
    widened = chromium.run("document.getElementById('search-notes').textContent")
    assert "仍要查“養犬 查无此事”" in widened
    chromium.run("Array.from(document.querySelectorAll('#search-notes a')).find(a => a.textContent.includes('仍要查')).click()")
    chromium.wait("document.getElementById('search-notes').textContent.includes('实际查找的是')")
    notes = chromium.run("document.getElementById('search-notes').textContent")
    assert "实际查找的是：养犬、查无此事" in notes and "去掉筛选条件再找" in notes
    assert chromium.run("document.getElementById('search-elsewhere').hidden") is False
    chromium.run("Array.from(document.querySelectorAll('#search-notes a')).find(a => a.textContent === '不要“查无此事”').click()")
    until(chromium, "?q=養犬&有效性=有效")
    assert chromium.run("document.getElementById('search-elsewhere').hidden") is True


def test_a_widened_answer_is_labelled_and_the_literal_one_a_click_away(chromium: Chromium, site: Path) -> None:
    ask(chromium, site)
    chromium.run(
        "{ const asked = gongkai.search; window.literal = []; gongkai.search = (q, options) => { literal.push(options.literal);"
        " return asked(q === '养大' && !options.literal ? '养犬' : q, Object.assign({}, options, {literal: undefined}))"
        ".then(answer => q === '养大' && !options.literal ? Object.assign(answer, {widened: {how: '错字', query: '养犬', dropped: []}})"
        " : answer); } } 1"
    )
    chromium.run("document.getElementById('q').value = '养大'; document.querySelector('#search-form button').click()")
    until(chromium, "?q=养大")
    assert "没有找到“养大”，以下是“养犬”的结果" in chromium.run(STATUS)
    assert all("?q=%E5%85%BB%E7%8A%AC" in link for link in chromium.run(LINKS)), "what was found is what is marked"
    chromium.run("document.querySelector('#search-notes a').click()")
    until(chromium, "?q=养大&literal=1")
    assert chromium.run("literal") == [False, False, True, True] and "没有找到" in chromium.run(STATUS)


def test_a_page_that_three_rounds_do_not_fill_says_how_to_go_on(chromium: Chromium, site: Path) -> None:
    ask(chromium, site)
    chromium.run(
        "{ const asked = gongkai.search; window.whole = []; gongkai.search = (q, options) => { whole.push(options.whole);"
        " return asked(q, options).then(answer => options.whole ? answer : Object.assign(answer, {exact: false, partial: true,"
        " hits: answer.hits.slice(0, q === '公示' ? 3 : 0)})); }; } 1"
    )
    chromium.run("document.getElementById('q').value = '公示'; document.querySelector('#search-form button').click()")
    until(chromium, "?q=公示")
    pages = "Array.from(document.querySelectorAll('#search-pages a'), link => link.textContent)"
    assert len(chromium.run(LINKS)) == 3 and "约" in chromium.run(STATUS) and chromium.run(pages) == ["接着查找其余的"]
    chromium.run("document.querySelector('#search-pages a').click()")
    until(chromium, "?q=公示&whole=1")
    assert len(chromium.run(LINKS)) == 10 and "约" not in chromium.run(STATUS) and "下一页" in chromium.run(pages)
    chromium.run("window.whole.length = 0; document.getElementById('q').value = '养犬'; document.querySelector('#search-form button').click()")
    until(chromium, "?q=养犬")
    assert len(chromium.run(LINKS)) > 0, "where nothing is shown yet, the page goes on by itself"
    assert chromium.run("window.whole") == [False, True, True]


def test_filters_are_folded_on_a_phone(chromium: Chromium, site: Path) -> None:
    chromium.size(390, 844)
    ask(chromium, site, "?q=公示&有效性=有效")
    assert chromium.run("document.querySelector('.filters').open") is False
    assert "已选 1 项" in chromium.run("document.querySelector('.filters summary').textContent")
    assert chromium.run("document.documentElement.scrollWidth") == 390


def test_an_index_that_does_not_load(chromium: Chromium, tmp_path: Path) -> None:
    folder = write_search_site(tmp_path / "a", small_column(3))
    (folder / "search" / "index.js").rename(folder / "search" / "away.js")
    chromium.open((folder / "search.html").as_uri())
    chromium.wait(f"{STATUS}.includes('检索数据没有载入')")
    assert chromium.run("document.getElementById('search-elsewhere').hidden") is False
    (folder / "search" / "away.js").rename(folder / "search" / "index.js")
    chromium.errors.clear()
    chromium.run("document.querySelector('#search-notes button').click()")
    chromium.wait(f"{STATUS}.includes('件')")


def test_a_part_that_is_missing(chromium: Chromium, tmp_path: Path) -> None:
    folder = write_search_site(tmp_path / "a", small_column(20))
    lost = sorted((folder / "search" / "terms").glob("*.js"))
    for path in lost:
        path.rename(path.with_suffix(".away"))
    chromium.open((folder / "search.html").as_uri() + "?q=%E5%85%AC%E7%A4%BA")
    chromium.wait(f"{STATUS}.includes('检索数据没有载入：terms/')")
    assert "请看看 search 文件夹拷贝全了没有，再试一次。也可以用下面的办法查找。" in chromium.run(STATUS)
    assert chromium.run("document.getElementById('search-elsewhere').hidden") is False
    for path in lost:
        path.with_suffix(".away").rename(path)
    chromium.errors.clear()
    chromium.run("document.querySelector('#search-notes button').click()")
    settle(chromium)
    assert "件" in chromium.run(STATUS)


def test_results_stand_where_the_filters_cannot_be_loaded(chromium: Chromium, site: Path) -> None:
    ask(chromium, site)
    chromium.run(
        "{ const asked = gongkai.search; gongkai.search = (q, options) => options.facets === false || window.mended ? asked(q, options)"
        " : Promise.reject(new Error('检索数据没有载入：columns/x')); } 1"
    )
    chromium.run("document.getElementById('q').value = '公示'; document.querySelector('#search-form button').click()")
    chromium.wait("document.getElementById('search-filters').textContent.includes('筛选条件没有载入')")
    assert len(chromium.run(LINKS)) == 10
    chromium.run("window.mended = true; document.querySelector('#search-filters button').click()")
    chromium.wait("!!document.querySelector('#search-filters input[value=\"有效\"]')")
    settle(chromium)


def test_what_a_text_says_is_shown_and_never_run(chromium: Chromium, tmp_path: Path) -> None:
    bad = '<img src=x onerror="document.title=1"></script><script>document.title=2</script>'
    entry = Entry("policy", "x", "policies/x.html", bad, text=f"养犬{bad}", filters={"文种": (bad,)})
    folder = write_search_site(tmp_path / "evil", [entry], suggested={f"养犬{bad}": 0})
    ask(chromium, folder, "?q=养犬")
    assert bad in chromium.run("document.querySelector('#search-results').textContent")
    chromium.run("localStorage.clear(); document.getElementById('q').focus()")
    chromium.type(" ")
    chromium.wait(f"{OPTIONS}.length === 1")
    assert bad in chromium.run(OPTIONS)[0]
    assert chromium.run("document.querySelectorAll('main img, main script:not([src])').length") == 0


def test_nothing_is_asked_of_the_network(chromium: Chromium, site: Path) -> None:
    chromium.requested.clear()
    ask(chromium, site, "?q=公积金")
    assert chromium.requested
    assert [address for address in chromium.requested if not address.startswith("file://")] == []
