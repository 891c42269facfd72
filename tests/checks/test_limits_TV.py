"""The last day that is still in order and the first that is not, for rules about time and validity."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from tests.checks.clean_site import page
from tests.conftest import TODAY, Column, policy


def days_ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


@pytest.mark.parametrize(("rule", "more", "found"), [
    ("T115", f"公开日期: {TODAY}\n", 0),
    ("T115", f"公开日期: {TODAY + timedelta(days=1)}\n", 1),
    ("T118", "有效期至: 2027-05-19\n下架日: 2027-05-20\n", 0),
    ("T118", "有效期至: 2027-05-20\n下架日: 2027-05-20\n", 1),
    ("T119", "施行日期: 2025-11-18\n", 0),
    ("T119", "施行日期: 2025-11-17\n", 1),
    ("V114", f"有效期至: {TODAY + timedelta(days=90)}\n", 1),
    ("V114", f"有效期至: {TODAY + timedelta(days=91)}\n", 0),
    ("V106", "有效期至: 2026-11-19\n施行日期: 2026-11-19\n", 0),
    ("V106", "有效期至: 2026-11-19\n施行日期: 2026-11-20\n", 1),
])  # fmt: skip
def test_of_a_policy(column: Callable[..., Column], rule: str, more: str, found: int) -> None:
    made = column({"policies/p.md": policy("甲政发〔2026〕7号", issued="2026-11-19", more=more)})
    assert len(made.lines(rule)) == found


@pytest.mark.parametrize(("rule", "period", "age", "found"), [
    ("T110", 100, 100, 0), ("T110", 100, 101, 1),
    ("T111", 100, 86, 0), ("T111", 100, 87, 1), ("T111", 100, 100, 1), ("T111", 100, 101, 0),
    ("T112", 184, 184, 0), ("T112", 184, 185, 1), ("T112", 185, 186, 0),
])  # fmt: skip
def test_of_five_columns(column: Callable[..., Column], rule: str, period: int, age: int, found: int) -> None:
    rows = "".join(f"  - {{名称: 第{n}栏, 代码: c{n}, 目录: c{n}, 更新周期: {period}}}\n" for n in range(5))
    made = column({f"content/c{n}/a.md": page("甲", days_ago(age)) for n in range(5)}, f"名称: 甲\n栏目:\n{rows}")
    assert len(made.lines(rule)) == found * (1 if rule == "T112" else 5)


def test_of_the_annual_report(column: Callable[..., Column]) -> None:
    settings = "名称: 甲\n机关: [甲区教育局]\n栏目:\n  - {名称: 年报, 代码: nb, 目录: nb, 类型: 信息公开年报}\n"
    files = {"content/nb/a.md": page("甲区教育局2024年年度报告", "2025-01-31")}
    found = {day: column(files, settings, day) for day in (date(2026, 1, 31), date(2026, 2, 1))}
    assert [len(made.lines("T109")) for made in found.values()] == [1, 0]
    assert [len(made.lines("T106")) for made in found.values()] == [0, 1]
    assert [made.lines("T107") for made in found.values()] == [[], []]
