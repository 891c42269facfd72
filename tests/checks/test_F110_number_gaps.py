"""Rule F110: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy

SETTINGS = "名称: 甲区政府信息公开\n机关: [{名称: 甲区人民政府, 代字: [甲政发]}]\n"


def sequence(*numbers: int, issuer: str = "甲政发") -> dict[str, str]:
    return {f"policies/{issuer}{n}.md": policy(f"{issuer}〔2023〕{n}号") for n in numbers}


def test_one_finding_a_sequence(column: Callable[..., Column]) -> None:
    found = column({**sequence(1, 2, 4, 5, 6, 9), **sequence(1, 3, 4, issuer="乙政发")}, SETTINGS)
    assert found.lines("F110") == [
        "policies/甲政发9.md:3: 提示 F110 甲政发〔2023〕到9号为止缺 3 个号：3号、7—8号(没有公开的，查有没有审查记录；漏发的，补上)"
    ]


def test_a_selection_is_left_alone_unless_the_organ_is_named(column: Callable[..., Column]) -> None:
    assert column(sequence(9), SETTINGS).lines("F110") == []
    asked = SETTINGS + "规则参数: {查断号的机关: [甲区人民政府]}\n"
    assert column(sequence(9), asked).lines("F110") == [
        "policies/甲政发9.md:3: 提示 F110 甲政发〔2023〕到9号为止缺 8 个号：1—8号(没有公开的，查有没有审查记录；漏发的，补上)"
    ]


def test_a_whole_sequence(column: Callable[..., Column]) -> None:
    assert column(sequence(1, 2, 3), SETTINGS).lines("F110") == []
