"""有效性 as effects: chains, future days, documents outside the column, and what no one declared."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from tests.conftest import Column, policy


def standing(column: Column, slug: str) -> tuple[str, str, str]:
    """State, reason, and what comes next."""
    found = column.links.standings[slug]
    upcoming = f"{found.upcoming.since} {found.upcoming.state.value}" if found.upcoming else ""
    return found.state.value, found.now.reason, upcoming


def test_a_repeals_b_that_had_amended_c(column: Callable[..., Column]) -> None:
    found = column({
        "policies/a.md": policy("甲政发〔2024〕1号", issued="2024-01-01", more="废止: b\n"),
        "policies/b.md": policy("甲政发〔2022〕1号", issued="2022-01-01", validity="废止", more="修改: c\n"),
        "policies/c.md": policy("甲政发〔2020〕1号", issued="2020-01-01", validity="已修改"),
    })
    assert standing(found, "b") == ("废止", "被甲政发〔2024〕1号废止", "")
    assert standing(found, "c") == ("已修改", "经甲政发〔2022〕1号修改", "")
    assert [str(p) for p in found.problems] == []


def test_a_repealed_repeal_revives_nothing(column: Callable[..., Column]) -> None:
    found = column({
        "policies/a.md": policy("甲政发〔2024〕1号", issued="2024-01-01", more="废止: b\n"),
        "policies/b.md": policy("甲政发〔2022〕1号", issued="2022-01-01", validity="废止", more="废止: c\n"),
        "policies/c.md": policy("甲政发〔2020〕1号", issued="2020-01-01", validity="废止"),
    })
    assert standing(found, "c") == ("废止", "被甲政发〔2022〕1号废止", "")


def test_what_is_repealed_before_it_takes_effect_never_had_an_effect(column: Callable[..., Column]) -> None:
    found = column({
        "policies/a.md": policy("甲政发〔2024〕2号", issued="2024-02-01", more="废止: b\n"),
        "policies/b.md": policy("甲政发〔2024〕1号", issued="2024-01-01", validity="废止", more="施行日期: 2024-06-01\n废止: c\n"),
        "policies/c.md": policy("甲政发〔2020〕1号", issued="2020-01-01"),
    })
    assert standing(found, "c") == ("有效", "2020-01-01发布", "")
    assert found.lines("V101") == []


FUTURE = {
    "policies/new.md": policy("甲政发〔2026〕9号", issued="2026-11-01", validity="尚未施行", more="施行日期: 2027-01-01\n废止: old\n"),
    "policies/old.md": policy("甲政发〔2020〕1号", issued="2020-01-01"),
}


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 21), {"new": ("尚未施行", "自2027-01-01起施行", "2027-01-01 有效"), "old": ("有效", "2020-01-01发布", "2027-01-01 废止")}),
        (date(2027, 1, 1), {"new": ("有效", "自2027-01-01起施行", ""), "old": ("废止", "被甲政发〔2026〕9号废止", "")}),
    ],
)
def test_the_day_decides(column: Callable[..., Column], today: date, expected: dict[str, tuple[str, str, str]]) -> None:
    found = column(FUTURE, today=today)
    assert {slug: standing(found, slug) for slug in ("new", "old")} == expected


def test_the_last_day_counts(column: Callable[..., Column]) -> None:
    files = {"policies/p.md": policy(more="有效期至: 2026-12-31\n")}
    assert standing(column(files, today=date(2026, 12, 31)), "p") == ("有效", "2023-05-30发布", "2027-01-01 失效")
    assert standing(column(files, today=date(2027, 1, 1)), "p") == ("失效", "有效期至2026-12-31", "")


def test_no_value_and_no_evidence_is_to_be_verified(column: Callable[..., Column]) -> None:
    bare = "---\n标题: 通知\n发文机关: 甲\n发文日期: 2020-01-01\n{}---\n"
    assert standing(column({"policies/p.md": bare.format("")}), "p") == ("待核", "没有标注有效性", "")
    assert standing(column({"policies/p.md": bare.format("有效期至: 2021-01-01\n")}), "p") == ("失效", "有效期至2021-01-01", "")


def test_what_is_written_by_hand_is_believed_where_nothing_speaks_against_it(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(validity="部分失效", more="有效期至: 2026-12-31\n")})
    assert standing(found, "p") == ("部分失效", "发文机关标注", "2027-01-01 失效")
    assert standing(column({"policies/p.md": policy(validity="废止")}), "p") == ("废止", "发文机关标注", "")


def test_drafts_and_what_is_not_yet_published_have_no_effect(column: Callable[..., Column]) -> None:
    files = {
        "policies/new.md": policy("甲政发〔2024〕1号", issued="2024-01-01", more="废止: old\n草稿: true\n"),
        "policies/later.md": policy("甲政发〔2024〕2号", issued="2024-01-01", more="废止: old\n发布于: 2027-01-01\n"),
        "policies/old.md": policy("甲政发〔2020〕1号", issued="2020-01-01"),
    }
    assert standing(column(files), "old") == ("有效", "2020-01-01发布", "")


def test_a_withdrawn_document_keeps_its_effect(column: Callable[..., Column]) -> None:
    files = {
        "policies/new.md": policy("甲政发〔2024〕1号", issued="2024-01-01", more="废止: old\n下架日: 2025-01-01\n"),
        "policies/old.md": policy("甲政发〔2020〕1号", issued="2020-01-01", validity="废止"),
    }
    found = column(files)
    assert standing(found, "old") == ("废止", "被甲政发〔2024〕1号废止", "")
    assert found.links.effects_on["old"] == ()


def test_a_circle_ends(column: Callable[..., Column]) -> None:
    found = column({
        "policies/a.md": policy("甲政发〔2024〕1号", issued="2024-01-01", validity="废止", more="废止: b\n"),
        "policies/b.md": policy("甲政发〔2024〕2号", issued="2024-01-01", validity="废止", more="废止: c\n"),
        "policies/c.md": policy("甲政发〔2024〕3号", issued="2024-01-01", validity="废止", more="废止: a\n"),
    })
    assert {found.links.standings[slug].state.value for slug in "abc"} == {"废止"}


def test_repealed_before_it_applied_it_never_will(column: Callable[..., Column]) -> None:
    found = column({
        "policies/a.md": policy("甲政发〔2026〕1号", issued="2026-01-01", validity="废止", more="施行日期: 2027-06-01\n"),
        "policies/b.md": policy("甲政发〔2026〕2号", issued="2026-05-01", more="废止: a\n"),
    })
    assert standing(found, "a") == ("废止", "被甲政发〔2026〕2号废止", "")
    assert found.problems == []


def test_an_amendment_of_what_does_not_yet_apply_comes_with_it(column: Callable[..., Column]) -> None:
    files = {
        "policies/a.md": policy("甲政发〔2026〕1号", issued="2026-01-01", validity="尚未施行", more="施行日期: 2027-06-01\n"),
        "policies/b.md": policy("甲政发〔2026〕2号", issued="2026-05-01", more="修改: a\n"),
    }
    assert standing(column(files), "a")[0] == "尚未施行"
    assert column(files).problems == []
    assert standing(column(files, today=date(2027, 6, 1)), "a")[:2] == ("已修改", "经甲政发〔2026〕2号修改")


@pytest.mark.parametrize("written", ["失效", "废止"])
def test_of_two_ends_the_editor_may_name_either(column: Callable[..., Column], written: str) -> None:
    found = column({
        "policies/a.md": policy("甲政发〔2019〕1号", issued="2019-01-01", validity=written, more="有效期至: 2021-12-31\n"),
        "policies/b.md": policy("甲政发〔2022〕2号", issued="2022-05-01", more="废止: a\n"),
    })
    assert (standing(found, "a")[0], found.lines("V101")) == (written, [])


def test_no_end_of_time(column: Callable[..., Column]) -> None:
    assert standing(column({"policies/p.md": policy(more="有效期至: 9999-12-31\n")}), "p") == ("有效", "2023-05-30发布", "")


def test_long_chains_and_many_effects_cost_little(column: Callable[..., Column]) -> None:
    chain = {f"policies/p{i}.md": policy(f"甲政发〔2020〕{i}号", issued="2020-01-01", validity="待核", more=f"修改: p{i - 1}\n" if i > 1 else "")
             for i in range(1, 1201)}
    assert standing(column(chain), "p1")[0] == "已修改"
    dense = {f"policies/q{i}.md": policy(f"甲政发〔2021〕{i}号", issued="2021-01-01", validity="待核",
                                         more="修改: [" + ", ".join(f"q{j}" for j in range(1, i)) + "]\n" if i > 1 else "")
             for i in range(1, 41)}
    assert standing(column(dense), "q1")[0] == "已修改"
