"""Rule T104: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, interpretation, policy

POLICY = policy(issued="2026-05-06", more="公开日期: 2026-05-06\n解读链接: i\n")


def explained(day: str, more: str = "") -> str:
    return interpretation(more=more).replace("2023-06-05", day)


def test_more_than_three_working_days_after_the_policy(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": POLICY, "interpretations/i.md": explained("2026-05-12")})
    assert found.lines("T104") == [
        "interpretations/i.md:5: 警告 T104 甲政发〔2023〕7号（policies/p.md）2026-05-06 公开，最早的解读 2026-05-12 才公开，隔了 5 个工作日，应在3 个工作日内"
        "(核对公开日期；是跟踪解读的，写“解读阶段: 施行后”)"
    ]
    assert column({"policies/p.md": POLICY, "interpretations/i.md": explained("2026-05-09")}).lines("T104") == []


def test_on_the_same_day_where_the_site_says_so(column: Callable[..., Column]) -> None:
    files = {"policies/p.md": POLICY, "interpretations/i.md": explained("2026-05-07")}
    assert column(files, "名称: 甲\n阈值: {解读工作日: 0}\n").lines("T104") == [
        "interpretations/i.md:5: 警告 T104 甲政发〔2023〕7号（policies/p.md）2026-05-06 公开，最早的解读 2026-05-07 才公开，隔了 1 个工作日，应在当天"
        "(核对公开日期；是跟踪解读的，写“解读阶段: 施行后”)"
    ]


def test_the_first_counts_and_later_stages_do_not(column: Callable[..., Column]) -> None:
    for stage in ("草案", "施行后"):
        later = {"policies/p.md": POLICY, "interpretations/i.md": explained("2026-09-01", f"解读阶段: {stage}\n")}
        assert column(later).lines("T104") == []
    both = {"policies/p.md": POLICY.replace("解读链接: i", "解读链接: [i, j]"), "interpretations/i.md": explained("2026-05-06")}
    assert column({**both, "interpretations/j.md": explained("2026-09-01")}).lines("T104") == []
