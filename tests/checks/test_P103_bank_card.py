"""Rule P103. Numbers of cards, all of them invented, and numbers that look like them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n卡号6200000000000000000。")}).lines("P103") == [
        "policies/p.md:11: 错误 P103 写出了银行卡号（6200***********0000）(删去，或掩去中间各位，如“6200***********0000”)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = ["6200000000000005", "6200 0000 0000 0005", "银行卡号：4000000000000002", "开户6200000000000000000行"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P103") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = [
        "6200000000000006",
        "4000000000000002",
        "6200********0003",
        "A6200000000000005",
        "62000000000000051",
        "620102199001010002身份证",
        "https://yunlu.example/6200000000000005",
    ]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P103") == {}
