"""Rule P132. Digits and letters as wide as 汉字."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n２０２０年")}).lines("P132") == [
        "policies/p.md:11: 警告 P132 “２０２０”是全角的(应为“2020”)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = ["Ａ类", "６．５％", "第１条第２款"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P132") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = ["2020年", "①", "Ⅱ", "％"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P132") == {}
