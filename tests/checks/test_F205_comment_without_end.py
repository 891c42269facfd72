"""Rule F205: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_line_where_it_begins(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="甲\n\n<!-- 待核\n\n乙 `<!--`")}).lines("F205") == [
        "policies/p.md:11: 错误 F205 注释“<!--”没有结束，后面的字会照样公开(在注释末尾写“-->”；不是注释的，删去“<!--”)"
    ]
    assert column({"policies/p.md": policy(body="甲 `<!--` 乙 <!-- 丙 -->")}).lines("F205") == []
