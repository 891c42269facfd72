"""Rule T110: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.conftest import Column, policy

PAGE = "---\n标题: 甲\n公开日期: {}\n---\n\n正文。\n"


def test_older_than_its_own_period_or_that_of_its_type(column: Callable[..., Column]) -> None:
    settings = (
        "名称: 甲\n栏目:\n  - {名称: 动态, 代码: dt, 目录: dt, 类型: 工作动态}\n  - {名称: 规划, 代码: gh, 目录: gh, 更新周期: 365}\n"
        "  - {名称: 政策, 代码: zc, 列表: 政策, 类型: 政策文件}\n  - {名称: 指南, 代码: zn, 页面: zn.md}\n"
        "  - 名称: 民生\n    代码: ms\n    更新周期: 60\n    子栏目:\n"
        "      - {名称: 救助, 代码: jz, 目录: jz}\n      - {名称: 就业, 代码: jy, 目录: jy, 更新周期: 30}\n"
    )
    files = {
        "content/dt/a.md": PAGE.format("2026-11-06"), "content/dt/b.md": PAGE.format("2026-10-01"),
        "content/gh/a.md": PAGE.format("2025-11-20"), "content/zn.md": PAGE.format("2019-01-01"),
        "content/jz/a.md": PAGE.format("2026-11-01"), "content/jy/a.md": PAGE.format("2026-10-01"),
        "policies/p.md": policy(issued="2026-05-22"),
    }
    assert column(files, settings).lines("T110") == [
        "site.yaml:3: 警告 T110 栏目“动态”已经 15 天没有更新（最新 2026-11-06），更新周期是 14 天(更新这个栏目)",
        "site.yaml:4: 警告 T110 栏目“规划”已经 366 天没有更新（最新 2025-11-20），更新周期是 365 天(更新这个栏目)",
        "site.yaml:12: 警告 T110 栏目“就业”已经 51 天没有更新（最新 2026-10-01），更新周期是 30 天(更新这个栏目)",
    ]
    assert column(files, settings, date(2026, 11, 22)).lines("T110")[2:3] == [
        "site.yaml:5: 警告 T110 栏目“政策”已经 184 天没有更新（最新 2026-05-22），更新周期是 183 天(更新这个栏目)"
    ]
