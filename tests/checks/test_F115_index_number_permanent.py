"""Rule F115: what it finds and what it leaves alone."""

from __future__ import annotations

import json
from collections.abc import Callable

from tests.conftest import Column, policy

BEFORE = json.dumps({"政策": [
    {"slug": "p", "url": "policies/p.html", "标题": "甲", "索引号": "330523/2023-00001"},
    {"slug": "q", "url": "policies/q.html", "标题": "乙"},
]})  # fmt: skip


def test_an_index_number_that_was_published_otherwise(column: Callable[..., Column]) -> None:
    found = column({
        "build/data/policies.json": BEFORE, "policies/p.md": policy(more="索引号: 330523/2023-00002\n"),
        "policies/q.md": policy("甲政发〔2023〕8号", more="索引号: 330523/2023-00003\n"),
    })  # fmt: skip
    assert found.lines("F115") == [
        "policies/p.md:7: 错误 F115 已经公开的索引号是“330523/2023-00001”，现在写的是“330523/2023-00002”(改回“330523/2023-00001”)"
    ]


def test_an_index_number_that_is_gone(column: Callable[..., Column]) -> None:
    assert column({"build/data/policies.json": BEFORE, "policies/p.md": policy()}).lines("F115") == [
        "policies/p.md:1: 错误 F115 已经公开的索引号是“330523/2023-00001”，现在没有写(改回“330523/2023-00001”)"
    ]


def test_the_same_number_and_no_build_before(column: Callable[..., Column]) -> None:
    kept = {"policies/p.md": policy(more="索引号: 330523/2023-00001\n")}
    assert column(kept).lines("F115") == []
    assert column({**kept, "build/data/policies.json": BEFORE}).lines("F115") == []
    assert column({**kept, "build/data/policies.json": "{[坏"}).lines("F115") == []
