"""Rule P130. Signs that come in pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n按照《中华人民共和国条例的规定")}).lines("P130") == [
        "policies/p.md:11: 警告 P130 “…按照《中华人民共和…”里的书名号“《”没有另一半(补上，或删去多的一个)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = ["甲（乙", "甲“乙", "甲乙》丙", "（甲（乙）", "他说“甲“。", "附件（共三份。\n\n第二段（完）", "他说：“甲。“乙。”"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P130") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = [
        "（甲）",
        "1）甲\n2）乙",
        "一）甲；二）乙",
        "a) 甲",
        "（一）甲（1）乙",
        "“甲。\n\n“乙。”",
        "将第三条修改为：“甲：“（一）乙；“（二）丙。”",
        "（甲\n乙）",
        "税率为（0,1]和[0，5）",
        "（甲)",
        "6’宽",
        "中国’99博览会",
        "```\n（\n```",
        "[链接](b.md)",
        "《关于〈条例〉的通知》",
    ]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P130") == {}
