"""Rule T117: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_withdrawn_before_it_was_there(column: Callable[..., Column]) -> None:
    files = {
        "policies/a.md": policy(issued="2026-05-20", more="公开日期: 2026-05-20\n下架日: 2025-12-31\n"),
        "policies/b.md": policy("甲政发〔2026〕2号", issued="2026-05-20", more="下架日: 2026-05-20\n"),
        "policies/c.md": policy("甲政发〔2026〕3号", issued="2026-05-20", validity="废止", more="下架日: 2026-10-20\n"),
    }
    assert column(files).lines("T117") == [
        "policies/a.md:8: 错误 T117 下架日 2025-12-31 不在公开日期 2026-05-20 以后，文件从来没有公开过(核对这两个日期)",
        "policies/b.md:7: 错误 T117 下架日 2026-05-20 不在发文日期 2026-05-20 以后，文件从来没有公开过(核对这两个日期)",
    ]
