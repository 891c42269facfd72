"""Rule F111: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_second_policy_of_a_unified_number(column: Callable[..., Column]) -> None:
    unified = "统一编号: ZJHC00-2023-0001\n"
    found = column({
        "policies/a.md": policy(more=unified), "policies/b.md": policy("甲政发〔2023〕8号", more=unified),
        "policies/c.md": policy("甲政发〔2023〕9号"), "policies/d.md": policy("甲政发〔2023〕10号"),
    })  # fmt: skip
    assert found.lines("F111") == [
        "policies/b.md:7: 错误 F111 统一编号“ZJHC00-2023-0001”已经是《关于改造旧小区的通知》的（policies/a.md:7）(核对两份文件的统一编号)"
    ]
