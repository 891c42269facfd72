"""Rule L110: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column, interpretation, policy


def lines(column: Callable[..., Column], stage: str, **more: str) -> list[str]:
    files = {"policies/p.md": policy(**more), "interpretations/i.md": interpretation(more=f"解读阶段: {stage}\n")}
    return column(files).lines("L110")


def test_a_draft_explained_after_its_adoption(column: Callable[..., Column]) -> None:
    assert lines(column, "草案") == [
        "interpretations/i.md:6: 警告 L110 解读阶段写“草案”，公开于2023-06-05，解读对象已于2023-05-30发文(写“同步”或“施行后”，或核对日期)"
    ]


def test_in_force_before_it_applies(column: Callable[..., Column]) -> None:
    assert lines(column, "施行后", more="施行日期: 2023-07-01\n") == [
        "interpretations/i.md:6: 警告 L110 解读阶段写“施行后”，公开于2023-06-05，解读对象自2023-07-01起才施行(写“同步”，或核对日期)"
    ]


@pytest.mark.parametrize(("stage", "issued"), [("草案", "2023-06-05"), ("同步", "2023-05-30"), ("施行后", "2023-05-30")])
def test_stages_that_agree(column: Callable[..., Column], stage: str, issued: str) -> None:
    assert lines(column, stage, issued=issued) == []
