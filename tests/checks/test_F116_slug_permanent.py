"""Rule F116: what it finds and what it leaves alone."""

from __future__ import annotations

import json
from collections.abc import Callable

from tests.conftest import Column, policy

BEFORE = json.dumps({"政策": [
    {"slug": "p", "url": "policies/p.html", "标题": "关于改造旧小区的通知", "文号": "甲政发〔2023〕7号"},
]})  # fmt: skip


def lines(column: Callable[..., Column], files: dict[str, str]) -> list[str]:
    return column({"build/data/policies.json": BEFORE, **files}).lines("F116")


def test_a_file_that_is_gone(column: Callable[..., Column]) -> None:
    assert lines(column, {"policies/q.md": policy("甲政发〔2023〕8号")}) == [
        "policies/p.md:1: 警告 F116 《关于改造旧小区的通知》已经公开，现在没有这个文件，原网址会打不开(放回这个文件；要撤下的，写上“下架日”)"
    ]


def test_a_file_that_was_renamed(column: Callable[..., Column]) -> None:
    assert lines(column, {"policies/2023/new.md": policy()}) == [
        "policies/2023/new.md:1: 警告 F116 《关于改造旧小区的通知》已经公开的网址是“policies/p.html”，改了文件名，原网址会打不开(文件名改回“p.md”)"
    ]


def test_a_document_that_became_a_draft(column: Callable[..., Column]) -> None:
    assert lines(column, {"policies/p.md": policy(more="草稿: true\n")}) == [
        "policies/p.md:7: 警告 F116 《关于改造旧小区的通知》已经公开，这一次却不再公开，原网址会打不开(要撤下的，写“下架日”；不撤的，改回来)"
    ]


def test_what_is_moved_withdrawn_or_cannot_be_read(column: Callable[..., Column]) -> None:
    assert lines(column, {"policies/2023/p.md": policy()}) == []
    assert lines(column, {"policies/2023/p.md": policy(more="下架日: 2024-01-01\n")}) == []
    assert lines(column, {"policies/2023/p.md": "没有前置信息"}) == []
