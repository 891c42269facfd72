"""Rule C113: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column

SETTINGS = """名称: 甲区政府信息公开
栏目:
  - {名称: 一, 页面: a.md, 类型: 公开指南}
  - {名称: 二, 页面: b.md, 类型: 政策解毒}
  - {名称: 三, 页面: c.md, 类型: 甲乙丙丁}
  - {名称: 四, 页面: d.md, 类型: '信息公开,政策文件'}
"""


def test_types_that_are_not_listed(column: Callable[..., Column]) -> None:
    assert column({}, SETTINGS).lines("C113") == [
        "site.yaml:3: 警告 C113 栏目“一”的类型“公开指南”不在词表里(是不是“信息公开指南”)",
        "site.yaml:4: 警告 C113 栏目“二”的类型“政策解毒”不在词表里(是不是“政策解读”)",
        "site.yaml:5: 警告 C113 栏目“三”的类型“甲乙丙丁”不在词表里(确要扩充的，写进 site.yaml 的“规则参数: 栏目类型”)",
    ]
