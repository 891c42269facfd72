"""Rule T116: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_published_before_anybody_could_see_it(column: Callable[..., Column]) -> None:
    files = {
        "policies/a.md": policy(issued="2026-05-20", more="公开日期: 2026-05-20\n发布于: 2026-06-01\n"),
        "policies/b.md": policy("甲政发〔2026〕2号", issued="2026-05-20", more="公开日期: 2026-06-01 09:00\n发布于: 2026-06-01\n"),
    }
    assert column(files).lines("T116") == [
        "policies/a.md:7: 警告 T116 公开日期 2026-05-20 早于“发布于” 2026-06-01，那以前谁也看不到(公开日期写 2026-06-01)"
    ]
