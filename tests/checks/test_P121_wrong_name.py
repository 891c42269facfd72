"""Rule P121. Names of states, regions and organs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n甲市人民检查院")}).lines("P121") == [
        "policies/p.md:11: 错误 P121 名称“人民检查院”有误(应为“人民检察院”)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = ["北朝鲜", "中港台", "中华人名共和国", "新疆维吾尔族自治区", "人名政府"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P121") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = ["湖北朝鲜族小学", "中华人民共和国", "人民检察院", "新疆维吾尔自治区", "空中港台", "纪律检查委员会"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P121") == {}
