"""Rule P122. Letters in names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n住房与城乡建设部")}).lines("P122") == [
        "policies/p.md:11: 警告 P122 名称“住房与城乡建设部”用字有误(应为“住房和城乡建设部”)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = ["温洲市", "淅江省", "发展与改革委员会"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P122") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = ["住房和城乡建设部", "温州市", "株洲市", "满洲里市", "黄海南市区"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P122") == {}
