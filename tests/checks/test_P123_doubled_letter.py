"""Rule P123. Letters written once too often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n甲省省委书记")}).lines("P123") == [
        "policies/p.md:11: 警告 P123 “甲省省委书记”里“省”多写了一遍(应为“省”)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = ["该项目的资金金金来源", "改造的的方案", "甲市市委", "请请请看", "\U00020000好好好", "和和有关部门"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P123") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = ["目的的实现", "为了了解情况", "于是是否", "一一一", "————", "目标的的", "三三三制", "各省省会", "一个个案", "不了了之", "共和和平", "行政村村村通公路", "农户户户通电", "省省长", "----\n\n\n\n    "]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P123") == {}
