"""The key 更正 as editors write it: a list of lines, one line, or 日期 and 内容; what cannot be read says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Column, interpretation, policy

from gongkai.model.documents import Correction
from gongkai.model.fields import Form
from gongkai.reading.entries import read_entries
from gongkai.reading.values import read_value

DAY = date(2026, 3, 5)


@pytest.mark.parametrize("written", [
    "更正: 2026-03-05 甲改为乙\n", "更正:\n  - 2026-03-05 甲改为乙\n", "更正:\n  - 2026-03-05：甲改为乙\n", "更正：\n  - 2026年3月5日　甲改为乙\n",
    "更正:\n  - 日期: 2026-03-05\n    内容: 甲改为乙\n", "更正: [2026/3/5 甲改为乙]\n", "更正:\n  - 2026-03-05，甲改为乙\n",
])  # fmt: skip
def test_ways_to_write_one(column: Callable[..., Column], written: str) -> None:
    read = column({"policies/p.md": policy(more=written)}).site.policies[0].corrections
    assert [(one.day, one.text) for one in read] == [(DAY, "甲改为乙")]


def test_of_every_kind_of_document_with_lines(column: Callable[..., Column]) -> None:
    more = "更正:\n  - 2026-03-05 甲\n  - {日期: 2026-03-06, 内容: 乙}\n"
    page = f"---\n标题: 页\n公开日期: 2026-01-01\n{more}---\n\n正文\n"
    site = column({"policies/p.md": policy(more=more), "interpretations/i.md": interpretation(more=more), "content/a.md": page}).site
    assert [document.corrections for document in site.documents()] == [
        (Correction(DAY, "甲", line), Correction(date(2026, 3, 6), "乙", line + 1)) for line in (8, 7, 5)
    ]


def test_what_cannot_be_read(column: Callable[..., Column]) -> None:
    more = "更正:\n  - 第三条改了\n  - 2026-03-05\n  - 2026-13-05 甲\n  - 日期: 2026-03-05\n    改动: 乙\n  - 去年3月 丙\n  - 26-3-5 丁\n"
    found = column({"policies/p.md": policy(more=more)})
    assert [str(problem) for problem in found.problems] == [
        "policies/p.md:8: 错误 F107 “更正”的一项没有日期(写作“2026-03-05 改了什么”)",
        "policies/p.md:9: 警告 F007 “更正”的一项没有写改了什么(写作“2026-03-05 改了什么”)",
        "policies/p.md:10: 错误 F107 “更正”的日期“2026-13-05”在日历上没有(核对年、月、日、时、分)",
        "policies/p.md:11: 错误 F005 “更正”里不认识的键“改动”(可用：日期、内容)",
        "policies/p.md:11: 警告 F007 “更正”的一项没有写改了什么(写作“2026-03-05 改了什么”)",
        "policies/p.md:13: 错误 F107 “更正”的一项没有日期(写作“2026-03-05 改了什么”)",
        "policies/p.md:14: 错误 F107 “更正”的日期“26-3-5”读不出(写作“2020-08-14”)",
    ]
    assert found.site.policies[0].corrections == ()


def test_a_day_still_to_come_is_an_error_and_on_no_page(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more="公开日期: 2023-06-01\n更正: 2026-12-01 甲改为乙\n")})
    assert found.lines("T115") == ["policies/p.md:8: 错误 T115 更正 2026-12-01 还没有到（今天 2026-11-21）(写改正的那一天)"]
    assert found.site.corrected == ()


@given(st.text(alphabet="0123456789-/年月日 ：:，甲改\u3000{}[]'\"", max_size=30))
def test_whatever_is_written_it_is_read_or_reported(text: str) -> None:
    entries, _ = read_entries(f"更正: {text}", 1)
    for entry in entries or ():
        misreadings: list[object] = []
        read = read_value(Form.CORRECTIONS, entry, misreadings)  # type: ignore[arg-type]
        assert len(read) >= len(entry.items) - len(misreadings)
        assert all(isinstance(one, Correction) and one.text for one in read)
