"""Rule T203: quarters of which nothing is said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.checks.data_pages import page
from tests.conftest import Column

ROWS = "任务,目标,牵头单位,第一季度,第二季度,状态\n甲,12个,住建局,开工,,推进中\n乙,3个,教育局,完成3个,,完成\n"


def test_quarters(column: Callable[..., Column]) -> None:
    files = {"content/t.md": page("重点任务", "t.csv", "年度: 2026\n"), "content/t.csv": ROWS}
    assert column(files, today=date(2026, 7, 30)).lines("T203") == []
    assert column(files, today=date(2026, 7, 31)).lines("T203") == [
        "content/t.csv:2: 提示 T203 “甲”没有第二季度的进展(填“第二季度”一格)"
    ]
