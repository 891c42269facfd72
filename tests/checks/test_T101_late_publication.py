"""Rule T101: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_more_working_days_than_the_law_allows(column: Callable[..., Column]) -> None:
    files = {
        "policies/late.md": policy(issued="2026-01-05", more="公开日期: 2026-03-20\n"),
        "policies/just.md": policy("甲政发〔2026〕2号", issued="2026-09-15", more="公开日期: 2026-10-19\n"),
        "policies/over.md": policy("甲政发〔2026〕3号", issued="2026-09-15", more="公开日期: 2026-10-20\n"),
    }
    assert column(files).lines("T101") == [
        "policies/late.md:7: 警告 T101 发文日期 2026-01-05，到公开日期 2026-03-20 是 50 个工作日，超过 20 个"
        "(应在 2026-02-02 以前公开；日期写错的更正)",
        "policies/over.md:7: 警告 T101 发文日期 2026-09-15，到公开日期 2026-10-20 是 21 个工作日，超过 20 个"
        "(应在 2026-10-19 以前公开；日期写错的更正)",
    ]


def test_from_the_last_change_on_and_on_request_never(column: Callable[..., Column]) -> None:
    files = {
        "policies/p.md": policy(issued="2025-01-05", validity="已修改", more="公开日期: 2026-03-20\n"),
        "policies/q.md": policy("甲政发〔2026〕2号", issued="2026-03-16", more="修改: 甲政发〔2023〕7号\n"),
        "policies/r.md": policy("甲政发〔2026〕3号", issued="2026-01-05", more="公开方式: 依申请公开\n公开日期: 2026-03-20\n"),
        "policies/s.md": policy("甲政发〔2007〕3号", issued="2007-01-05", more="公开日期: 2026-03-20\n"),
    }
    assert column(files).lines("T101") == []


def test_beyond_the_table_of_holidays_it_is_an_estimate(column: Callable[..., Column]) -> None:
    files = {"policies/p.md": policy(issued="2033-01-03", more="公开日期: 2033-03-01\n")}
    assert column(files).lines("T101") == [
        "policies/p.md:7: 警告 T101 发文日期 2033-01-03，到公开日期 2033-03-01 是 41 个工作日（估算，没有那一年的放假安排），超过 20 个"
        "(应在 2033-01-31 以前公开；日期写错的更正)"
    ]


def test_the_number_of_days_is_a_setting(column: Callable[..., Column]) -> None:
    files = {"policies/p.md": policy(issued="2026-03-02", more="公开日期: 2026-03-10\n")}
    assert column(files).lines("T101") == []
    assert column(files, "名称: 甲\n阈值: {主动公开工作日: 5}\n").lines("T101") == [
        "policies/p.md:7: 警告 T101 发文日期 2026-03-02，到公开日期 2026-03-10 是 6 个工作日，超过 5 个"
        "(应在 2026-03-09 以前公开；日期写错的更正)"
    ]


def test_old_ones_that_came_on_one_day_are_told_once(column: Callable[..., Column]) -> None:
    files = {f"policies/p{n}.md": policy(f"甲政发〔2015〕{n}号", issued=f"2015-0{n}-04", more="公开日期: 2020-06-01\n") for n in (1, 2, 3, 4)}
    files["policies/q.md"] = policy("甲政发〔2020〕1号", issued="2020-02-03", more="公开日期: 2020-06-01\n")
    assert [line.split("(")[0] for line in column(files).lines("T101")] == [
        "policies/p1.md:7: 警告 T101 2020-06-01 这一天公开了 4 份一年以前的文件：甲政发〔2015〕1号、甲政发〔2015〕2号、甲政发〔2015〕3号等",
        "policies/q.md:7: 警告 T101 发文日期 2020-02-03，到公开日期 2020-06-01 是 83 个工作日，超过 20 个",
    ]
