"""Whole pages: what stands on them, where they are, and that none leads nowhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from urllib.parse import unquote

from tests.rendering.conftest import ASSETS, FILES, PAGE, SETTINGS, Seen, rendered, seen

from gongkai.model.addresses import attachment_address
from gongkai.rendering import render as rendering
from gongkai.rendering.world import World

# Written by the publisher, not by a page type.
ELSEWHERE = {"search/index.js", *ASSETS.values()}


def test_addresses(pages: dict[str, Seen]) -> None:
    assert sorted(a for a in pages if not a.startswith("lists/")) == [
        "404.html", "columns/disclosure.html", "guide.html", "index.html",
        "interpretations/i.html", "interpretations/j.html",
        "loose.html", "policies/gone.html", "policies/new.html", "policies/old.html", "policies/third.html", "rules/a.html",
        "rules/b.html", "rules/index.html", "search.html", "sitemap.html",
    ]  # fmt: skip
    lists = {a for a in pages if a.startswith("lists/")}
    assert {
        "lists/index.html", "lists/policies.html", "lists/policies-2.html", "lists/interpretations.html",
        "lists/validity-binding.html", "lists/validity-in-force.html", "lists/validity-repealed.html",
        "lists/year-2019.html",
        "lists/organ-jia.html", "lists/organ-jia-2.html",
    } <= lists  # fmt: skip
    assert sum(bool(re.match(r"lists/topic-[0-9a-f]{8}\.html", a)) for a in lists) == 2


def test_no_address_twice(world: World) -> None:
    addresses = [rendering.address(world, name, key) for name, key in rendering.tasks(world)]
    assert len(addresses) == len(set(addresses))


def test_every_link_leads_somewhere(pages: dict[str, Seen]) -> None:
    files = {attachment_address("policies/b.csv")}
    data = {a.replace(".html", ".json") for a in pages if a.startswith("policies/")}
    for address, page in pages.items():
        for link in page.links:
            if link.startswith("https://example.gov.cn/"):
                continue
            assert not re.match(r"^(/|[a-z]+:)", link), f"{address}: {link}"
            path, _, anchor = link.partition("#")
            if link.endswith(".xml"):
                continue  # test_feeds.py
            target = posixpath.normpath(posixpath.join(posixpath.dirname(address), unquote(path))) if path else address
            assert target in {*pages, *ELSEWHERE, *files, *data}, f"{address}: {link}"
            if anchor:
                assert unquote(anchor) in pages[target].ids, f"{address}: {link}"


def test_pages_are_whole(pages: dict[str, Seen]) -> None:
    for address, page in pages.items():
        assert (page.faults, page.open) == ([], []), address
        assert len(page.ids) == len(set(page.ids)), address
        assert [t for t, _ in page.tags].count("h1") == 1, address
        assert [t for t, _ in page.tags].count("main") == 1, address


def test_strict_content_policy(pages: dict[str, Seen]) -> None:
    for address, page in pages.items():
        policy = next(str(a["content"]) for t, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
        assert "default-src 'none'" in policy and "unsafe" not in policy
        for tag, attributes in page.tags:
            assert "style" not in attributes and tag != "style", address
            assert not [name for name in attributes if name.startswith("on")], address
            data = attributes.get("type") == "application/ld+json"  # never run, says HTML
            assert tag != "script" or attributes.get("src") or data, address


def test_policy_page(pages: dict[str, Seen], world: World) -> None:
    new, old = pages["policies/new.html"], pages["policies/old.html"]
    assert "新办法 <b>与</b> “引号”" in new.text
    assert [a["type"] for t, a in new.tags if t == "script" and not a.get("src")] == ["application/ld+json"]
    assert "将于 2031-01-01 起失效（有效期至2030-12-31）" in " ".join(new.text.split())
    assert "2019-03-01发布2023-05-30 被甲政发〔2023〕7号废止" in old.text
    assert "new.html" in old.links and "old.html" in new.links
    assert "国办发〔2019〕54号" in new.text
    assert "被废止于" in old.text and "CSV，2 KB" in new.text and "files/b.csv" in new.links
    assert "../interpretations/i.html" in new.links and "../interpretations/j.html" in new.links
    assert "公开时限" not in new.text, "rows without a value are not shown"
    order = [
        "有效",
        "新办法",
        "索引号" if "索引号" in new.text else "主题分类",
        "政策解读",
        "本页目录",
        "附件下载",
        "相关文件",
        "沿革",
        "来源",
    ]
    main = new.text[new.text.index("政策文件") :]
    places = [main.index(word, main.index("新办法") if word not in ("有效", "新办法") else 0) for word in order]
    assert places == sorted(places)


def test_interpretation_page(pages: dict[str, Seen]) -> None:
    page = pages["interpretations/i.html"]
    assert "../policies/new.html" in page.links and "j.html" in page.links
    assert "国发〔2020〕1号（未收入本栏目）" in page.text
    assert "0990-1234567" in page.text


def test_withdrawn(pages: dict[str, Seen]) -> None:
    page = pages["policies/gone.html"]
    assert "本文件已于 2025-01-01 下架" in page.text and "秘密正文" not in page.text
    assert page.meta["robots"] == "noindex"
    for address, other in pages.items():
        assert "policies/gone.html" not in other.links and "gone.html" not in other.links, address
        assert "草稿中" not in other.text, address


def test_meta_tags(pages: dict[str, Seen]) -> None:
    site = {"SiteName": "甲区人民政府网", "SiteDomain": "www.jia.gov.cn", "SiteIDCode": "9900000001"}
    column = {
        "ColumnName": "政策文件",
        "ColumnDescription": "全部政策文件",
        "ColumnKeywords": "政策",
        "ColumnType": "政策文件",
    }
    article = {"ArticleTitle": "新办法 <b>与</b> “引号”", "PubDate": "2023-06-01 09:30", "ContentSource": "甲区人民政府"}

    def standard(address: str) -> dict[str, str]:
        return {name: content for name, content in pages[address].meta.items() if name[0].isupper()}

    assert standard("index.html") == site
    assert standard("lists/policies.html") == standard("lists/year-2019.html") == site | column
    assert standard("policies/new.html") == site | column | article
    assert standard("guide.html")["ColumnName"] == "政府信息公开指南"
    assert standard("rules/a.html")["ColumnName"] == "政府信息公开制度"
    assert len(standard("loose.html")) == 10


def test_breadcrumbs(pages: dict[str, Seen]) -> None:
    assert pages["policies/new.html"].links[11:14] != []
    text = " ".join(pages["policies/new.html"].text.split())
    assert "首页 法定主动公开内容 政策文件" in text
    assert "首页 法定主动公开内容 政策文件" in " ".join(pages["lists/year-2019.html"].text.split())


def test_lists_by_pages(pages: dict[str, Seen]) -> None:
    first, second = pages["lists/policies.html"], pages["lists/policies-2.html"]
    assert "共 3 件，第 1 页，共 2 页" in first.text
    assert "policies-2.html" in first.links and "policies.html" in second.links
    assert "旧办法" not in first.text and "旧办法" in second.text
    assert "仅看现行有效" in first.text


def test_column_order(pages: dict[str, Seen]) -> None:
    text = pages["rules/index.html"].text
    assert text.index("甲制度") < text.index("乙制度")


def test_search_page(pages: dict[str, Seen]) -> None:
    page = pages["search.html"]
    assert {"search-form", "q", "search-filters", "search-status", "search-results", "search-pages"} <= set(page.ids)
    main = next(a for t, a in page.tags if t == "main")
    assert (main["data-root"], main["data-index"]) == ("search/", "index.js?v=1")
    assert [link for link in page.links if link in ("assets/t.js", "assets/p.js")] == ["assets/t.js", "assets/p.js"]


def test_same_bytes(world: World) -> None:
    assert [o.text for o in rendered(world)] == [o.text for o in rendered(world)]


def test_missing_page_of_a_column(make_world: Callable[..., World]) -> None:
    world = make_world({}, SETTINGS)
    outputs = {output.path: seen(output.text) for output in rendered(world)}
    assert "这个栏目还没有内容" in outputs["guide.html"].text
    assert "这个栏目还没有内容" in outputs["rules/index.html"].text


def test_introduction_of_a_folder(make_world: Callable[..., World]) -> None:
    files = {**FILES, "content/rules/index.md": PAGE.format(title="制度", order=3, body="这里是制度。")}
    world = make_world(files)
    outputs = [output for output in rendered(world) if output.path == "rules/index.html"]
    assert len(outputs) == 1
    assert "这里是制度。" in outputs[0].text and "甲制度" in outputs[0].text
