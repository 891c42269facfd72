"""The last day there is (9999-12-31 says 长期 in many offices) and years that are none: told, never a crash."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from tests.checks.data_pages import page
from tests.conftest import Column, policy

LAST = date.max.isoformat()


def test_days_are_not_counted_beyond_the_last(column: Callable[..., Column]) -> None:
    files = {
        "content/d.md": page("重大行政决策", "d.csv"),
        "content/d.csv": f"阶段,日期,截止\n征求意见,2026-01-01,{LAST}\n",
        "content/j.md": page("建议提案", "j.csv"),
        "content/j.csv": f"编号,标题,类别,承办单位,交办日,内容摘要\n1,甲,建议,教育局,{LAST},摘要\n",
        "policies/p.md": policy(issued=LAST, more=f"公开日期: {LAST}\n公开时限: 10日内\n"),
    }
    found = column(files)
    assert [line for rule in ("T102", "T202", "C233") for line in found.lines(rule)] == []


@pytest.mark.parametrize("year", ["9999", "99999", "-1", "０", "去年"])
def test_a_year_is_four_digits_of_our_time(column: Callable[..., Column], year: str) -> None:
    files = {"content/t.md": page("重点任务", "t.csv", f"年度: {year}\n"), "content/t.csv": "任务,目标,牵头单位\n甲,1个,住建局\n"}
    found = column(files)
    assert found.lines("F103") == [f"content/t.md:7: 错误 F103 年度“{year}”不是年份(写四位数，如 2025)"]
    assert found.lines("T203") == []


def test_a_year_may_say_that_it_is_one(column: Callable[..., Column]) -> None:
    found = column({"content/t.md": page("重点任务", "t.csv", "年度: ２０２６年\n"), "content/t.csv": "任务,目标,牵头单位\n甲,1个,住建局\n"})
    assert (found.lines("F103"), found.site.pages[0].year) == ([], 2026)
