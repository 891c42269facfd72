"""Rule C101: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column

SETTINGS = """名称: 甲
栏目:
  - {名称: 指南, 页面: guide.md}
  - {名称: 制度, 目录: rules}
  - {名称: 政策, 列表: 政策}
  - 名称: 法定
    子栏目:
      - {名称: 机构, 目录: organs}
  - {名称: 空}
"""


def test_every_kind_of_column(column: Callable[..., Column]) -> None:
    page = "---\n标题: 页\n公开日期: 2023-01-01\n---\n"
    assert column({"content/rules/a.md": page}, SETTINGS).lines("C101") == [
        "site.yaml:3: 错误 C101 栏目“指南”是空白的：没有 content/guide.md(写这一页，或改“页面”)",
        "site.yaml:5: 错误 C101 栏目“政策”是空白的：一篇政策也没有(放至少一篇，或删去这个栏目)",
        "site.yaml:8: 错误 C101 栏目“机构”是空白的：content/organs/ 下没有页面(在那里放至少一篇，或删去这个栏目)",
        "site.yaml:9: 错误 C101 栏目“空”是空白的：没有写它放什么(写“页面”“目录”“列表”或“子栏目”之一)",
    ]


def test_pages_that_are_there_and_not_public(column: Callable[..., Column]) -> None:
    draft = "---\n标题: 页\n公开日期: 2023-01-01\n草稿: true\n---\n"
    gone = "---\n标题: 页\n公开日期: 2023-01-01\n下架日: 2023-02-01\n下架原因: 有误\n---\n"
    settings = SETTINGS.replace("  - {名称: 政策, 列表: 政策}\n", "").replace("  - {名称: 空}\n", "")
    found = column({"content/guide.md": draft, "content/rules/a.md": draft, "content/rules/b.md": draft, "content/organs/a.md": gone}, settings)
    assert found.lines("C101") == [
        "site.yaml:3: 错误 C101 栏目“指南”是空白的：content/guide.md 还是草稿(写好后删去“草稿: true”这一行)",
        "site.yaml:4: 错误 C101 栏目“制度”是空白的：content/rules/ 下的 2 页还是草稿(写好后删去“草稿: true”这一行)",
        "site.yaml:7: 错误 C101 栏目“机构”是空白的：content/organs/ 下的 1 页没有公开(看看它的发布和下架日期)",
    ]
