"""A small column, rendered: what the tests of pages start from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.conftest import Column, interpretation, policy

from gongkai.rendering import render as rendering
from gongkai.rendering.bodies import Bodies
from gongkai.rendering.world import World

VOID = {"meta", "link", "img", "input", "br", "hr"}
ASSETS = {
    name: f"assets/{name.replace('/', '-')}"
    for name in ("style/main.css", "style/colour.css", "style/print.css", "scripts/page.js", "images/icon.svg")
} | {"search/terms.js": "assets/t.js", "search/page.js": "assets/p.js", "search/index": "search/index.js?v=1"}

SETTINGS = """
名称: 甲区政府信息公开
主办单位: 甲区人民政府
网站名称: 甲区人民政府网
网站域名: www.jia.gov.cn
网站标识码: "9900000001"
机关:
  - {名称: 甲区人民政府, 代码: jia, 代字: [甲政发]}
栏目:
  - {名称: 政府信息公开指南, 代码: guide, 页面: guide, 类型: 信息公开指南}
  - {名称: 政府信息公开制度, 代码: rules, 目录: rules, 类型: 信息公开制度}
  - 名称: 法定主动公开内容
    代码: disclosure
    类型: 信息公开目录
    子栏目:
      - {名称: 政策文件, 代码: zc, 列表: 政策, 类型: 政策文件, 说明: 全部政策文件, 关键词: 政策}
      - {名称: 政策解读, 代码: jd, 列表: 解读, 类型: 政策解读}
页脚:
  主办: 甲区人民政府
  我为政府网站找错: https://example.gov.cn/pucha
阈值:
  每页条数: 2
"""
PAGE = "---\n标题: {title}\n公开日期: 2024-01-0{order} 08:00\n发布机关: 甲区人民政府\n顺序: {order}\n---\n\n{body}\n"

FILES: Mapping[str, str | bytes] = {
    "policies/2023/old.md": policy("甲政发〔2019〕3号", "旧办法", "2019-03-01", "废止", body="第一条　旧。"),
    "policies/new.md": policy(
        "甲政发〔2023〕7号",
        "新办法 <b>与</b> “引号”",
        more="废止: 甲政发〔2019〕3号\n依据: [国办发〔2019〕54号]\n附件: [b.csv]\n主题分类: 综合政务\\政务公开\n"
        "公开日期: 2023-06-01 09:30\n有效期至: 2030-12-31\n解读链接: i\n文种: 通知\n",
        body="## 一、总则\n\n甲政发〔2019〕3号同时废止。<script>alert(1)</script>\n\n"
        "## 二、附则\n\n| 甲 | 乙 |\n|---|--:|\n| 1 | 2 |\n",
    ),
    "policies/b.csv": b"1,2\n" * 600,
    "policies/third.md": policy("甲政发〔2024〕1号", "第三份", "2024-01-05", body="见甲政发〔2023〕7号。"),
    "policies/gone.md": policy("甲政发〔2022〕9号", "下架的", more="下架日: 2025-01-01\n", body="秘密正文"),
    "policies/draft.md": policy("甲政发〔2026〕9号", "草稿中", more="草稿: true\n"),
    "interpretations/i.md": interpretation(
        "[new, 国发〔2020〕1号]", more="解读机关: 甲区人民政府办公室\n联系电话: 0990-1234567\n"
    ),
    "interpretations/j.md": interpretation("new", title="图解一张").replace("文字", "图解"),
    "content/guide.md": PAGE.format(title="指南", order=1, body="正文"),
    "content/rules/b.md": PAGE.format(title="乙制度", order=2, body="正文"),
    "content/rules/a.md": PAGE.format(title="甲制度", order=1, body="正文"),
    "content/loose.md": PAGE.format(title="散页", order=3, body="正文"),
}


@dataclass
class Seen(HTMLParser):
    """What a page is made of, as far as tests ask."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note tags, ids and addresses."""
        given = dict(attrs)
        self.tags.append((tag, given))
        if tag not in VOID:
            self.open.append(tag)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        for name in ("href", "src", "action"):
            if name in given:
                self.links.append(str(given[name]))

    def handle_endtag(self, tag: str) -> None:
        """Note tags that do not match."""
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        """Note the words."""
        self.text += data

    @property
    def meta(self) -> dict[str, str]:
        """The meta tags by name."""
        return {str(a["name"]): str(a["content"]) for t, a in self.tags if t == "meta" and a.get("name")}


def seen(html: str) -> Seen:
    """Read a page."""
    found = Seen()
    found.feed(html)
    return found


@pytest.fixture
def make_world(column: Callable[..., Column]) -> Callable[..., World]:
    """Write files, read them, and have a world to render."""

    def make(
        files: Mapping[str, str | bytes] = FILES, settings: str = SETTINGS, overrides: Mapping[str, str] | None = None
    ) -> World:
        found = column(files, settings=settings)
        return World(found.site, found.links, Bodies(found.links), ASSETS, overrides or {})

    return make


@pytest.fixture
def world(make_world: Callable[..., World]) -> World:
    """The small column."""
    return make_world()


@pytest.fixture
def pages(world: World) -> dict[str, Seen]:
    """Every page of the small column, by address."""
    return {output.path: seen(output.text) for output in rendered(world)}


def rendered(world: World) -> Iterator[rendering.Output]:
    """Every page of a world."""
    return (rendering.render(world, name, key) for name, key in rendering.tasks(world))


@pytest.fixture
def theme() -> Path:
    """The default theme's folder."""
    return Path(__file__).resolve().parents[2] / "theme"
