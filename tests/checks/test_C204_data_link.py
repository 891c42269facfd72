"""Rule C204: references in data that lead nowhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.checks.data_pages import HEADING, item, page
from tests.conftest import Column, policy

SETTINGS = "名称: 甲\n栏目:\n  - {名称: 政策文件, 代码: policies, 列表: 政策}\n  - {名称: 规划信息, 代码: plan, 目录: plan}\n"


def linked(column: Callable[..., Column], link: str) -> Column:
    return column(
        {
            "policies/2023-gai.md": policy(),
            "policies/draft.md": policy("甲政发〔2023〕8号", "草稿", more="草稿: true\n"),
            "content/plan/a.md": "---\n标题: 规划\n公开日期: 2026-01-01\n---\n\n文。\n",
            "content/plan/b.pdf": b"%PDF-1.4",
            "content/plan/m.md": page("事项目录", "m.csv", more="相关文件: 2023-gai\n"),
            "content/plan/m.csv": HEADING + item(link=link),
        },
        SETTINGS,
    )


@pytest.mark.parametrize(
    ("link", "href"),
    [
        ("plan", "plan/index.html"),
        ("规划信息", "plan/index.html"),
        ("栏目:policies", "lists/policies.html"),
        ("2023-gai", "policies/2023-gai.html"),
        ("甲政发[2023]7号", "policies/2023-gai.html"),
        ("关于改造旧小区的通知", "policies/2023-gai.html"),
        ("plan/a", "plan/a.html"),
        ("b.pdf", "files/plan/b.pdf"),
    ],
)
def test_ways_to_name(column: Callable[..., Column], link: str, href: str) -> None:
    found = linked(column, link)
    assert found.lines("C204") == []
    assert found.links.data_links["content/plan/m.md"][link].href == href


def test_back_links(column: Callable[..., Column]) -> None:
    assert linked(column, "plan").links.related_pages == {"policies/2023-gai.md": ("plan/m.html",)}


def test_dead_links(column: Callable[..., Column]) -> None:
    hint = "(写文件名（不带 .md）、文号、栏目名称或网址)"
    assert linked(column, "2023-gaii").lines("C204") == [
        f"content/plan/m.csv:2: 错误 C204 链接“2023-gaii”：没有这个栏目、文件或页面，相近的有2023-gai{hint}"
    ]
    assert linked(column, "draft").lines("C204") == [
        f"content/plan/m.csv:2: 错误 C204 链接“draft”：“草稿”没有公开（草稿、未到发布日或已下架）{hint}"
    ]
