"""Rule C114: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column, interpretation, policy

NORMATIVE = policy(more="统一编号: ZJHC00-2023-0001\n")


def test_most_elements_left_out(column: Callable[..., Column]) -> None:
    files = {"policies/p.md": NORMATIVE, "interpretations/i.md": interpretation(body="本办法的主要内容如下。适用于全区。")}
    assert column(files).lines("C114") == [
        "interpretations/i.md:2: 提示 C114 解读没有提到背景、注意、关键词、新旧(看看哪些该写，以小标题分开写)"
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (NORMATIVE, interpretation(body="制定背景。主要内容。适用对象。")),
        (policy(), interpretation(body="短。")),
        (NORMATIVE, interpretation(body="短。").replace("文字\n", "图解\n")),
    ],
    ids=["half of them", "need not be explained", "not in words"],
)
def test_what_is_left_alone(column: Callable[..., Column], source: str, text: str) -> None:
    assert column({"policies/p.md": source, "interpretations/i.md": text}).lines("C114") == []
