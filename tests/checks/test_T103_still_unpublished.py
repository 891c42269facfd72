"""Rule T103: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.conftest import Column, policy


def test_drafts_whose_time_is_up_and_dates_that_are_too_late(column: Callable[..., Column]) -> None:
    files = {
        "policies/a.md": policy(issued="2026-03-02", more="成文日期: 2026-03-02\n草稿: true\n"),
        "policies/b.md": policy("甲政发〔2026〕2号", issued="2026-11-02", more="发布于: 2026-12-20\n"),
        "policies/c.md": policy("甲政发〔2026〕3号", issued="2026-11-16", more="草稿: true\n"),
        "policies/d.md": policy("甲政发〔2026〕4号", issued="2026-11-16", more="发布于: 2026-12-01\n"),
        "policies/e.md": policy("甲政发〔2026〕5号", issued="2026-03-02", more="发布于: 2026-03-05\n"),
        "policies/f.md": policy("甲政发〔2026〕6号", issued="2026-03-02", more="草稿: true\n公开方式: 依申请公开\n"),
    }
    assert column(files).lines("T103") == [
        "policies/a.md:8: 警告 T103 2026-03-02 成文，20 个工作日的公开期限 2026-03-30 已过，还是草稿"
        "(删去“草稿”，写上公开日期；还没有定稿的，日期写预计的那一天)",
        "policies/b.md:7: 警告 T103 2026-11-02 成文，公开期限是 2026-11-30，发布于 2026-12-20 太晚(发布于写 2026-11-30 或以前)",
    ]


def test_the_last_day_is_still_in_time(column: Callable[..., Column]) -> None:
    draft = {"policies/a.md": policy(issued="2026-03-02", more="草稿: true\n")}
    assert column(draft, today=date(2026, 3, 30)).lines("T103") == []
    assert len(column(draft, today=date(2026, 3, 31)).lines("T103")) == 1
    assert column({"policies/a.md": policy(issued="2026-11-02", more="发布于: 2026-11-30\n")}).lines("T103") == []
