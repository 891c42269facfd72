"""Rule T111: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column

PAGE = "---\n标题: 甲\n公开日期: {}\n---\n\n正文。\n"
SETTINGS = "名称: 甲\n栏目:\n  - {名称: 规划, 代码: gh, 目录: gh, 更新周期: 180}\n  - {名称: 动态, 代码: dt, 目录: dt, 更新周期: 14}\n"


def test_days_before_it_is_stale(column: Callable[..., Column]) -> None:
    files = {"content/gh/a.md": PAGE.format("2026-06-01"), "content/dt/a.md": PAGE.format("2026-11-09")}
    assert column(files, SETTINGS).lines("T111") == [
        "site.yaml:3: 提示 T111 栏目“规划”最新一篇是 2026-06-01，2026-11-28 以前要更新，还有 7 天(准备更新这个栏目)",
        "site.yaml:4: 提示 T111 栏目“动态”最新一篇是 2026-11-09，2026-11-23 以前要更新，还有 2 天(准备更新这个栏目)",
    ]
    fresh = {"content/gh/a.md": PAGE.format("2026-06-30"), "content/dt/a.md": PAGE.format("2026-11-12")}
    assert column(fresh, SETTINGS).lines("T111") == []
    assert column(files, SETTINGS + "阈值: {栏目临期天数: 0}\n").lines("T111") == []
