"""Rule C233: proposals and replies go in pairs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.checks.data_pages import page
from tests.conftest import Column, policy

HEADING = "编号,标题,类别,承办单位,交办日,内容摘要,答复日,答复链接\n"


def test_pairs(column: Callable[..., Column]) -> None:
    rows = (
        "1号,甲,建议,教育局,2026-03-01,摘要,2026-04-01,p\n2号,乙,建议,教育局,2026-03-01,,2026-04-01,p\n"
        "3号,丙,提案,教育局,2026-03-01,摘要,,p\n4号,丁,提案,教育局,2026-03-01,摘要,2026-04-01,\n"
        "5号,戊,提案,教育局,2026-03-01,摘要,,\n6号,己,提案,教育局,2026-06-01,摘要,,\n"
    )
    files = {"policies/p.md": policy(), "content/j.md": page("建议提案", "j.csv"), "content/j.csv": HEADING + rows}
    assert column(files, today=date(2026, 6, 2)).lines("C233") == [
        "content/j.csv:3: 警告 C233 “乙”有答复，没有建议（提案）的内容(填“内容链接”或“内容摘要”)",
        "content/j.csv:4: 警告 C233 “丙”应在 2026-05-30 前答复，还没有公开(填“答复日”和“答复链接”)",
        "content/j.csv:4: 警告 C233 “丙”有答复，没有答复日(填“答复日”)",
        "content/j.csv:5: 警告 C233 “丁”已在 2026-04-01 答复，没有公开答复(填“答复链接”)",
        "content/j.csv:6: 警告 C233 “戊”应在 2026-05-30 前答复，还没有公开(填“答复日”和“答复链接”)",
    ]
