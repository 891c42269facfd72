"""Rule T121: what it finds and what it leaves alone."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date

from tests.conftest import Column, policy

from gongkai import checks
from gongkai.model.site import History


def with_history(made: Column, history: History) -> list[str]:
    problems = checks.run(dataclasses.replace(made.site, history=history), made.links)
    return [str(problem) for problem in problems if problem.id == "T121"]


def test_one_line_where_git_cannot_say(column: Callable[..., Column]) -> None:
    made = column({"policies/a.md": policy(more="公开日期: 2023-06-01\n")})
    assert with_history(made, History(missing="Git 仓库是浅克隆")) == [
        "site.yaml:1: 提示 T121 Git 仓库是浅克隆，没有拿公开日期与 Git 历史对照(让流水线取全部历史，或在“级别”里关闭 T121)"
    ]
    assert with_history(made, History({"policies/a.md": date(2023, 6, 1)})) == []
    assert made.lines("T121") == []  # outside Git there is nothing to be compared
