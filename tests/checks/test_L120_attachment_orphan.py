"""Rule L120: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_files_that_nobody_names(column: Callable[..., Column]) -> None:
    found = column({
        "policies/2023/p.md": policy(more="附件: a.csv\n", body="[表](b.csv) ![图示](c.png)"),
        **{f"policies/2023/{name}": "x" for name in ("a.csv", "b.csv", "c.png", "d.csv")}, "content/matters.yaml": "甲: 乙\n",
    })  # fmt: skip
    assert found.lines("L120") == ["policies/2023/d.csv:1: 提示 L120 没有文件提到这个附件，不会公开(在文件的“附件”里写上，或把它移走)"]


def test_a_folder_full_of_them_is_said_once(column: Callable[..., Column]) -> None:
    assert column({f"policies/old/{n:02}.csv": "x" for n in range(12)}).lines("L120") == [
        "policies/old/00.csv:1: 提示 L120 policies/old/ 里有 12 个附件没有文件提到，不会公开；这是第一个(在文件的“附件”里写上，或把它移走)"
    ]
