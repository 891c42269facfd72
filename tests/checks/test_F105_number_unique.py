"""Rule F105: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_second_policy_of_a_number(column: Callable[..., Column]) -> None:
    found = column({"policies/a.md": policy(), "policies/b.md": policy("甲政发[2023]7号", title="另一份"), "policies/c.md": policy("甲政发〔2023〕8号")})
    assert found.lines("F105") == [
        "policies/b.md:3: 错误 F105 文号“甲政发〔2023〕7号”已经是《关于改造旧小区的通知》的（policies/a.md:3）(核对两份文件的文号)"
    ]
