"""Rule P154: names in the properties of files."""

from __future__ import annotations

from collections.abc import Callable

from tests.attachments import docx, paragraph
from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more="附件: a.docx\n"), "policies/a.docx": docx(paragraph("甲"), author="张某某")})
    assert found.lines("P154") == [
        "policies/p.md:7: 提示 P154 附件“a.docx”的属性里有人名“张某某”(在“文件—信息”里删去作者和上次修改者)"
    ]


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more="附件: b.docx\n"), "policies/b.docx": docx(paragraph("甲"), author="甲区教育局")})
    assert found.lines("P154") == []
