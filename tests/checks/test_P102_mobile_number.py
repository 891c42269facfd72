"""Rule P102. What numbers of people are and are not; all of them invented."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n联系人：张某某，13800000001。")}).lines("P102") == [
        "policies/p.md:11: 错误 P102 写出了手机号码（138****0001）(删去，或写办公电话；须留的写作“138****0001”)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = [
        "13800000001",
        "138 0000 0001",
        "138-0000-0001",
        "+86 13800000001",
        "1３800000001",
        "电话:13800000001/办公室",
        "张某某13900000002李某某",
    ]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P102") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = [
        "0577-88000001",
        "88000001",
        "12345",
        "138****0001",
        "113800000001",
        "138000000011",
        "13800000001元",
        "13800000000",
        "https://yunlu.example/13800000001.html",
        "[文件](a-13800000001.pdf)",
        "字13800000001.5",
        "甲政发〔2020〕13800000001",
        "4001380000",
    ]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P102") == {}
