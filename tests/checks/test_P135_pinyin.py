"""Rule P135. Sounds left after letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n发(fā)布")}).lines("P135") == [
        "policies/p.md:11: 警告 P135 “发”后面留着注音“(fā)”(删去注音)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = ["机構（gòu）改革", "发(fa)布", "大(dà)数据"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P135") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = ["5公顷(ha)以上", "30分钟（min）内", "选项(a)是", "甲（b）乙", "人工智能(ai)技术", "长度(m)", "发（附件）布"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P135") == {}
