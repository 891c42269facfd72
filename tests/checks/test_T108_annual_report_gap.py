"""Rule T108: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column

SETTINGS = (
    "名称: 甲\n机关:\n  - 甲区人民政府\n  - 甲区教育局\n栏目:\n"
    "  - {名称: 年报, 代码: nb, 目录: nb, 类型: 信息公开年报}\n"
)


def report(title: str, day: str) -> str:
    return f"---\n标题: {title}\n公开日期: {day}\n---\n\n正文。\n"


def test_a_year_without_a_report_and_one_with_two(column: Callable[..., Column]) -> None:
    files = {
        "content/nb/a.md": report("甲区人民政府2022年年度报告", "2023-03-20"),
        "content/nb/b.md": report("甲区人民政府2025年年度报告", "2026-03-20"),
        "content/nb/c.md": report("甲区人民政府2025年年度报告", "2026-03-21"),
        "content/nb/d.md": report("甲区教育局2025年年度报告", "2026-01-21"),
    }
    assert column(files, SETTINGS).lines("T108") == [
        "content/nb/c.md:2: 警告 T108 甲区人民政府 2025 年的年度报告有两篇，另一篇是 content/nb/b.md(核对年份，或只留一篇)",
        "site.yaml:6: 警告 T108 栏目“年报”缺甲区人民政府 2023 年的年度报告(补上这一年的报告)",
        "site.yaml:6: 警告 T108 栏目“年报”缺甲区人民政府 2024 年的年度报告(补上这一年的报告)",
    ]
