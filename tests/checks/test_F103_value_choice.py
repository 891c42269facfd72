"""Rule F103: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, interpretation, policy


def test_words_outside_the_list(column: Callable[..., Column]) -> None:
    found = column({
        "policies/p.md": policy(validity="继续有效"),
        "policies/q.md": policy("甲政发〔2023〕8号", more="草稿: 也许\n"),
        "interpretations/i.md": interpretation(more="解读阶段: 后来\n"),
    })
    assert found.lines("F103") == [
        "interpretations/i.md:6: 错误 F103 解读阶段“后来”不在可用的词里(可用：草案、同步、施行后)",
        "policies/p.md:6: 错误 F103 有效性“继续有效”不在可用的词里(可用：有效、尚未施行、已修改、部分失效、废止、失效、待核)",
        "policies/q.md:7: 警告 F103 草稿“也许”读不出，当作 true(写 true 或 false)",
    ]


def test_one_value_where_one_is_wanted(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(number="\n  - 甲政发〔2023〕7号\n  - 甲政发〔2023〕8号")})
    assert found.lines("F103") == ["policies/p.md:5: 错误 F103 “文号”只能有一个值(留下“甲政发〔2023〕7号”或另一个)"]
