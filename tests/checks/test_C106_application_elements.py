"""Rule C106: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column

SETTINGS = "名称: 甲区政府信息公开\n栏目:\n  - {名称: 依申请公开, 页面: apply.md, 类型: 依申请公开}\n"
HEAD = "---\n标题: 依申请公开\n公开日期: 2023-01-01\n---\n\n"


def test_what_an_application_must_say(column: Callable[..., Column]) -> None:
    assert column({"content/apply.md": HEAD + "请写姓名、联系方式，带上身份证原件。"}, SETTINGS).lines("C106") == [
        "content/apply.md:2: 警告 C106 “依申请公开”里没有写身份证明、文号、形式(条例第二十九条的申请内容，补上)"
    ]


def test_a_whole_page(column: Callable[..., Column]) -> None:
    body = "申请人的姓名或者名称、身份证明、联系方式；信息的名称、文号；希望的形式。"
    assert column({"content/apply.md": HEAD + body}, SETTINGS).lines("C106") == []
