"""Rule T123: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, interpretation, policy


def test_corrected_before_it_was_public(column: Callable[..., Column]) -> None:
    files = {
        "policies/p.md": policy(more="公开日期: 2023-06-01 09:00\n更正:\n  - 2023-06-01 甲改为乙\n  - 2023-05-31 丙改为丁\n"),
        "interpretations/i.md": interpretation("p", more="更正: 2023-06-04 甲改为乙\n"),
    }
    assert column(files).lines("T123") == [
        "interpretations/i.md:6: 警告 T123 更正 2023-06-04 早于公开日期 2023-06-05(核对这两个日期；公开以前改的不用写)",
        "policies/p.md:10: 警告 T123 更正 2023-05-31 早于公开日期 2023-06-01(核对这两个日期；公开以前改的不用写)",
    ]
