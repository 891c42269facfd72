"""Rule F112: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column, policy


def test_another_year(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(more="统一编号: ZJHC00-2020-0001\n")}).lines("F112") == [
        "policies/p.md:7: 警告 F112 统一编号“ZJHC00-2020-0001”是2020年的，文件是2023年的(核对统一编号的年份)"
    ]


@pytest.mark.parametrize("unified", ["ZJHC00-2023-0001", "HFGS—2023—9", "没有年份"])
def test_what_agrees_or_says_no_year(column: Callable[..., Column], unified: str) -> None:
    assert column({"policies/p.md": policy(more=f"统一编号: {unified}\n")}).lines("F112") == []
