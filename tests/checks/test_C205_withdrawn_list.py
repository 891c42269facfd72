"""Rule C205: what it finds and what it leaves alone; what else is said of the list."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy

HEAD = "网址,标题,文号,下架日,下架原因\n"


def test_rows_that_no_page_can_be_made_of(column: Callable[..., Column]) -> None:
    rows = ["policies/gone.html,没有了的,,2026-01-05,移交档案馆", "2020-35.md,写了文件名,,2026-01-05,", "../a.html,出了专栏,,2026-01-05,",
            "policies/p.html,放回来的,,2026-01-05,", "policies/gone.html,又写一次,,2026-01-05,", "guide.html,将来的,,2026-12-01,"]  # fmt: skip
    found = column({"policies/p.md": policy(), "content/withdrawn.csv": HEAD + "\n".join(rows)})
    assert found.lines("C205") == [
        "content/withdrawn.csv:3: 错误 C205 网址“2020-35.md”不能用(写专栏里的网址，如“policies/2020-35.html”)",
        "content/withdrawn.csv:4: 错误 C205 网址“../a.html”不能用(写专栏里的网址，如“policies/2020-35.html”)",
        "content/withdrawn.csv:5: 错误 C205 “policies/p.html”又有了文件 policies/p.md，却写着撤下(放回来的，删去这一行；要撤下的，在文件里写“下架日”)",
        "content/withdrawn.csv:6: 错误 C205 “policies/gone.html”写了两次，第一次在第 2 行(只留一行)",
        "content/withdrawn.csv:7: 错误 C205 下架日 2026-12-01 还没有到（今天 2026-11-21），而文件已经没有了(写文件撤下的那一天)",
    ]
    assert sorted(found.site.withdrawn) == ["guide.html", "policies/gone.html"]  # whatever the severity, nothing leads out of the column
    assert [line for line in found.lines("L120") if "withdrawn" in line] == []


def test_what_cannot_be_read(column: Callable[..., Column]) -> None:
    found = column({"content/withdrawn.csv": "网址,题目,下架日\npolicies/a.html,甲,2026年1月5日\n,乙,去年\n"})
    assert [str(problem) for problem in found.problems if problem.place.path == "content/withdrawn.csv"] == [
        "content/withdrawn.csv:1: 错误 C203 不认识的列“题目”(是不是“标题”)",
        "content/withdrawn.csv:1: 错误 C203 没有“标题”这一列(第一行是列名，把它补上)",
        "content/withdrawn.csv:2: 警告 F102 “下架日”的日期写作“2026年1月5日”(应为“2026-01-05”)",
        "content/withdrawn.csv:3: 错误 C203 这一行没有“网址”(原来的网址，如 policies/2020-35.html)",
        "content/withdrawn.csv:3: 错误 F107 “下架日”的日期“去年”读不出(写作“2020-08-14”)",
    ]
