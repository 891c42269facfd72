"""Rule P120, and the lists of wording.yaml that other rules use too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from tests.conftest import Column, policy

from gongkai.checks.words import wrong_words

CHAPTERS = ("错字", "国名机关名", "名称用字", "易混")


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n周密布署，一如继往")}).lines("P120") == [
        "policies/p.md:11: 警告 P120 “一如继往”是错字(应为“一如既往”)",
        "policies/p.md:11: 警告 P120 “布署”是错字(应为“部署”)",
    ]


def test_in_front_matter_too(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(title="关于布署工作的通知")}).lines("P120") == ["policies/p.md:2: 警告 P120 “布署”是错字(应为“部署”)"]


def test_where_other_words_meet(column: Callable[..., Column]) -> None:
    texts = ["反复盖章", "统一但不限于", "公布署名", "过渡假期", "非法冶炼", "机关健康", "既使用甲又使用乙", "交流览胜", "自己经营"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P120") == {}


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_entry_is_found_and_is_not_its_own_mistake(column: Callable[..., Column], chapter: str) -> None:
    rule = {"错字": "P120", "国名机关名": "P121", "名称用字": "P122", "易混": "P124"}[chapter]
    words = list(wrong_words(chapter).values())
    assert all(word.source for word in words)
    wrong = column({f"policies/p{i}.md": policy(f"甲政发〔2023〕{i + 1}号", body=f"，{word.wrong}，") for i, word in enumerate(words)})
    assert {problem.place.path for problem in wrong.problems if problem.id == rule} == {f"policies/p{i}.md" for i in range(len(words))}
    right = column({"policies/right.md": policy("甲政发〔2024〕1号", body="\n\n".join(f"，{word.right}，" for word in words))})
    assert [line for line in right.lines(rule) if line.startswith("policies/right.md")] == []
