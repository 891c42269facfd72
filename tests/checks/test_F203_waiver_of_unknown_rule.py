"""Rule F203: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_no_such_rule(column: Callable[..., Column]) -> None:
    body = "甲 <!-- gongkai: P999 理由 -->\n\n乙 <!-- gongkai: 理由 -->\n\n丙 <!-- gongkai: F201 理由 -->\n\n丁 <!-- 平常的注释 -->"
    assert column({"policies/p.md": policy(body=body)}).lines("F203") == [
        "policies/p.md:9: 错误 F203 豁免的规则“P999”没有(规则的编号见 gongkai check --list)",
        "policies/p.md:11: 错误 F203 豁免没有写规则的编号(如“<!-- gongkai: P103 理由 -->”)",
        "policies/p.md:13: 错误 F203 F201 不能豁免(删去这条豁免，改好所说的问题)",
    ]
