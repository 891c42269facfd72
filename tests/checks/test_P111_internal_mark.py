"""Rule P111. Marks that say a text is not for the public."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n内部资料 注意保存")}).lines("P111") == [
        "policies/p.md:11: 错误 P111 标有“内部资料 注意保存”(不放进栏目；可以公开的，去掉这个标志)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = ["（此件不公开）", "（内部文件，不得外传）", "内部资料", "【内部参考】", "仅限内部使用", "此件不公开"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P111") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = [
        "涉及国家秘密的政府信息不得公开。",
        "编印内部资料须经批准。",
        "正文（依法不予公开的除外）。",
        "（此件公开发布）",
        "内部资料性出版物管理办法",
    ]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P111") == {}
