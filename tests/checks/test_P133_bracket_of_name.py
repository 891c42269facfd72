"""Rule P133. Brackets after names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n区委宣传部〈区新闻办〉")}).lines("P133") == [
        "policies/p.md:11: 警告 P133 “区委宣传部〈区新闻办〉”用了尖括号(应为“区委宣传部（区新闻办）”)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = ["区政府办公室〔区大数据局〕", "甲局〈乙局〉"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P133") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = ["《关于〈甲条例〉的通知》", "甲政发〔2020〕1号", "区委宣传部（区新闻办）", "适用〈中华人民共和国工会法〉", "甲令〔二〇〕"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P133") == {}
