"""Rule T105: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, interpretation, policy


def files(policy_day: str, day: str, more: str = "") -> dict[str, str]:
    return {
        "policies/p.md": policy(issued="2026-05-06", more=f"公开日期: {policy_day}\n解读链接: i\n"),
        "interpretations/i.md": interpretation(more=more).replace("2023-06-05", day),
    }


def test_days_or_minutes_before_the_policy(column: Callable[..., Column]) -> None:
    assert column(files("2026-05-06", "2026-04-30")).lines("T105") == [
        "interpretations/i.md:5: 警告 T105 解读 2026-04-30 公开，早于甲政发〔2023〕7号的 2026-05-06（policies/p.md）"
        "(核对公开日期；解读的是草案的，写“解读阶段: 草案”)"
    ]
    assert column(files("2026-05-06 10:00", "2026-05-06 09:30")).lines("T105") == [
        "interpretations/i.md:5: 警告 T105 解读 2026-05-06 09:30 公开，早于甲政发〔2023〕7号的 2026-05-06 10:00（policies/p.md）"
        "(核对公开日期；解读的是草案的，写“解读阶段: 草案”)"
    ]


def test_the_same_day_and_drafts_are_in_order(column: Callable[..., Column]) -> None:
    assert column(files("2026-05-06 10:00", "2026-05-06")).lines("T105") == []
    assert column(files("2026-05-06 10:00", "2026-05-06 10:00")).lines("T105") == []
    assert column(files("2026-05-06", "2026-04-01", "解读阶段: 草案\n")).lines("T105") == []
