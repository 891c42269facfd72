"""Rule P142: letters that come of reading bytes wrongly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message_tells_what_was_meant(column: Callable[..., Column]) -> None:
    wrong = "中国政府信息".encode().decode("gb18030")
    assert column({"policies/p.md": policy(body=f"第一段。\n\n{wrong}")}).lines("P142") == [
        f"policies/p.md:11: 错误 P142 有乱码“{wrong}”(多半是“中国政府信息”；从原件重新复制)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = ["锟斤拷", "烫烫烫烫", "政府\ufffd息", "ä¸\xadå\x9b½Ã¤Â¸".replace("\x9b", "›"), "会议？？？", "鐨勪腑鍥戒汉"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P142") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = ["烫伤", "屯田", "真的吗？？", "Ã", "銀行", "瀛海镇"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P142") == {}
