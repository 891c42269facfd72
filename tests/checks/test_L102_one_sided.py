"""Rule L102: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, interpretation, policy


def test_either_side_missing(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(), "interpretations/i.md": interpretation()})
    assert found.lines("L102") == [
        "interpretations/i.md:3: 警告 L102 只有这一边写了关联：policies/p.md 没有写“解读链接: i”(在 policies/p.md 的“解读链接”里加“i”)"
    ]
    assert found.links.explained_by == {"p": ("i",)}
    assert found.links.explains == {"i": ("p",)}


def test_both_sides(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more="解读链接: i\n"), "interpretations/i.md": interpretation()})
    assert found.lines("L102") == []
