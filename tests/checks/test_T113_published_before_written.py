"""Rule T113: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_published_before_it_was_made(column: Callable[..., Column]) -> None:
    files = {
        "policies/a.md": policy(issued="2026-05-19", more="成文日期: 2026-05-19\n公开日期: 2026-05-09\n"),
        "policies/b.md": policy("甲政发〔2026〕2号", issued="2026-05-19", more="公开日期: 2025-05-25 09:00\n"),
        "policies/c.md": policy("甲政发〔2026〕3号", issued="2026-05-21", more="成文日期: 2026-05-19\n公开日期: 2026-05-19\n"),
    }
    assert column(files).lines("T113") == [
        "policies/a.md:8: 错误 T113 公开日期 2026-05-09 早于成文日期 2026-05-19(核对这两个日期)",
        "policies/b.md:7: 错误 T113 公开日期 2025-05-25 早于发文日期 2026-05-19(核对这两个日期)",
    ]
