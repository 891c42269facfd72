"""Rule F121: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column, policy


@pytest.mark.parametrize(
    ("topic", "hint"),
    [
        ("综合政务\\信息公开", "是不是“综合政务\\政务公开”"),
        ("政务公开", "是不是“综合政务\\政务公开”"),
        ("农林水利\\水利", "是不是“农业、林业、水利\\水利”"),
        ("杂项", "写分类表里的一项，如“综合政务\\政务公开”"),
        ("综合政务\\甲乙", "“综合政务”下可用：政务公开、政务督查、应急管理、电子政务、文秘工作、保密工作、信访、参事、文史、其他"),
    ],
)
def test_a_topic_that_is_not_listed(column: Callable[..., Column], topic: str, hint: str) -> None:
    assert column({"policies/p.md": policy(more=f"主题分类: {topic}\n")}).lines("F121") == [
        f"policies/p.md:7: 警告 F121 主题分类“{topic}”不在分类表里({hint})"
    ]


def test_a_way_of_sorting_of_its_own_is_said_once(column: Callable[..., Column]) -> None:
    files = {f"policies/{n:02}.md": policy(f"甲政发〔2023〕{n}号", more="主题分类: 行政法\n") for n in range(1, 13)}
    assert column(files).lines("F121") == [
        "policies/01.md:7: 警告 F121 主题分类“行政法”不在分类表里，12 份文件这样写，这是第一份"
        "(写分类表里的一项，如“综合政务\\政务公开”；是本地的分类，写进 site.yaml 的“主题分类”)"
    ]


@pytest.mark.parametrize("topic", ["综合政务\\政务公开", "综合政务"])
def test_listed_topics(column: Callable[..., Column], topic: str) -> None:
    assert column({"policies/p.md": policy(more=f"主题分类: {topic}\n")}).lines("F121") == []
