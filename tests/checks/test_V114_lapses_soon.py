"""Rule V114: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_its_last_day_is_near(column: Callable[..., Column]) -> None:
    def one(n: int, until: str, more: str = "") -> str:
        return policy(f"甲政发〔2021〕{n}号", issued="2021-01-20", more=f"有效期至: {until}\n{more}")

    files = {
        "policies/a.md": one(1, "2026-12-31"),
        "policies/b.md": one(2, "2027-06-30"),
        "policies/c.md": one(3, "2026-12-31"),
        "policies/d.md": policy("甲政发〔2026〕4号", issued="2026-11-01", validity="尚未施行", more="施行日期: 2026-12-01\n废止: 甲政发〔2021〕3号\n"),
        "policies/e.md": one(5, "2026-11-21"),
    }
    assert column(files).lines("V114") == [
        "policies/a.md:7: 提示 V114 有效期至 2026-12-31，还有 40 天(期满前评估：续期、修订或者让它失效)",
        "policies/e.md:7: 提示 V114 有效期至 2026-11-21，还有 0 天(期满前评估：续期、修订或者让它失效)",
    ]
    assert len(column(files, "名称: 甲\n阈值: {期满提醒天数: 365}\n").lines("V114")) == 3
