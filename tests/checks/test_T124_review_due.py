"""Rule T124: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy

SETTINGS = "名称: 甲区政府信息公开\n阈值: {复审年数: 5}\n"


def one(n: int, review: str, validity: str = "有效") -> str:
    return policy(f"甲政发〔2019〕{n}号", issued="2019-01-20", validity=validity, more=f"审查: {review}\n")


def test_the_last_review_is_years_ago(column: Callable[..., Column]) -> None:
    files = {
        "policies/a.md": one(1, "司法局审查通过（2019-01-10）"),
        "policies/b.md": one(2, "2019年1月10日通过；复审 2021-11-21 继续公开"),
        "policies/c.md": one(3, "2019-01-10 通过；复审 2021-11-22 继续公开"),
        "policies/d.md": one(4, "2019-01-10 通过", "废止"),
        "policies/e.md": one(5, "审查通过"),
        "policies/f.md": one(6, "2019-02-31 通过；2099-01-01 再审"),
    }
    hint = "(复审以后加写日期和结论，如“复审 2026-05-20 继续公开”)"
    assert column(files, SETTINGS).lines("T124") == [
        f"policies/a.md:7: 提示 T124 上一次审查是 2019-01-10，已满 5 年{hint}",
        f"policies/b.md:7: 提示 T124 上一次审查是 2021-11-21，已满 5 年{hint}",
    ]


def test_nothing_is_asked_where_no_period_is_set(column: Callable[..., Column]) -> None:
    assert column({"policies/a.md": one(1, "通过（2009-01-10）")}).lines("T124") == []
