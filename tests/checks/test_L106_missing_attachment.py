"""Rule L106: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_attachments_beside_above_and_outside(column: Callable[..., Column]) -> None:
    found = column({
        "policies/2023/p.md": policy(more="附件: [a.csv, ../b.csv, 没有.docx, ../../site.yaml]\n"),
        "policies/2023/a.csv": "x", "policies/b.csv": "x",
    })
    assert found.lines("L106") == [
        f"policies/2023/p.md:7: 错误 L106 附件“{name}”不存在(把文件放到本文件旁边；文件名要一字不差，大小写也算)"
        for name in ("../../site.yaml", "没有.docx")
    ]


def test_a_caption_is_no_part_of_the_name(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more="附件:\n  - a.csv 评分表（样表）\n"), "policies/a.csv": "x"})
    assert found.lines("L106") == []
    assert [(r.text, r.caption) for r in found.site.policies[0].attachments] == [("a.csv", "评分表（样表）")]


def test_a_name_that_is_no_address(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more="附件: C#手册.pdf\n"), "policies/C#手册.pdf": "x"})
    assert found.lines("L106") == [
        "policies/p.md:7: 错误 L106 附件“C#手册.pdf”里有“#”“?”或“%”，不能用作网址(给文件改个名)"
    ]
