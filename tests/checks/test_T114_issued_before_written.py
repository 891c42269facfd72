"""Rule T114: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_issued_before_it_was_signed(column: Callable[..., Column]) -> None:
    files = {
        "policies/a.md": policy(issued="2026-05-09", more="成文日期: 2026-05-19\n"),
        "policies/b.md": policy("甲政发〔2026〕2号", issued="2026-05-21", more="成文日期: 2026-05-19\n"),
    }
    assert column(files).lines("T114") == ["policies/a.md:5: 警告 T114 发文日期 2026-05-09 早于成文日期 2026-05-19(核对这两个日期)"]
