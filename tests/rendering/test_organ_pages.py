"""The pages of organs, and columns that gather what lies elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from tests.linking.test_coverage import FILES, SETTINGS
from tests.rendering.conftest import Seen, rendered, seen

from gongkai.rendering.world import World

WITH_ORGANS = SETTINGS + "  - {名称: 部门和镇街, 列表: 机关}\n"


def pages(make_world: Callable[..., World], settings: str = WITH_ORGANS) -> dict[str, Seen]:
    return {output.path: seen(output.text) for output in rendered(make_world(FILES, settings))}


def words(page: Seen) -> str:
    return " ".join(page.text.split())


def test_organs_by_level(make_world: Callable[..., World]) -> None:
    page = pages(make_world)["lists/organs.html"]
    assert [link for link in page.links if "organs/" in link][:3] == [
        "../organs/jia/index.html", "../organs/jyj/index.html", "../organs/jyj/x.html",
    ]  # fmt: skip
    assert "甲区教育局 年报 法定主动公开 20 项，已有内容 2 项" in words(page)


def test_an_organ_has_its_own_part(make_world: Callable[..., World]) -> None:
    found = pages(make_world)
    page = found["organs/jyj/index.html"]
    assert "年报 2026-02-01 丁" in words(page)
    assert "财政预算决算第二十条第（七）项 丁乙" in words(page)
    assert "公务员招考第二十条第（十四）项 暂无" in words(page)
    assert "../../columns/item-20-7.html" in page.links and "x.html" in page.links


def test_the_guide_of_the_office_is_the_governments(make_world: Callable[..., World]) -> None:
    head = "---\n标题: {title}\n公开日期: 2026-01-01\n发布机关: {organ}\n页面类型: {kind}\n---\n\n文。\n"
    files = {
        "content/zhinan.md": head.format(title="府办指南", organ="甲区人民政府办公室", kind="指南"),
        "content/zhidu.md": head.format(title="府办制度", organ="甲区人民政府办公室", kind="制度"),
        "content/biechu.md": head.format(title="别处指南", organ="乙局", kind="指南"),
    }
    settings = WITH_ORGANS.replace("机关:\n", "机关:\n  - {名称: 甲区人民政府办公室}\n", 1)
    found = {o.path: seen(o.text) for o in rendered(make_world(files, settings))}
    page = found["organs/jia/index.html"]
    assert "../../zhinan.html" in page.links, "of a known organ without a level"
    assert not {"../../zhidu.html", "../../biechu.html"} & set(page.links)
    assert "../zhinan.html" in found["lists/organs.html"].links


def test_no_organ_pages_without_a_column_of_organs(make_world: Callable[..., World]) -> None:
    assert not [address for address in pages(make_world, SETTINGS) if address.startswith("organs/") and "index" in address]


def test_columns_gather(make_world: Callable[..., World]) -> None:
    found = pages(make_world)
    assert "2025-03-01 戊 各机关的年报 甲区教育局 2026-02-01 丁" in words(found["reports/index.html"])
    assert "本栏目每 366 天内更新，最近一次 2026-02-01" in words(found["reports/index.html"])
    assert "关于应急预案的通知" in found["columns/item-20-12.html"].text


def test_an_organs_page_stands_below_its_organ(make_world: Callable[..., World]) -> None:
    files = {"content/organs/jyj/guide.md": "---\n标题: 指南\n公开日期: 2026-01-01\n发布机关: 甲区教育局\n---\n\n文。\n"}
    page = seen(next(o.text for o in rendered(make_world(files, WITH_ORGANS)) if o.path == "organs/jyj/guide.html"))
    crumbs = page.text.split("跳到正文")[1].split()
    assert "首页 部门和镇街 甲区教育局" in " ".join(crumbs)


def test_the_site_map_has_the_pages_of_the_organs(make_world: Callable[..., World]) -> None:
    page = pages(make_world)["sitemap.html"]
    assert {"organs/jyj/index.html", "organs/jyj/x.html", "organs/zhen/index.html"} <= set(page.links)
