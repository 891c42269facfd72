"""Rule T201: consultations shorter than the law's."""

from __future__ import annotations

from collections.abc import Callable

from tests.checks.data_pages import page
from tests.checks.test_C231_chain_gap import HEADING
from tests.conftest import Column


def test_days(column: Callable[..., Column]) -> None:
    rows = (
        "征求意见,2026-03-01,2026-03-30,,,,\n征求意见,2026-03-01,2026-03-29,,,,\n征求意见,2026-03-01,2026-03-10,,,,防汛急需\n"
        "征求意见,2026-03-01,2026-02-10,,,,\n征求意见,2026-03-01,,,,,\n"
    )
    files = {"content/d.md": page("重大行政决策", "d.csv"), "content/d.csv": HEADING + rows}
    assert column(files).lines("T201") == [
        "content/d.csv:3: 警告 T201 征求意见只有 29 天(一般不少于 30 天；缩短的在“说明”里写明理由)",
        "content/d.csv:5: 警告 T201 征求意见的截止 2026-02-10 早于开始 2026-03-01(核对两个日期)",
        "content/d.csv:6: 警告 T201 征求意见没有写明起止日期(填“日期”（开始）和“截止”)",
    ]
