"""Rule T102: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_later_than_the_document_itself_allows(column: Callable[..., Column]) -> None:
    def one(n: int, deadline: str, published: str) -> str:
        return policy(f"甲政发〔2026〕{n}号", issued="2026-05-06", more=f"公开日期: {published}\n公开时限: {deadline}\n")

    files = {
        "policies/a.md": one(1, "自形成之日起3个工作日内", "2026-05-12"),
        "policies/b.md": one(2, "自形成之日起三个工作日内", "2026-05-11"),
        "policies/c.md": one(3, "10日内", "2026-05-17"),
        "policies/d.md": one(4, "2026年5月10日前", "2026-05-11"),
        "policies/e.md": one(5, "长期公开", "2026-05-29"),
        "policies/f.md": one(6, "自形成之日起20个工作日内", "2026-06-30"),
        "policies/g.md": one(7, "自形成之日起3个工作日内", "2026-05-09"),
    }
    assert column(files).lines("T102") == [
        "policies/a.md:7: 警告 T102 公开日期 2026-05-12，晚于本文件“公开时限”（自形成之日起3个工作日内）的最后一天 2026-05-09(核对公开日期和公开时限)",
        "policies/b.md:7: 警告 T102 公开日期 2026-05-11，晚于本文件“公开时限”（自形成之日起三个工作日内）的最后一天 2026-05-09(核对公开日期和公开时限)",
        "policies/c.md:7: 警告 T102 公开日期 2026-05-17，晚于本文件“公开时限”（10日内）的最后一天 2026-05-16(核对公开日期和公开时限)",
        "policies/d.md:7: 警告 T102 公开日期 2026-05-11，晚于本文件“公开时限”（2026年5月10日前）的最后一天 2026-05-10(核对公开日期和公开时限)",
    ]


def test_nothing_is_late_that_names_no_day(column: Callable[..., Column]) -> None:
    files = {
        "policies/a.md": policy(issued="2026-05-06", more="公开时限: 自形成之日起3个工作日内\n"),
        "policies/b.md": policy("甲政发〔2026〕2号", issued="2026-05-06", more="公开日期: 2026-06-30\n公开时限: 2026年13月1日前\n"),
    }
    assert column(files).lines("T102") == []
