"""Rule C212: columns of 法定事项 that no catalogue has."""

from __future__ import annotations

from collections.abc import Callable

from tests.checks.data_pages import HEADING, item, page
from tests.conftest import Column

SETTINGS = "名称: 甲\n栏目:\n  - {法定事项: 20-4}\n  - {法定事项: 20-7}\n"


def test_columns_without_an_item(column: Callable[..., Column]) -> None:
    files = {"content/m.md": page("事项目录", "m.csv"), "content/m.csv": HEADING + item(link="20-4")}
    assert column(files, SETTINGS).lines("C212") == [
        "site.yaml:4: 警告 C212 栏目“财政预算决算”在主动公开事项目录里没有一项(在目录里加上这一项，链接写“item-20-7”)"
    ]


def test_nothing_is_said_without_a_catalogue(column: Callable[..., Column]) -> None:
    assert column({}, SETTINGS).lines("C212") == []
