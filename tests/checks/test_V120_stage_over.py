"""Rule V120: plans whose limits are all over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from tests.conftest import Column, policy

PLAN = "关于印发2020年政务公开工作要点的通知"
HINT = "(任务完成的宣布失效，或补“有效期至”；还要执行的，清理时写“继续有效”)"


def found(column: Callable[..., Column], title: str, body: str, more: str = "", validity: str = "有效", today: date = date(2026, 11, 21)) -> list[str]:
    text = policy("甲政发〔2020〕7号", title, "2020-05-30", validity, more, body)
    return column({"policies/p.md": text}, today=today).lines("V120")


@pytest.mark.parametrize(
    ("title", "body", "last"),
    [
        (PLAN, "2020年8月底前完成清单，2020年9月底前公布。", "2020年"),
        ("关于推进政务公开的实施方案", "2020年8月底前完成清单，2021年6月30日前公布。", "2021年6月30日前"),
        ("社区服务三年行动计划", "到2022年，建成十个站点；2021年底前，先建五个。", "2022年"),
    ],
)
def test_plans_that_are_over(column: Callable[..., Column], title: str, body: str, last: str) -> None:
    assert found(column, title, body) == [
        f"policies/p.md:6: 提示 V120 文中的时限都已过去（最晚的是“{last}”），文件还是有效的{HINT}"
    ]


@pytest.mark.parametrize(
    ("title", "body", "more", "validity"),
    [
        ("甲区河湖管理办法", "2020年底前完成登记。", "", "有效"),
        (PLAN, "2020年底前完成。", "有效期至: 2027-12-31\n", "有效"),
        (PLAN, "2020年底前完成。", "", "失效"),
        ("关于推进政务公开的实施方案", "2020年底前完成清单，2030年全面建成。", "", "有效"),
        ("关于推进政务公开的实施方案", "2020年底前完成清单，此后每年更新。到2027年底评估。", "", "有效"),
        ("关于推进政务公开的实施方案", "年底前完成清单。", "", "有效"),
        ("关于推进政务公开的实施方案", "2018年的做法由2021年的办法接替，2020年底前完成。", "", "有效"),
    ],
)
def test_what_goes_on_is_left_alone(column: Callable[..., Column], title: str, body: str, more: str, validity: str) -> None:
    assert found(column, title, body, more, validity) == []


def test_half_a_year_later(column: Callable[..., Column]) -> None:
    assert found(column, PLAN, "完成。", today=date(2021, 6, 29)) == []
    assert len(found(column, PLAN, "完成。", today=date(2021, 6, 30))) == 1


@pytest.mark.parametrize(("day", "count"), [("2021-03-05", 0), ("2020-11-05", 1)])
def test_a_cleaning_since_then_has_decided(column: Callable[..., Column], day: str, count: int) -> None:
    made = column({
        "policies/p.md": policy("甲政发〔2020〕7号", PLAN, "2020-05-30", body="完成。"),
        "policies/q.md": policy(f"甲政发〔{day[:4]}〕9号", "关于公布清理结果的通知", day, more=f"清理截止日: {day}\n清理:\n  - 甲政发〔2020〕7号 继续有效\n"),
    })  # fmt: skip
    assert len(made.lines("V120")) == count
