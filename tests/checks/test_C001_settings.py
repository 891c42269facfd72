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


def test_values_of_the_wrong_kind(column: Callable[..., Column]) -> None:
    settings = """名称: [甲, 乙]
默认仅看有效: 也许
网址: javascript:alert(1)
级别: {F999: 关闭}
栏目:
  - {名称: 一, 代码: a, 子栏目: 文字}
  - {名称: 二, 代码: a, 目录: ../../evil}
  - {名称: 三, 目录: lists, 更新周期: ①}
  - {名称: 四, 页面: search}
页脚: {电话: [1, 2]}
名称: 甲
"""
    assert column({}, settings).lines("C001") == [
        "site.yaml:1: 错误 C001 “名称”应是一行文字(写“名称: ……”)",
        "site.yaml:2: 错误 C001 默认仅看有效“也许”读不出(写“是”或“否”)",
        "site.yaml:3: 错误 C001 网址“javascript:alert(1)”不是完整的地址(如“https://www.gov.cn/zfxxgk/”)",
        "site.yaml:4: 错误 C001 没有“F999”这条规则(规则的编号见 gongkai check --list)",
        "site.yaml:6: 错误 C001 “子栏目”应是一列(每项以“- ”开头)",
        "site.yaml:7: 错误 C001 代码“a”用了两次(各用各的)",
        "site.yaml:7: 错误 C001 目录“../../evil”不能用(写 content/ 下的一个位置，不用“..”，不用栏目自己的网址)",
        "site.yaml:8: 错误 C001 更新周期“①”不是天数(写天数，如“180”)",
        "site.yaml:8: 错误 C001 目录“lists”不能用(写 content/ 下的一个位置，不用“..”，不用栏目自己的网址)",
        "site.yaml:9: 错误 C001 页面“search”不能用(写 content/ 下的一个位置，不用“..”，不用栏目自己的网址)",
        "site.yaml:10: 错误 C001 “电话”应是一行文字(写“电话: ……”)",
        "site.yaml:11: 错误 C001 “名称”写了两次(只留一个)",
    ]


def test_aliases_that_multiply_are_not_followed(column: Callable[..., Column]) -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20))
    assert len(column({}, bomb).lines("C001")) == 1
