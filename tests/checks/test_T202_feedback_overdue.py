"""Rule T202: consultations that nobody answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.checks.data_pages import page
from tests.checks.test_C231_chain_gap import HEADING
from tests.conftest import Column


def found(column: Callable[..., Column], today: date, rows: str = "") -> list[str]:
    asked = "征求意见,2026-03-01,2026-03-31,,,,\n"
    files = {"content/d.md": page("重大行政决策", "d.csv"), "content/d.csv": HEADING + asked + rows}
    return column(files, today=today).lines("T202")


def test_overdue_from_the_day_after(column: Callable[..., Column]) -> None:
    assert found(column, date(2026, 4, 30)) == []
    assert found(column, date(2026, 5, 1)) == [
        "content/d.csv:2: 警告 T202 征求意见 2026-03-31 已经截止 31 天，没有公开采纳情况(加一行“采纳情况”，写收到和采纳的条数)"
    ]


def test_answered(column: Callable[..., Column]) -> None:
    assert found(column, date(2026, 5, 1), "采纳情况,2026-04-10,,,3,2,\n") == []


def test_a_second_consultation_wants_a_second_answer(column: Callable[..., Column]) -> None:
    second = "采纳情况,2026-04-10,,,3,2,\n征求意见,2026-05-01,2026-05-31,,,,\n"
    (line,) = found(column, date(2026, 8, 1), second)
    assert line.startswith("content/d.csv:4: 警告 T202 征求意见 2026-05-31 已经截止 62 天")
