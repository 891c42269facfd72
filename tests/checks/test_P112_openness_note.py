"""Rule P112: the note at the end of a document, and the key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column, policy


def test_the_note_at_odds_with_the_key(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(more="公开方式: 依申请公开\n", body="正文。\n\n（此件公开发布）")}).lines("P112") == [
        "policies/p.md:12: 错误 P112 附注写“（此件公开发布）”，公开方式却是“依申请公开”(核对原件；附注无误的，公开方式写“主动公开”)"
    ]


def test_what_may_not_be_here(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(more="公开方式: 不予公开\n")}).lines("P112") == [
        "policies/p.md:7: 错误 P112 公开方式是“不予公开”，却放在公开的栏目里(移出栏目；可以公开的，改“公开方式”)"
    ]


@pytest.mark.parametrize(
    ("key", "note"), [("主动公开", "（此件依申请公开）"), ("依申请公开", "(此件主动公开)"), ("依申请公开", "（此件删减后公开）")]
)
def test_what_is_found(column: Callable[..., Column], key: str, note: str) -> None:
    assert len(column({"policies/p.md": policy(more=f"公开方式: {key}\n", body=note)}).lines("P112")) == 1


@pytest.mark.parametrize(
    ("key", "note"),
    [("主动公开", "（此件公开发布）"), ("主动公开", "（此件删减后公开）"), ("依申请公开", "（此件依申请公开）"), ("主动公开", "此件公开")],
)
def test_what_is_left_alone(column: Callable[..., Column], key: str, note: str) -> None:
    assert column({"policies/p.md": policy(more=f"公开方式: {key}\n", body=note)}).lines("P112") == []


def test_without_the_key(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="（此件公开发布）")}).lines("P112") == []
