"""Rule P131. Punctuation between 汉字."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n各镇,各街道")}).lines("P131") == [
        "policies/p.md:11: 警告 P131 “各镇,各街道”里用了半角标点“,”(应为“各镇，各街道”)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = ["甲;乙", "现通知:请", "好吗?好", "甲,乙;丙,丁"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P131") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = ["各镇，各街道", "1,000元", "比例为1:2", "甲, b", "a,b", "```\n甲,乙\n```", "[甲](a:b)"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P131") == {}
