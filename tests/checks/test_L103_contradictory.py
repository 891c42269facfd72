"""Rule L103: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, interpretation, policy


def test_an_interpretation_that_says_it_explains_another(column: Callable[..., Column]) -> None:
    found = column({
        "policies/p.md": policy(more="解读链接: i\n"),
        "policies/q.md": policy("甲政发〔2023〕8号", more="解读链接: i\n"),
        "interpretations/i.md": interpretation("q"),
    })
    assert found.lines("L103") == [
        "policies/p.md:7: 错误 L103 写了解读链接“i”，但 interpretations/i.md 的“解读对象”写的是别的文件"
        "(核对两边，改错的一边，或在“解读对象”里加上本文件)"
    ]
    assert found.lines("L102") == []
