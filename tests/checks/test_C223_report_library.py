"""Rule C223: a report against the policy library and the year before."""

from __future__ import annotations

from collections.abc import Callable

from tests.checks.data_pages import REPORT, page
from tests.conftest import Column, policy

SETTINGS = "名称: 甲\n机关:\n  - {名称: 甲区人民政府, 代码: jia, 代字: [甲政发], 层级: 县级政府}\n"


def unified(number: int, year: int, more: str = "", validity: str = "有效") -> str:
    return policy(f"甲政发〔{year}〕{number}号", f"第{number}件", f"{year}-05-01", validity, more=f"统一编号: ZJAA00-{year}-000{number}\n{more}")


LIBRARY = {
    "policies/a.md": unified(1, 2023, validity="废止"),
    "policies/b.md": unified(2, 2023),
    "policies/c.md": unified(3, 2024, "废止: 甲政发〔2023〕1号\n施行日期: 2025-01-01\n"),
    "policies/d.md": policy("甲政发〔2024〕9号", "没有统一编号", "2024-05-01"),
}


def report(year: int, row: str = "") -> dict[str, str]:
    table = f"主动公开:\n  规章: [0, 0, 0]\n{row}"
    return {f"content/r{year}.md": page("年报", f"r{year}.yaml", f"年度: {year}\n", REPORT), f"content/r{year}.yaml": table}


def test_the_library_counts_where_nothing_is_given(column: Callable[..., Column]) -> None:
    found = column({**LIBRARY, **report(2023), **report(2024), **report(2025)}, SETTINGS)
    assert found.lines("C223") == []


def test_contradiction(column: Callable[..., Column]) -> None:
    found = column({**LIBRARY, **report(2023), **report(2024, "  规范性文件: [1, 1, 3]\n")}, SETTINGS)
    assert found.lines("C223") == [
        "content/r2024.yaml:3: 警告 C223 “行政规范性文件”现行有效 3，按上年末 2 加制发 1 减废止 1 应为 2(核对两年的报告和政策库里各文件的日期)",
        "content/r2024.yaml:3: 警告 C223 “行政规范性文件”的“本年废止件数”是 1，政策库里是 0(核对；不写时由政策库计算)",
    ]
