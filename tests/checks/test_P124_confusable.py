"""Rule P124. Words to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n请登陆系统办理")}).lines("P124") == [
        "policies/p.md:11: 提示 P124 “登陆系统”请核对(多半应为“登录系统”)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = ["截止目前", "开立帐户"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P124") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = ["登陆地点", "截止日期", "账户", "法制宣传", "蚊帐户外"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P124") == {}
