"""Rule P136. English words between Chinese ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n监管规则 and 标准体系")}).lines("P136") == [
        "policies/p.md:11: 警告 P136 中文里夹着英文“and”(应为“和”，或删去)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = ["规则or标准", "规则 of 标准", "《甲》 with 乙", "规则 AND 标准", "规则 Or 标准"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P136") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = ["规则和标准", "Word and Excel", "A or B类", "PDF或OFD", "甲OR2乙", "R AND D投入", "http://yunlu.example/of/甲"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P136") == {}
