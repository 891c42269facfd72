"""Rule C222: tables that do not add up."""

from __future__ import annotations

from collections.abc import Callable

from tests.checks.data_pages import REPORT, page
from tests.conftest import Column

SOUND = "申请:\n  新收: [5, 2, 0, 0, 0, 0, 7]\n  上年结转: [1]\n  予以公开: [4, 1]\n  总计: [4, 1]\n  结转下年: [2, 1]\n复议诉讼:\n  行政复议: [1, 0, 0, 0, 1]\n"


def found(column: Callable[..., Column], data: str) -> list[str]:
    return column({"content/r.md": page("年报", "r.yaml", body=REPORT), "content/r.yaml": data}).lines("C222")


def test_sound_tables(column: Callable[..., Column]) -> None:
    assert found(column, SOUND) == []


def test_sums(column: Callable[..., Column]) -> None:
    wrong = SOUND.replace("0, 7]", "0, 8]").replace("总计: [4, 1]", "总计: [4, 2]").replace("0, 1]", "0, 2]").replace("[2, 1]", "[1, 1]")
    assert found(column, wrong) == [
        "content/r.yaml:2: 错误 C222 “一、本年新收政府信息公开申请数量”的“总计”是 8，算出来是 7(核对这一行和这一列的数)",
        "content/r.yaml:5: 错误 C222 “（七）总计”的“商业企业”是 2，算出来是 1(核对这一行和这一列的数)",
        "content/r.yaml:6: 错误 C222 “四、结转下年度继续办理”的“自然人”是 1，算出来是 2(核对这一行和这一列的数)",
        "content/r.yaml:8: 错误 C222 “行政复议”的“总计”是 2，算出来是 1(核对这一行和这一列的数)",
    ]


def test_more_done_than_came(column: Callable[..., Column]) -> None:
    assert found(column, "申请:\n  新收: [1]\n  予以公开: [2]\n") == [
        "content/r.md:6: 错误 C222 “自然人”一列办结的比新收和结转的多(核对新收、上年结转和各项结果)"
    ]
