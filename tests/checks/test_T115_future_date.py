"""Rule T115: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, interpretation, policy


def test_days_still_to_come(column: Callable[..., Column]) -> None:
    page = "---\n标题: 甲\n公开日期: 2027-01-01\n---\n\n正文。\n"
    files = {
        "policies/a.md": policy(issued="2026-11-20", more="公开日期: 2026-12-01\n"),
        "policies/b.md": policy("甲政发〔2026〕2号", issued="2026-12-09", more="成文日期: 2026-12-08\n"),
        "policies/c.md": policy("甲政发〔2026〕3号", issued="2026-12-09", more="草稿: true\n"),
        "policies/d.md": policy("甲政发〔2026〕4号", issued="2026-11-20", more="公开日期: 2026-12-01\n发布于: 2026-12-01\n"),
        "interpretations/i.md": interpretation(explains="a").replace("2023-06-05", "2026-11-22"),
        "content/c.md": page,
    }
    assert column(files).lines("T115") == [
        "content/c.md:3: 错误 T115 公开日期 2027-01-01 还没有到（今天 2026-11-21）(更正日期；还没有定稿的，写“草稿: true”)",
        "interpretations/i.md:5: 错误 T115 公开日期 2026-11-22 还没有到（今天 2026-11-21）(更正日期；还没有定稿的，写“草稿: true”)",
        "policies/a.md:7: 错误 T115 公开日期 2026-12-01 还没有到（今天 2026-11-21）(更正日期；到那天才公开的，写“发布于”)",
        "policies/b.md:5: 错误 T115 发文日期 2026-12-09 还没有到（今天 2026-11-21）(更正日期；还没有定稿的，写“草稿: true”)",
        "policies/b.md:7: 错误 T115 成文日期 2026-12-08 还没有到（今天 2026-11-21）(更正日期；还没有定稿的，写“草稿: true”)",
    ]
