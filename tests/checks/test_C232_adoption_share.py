"""Rule C232: feedback in numbers."""

from __future__ import annotations

from collections.abc import Callable

from tests.checks.data_pages import page
from tests.checks.test_C231_chain_gap import HEADING
from tests.conftest import Column


def test_shares(column: Callable[..., Column]) -> None:
    rows = (
        "采纳情况,2026-01-01,,,40,20,\n采纳情况,2026-01-01,,,40,19,\n采纳情况,2026-01-01,,,40,19,理由见附表\n"
        "采纳情况,2026-01-01,,,4,5,\n采纳情况,2026-01-01,,,4,,\n采纳情况,2026-01-01,,,0,0,\n"
    )
    files = {"content/d.md": page("重大行政决策", "d.csv"), "content/d.csv": HEADING + rows}
    assert column(files).lines("C232") == [
        "content/d.csv:3: 提示 C232 收到 40 条，采纳 19 条，不到 50%(在“说明”里写明没有采纳的理由)",
        "content/d.csv:5: 提示 C232 采纳 5 条，比收到的 4 条多(核对两格的数)",
        "content/d.csv:6: 提示 C232 采纳情况没有写收到和采纳的条数(填“收到意见”“采纳意见”两格，没有意见的写 0)",
    ]
