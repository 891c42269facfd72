"""Rule F007: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_a_key_without_a_value(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(more="公开时限:\n")}).lines("F007") == [
        "policies/p.md:7: 警告 F007 “公开时限”是空的(填上内容，或删去这一行)"
    ]
    assert column({"policies/p.md": policy(more="公开时限: 20个工作日内\n")}).lines("F007") == []
