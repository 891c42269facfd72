"""清理 for programs: what a cleaning lists, and what cleanings said of a policy."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy

from gongkai.publishing.data import library_csv, policy_record


def test_rows_totals_and_what_was_said_of_each(column: Callable[..., Column]) -> None:
    rows = "清理截止日: 2023-04-30\n清理:\n  - 甲政发〔2018〕1号 继续有效 第三条已修改\n  - 甲政发〔2018〕2号 废止\n  - 乙政发〔2018〕3号 失效\n"
    made = column({
        "policies/p.md": policy(title="关于公布清理结果的通知", more=rows),
        "policies/a.md": policy("甲政发〔2018〕1号", "第一份办法", "2018-01-01"),
        "policies/b.md": policy("甲政发〔2018〕2号", "第二份办法", "2018-01-01", "废止"),
    })
    links = made.links
    assert policy_record(links.policies["p"], links)["清理"] == {
        "截止日": "2023-04-30",
        "件数": {"继续有效": 1, "废止": 1, "失效": 1},
        "文件": [
            {"结论": "继续有效", "slug": "a", "标题": "第一份办法", "文号": "甲政发〔2018〕1号", "备注": "第三条已修改"},
            {"结论": "废止", "slug": "b", "标题": "第二份办法", "文号": "甲政发〔2018〕2号"},
            {"结论": "失效", "名称": "乙政发〔2018〕3号"},
        ],
    }
    said = policy_record(links.policies["a"], links)
    assert said["清理记录"] == [{"slug": "p", "日期": "2023-05-30", "结论": "继续有效"}]
    assert "清理" not in said
    assert "CleaningRow" not in library_csv(made.site, links)
