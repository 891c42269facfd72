"""Rule O103: what it finds and what it leaves alone."""

from __future__ import annotations

import pytest
from tests.checks.pages import lines, page

from gongkai.checks.page_tags import Known

MEND = "(改 theme/ 里的模板：样式、脚本放到单独的文件里)"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<script type="module">1</script>', '<script type="module">'),
        ("<style>p{}</style>", "<style>"),
        ('<p class="a" style="color:red">甲</p>', '<p class="a" style="color:red"'),
        ('<p onclick="x()">甲</p>', '<p onclick="x()"'),
        ('<a href="javascript:x()">甲</a>', ' href="javascript:x()"'),
    ],
)
def test_code_in_the_page(body: str, shown: str) -> None:
    assert lines("O103", page(body)) == [f"policies/p.html:1: 网页里有内联代码：{shown}{MEND}"]


def test_data_sources_and_words() -> None:
    body = (
        '<script src="a.js"></script><script defer src="b.js"></script><script type="application/ld+json">{}</script>'
        "<p data-style=\"x\">style=&quot;a&quot; onclick= &lt;script&gt;</p>"
    )
    assert lines("O103", page(body)) == []


def test_what_an_earlier_page_had_is_not_told_again() -> None:
    known = Known()
    assert lines("O103", page("<style>p{}</style>", known=known)) == [f"policies/p.html:1: 网页里有内联代码：<style>{MEND}"]
    assert lines("O103", page("<style>p{}</style>", known=known)) == []
