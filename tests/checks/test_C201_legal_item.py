"""Rule C201: items that the law has not."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column

PAGE = "---\n标题: 页\n公开日期: 2023-01-01\n法定事项: {}\n---\n\n文。\n"


def test_unknown_item(column: Callable[..., Column]) -> None:
    assert column({"content/a.md": PAGE.format("[20-17, 20-7]")}).lines("C201") == [
        "content/a.md:4: 错误 C201 没有法定事项“20-17”(如“20-7”（财政预算决算），编号见 docs/站点设置.md)"
    ]


def test_ways_to_name_an_item(column: Callable[..., Column]) -> None:
    names = ("20-7", "20（7）", "第二十条第（七）项", "第二十条第七项", "财政预算决算", "20-07")
    found = column({f"content/{i}.md": PAGE.format(name) for i, name in enumerate(names)})
    assert found.lines("C201") == []
