"""Rule T120: what it finds and what it leaves alone."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date

from tests.conftest import Column, policy

from gongkai import checks
from gongkai.model.site import History


def with_history(made: Column, history: History) -> list[str]:
    problems = checks.run(dataclasses.replace(made.site, history=history), made.links)
    return [str(problem) for problem in problems if problem.id == "T120"]


def test_dated_before_it_came_into_git(column: Callable[..., Column]) -> None:
    files = {
        "policies/a.md": policy(issued="2026-03-01", more="公开日期: 2026-03-01\n"),
        "policies/b.md": policy("甲政发〔2026〕2号", issued="2026-03-01", more="公开日期: 2026-11-05 09:00\n"),
        "policies/c.md": policy("甲政发〔2026〕3号", issued="2026-03-01", more="公开日期: 2026-03-01\n"),  # not committed yet
    }
    history = History({path: date(2026, 11, 10) for path in ("policies/a.md", "policies/b.md")})
    assert with_history(column(files), history) == [
        "policies/a.md:7: 警告 T120 公开日期 2026-03-01，而文件 2026-11-10 才第一次提交到 Git，晚了 254 天"
        "(写真正公开的日期；从旧网站迁移来的，在规则参数里写“迁移截止日”)"
    ]
    assert with_history(column(files), History(missing="浅克隆")) == []
    assert with_history(column(files, "名称: 甲\n规则参数: {迁移截止日: 2026-11-10}\n"), history) == []
    assert len(with_history(column(files, "名称: 甲\n规则参数: {迁移截止日: 2026-11-09}\n"), history)) == 1
    assert len(with_history(column(files, "名称: 甲\n阈值: {补录宽限天数: 0}\n"), history)) == 2


def test_a_whole_column_that_came_in_one_go_is_one_finding(column: Callable[..., Column]) -> None:
    files = {f"policies/p{n}.md": policy(f"甲政发〔2020〕{n}号", issued="2020-03-01", more=f"公开日期: 2020-03-{n:02}\n") for n in range(1, 24)}
    assert with_history(column(files), History(dict.fromkeys(files, date(2026, 11, 10)))) == [
        "site.yaml:1: 警告 T120 2026-11-10 第一次提交到 Git 的 23 篇，公开日期都早得多，最早的是 2020-03-01"
        "(是从旧网站迁移来的，在规则参数里写“迁移截止日: 2026-11-10”)"
    ]


def test_a_week_of_grace_and_twenty_that_came_together(column: Callable[..., Column]) -> None:
    files = {"policies/a.md": policy(issued="2026-03-01", more="公开日期: 2026-11-03\n")}
    assert with_history(column(files), History({"policies/a.md": date(2026, 11, 10)})) == []
    assert len(with_history(column(files), History({"policies/a.md": date(2026, 11, 11)}))) == 1
    many = {f"policies/p{n}.md": policy(f"甲政发〔2020〕{n}号", issued="2020-03-01", more="公开日期: 2020-03-02\n") for n in range(1, 21)}
    assert len(with_history(column(many), History(dict.fromkeys(many, date(2026, 11, 10))))) == 1
    del many["policies/p1.md"]
    assert len(with_history(column(many), History(dict.fromkeys(many, date(2026, 11, 10))))) == 19
