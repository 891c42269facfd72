"""Rule L109: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, interpretation, policy

EXPLAINED = policy(validity="废止", more="解读链接: i\n")


def test_an_object_that_was_repealed(column: Callable[..., Column]) -> None:
    found = column({
        "policies/p.md": EXPLAINED, "interpretations/i.md": interpretation(),
        "policies/q.md": policy("甲政发〔2024〕1号", issued="2024-03-01", more="废止: 甲政发〔2023〕7号\n"),
    })  # fmt: skip
    assert found.lines("L109") == [
        "interpretations/i.md:3: 提示 L109 解读的《关于改造旧小区的通知》已经废止（被甲政发〔2024〕1号废止，2024-03-01起）"
        "(页面上会标出；解读里还有“可以申领”之类的话的，加一句说明)"
    ]


def test_one_object_in_force_is_enough(column: Callable[..., Column]) -> None:
    found = column({
        "policies/p.md": EXPLAINED, "policies/q.md": policy("甲政发〔2023〕8号", more="解读链接: i\n"),
        "interpretations/i.md": interpretation("[p, q]"),
    })  # fmt: skip
    assert found.lines("L109") == []
