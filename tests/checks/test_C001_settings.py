"""Rule C001: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column


def test_oddities_of_site_yaml_with_their_lines(column: Callable[..., Column]) -> None:
    settings = """名称: 甲
栏木: []
级别: {F101: 严重}
主色: 蓝
栏目:
  - 名称: 指南
    页面: guide.md
    目录: guide
  - 代码: X Y
阈值: {每页条数: 零}
"""
    assert column({}, settings).lines("C001") == [
        "site.yaml:2: 错误 C001 不认识的键“栏木”(是不是“栏目”)",
        "site.yaml:3: 错误 C001 级别“严重”不认识(可用：错误、警告、提示、关闭)",
        "site.yaml:4: 错误 C001 主色“蓝”不是六位十六进制颜色(如“#0b4f9c”)",
        "site.yaml:6: 错误 C001 栏目“指南”同时写了页面、目录(只留一个)",
        "site.yaml:9: 错误 C001 这个栏目没有名称(写“名称: 政府信息公开指南”)",
        "site.yaml:10: 错误 C001 阈值“每页条数: 零”不是正整数(写一个正整数)",
    ]


def test_a_file_that_is_no_yaml(column: Callable[..., Column]) -> None:
    assert column({}, '名称: "甲\n').lines("C001") == [
        "site.yaml:2: 错误 C001 这一行不合 YAML 的写法(检查缩进、冒号后的空格和引号)"
    ]
