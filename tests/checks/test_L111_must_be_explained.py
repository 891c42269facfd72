"""Rule L111: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column, interpretation, policy

UNIFIED = "统一编号: ZJHC00-2023-0001\n"


def test_a_normative_document_that_nobody_explains(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(more=UNIFIED), "policies/q.md": policy("甲政发〔2023〕8号")}).lines("L111") == [
        "policies/p.md:1: 警告 L111 这份行政规范性文件应当解读，却没有解读(写一篇解读，“解读对象”写这份文件)"
    ]


def test_the_site_names_genres_and_organs(column: Callable[..., Column]) -> None:
    settings = "名称: 甲\n规则参数: {须解读的文种: [意见], 须解读的机关: [甲区人民政府]}\n"
    opinion = policy(more=UNIFIED + "文种: 意见\n")
    files = {"policies/p.md": opinion, "policies/q.md": opinion.replace("甲区人民政府", "乙局"), "policies/r.md": policy(more=UNIFIED)}
    assert column(files, settings).lines("L111") == [
        "policies/p.md:1: 警告 L111 这份行政规范性文件应当解读，却没有解读(写一篇解读，“解读对象”写这份文件)"
    ]


@pytest.mark.parametrize(
    ("source", "explained"),
    [
        (policy(more=UNIFIED), True),
        (policy(more=UNIFIED + "解读链接: https://www.gov.cn/jiedu.html\n"), False),
        (policy(validity="废止", more=UNIFIED), False),
        (policy(more=UNIFIED + "草稿: true\n"), False),
    ],
    ids=["explained", "elsewhere", "ended", "draft"],
)
def test_what_is_explained_or_need_not_be(column: Callable[..., Column], source: str, explained: bool) -> None:
    files = {"policies/p.md": source, **({"interpretations/i.md": interpretation()} if explained else {})}
    assert column(files).lines("L111") == []
