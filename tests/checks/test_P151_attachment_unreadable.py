"""Rule P151: files that do not open."""

from __future__ import annotations

from collections.abc import Callable

from tests.attachments import docx, paragraph
from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more="附件: a.docx\n"), "policies/a.docx": docx(paragraph("甲"))[:100]})
    assert found.lines("P151") == [
        "policies/p.md:7: 警告 P151 附件“a.docx”打不开，文件损坏了(用原来的软件打开，去掉密码，另存一份)"
    ]


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more="附件: b.docx\n"), "policies/b.docx": docx(paragraph("甲"))})
    assert found.lines("P151") == []
