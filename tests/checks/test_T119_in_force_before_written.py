"""Rule T119: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_years_before_it_was_made(column: Callable[..., Column]) -> None:
    files = {
        "policies/a.md": policy("甲政发〔2026〕1号", issued="2026-05-19", more="施行日期: 2016-07-01\n"),
        "policies/b.md": policy("甲政发〔2026〕2号", issued="2026-05-19", more="施行日期: 2026-01-01\n"),
        "policies/c.md": policy("甲区人民政府令第3号", issued="2026-05-19", more="施行日期: 2016-01-01\n"),
        "policies/d.md": policy("甲政发〔2026〕4号", issued="2026-05-19", validity="已修改", more="施行日期: 2016-01-01\n"),
    }
    assert column(files).lines("T119") == [
        "policies/a.md:7: 警告 T119 施行日期 2016-07-01 比发文日期 2026-05-19 早 3609 天(核对年份)"
    ]
