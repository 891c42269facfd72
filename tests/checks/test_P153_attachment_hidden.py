"""Rule P153: what files hold without showing it."""

from __future__ import annotations

from collections.abc import Callable

from tests.attachments import row, xlsx
from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more="附件: a.xlsx\n"), "policies/a.xlsx": xlsx({"甲": "", "乙": f"<sheetData>{row(1, '丙')}</sheetData>"}, ("乙",))})
    assert found.lines("P153") == [
        "policies/p.md:7: 警告 P153 附件“a.xlsx”有隐藏的工作表‘乙’(取消隐藏或删去以后再公开)"
    ]


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more="附件: b.xlsx\n"), "policies/b.xlsx": xlsx({"甲": f"<sheetData>{row(1, '丙')}</sheetData>"})})
    assert found.lines("P153") == []
