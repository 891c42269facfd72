"""Rule P106. Addresses of mail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n邮箱：10000000@qq.com。")}).lines("P106") == [
        "policies/p.md:11: 警告 P106 邮箱“10****00@qq.com”的名称是个人的号码(用机关的公务邮箱)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = ["13800000001@139.com", "联系10000000@QQ.com"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P106") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = ["zwgk@yunlu.example", "a10000000@qq.com", "zwgk2020@163.com"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P106") == {}
