"""Rule F005: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy

from gongkai.model.documents import Policy
from gongkai.model.fields import fields_of


def test_the_nearest_known_key_is_named(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(more="发文机构: 甲\nxyz: 1\n")}).lines("F005") == [
        "policies/p.md:7: 错误 F005 不认识的键“发文机构”(是不是“发文机关”)",
        "policies/p.md:8: 错误 F005 不认识的键“xyz”(政策文件可用的键："
        + "、".join(field.key for field in fields_of(Policy)) + ")",
    ]


def test_aliases_and_extra_keys_of_the_site_are_known(column: Callable[..., Column]) -> None:
    settings = "名称: 甲\n字段别名: {政策文件: {概述: [摘要]}}\n扩展字段: {政策文件: [效力级别]}\n"
    found = column({"policies/p.md": policy(more="摘要: 短\n效力级别: 法律\n")}, settings)
    assert found.lines("F005") == []
    assert (found.site.policies[0].abstract, dict(found.site.policies[0].extra)) == ("短", {"效力级别": "法律"})
