"""Rule O104: what it finds and what it leaves alone."""

from __future__ import annotations

import pytest
from tests.checks.pages import lines, page

from gongkai.checks.built_pages import PublishedPage

SOUND = page().html
ARTICLE = """<meta name="ColumnName" content="政策"><meta name="ColumnDescription" content="政策"><meta name="ColumnKeywords" content="政策">
<meta name="ColumnType" content="政策文件"><meta name="ArticleTitle" content="甲">"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<!DOCTYPE html>\n", "", "网页开头不是 <!DOCTYPE html>(改 theme/ 里的模板)"),
        (' lang="zh-CN"', "", '网页没有写明语言 lang="zh-CN"(改 theme/ 里的模板)'),
        ("<title>甲</title>", "<title> </title>", "网页没有标题 <title>(改 theme/ 里的模板)"),
        ("<h1>甲</h1>", "<h2>甲</h2>", "网页有 0 个一级标题 <h1>，应当只有一个(改 theme/ 里的模板)"),
        ("<h1>甲</h1>", '<h1>甲</h1><h1 id="b">乙</h1>', "网页有 2 个一级标题 <h1>，应当只有一个(改 theme/ 里的模板)"),
        ('http-equiv="Content-Security-Policy"', 'name="x"', "网页没有内容安全策略(改 theme/ 里的模板)"),
        ('name="SiteName"', 'name="Other"', "网页缺少标签SiteName(补上 site.yaml 里的名称、主办单位；自己的模板要保留 frame.meta)"),
    ],
)
def test_what_a_page_lacks(old: str, new: str, message: str) -> None:
    assert lines("O104", PublishedPage("index.html", SOUND.replace(old, new))) == [f"index.html:1: {message}"]


def test_a_content_page_has_the_tags_of_its_column_and_its_own() -> None:
    assert lines("O104", page(head=ARTICLE)) == []
    without = ARTICLE.replace('"ColumnName" content="政策"', '"ColumnName" content=""').replace("ColumnType", "X")
    assert lines("O104", page(head=without)) == [
        "policies/p.html:1: 网页缺少标签ColumnName、ColumnType(补上 site.yaml 里的名称、主办单位；自己的模板要保留 frame.meta)"
    ]
