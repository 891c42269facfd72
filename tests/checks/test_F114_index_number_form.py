"""Rule F114: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column, policy


def test_a_form_that_is_not_the_site_s(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(more="索引号: 2022—6006\n")}).lines("F114") == [
        "policies/p.md:7: 警告 F114 索引号“2022—6006”不合本站的样式(如“330523/2022-06006”；样式写在 site.yaml 的“规则参数”里)"
    ]


@pytest.mark.parametrize("index", ["330523/2022-06006", "11331003002677103P/2021-107623", "000014349/2017-00110"])
def test_the_forms_seen_in_use(column: Callable[..., Column], index: str) -> None:
    assert column({"policies/p.md": policy(more=f"索引号: {index}\n")}).lines("F114") == []


def test_the_site_s_own_form_and_one_that_is_none(column: Callable[..., Column]) -> None:
    settings = "名称: 甲\n规则参数:\n  索引号样式: ['A-\\d{3}', '(']\n"
    files = {"policies/p.md": policy(more="索引号: A-123\n"), "policies/q.md": policy("甲政发〔2023〕8号", more="索引号: 330523/2022-06006\n")}
    assert column(files, settings).lines("F114") == [
        "policies/q.md:7: 警告 F114 索引号“330523/2022-06006”不合本站的样式(如“330523/2022-06006”；样式写在 site.yaml 的“规则参数”里)",
        r"site.yaml:3: 警告 F114 索引号样式“(”不是正则表达式(如“\d{6}/\d{4}-\d{5}”)",
    ]
