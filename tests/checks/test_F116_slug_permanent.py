"""Rule F116: what it finds and what it leaves alone."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from tests.conftest import Column, interpretation, policy

BEFORE = json.dumps({"政策": [
    {"slug": "p", "url": "policies/p.html", "标题": "关于改造旧小区的通知", "文号": "甲政发〔2023〕7号", "解读": [{"slug": "i", "url": "interpretations/i.html", "标题": "文字解读"}]},
]})  # fmt: skip


EXPLAINED = {"interpretations/i.md": interpretation("p")}


def lines(column: Callable[..., Column], files: dict[str, str], explained: dict[str, str] = EXPLAINED) -> list[str]:
    return column({"build/data/policies.json": BEFORE, **explained, **files}).lines("F116")


def test_a_file_that_is_gone(column: Callable[..., Column]) -> None:
    assert lines(column, {"policies/q.md": policy("甲政发〔2023〕8号")}) == [
        "policies/p.md:1: 警告 F116 《关于改造旧小区的通知》已经公开，现在没有这个文件，原网址会打不开(误删的，放回这个文件；要撤下的，运行 gongkai withdraw policies/p.html，它在 content/withdrawn.csv 里记一行，原址留说明)"
    ]


def test_a_file_that_was_renamed(column: Callable[..., Column]) -> None:
    assert lines(column, {"policies/2023/new.md": policy()}) == [
        "policies/2023/new.md:1: 警告 F116 《关于改造旧小区的通知》已经公开的网址是“policies/p.html”，改了文件名，原网址会打不开(文件名改回“p.md”)"
    ]


def test_a_document_that_became_a_draft(column: Callable[..., Column]) -> None:
    assert lines(column, {"policies/p.md": policy(more="草稿: true\n")}) == [
        "policies/p.md:7: 警告 F116 《关于改造旧小区的通知》已经公开，这一次却不再公开，原网址会打不开(要撤下的，写“下架日”；不撤的，改回来)"
    ]


def test_what_is_moved_withdrawn_or_cannot_be_read(column: Callable[..., Column]) -> None:
    assert lines(column, {"policies/2023/p.md": policy()}) == []
    assert lines(column, {"policies/2023/p.md": policy(more="下架日: 2024-01-01\n")}) == []
    assert lines(column, {"policies/2023/p.md": "没有前置信息"}) == []


def test_an_interpretation_that_is_gone_or_renamed(column: Callable[..., Column]) -> None:
    assert lines(column, {"policies/p.md": policy()}, {}) == [
        "interpretations/i.md:1: 警告 F116 《文字解读》已经公开，现在没有这个文件，原网址会打不开"
        "(误删的，放回这个文件；要撤下的，运行 gongkai withdraw interpretations/i.html，它在 content/withdrawn.csv 里记一行，原址留说明)"
    ]
    assert lines(column, {"policies/p.md": policy()}, {"interpretations/new.md": interpretation("p")}) == [
        "interpretations/new.md:1: 警告 F116 《文字解读》已经公开的网址是“interpretations/i.html”，改了文件名，原网址会打不开(文件名改回“i.md”)"
    ]


def test_what_the_list_of_the_withdrawn_names(column: Callable[..., Column]) -> None:
    gone = "网址,标题,下架日\npolicies/p.html,关于改造旧小区的通知,2026-11-20\ninterpretations/i.html,文字解读,2026-11-20\n"
    assert lines(column, {"content/withdrawn.csv": gone}, {}) == []


def test_damaged_data_of_the_published_build(column: Callable[..., Column]) -> None:
    odd = json.dumps({"政策": [{"slug": "q", "url": "policies/q.html", "解读": 5}, {"slug": "r", "url": "policies/r.html", "解读": [3]}]})
    assert len(column({"build/data/policies.json": odd}).lines("F116")) == 2


PAGES = json.dumps({"栏目页面": [
    {"slug": "rules/shencha", "url": "rules/shencha.html", "标题": "公开审查制度"}, {"slug": "guide", "url": "guide.html", "标题": "公开指南"},
]})  # fmt: skip


def page(title: str, more: str = "") -> str:
    return f"---\n标题: {title}\n公开日期: 2023-06-01\n{more}---\n\n正文。\n"


def lines_of_pages(column: Callable[..., Column], files: dict[str, str]) -> list[str]:
    return column({"build/data/pages.json": PAGES, "content/guide.md": page("公开指南"), **files}).lines("F116")


def test_a_page_that_is_gone_or_renamed(column: Callable[..., Column]) -> None:
    assert lines_of_pages(column, {}) == [
        "content/rules/shencha.md:1: 警告 F116 《公开审查制度》已经公开，现在没有这个文件，原网址会打不开"
        "(误删的，放回这个文件；要撤下的，运行 gongkai withdraw rules/shencha.html，它在 content/withdrawn.csv 里记一行，原址留说明)"
    ]
    assert lines_of_pages(column, {"content/shencha.md": page("公开审查制度")}) == [
        "content/shencha.md:1: 警告 F116 《公开审查制度》已经公开的网址是“rules/shencha.html”，改了文件名，原网址会打不开(文件名改回“content/rules/shencha.md”)"
    ]


@pytest.mark.parametrize(
    "files",
    [
        {"content/rules/shencha.md": page("审查")},
        {"content/rules/shencha.md": page("公开审查制度", more="下架日: 2024-01-01\n")},
        {"content/rules/shencha.md": "没有前置信息"},
        {"content/withdrawn.csv": "网址,标题,下架日\nrules/shencha.html,公开审查制度,2026-11-20\n"},
    ],
    ids=["there", "withdrawn", "unread", "listed"],
)
def test_a_page_whose_address_stays(column: Callable[..., Column], files: dict[str, str]) -> None:
    assert lines_of_pages(column, files) == []
