"""Rule F106: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, interpretation, policy


def test_equal_names_in_two_folders_and_in_other_case(column: Callable[..., Column]) -> None:
    files = {"policies/2020/35.md": policy(), "policies/2021/35.md": policy("甲政发〔2023〕8号"), "policies/2022/ab.md": policy("甲政发〔2023〕9号"),
             "policies/2023/AB.md": policy("甲政发〔2023〕10号"), "interpretations/35.md": interpretation("ab")}
    found = column(files)
    assert found.lines("F106") == [
        "policies/2021/35.md:1: 错误 F106 与 policies/2020/35.md 重名，网址都是“policies/35.html”(给其中一个改名)",
        "policies/2023/AB.md:1: 错误 F106 与 policies/2022/ab.md 重名，网址都是“policies/AB.html”(给其中一个改名)",
    ]


def test_addresses_of_the_column_itself(column: Callable[..., Column]) -> None:
    page = "---\n标题: 页\n公开日期: 2023-01-01\n---\n"
    found = column({"content/search.md": page, "content/lists/a.md": page, "content/rules/index.md": page, "content/rules/search.md": page, "content/guide.md": page})
    assert found.lines("F106") == [
        "content/lists/a.md:1: 错误 F106 “lists/a”是栏目自己要用的网址(换一个文件名)",
        "content/search.md:1: 错误 F106 “search”是栏目自己要用的网址(换一个文件名)",
    ]


def test_a_draft_cannot_take_the_place_of_what_is_published(column: Callable[..., Column]) -> None:
    found = column({
        "policies/2018/a.md": policy("甲政发〔2018〕1号", issued="2018-01-01"),
        "policies/2020/c.md": policy("甲政发〔2020〕3号", issued="2020-01-01"),
        "policies/drafts/c.md": policy("甲政发〔2023〕9号", more="草稿: true\n废止: a\n解读链接: https://secret.example/x\n"),
    })
    assert [line.split()[1] for line in found.lines("F106")] == ["错误"]
    assert found.links.standings["a"].state.value == "有效"
    assert found.links.web_interpretations == {}
    assert found.links.effects_of == {}
