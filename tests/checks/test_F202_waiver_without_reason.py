"""Rule F202: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_without_a_reason_it_does_not_hold(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(body="[表](没有.docx) <!-- gongkai: L107 - -->")})
    assert [p.id for p in found.problems] == ["F202", "L107"]
    assert found.lines("F202") == [
        "policies/p.md:9: 错误 F202 豁免 L107 没有写理由，不起作用(如“<!-- gongkai: L107 理由 -->”)"
    ]


def test_one_in_the_settings_needs_its_last_day(column: Callable[..., Column]) -> None:
    settings = "名称: 甲\n豁免:\n  - {规则: F101, 文件: policies/p.md}\n"
    found = column({"policies/p.md": policy("甲政发[2023]7号")}, settings)
    assert found.lines("F202") == ["site.yaml:3: 错误 F202 豁免 F101 没有写理由和到期，不起作用(如“理由: ……，到期: 2027-06-30”)"]
    assert len(found.lines("F101")) == 1


def test_what_cannot_be_read_in_the_settings_says_so(column: Callable[..., Column]) -> None:
    settings = "名称: 甲\n豁免:\n  - 甲\n  - {规则: F101, 文件: a, 理由: 旧, 到期: 明年}\n  - {规则: F101, 理由: 旧, 期: 1}\n"
    assert column({"policies/p.md": policy()}, settings).lines("C001") == [
        "site.yaml:3: 错误 C001 这一项豁免不是“键: 值”(写规则、文件、理由、到期)",
        "site.yaml:4: 错误 C001 “到期”的日期“明年”读不出(写作“2020-08-14”)",
        "site.yaml:5: 错误 C001 不认识的键“期”(可用：规则、文件、理由、到期)",
        "site.yaml:5: 错误 C001 这一项豁免没有写“文件”(写“文件: policies/2019/12.md”，或用通配符“policies/2019/*”)",
    ]
