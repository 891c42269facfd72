"""Rule F107: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column, policy


def test_days_that_are_not(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(issued="2023-02-30", more="施行日期: 明年\n公开日期: 2023-03-01 09:30\n")})
    assert found.lines("F107") == [
        "policies/p.md:5: 错误 F107 “发文日期”的日期“2023-02-30”在日历上没有(核对年、月、日、时、分)",
        "policies/p.md:7: 错误 F107 “施行日期”的日期“明年”读不出(写作“2020-08-14”)",
    ]


@pytest.mark.parametrize("line", ["发布于: 明年一月", "发布于: 2027年13月1日", "发布于:", "下架日: 2026年2月30日", "草稿:", "草稿: 暂不发", "发布于: 2026-11-21 23:59"])
def test_what_cannot_be_read_is_withheld_whatever_the_severities(column: Callable[..., Column], line: str) -> None:
    settings = "名称: 甲\n级别: {F103: 提示, F107: 提示, F007: 关闭}\n"
    found = column({"policies/p.md": policy(), "policies/q.md": policy("甲政发〔2023〕8号", more=f"{line}\n")}, settings)
    assert [p.slug for p in found.site.public_policies] == ["p"]


def test_a_day_without_a_time_is_that_day(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more="发布于: 2026-11-21\n")})
    assert [p.slug for p in found.site.public_policies] == ["p"]
