"""Rule F004: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_a_key_written_twice(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(more="标题: 另一个\n")}).lines("F004") == [
        "policies/p.md:7: 错误 F004 “标题”写了两次，第一次在第 2 行(只留一个)"
    ]
    assert column({"policies/p.md": policy()}).lines("F004") == []
