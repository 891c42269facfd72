"""Rule C110: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column


@pytest.mark.parametrize(
    ("domain", "hint"),
    [
        ("http://www.wenlu.gov.cn/", "应为“www.wenlu.gov.cn”"), ("WWW.wenlu.gov.cn:80", "应为“www.wenlu.gov.cn”"),
        ("温鹿区政府网", "如“www.gov.cn”"),
    ],
)  # fmt: skip
def test_more_or_less_than_a_domain(column: Callable[..., Column], domain: str, hint: str) -> None:
    assert column({}, f"名称: 甲区政府信息公开\n网站域名: {domain}\n").lines("C110") == [
        f"site.yaml:2: 警告 C110 网站域名“{domain}”不是域名({hint})"
    ]


def test_another_one_than_in_the_address(column: Callable[..., Column]) -> None:
    settings = "名称: 甲区政府信息公开\n网站域名: www.wenlu.gov.cn\n网址: https://www.lucheng.gov.cn/zfxxgk/\n"
    assert column({}, settings).lines("C110") == [
        "site.yaml:2: 警告 C110 网站域名“www.wenlu.gov.cn”与网址里的“www.lucheng.gov.cn”不一致(两处写同一个)"
    ]


def test_a_sound_domain_and_none(column: Callable[..., Column]) -> None:
    assert column({}, "名称: 甲区政府信息公开\n网站域名: www.wenlu.gov.cn\n网址: https://www.wenlu.gov.cn/zfxxgk/\n").lines("C110") == []
    assert column({}).lines("C110") == []
