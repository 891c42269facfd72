"""Rule T109: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.conftest import Column

SETTINGS = (
    "名称: 甲\n机关:\n  - 甲区人民政府\n  - 甲区教育局\n栏目:\n"
    "  - {名称: 年报, 代码: nb, 目录: nb, 类型: 信息公开年报}\n"
)


def report(title: str, day: str) -> str:
    return f"---\n标题: {title}\n公开日期: {day}\n---\n\n正文。\n"


def test_within_a_fortnight(column: Callable[..., Column]) -> None:
    files = {"content/nb/a.md": report("甲区教育局2024年年度报告", "2025-01-20")}
    assert column(files, SETTINGS, date(2026, 1, 17)).lines("T109") == [
        "site.yaml:6: 提示 T109 甲区教育局 2025 年的年度报告 2026-01-31 到期，还有 14 天(按期公开)"
    ]
    assert column(files, SETTINGS, date(2026, 1, 16)).lines("T109") == []
    assert column(files, SETTINGS, date(2026, 2, 1)).lines("T109") == []
