"""Rule V119: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column, policy

from gongkai.checks.repealed_laws import LAWS


def test_a_basis_that_is_law_no_more(column: Callable[..., Column]) -> None:
    body = (
        "为了加强管理，根据《中华人民共和国合同法》《中华人民共和国城乡规划法》和《信访条例》等，制定本办法。\n\n"
        "合同依照《合同法》的规定订立。\n\n劳动关系依照《中华人民共和国劳动合同法》处理。"
    )
    assert column({"policies/p.md": policy(body=body)}).lines("V119") == [
        "policies/p.md:9: 警告 V119 依据的《信访条例》已于 2022-05-01 废止，现在是《信访工作条例》(修改或清理这份文件；文件已经失效的，改“有效性”)",
        "policies/p.md:9: 警告 V119 依据的《合同法》已于 2021-01-01 废止，现在是《民法典》(修改或清理这份文件；文件已经失效的，改“有效性”)",
    ]


@pytest.mark.parametrize("body", [
    "本办法施行后，《中华人民共和国合同法》同时废止。",
    "根据民法典，《合同法》已经废止，不再引用。",
    "学习宣传《合同法》。",
    "违反原规定的，按照原《合同法》处理。",
    "本办法施行前依照《中华人民共和国外资企业法》设立的企业，可以继续保留原组织形式。",
    "按照要求办理。合同范本见《合同法》释义。",
])  # fmt: skip
def test_what_only_speaks_of_it(column: Callable[..., Column], body: str) -> None:
    assert column({"policies/p.md": policy(body=body)}).lines("V119") == []


def test_what_has_ended_itself_is_left_alone(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(validity="失效", body="根据《合同法》，制定本办法。")}).lines("V119") == []


def test_every_successor_is_a_law_in_force() -> None:
    assert {law.successor for law in LAWS.values()} & set(LAWS) == set()
