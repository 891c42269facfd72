"""Rule P110. Marks of secrecy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n机密★1年")}).lines("P110") == [
        "policies/p.md:11: 错误 P110 标有密级“机密★1年”(未解密的不得公开；已解密的去掉标志，注明解密)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = ["秘密 ★ 长期", "绝密", "**机密**", "秘密\u3000特急", "机密★十年"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P110") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = [
        "国家秘密标志的形式为“密级★保密期限”",
        "不得泄露国家秘密",
        "保守商业秘密\n\n正文",
        "一、二、三\n\n段。\n\n段。\n\n段。\n\n段。\n\n段。\n\n段。\n\n段。\n\n段。\n\n段。\n\n段。\n\n段。\n\n段。\n\n秘密",
    ]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P110") == {}
