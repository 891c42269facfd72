"""Rule T107: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column

SETTINGS = (
    "名称: 甲\n机关:\n  - 甲区人民政府\n  - 甲区教育局\n栏目:\n"
    "  - {名称: 年报, 代码: nb, 目录: nb, 类型: 信息公开年报}\n"
)


def report(title: str, day: str) -> str:
    return f"---\n标题: {title}\n公开日期: {day}\n---\n\n正文。\n"


def test_after_the_day_it_was_due_or_before_the_year_was_over(column: Callable[..., Column]) -> None:
    files = {
        "content/nb/a.md": report("甲区人民政府2025年政府信息公开工作年度报告", "2026-04-02"),
        "content/nb/b.md": report("甲区教育局2025年政府信息公开工作年度报告", "2026-02-02"),
        "content/nb/c.md": report("甲区教育局2024年政府信息公开工作年度报告", "2024-12-30"),
        "content/nb/d.md": report("甲区教育局2017年政府信息公开工作年度报告", "2018-03-30"),  # before the law of 2019
        "content/nb/e.md": report("甲区人民政府2024年政府信息公开工作年度报告", "2025-03-31"),
    }
    assert column(files, SETTINGS).lines("T107") == [
        "content/nb/a.md:3: 警告 T107 2025 年的年度报告公开日期 2026-04-02，晚于期限 2026-03-31(首次公开没有迟的，写首次公开的日期)",
        "content/nb/b.md:3: 警告 T107 2025 年的年度报告公开日期 2026-02-02，晚于期限 2026-01-31(首次公开没有迟的，写首次公开的日期)",
        "content/nb/c.md:3: 警告 T107 2024 年的年度报告公开日期 2024-12-30，那一年还没有过完(核对年份和公开日期)",
    ]
    assert column(files, SETTINGS + "规则参数: {部门年报期限: 03-01}\n").lines("T107")[1:] == [
        "content/nb/c.md:3: 警告 T107 2024 年的年度报告公开日期 2024-12-30，那一年还没有过完(核对年份和公开日期)"
    ]
