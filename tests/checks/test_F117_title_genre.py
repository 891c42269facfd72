"""Rule F117: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column, policy


def test_a_title_that_ends_otherwise(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(more="文种: 意见\n")}).lines("F117") == [
        "policies/p.md:7: 警告 F117 标题以“通知”结尾，文种写的是“意见”(文种写“通知”，或核对标题)"
    ]


@pytest.mark.parametrize(
    ("title", "genre"),
    [("关于改造旧小区的通知（试行）", "通知"), ("甲区河湖管理办法", "通知"), ("甲区人民政府令", "命令"), ("关于某村规划的复函", "函"), ("通知", "函件")],
)
def test_what_agrees_or_cannot_be_told(column: Callable[..., Column], title: str, genre: str) -> None:
    assert column({"policies/p.md": policy(title=title, more=f"文种: {genre}\n")}).lines("F117") == []
