"""Rule V115: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_on_trial_for_ever(column: Callable[..., Column]) -> None:
    def one(n: int, title: str, more: str = "", validity: str = "有效") -> str:
        return policy(f"甲政发〔2021〕{n}号", title, "2021-01-20", validity, more)

    files = {
        "policies/a.md": one(1, "关于印发旧小区改造办法（试行）的通知"),
        "policies/b.md": one(2, "产品质量监督试行办法"),
        "policies/c.md": one(3, "关于印发绿化办法（试行）的通知", "有效期至: 2027-01-19\n"),
        "policies/d.md": one(4, "关于废止《房屋管理办法（试行）》的通知"),
        "policies/e.md": one(5, "关于印发市容办法（试行）的通知", validity="失效"),
        "policies/f.md": one(6, "关于开展长期护理保险试点的通知"),
    }
    assert column(files).lines("V115") == [
        "policies/a.md:2: 提示 V115 标题里有“试行”，没有写“有效期至”(写明有效期，或在清理时确认它继续有效)",
        "policies/b.md:2: 提示 V115 标题里有“试行”，没有写“有效期至”(写明有效期，或在清理时确认它继续有效)",
    ]
