"""Rule F101: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message_of_the_contract(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy("温鹿政办[2020]35号", issued="2020-08-14")})
    assert found.lines("F101") == [
        "policies/p.md:3: 错误 F101 文号“温鹿政办[2020]35号”须用六角括号(应为“温鹿政办〔2020〕35号”)"
    ]


def test_what_cannot_be_read_says_why(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy("温鹿政办〔20〕35号")}).lines("F101") == [
        "policies/p.md:3: 错误 F101 文号“温鹿政办〔20〕35号”读不出：年份“20”不是四位年份(写作“机关代字〔年份〕序号号”或“××令第N号”)"
    ]
    assert column({"policies/p.md": policy("国务院令第365号")}).lines("F101") == []
