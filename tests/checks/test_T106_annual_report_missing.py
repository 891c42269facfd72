"""Rule T106: what it finds and what it leaves alone."""

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


def test_last_years_report_is_not_there_when_it_was_due(column: Callable[..., Column]) -> None:
    files = {
        "content/nb/a.md": report("甲区人民政府2024年政府信息公开工作年度报告", "2025-03-20"),
        "content/nb/b.md": report("甲区教育局2024年政府信息公开工作年度报告", "2025-01-20"),
    }
    assert column(files, SETTINGS, date(2026, 2, 10)).lines("T106") == [
        "site.yaml:6: 错误 T106 栏目“年报”没有甲区教育局 2025 年的年度报告，期限 2026-01-31 已过，最新的是 2024 年的(补上这一年的报告)"
    ]
    assert column(files, SETTINGS, date(2026, 4, 1)).lines("T106") == [
        "site.yaml:6: 错误 T106 栏目“年报”没有甲区人民政府 2025 年的年度报告，期限 2026-03-31 已过，最新的是 2024 年的(补上这一年的报告)",
        "site.yaml:6: 错误 T106 栏目“年报”没有甲区教育局 2025 年的年度报告，期限 2026-01-31 已过，最新的是 2024 年的(补上这一年的报告)",
    ]
    assert column(files, SETTINGS, date(2026, 1, 31)).lines("T106") == []


def test_in_january_the_report_before_last_is_the_one_overdue(column: Callable[..., Column]) -> None:
    files = {"content/nb/a.md": report("甲区人民政府2024年政府信息公开工作年度报告", "2025-03-20")}
    assert column(files, SETTINGS, date(2027, 1, 10)).lines("T106") == [
        "site.yaml:6: 错误 T106 栏目“年报”没有甲区人民政府 2025 年的年度报告，期限 2026-03-31 已过，最新的是 2024 年的(补上这一年的报告)"
    ]


def test_the_office_reports_for_its_government_and_organs_that_are_no_more_need_not(column: Callable[..., Column]) -> None:
    signed = report("甲区2025年政府信息公开工作年度报告", "2026-03-20").replace("公开日期", "发布机关: 甲区人民政府办公室\n公开日期")
    files = {
        "content/nb/a.md": report("甲区人民政府2024年政府信息公开工作年度报告", "2025-03-20"),
        "content/nb/b.md": signed,
        "content/nb/c.md": report("2019年度报告", "2020-01-20").replace("公开日期", "发布机关: 甲区旅游局\n公开日期"),
    }
    assert column(files, SETTINGS, date(2026, 5, 10)).lines("T106") == []
