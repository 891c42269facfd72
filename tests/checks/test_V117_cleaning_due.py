"""Rule V117: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy

CLEANING = "清理:\n  - 乙政发〔2019〕1号 继续有效\n"


def test_two_years_after_the_last_cleaning(column: Callable[..., Column]) -> None:
    files = {"policies/a.md": policy("甲政发〔2023〕1号", issued="2023-05-20", more=CLEANING)}
    assert column(files).lines("V117") == [
        "policies/a.md:7: 提示 V117 甲区人民政府最近一次清理是 2023-05-20 的甲政发〔2023〕1号，已经超过 2 年(组织新一轮清理)"
    ]
    assert column(files, "名称: 甲\n阈值: {清理周期年数: 4}\n").lines("V117") == []
    files["policies/b.md"] = policy("甲政发〔2025〕1号", issued="2025-05-20", more=CLEANING)
    assert column(files).lines("V117") == []
