"""Rule F108: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column, policy


def test_a_year_that_is_neither_date_s(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(issued="2024-05-30", more="成文日期: 2024-05-28\n")})
    assert found.lines("F108") == [
        "policies/p.md:3: 警告 F108 文号“甲政发〔2023〕7号”是2023年的，成文日期却是2024-05-28(核对文号的年份和日期，二者应同年)"
    ]


@pytest.mark.parametrize(
    ("issued", "more"),
    [("2024-01-05", ""), ("2022-12-31", ""), ("2024-05-30", "成文日期: 2023-12-30\n")],
    ids=["January", "December", "one date agrees"],
)
def test_the_turn_of_the_year(column: Callable[..., Column], issued: str, more: str) -> None:
    assert column({"policies/p.md": policy(issued=issued, more=more)}).lines("F108") == []


def test_an_order_without_a_year(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy("甲区人民政府令第5号")}).lines("F108") == []
