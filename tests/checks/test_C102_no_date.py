"""Rule C102: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_documents_that_name_no_day(column: Callable[..., Column]) -> None:
    found = column({
        "policies/p.md": "---\n标题: 通知\n发文机关: 甲\n有效性: 有效\n---\n",
        "content/a.md": "---\n标题: 页\n---\n",
        "policies/q.md": policy(),
    })
    assert found.lines("C102") == [
        "content/a.md:1: 错误 C102 没有可以显示的日期(加一行“公开日期: 2020-08-14”)",
        "policies/p.md:1: 错误 C102 没有可以显示的日期(加一行“发文日期: 2020-08-14”)",
    ]
    assert found.lines("F006") == []
