"""Rule V106: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_a_life_that_ends_before_it_begins(column: Callable[..., Column]) -> None:
    found = column({
        "policies/p.md": policy(more="施行日期: 2027-01-01\n有效期至: 2025-01-01\n"),
        "policies/q.md": policy("甲政发〔2023〕8号", more="有效期至: 2020-01-01\n"),
        "policies/r.md": policy("甲政发〔2023〕9号", more="施行日期: 2023-07-01\n有效期至: 2028-06-30\n"),
    })
    assert found.lines("V106") == [
        "policies/p.md:8: 错误 V106 有效期至 2025-01-01，比施行日期 2027-01-01 还早(核对这两个日期)",
        "policies/q.md:7: 错误 V106 有效期至 2020-01-01，比发文日期 2023-05-30 还早(核对这两个日期)",
    ]
