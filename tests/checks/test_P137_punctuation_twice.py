"""Rule P137. Signs next to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n各镇，，各街道")}).lines("P137") == [
        "policies/p.md:11: 警告 P137 “各镇，，”里标点“，，”相接(只留一个)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = ["完成。。", "甲、、乙", "如下：。", "等等。。。"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P137") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = ["“甲”、“乙”", "完成。”", "甲，乙", "……", "```\n，，\n```"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P137") == {}
