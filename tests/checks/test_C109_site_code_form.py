"""Rule C109: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column


def test_a_code_of_another_form_and_a_foot_that_differs(column: Callable[..., Column]) -> None:
    settings = "名称: 甲区政府信息公开\n网站标识码: '33030200'\n页脚: {政府网站标识码: '3303020001'}\n"
    assert column({}, settings).lines("C109") == [
        "site.yaml:2: 警告 C109 网站标识码“33030200”不合样式(十位数字，或 bm 加八位数字；核对网站底部的标识码)",
        "site.yaml:3: 警告 C109 页脚的标识码“3303020001”与“网站标识码: 33030200”不一致(两处写同一个)",
    ]


@pytest.mark.parametrize("code", ["3303020001", "bm01000001", "N000000672"])
def test_the_forms_in_use(column: Callable[..., Column], code: str) -> None:
    assert column({}, f"名称: 甲区政府信息公开\n网站标识码: '{code}'\n页脚: {{网站标识码: '{code}'}}\n").lines("C109") == []
