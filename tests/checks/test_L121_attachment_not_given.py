"""Rule L121: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column, policy

SIGNED = "\n\n甲区人民政府\n\n2023年5月30日\n\n（此件公开发布）\n"
MEND = "(文件放在旁边，前置信息写“附件: 文件名”；或把附件的内容接在正文后面)"


@pytest.mark.parametrize(
    ("said", "name"),
    [("附件：任务分工.doc", "任务分工.doc"), ("　　附件：1. 申请表\n　　　　　2. 流程图", "申请表"), ("附件1:补助标准", "补助标准")],
)
def test_an_annex_that_is_only_named(column: Callable[..., Column], said: str, name: str) -> None:
    assert column({"policies/p.md": policy(body=f"请照办。\n\n{said}{SIGNED}")}).lines("L121") == [
        f"policies/p.md:11: 警告 L121 正文写了附件“{name}”，却没有给出来{MEND}"
    ]


@pytest.mark.parametrize(
    ("more", "body"),
    [
        ("附件: a.csv\n", f"附件：补助标准{SIGNED}"),
        ("", f"附件：[补助标准](a.csv){SIGNED}"),
        ("", f"附件：补助标准{SIGNED}\n附件\n\n## 补助标准\n\n" + "每户每月补助一百元，按季发放到本人账户。" * 10),
        ("", "各单位按附件：执行。"),
        ("", "附件：（略）"),
        ("", "附件：印章式样（略）"),
        ("", "附：进出口税则（注：由税则委员会发布）"),
        ("", "附：农业局 卫生局"),
    ],
    ids=["front matter", "link", "the annex follows", "in a sentence", "left out", "said to be left out", "published elsewhere", "organs that get a copy"],
)
def test_an_annex_that_is_there(column: Callable[..., Column], more: str, body: str) -> None:
    assert column({"policies/p.md": policy(more=more, body=body), "policies/a.csv": "x"}).lines("L121") == []
