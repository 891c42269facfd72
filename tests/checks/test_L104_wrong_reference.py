"""Rule L104: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, interpretation, policy


def test_ambiguous_wrong_kind_and_itself(column: Callable[..., Column]) -> None:
    found = column({
        "policies/a.md": policy(more="依据: a\n解读链接: b\n"),
        "policies/b.md": policy(title="第二版", issued="2024-01-01"),
        "interpretations/i.md": interpretation("甲政发〔2023〕7号"),
    })
    assert found.lines("L104") == [
        "interpretations/i.md:3: 错误 L104 解读对象“甲政发〔2023〕7号”可指 policies/a.md、policies/b.md(写其中一个的文件名)",
        "policies/a.md:7: 错误 L104 依据“a”指的是本文件自己(改成别的文件，或删去)",
        "policies/a.md:8: 错误 L104 解读链接“b”指的是 policies/b.md，不是解读(写一份解读的文件名)",
    ]
    assert found.links.explains == {}
