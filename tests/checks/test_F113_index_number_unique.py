"""Rule F113: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_second_policy_of_an_index_number(column: Callable[..., Column]) -> None:
    index = "索引号: 330523/2023-06006\n"
    found = column({
        "policies/a.md": policy(more=index), "policies/b.md": policy("甲政发〔2023〕8号", more=index),
        "policies/c.md": policy("甲政发〔2023〕9号"), "policies/d.md": policy("甲政发〔2023〕10号"),
    })  # fmt: skip
    assert found.lines("F113") == [
        "policies/b.md:7: 错误 F113 索引号“330523/2023-06006”已经是《关于改造旧小区的通知》的（policies/a.md:7）(给后一份另编一个)"
    ]
