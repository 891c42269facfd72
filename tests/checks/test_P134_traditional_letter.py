"""Rule P134. Traditional letters in simplified text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n征遷补偿的欄目更新")}).lines("P134") == [
        "policies/p.md:11: 警告 P134 有繁体字“遷、欄”(应为“迁、栏”；姓名用字可以豁免)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = ["發布", "政務公开", "國家"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P134") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = ["征迁补偿", "乾坤", "陈昇", "慰藉", "二噁英", "```\n發布\n```"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P134") == {}
