"""Rule F002: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_no_front_matter(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": "各街道办事处：\n"}).lines("F002") == [
        "policies/p.md:1: 错误 F002 开头没有前置信息(第一行写“---”，接着每行写“键: 值”，再写一行“---”)"
    ]


def test_no_end(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": "---\n标题: 通知\n\n正文\n"}).lines("F002") == [
        "policies/p.md:1: 错误 F002 前置信息没有结束的“---”(在最后一个“键: 值”下面加一行“---”)"
    ]


def test_a_line_that_is_no_yaml_is_named(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(more="附件: [a.docx\n")}).lines("F002") == []  # a plain value, quoted for the editor
    found = column({"policies/p.md": policy(more='概述: "没有关上的引号\n')})
    assert found.lines("F002") == [
        "policies/p.md:7: 错误 F002 这一行不合 YAML 的写法(每行写“键: 值”，列表每行以“- ”开头)"
    ]


def test_values_that_look_like_yaml_are_values(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(title="关于“甲: 乙”的通知", number="[2020]35号", more="概述: *重点* & @大家 # 注\n")})
    assert found.lines("F002") == []
    read = found.site.policies[0]
    assert (read.title, read.abstract) == ("关于“甲: 乙”的通知", "*重点* & @大家")
