"""Rule F006: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, interpretation, policy


def test_each_missing_key_is_named(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": "---\n标题: 通知\n发文日期: 2020-01-01\n---\n"})
    assert found.lines("F006") == [
        "policies/p.md:1: 错误 F006 缺少“发文机关”(加一行“发文机关: ……”，一个词或一列词)",
        "policies/p.md:1: 错误 F006 缺少“有效性”(加一行“有效性: ……”，有效、尚未施行、已修改、部分失效、废止、失效、待核之一)",
    ]
    assert column({"policies/p.md": policy(), "interpretations/i.md": interpretation()}).lines("F006") == []


def test_a_severity_of_the_site_and_a_draft(column: Callable[..., Column]) -> None:
    source = "---\n标题: 通知\n发文日期: 2020-01-01\n发文机关: 甲\n草稿: true\n---\n"
    assert [line.split()[1] for line in column({"policies/p.md": source}).lines("F006")] == ["警告"]
    quiet = column({"policies/p.md": source}, "名称: 甲\n级别: {F006: 关闭}\n")
    assert quiet.lines("F006") == []
