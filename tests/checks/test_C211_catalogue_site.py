"""Rule C211: items that promise the website."""

from __future__ import annotations

from collections.abc import Callable

from tests.checks.data_pages import HEADING, item, page
from tests.conftest import Column

SETTINGS = "名称: 甲\n栏目:\n  - {名称: 空的, 代码: empty, 目录: empty}\n  - {名称: 目录, 代码: m, 目录: m}\n"


def test_promises(column: Callable[..., Column]) -> None:
    rows = item("一") + item("二", link="empty") + item("三", link="m") + item("四", channels="□政府网站 ■公示栏")
    files = {"content/m/m.md": page("事项目录", "m.csv"), "content/m/m.csv": HEADING + rows}
    assert column(files, SETTINGS).lines("C211") == [
        "content/m/m.csv:2: 错误 C211 “一”勾选了政府网站，没有链接(在“链接”里写公开它的栏目、文件或网址)",
        "content/m/m.csv:3: 错误 C211 “二”链接的栏目“空的”是空白的(先把内容放进去)",
    ]
