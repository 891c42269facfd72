"""Rule T122: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column


def test_words_that_rules_could_not_read(column: Callable[..., Column]) -> None:
    settings = (
        "名称: 甲\n规则参数:\n  放假: [元旦, 2027-01-01]\n  调休上班: [2027-02-30]\n  更新周期: [工作动态两周, 工作动态 0]\n"
        "  迁移截止日: 2026年11月\n  部门年报期限: 2-30\n"
    )
    assert column({}, settings).lines("T122") == [
        "site.yaml:3: 错误 T122 放假“元旦”读不出(写作“2027-01-01”，一天一个)",
        "site.yaml:4: 错误 T122 调休上班“2027-02-30”读不出(写作“2027-02-20”，一天一个)",
        "site.yaml:5: 错误 T122 更新周期“工作动态 0”读不出(写作“类型 天数”，如“工作动态 14”)",
        "site.yaml:5: 错误 T122 更新周期“工作动态两周”读不出(写作“类型 天数”，如“工作动态 14”)",
        "site.yaml:6: 错误 T122 迁移截止日“2026年11月”读不出(写作“2026-11-20”)",
        "site.yaml:7: 错误 T122 部门年报期限“2-30”读不出(写作“01-31”)",
    ]
    assert column({}).lines("T122") == []
