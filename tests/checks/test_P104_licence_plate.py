"""Rule P104. Plates, all of them invented."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n车辆浙Z00001停在路边。")}).lines("P104") == [
        "policies/p.md:11: 警告 P104 写出了车辆号牌（浙Z***01）(是个人的就掩去几位，如“浙Z***01”)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = ["浙Z·00001", "浙ZD00001", "浙Z0A001", "京A0000警", "浙Z 00001"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P104") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = ["浙Z·***01", "浙ICP备2020000001号", "浙B2-20200001", "浙A类企业", "国药准字Z00001", "浙Z000012", "DB33/T 00001"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P104") == {}
