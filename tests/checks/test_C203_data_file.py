"""Rule C203: data files that are not there, not read, or not wanted."""

from __future__ import annotations

from collections.abc import Callable

from tests.checks.data_pages import HEADING, item, page
from tests.conftest import Column


def test_data_files(column: Callable[..., Column]) -> None:
    files: dict[str, str | bytes] = {
        "content/a.md": page("事项目录", "[a.csv, b.csv, ../c.csv]"),
        "content/a.csv": (HEADING.replace("公开主体", "公开主题") + item()).encode("gbk"),
        "content/text.md": page("指南", "a.csv"),
        "content/none.md": page("", "a.csv").replace("页面类型: \n", ""),
        "content/sub/index.md": page("会议", "m.csv"),
        "content/sub/m.csv": "日期,会议,议题\n2026-01-01,常务会议,甲\n",
    }
    kinds = "事项目录、重大行政决策、项目、建议提案、重点任务、会议、机构职能、领导、专题、公报、依据目录、政策清单、年报"
    assert column(files).lines("C203") == [
        "content/a.csv:1: 错误 C203 不认识的列“公开主题”(是不是“公开主体”)",
        "content/a.csv:1: 错误 C203 没有“公开主体”这一列(第一行是列名，把它补上)",
        "content/a.md:6: 错误 C203 数据文件“../c.csv”不能用(把它放在本文件旁边，写文件名)",
        "content/a.md:6: 错误 C203 没有数据文件“b.csv”(应在 content/b.csv)",
        f"content/none.md:5: 错误 C203 写了“数据”，没有写“页面类型”(有数据的页面类型：{kinds})",
        "content/sub/index.md:6: 错误 C203 文件名是 index.md，是栏目的引言，不显示数据(给它换一个文件名)",
        f"content/text.md:6: 错误 C203 页面类型“指南”没有数据(有数据的页面类型：{kinds})",
    ]


def test_dates_in_data_have_their_row(column: Callable[..., Column]) -> None:
    files = {"content/m.md": page("会议", "m.csv"), "content/m.csv": "日期,会议,议题\n2026年1月32日,常务会议,甲\n"}
    found = column(files)
    assert [str(p) for p in found.problems if p.place.path.endswith(".csv")] == [
        "content/m.csv:2: 错误 F107 “日期”的日期“2026年1月32日”在日历上没有(核对年、月、日、时、分)"
    ]


def test_the_data_of_a_draft_stops_nothing(column: Callable[..., Column]) -> None:
    files = {"content/m.md": page("会议", "m.csv", "草稿: true\n"), "content/m.csv": "日期,会议,议题,文案\n2026-01-01,会,题,\n"}
    assert [line.split(" ")[1] for line in column(files).lines("C203")] == ["警告"]
