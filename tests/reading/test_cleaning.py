"""清理: every way an editor may write a row, the CSV beside the file, the numbers that a text states."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Column, policy

from gongkai.model.documents import CleaningRow
from gongkai.model.validity import Conclusion
from gongkai.reading.cleaning import read_rows, stated_counts
from gongkai.reading.entries import Entry, Item, Row

ROW = "甲政发〔2018〕9号"
WAYS = {
    f"清理:\n  - {ROW} 继续有效\n": ("继续有效", "", ""),
    f"清理:\n  - {ROW}　废止　与上位法不一致\n": ("废止", "", "与上位法不一致"),
    f"清理: [{ROW} 宣布失效]\n": ("宣布失效", "", ""),
    f"清理:\n  - 文号: {ROW}\n    名称: 河湖管理办法\n    结论: 拟修改\n    备注: 第三条\n": ("拟修改", "河湖管理办法", "第三条"),
    f"清理:\n  - {{文号: {ROW}, 名称: 《河湖管理办法》, 结论: 期满失效}}\n": ("期满失效", "河湖管理办法", ""),
    f"清理:\n  - 文号：{ROW}，结论：予以废止，理由：任务完成\n": ("予以废止", "", "任务完成"),
}


def rows(column: Column) -> tuple[CleaningRow, ...]:
    return next(p for p in column.site.policies if p.slug == "p").cleaning


@pytest.mark.parametrize("more", WAYS)
def test_a_row_may_be_written_in_any_of_these_ways(column: Callable[..., Column], more: str) -> None:
    found = column({"policies/p.md": policy(more=more)})
    assert [(r.text, r.word, r.title, r.note) for r in rows(found)] == [(ROW, *WAYS[more])]
    assert found.lines("V107") == []


def test_a_list_of_its_own_beside_the_file(column: Callable[..., Column]) -> None:
    listed = "序号,文件名称,文号,清理结果,备注\r\n1,《河湖管理办法》,甲政发〔2018〕9号,继续有效,\r\n,,,,\r\n2,绿化规定,,失效,任务完成\r\n"
    files = {"policies/p.md": policy(more="清理目录: q.csv\n清理:\n  - 甲政发〔2019〕1号 废止\n")}
    for raw in (listed.encode("utf-8-sig"), listed.encode("utf-8"), listed.encode("gb18030")):
        found = rows(column({**files, "policies/q.csv": raw}))
        assert [(r.text, r.conclusion, r.path, r.line) for r in found] == [
            ("甲政发〔2019〕1号", Conclusion.REPEALED, "", 9),
            ("甲政发〔2018〕9号", Conclusion.CONTINUES, "policies/q.csv", 2),
            ("《绿化规定》", Conclusion.LAPSED, "policies/q.csv", 4),
        ]


def test_mappings_are_for_this_key_alone(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more="废止:\n  - 文号: 甲政发〔2018〕9号\n    结论: 废止\n")})
    assert found.lines("F002") == ["policies/p.md:7: 错误 F002 “废止”的值不能再分层(写一个值，或一列值)"]


@pytest.mark.parametrize(("text", "wanted"), [
    ("本次共清理行政规范性文件300件，其中继续有效270件，废止28件，宣布失效2件。",
     [("", 300), ("继续有效", 270), ("废止", 28), ("宣布失效", 2)]),
    ("270件继续有效、28件废止、2件宣布失效", [("继续有效", 270), ("废止", 28), ("宣布失效", 2)]),
    ("继续有效的行政规范性文件共 13 份", [("继续有效", 13)]),
    ("| 继续有效 | 13 |", [("继续有效", 13)]),
    ("| 合计 | 16 件 |", [("", 16)]),
    ("废止和失效文件3件", []),
    ("收到意见建议14条，采纳9条；办理废止证照5件", []),
])  # fmt: skip
def test_numbers_that_a_text_states(text: str, wanted: list[tuple[str, int]]) -> None:
    assert [(c.word, c.count) for c in stated_counts(text, 1)] == wanted


@given(st.text(alphabet="清理共继续有效废止失效件0123，。|：\n 目录文件", max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    assert all(1 <= c.line <= text.count("\n") + 1 and c.count >= 0 for c in stated_counts(text, 1))


@given(st.text(alphabet="文号结论名称备注：:，, {}甲政发〔2018〕9号废止继续有效《》()（）|\n", max_size=50))
def test_no_row_is_too_odd(text: str) -> None:
    found: list[str] = []
    entry = Entry("清理", 1, (Item(text, 2),), True, (Row((("文号", text), (text, "废止")), 3),))
    rows = read_rows(entry, lambda kind, line, message, hint: found.append(message))
    assert len(rows) + len(found) >= 2
    assert all(row.text and row.line in (2, 3) for row in rows)
