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
    found = column({"policies/p.md": policy(more="概述: 甲\n    - 乙: [\n")})
    assert found.lines("F002") == [
        "policies/p.md:8: 错误 F002 这一行不合 YAML 的写法(每行写“键: 值”，列表每行以“- ”开头)"
    ]


def test_values_that_look_like_yaml_are_values(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(title="关于“甲: 乙”的通知", number="[2020]35号", more="概述: *重点* & @大家 # 注\n")})
    assert found.lines("F002") == []
    read = found.site.policies[0]
    assert (read.title, read.abstract) == ("关于“甲: 乙”的通知", "*重点* & @大家")


def test_no_setting_lets_a_document_be_dropped(column: Callable[..., Column]) -> None:
    files = {"policies/p.md": policy(), "policies/q.md": "没有前置信息\n"}
    found = column(files, "名称: 甲\n级别: {F001: 关闭, F002: 关闭, F008: 关闭}\n")
    assert [line.split()[1] for line in found.lines("F002")] == ["错误"]


def test_what_would_cost_more_than_it_can_say(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more='"深": ' + "[" * 50000 + "\n")})
    assert [line.split()[2] for line in found.lines("F002")] == ["F002"]


def test_block_text_is_the_editors_to_the_letter(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more="概述: |\n  - 甲：一\n\n  乙: 二\n关键词: 丙\n")})
    assert (found.site.policies[0].abstract, found.site.policies[0].keywords) == ("- 甲：一 乙: 二", ("丙",))
    assert found.problems == []


def test_lines_are_counted_as_editors_see_them(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(title="甲\u2028乙\x85丙", more="不认识: 1\n")})
    assert [line.split(" ")[0] for line in found.lines("F005")] == ["policies/p.md:7:"]
    assert found.site.policies[0].title == "甲 乙 丙"
