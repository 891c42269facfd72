"""Rule F204: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_day_after(column: Callable[..., Column]) -> None:
    settings = "名称: 甲\n豁免:\n  - 规则: F101\n    文件: policies/p.md\n    理由: 历史文件\n    到期: 2026-11-20\n"
    found = column({"policies/p.md": policy("甲政发[2023]7号")}, settings)
    assert [p.id for p in found.problems] == ["F101", "F204"]
    assert found.lines("F204") == [
        "site.yaml:3: 警告 F204 豁免 F101 已于 2026-11-20 到期，不再起作用(改好所豁免的问题后删去，或写明新的理由和到期日)"
    ]
