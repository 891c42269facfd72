"""Rule C103: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column

PARTS = {
    "指南": "  - {名称: 指南, 页面: guide.md, 类型: 信息公开指南}\n",
    "制度": "  - {名称: 制度, 目录: rules, 类型: 信息公开制度}\n",
    "内容": "  - {名称: 法定主动公开内容, 目录: disclosure, 类型: 信息公开目录}\n",
    "年报": "  - {名称: 年报, 目录: reports, 类型: 信息公开年报}\n",
    "政策": "  - {名称: 政策文件, 列表: 政策, 类型: '信息公开,政策文件'}\n",
}


def lines(column: Callable[..., Column], *parts: str) -> list[str]:
    return column({}, "名称: 甲区政府信息公开\n栏目:\n" + "".join(PARTS[part] for part in parts)).lines("C103")


def test_four_parts_in_order_among_others(column: Callable[..., Column]) -> None:
    assert lines(column, "政策", "指南", "制度", "内容", "年报") == []
    assert lines(column, "指南", "政策", "制度", "内容", "年报") == []


def test_what_is_missing_is_said_once(column: Callable[..., Column]) -> None:
    assert lines(column, "政策", "指南", "年报") == [
        "site.yaml:2: 警告 C103 没有类型是“信息公开制度”、“信息公开目录”的栏目(加上栏目，或给已有的栏目写上“类型”)"
    ]


def test_what_stands_too_early(column: Callable[..., Column]) -> None:
    right = "次序应为：信息公开指南、信息公开制度、信息公开目录、信息公开年报"
    assert lines(column, "年报", "制度", "指南", "内容") == [
        f"site.yaml:3: 警告 C103 栏目“年报”排在“法定主动公开内容”前面({right})",
        f"site.yaml:4: 警告 C103 栏目“制度”排在“指南”前面({right})",
    ]
