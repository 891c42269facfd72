"""Rule O102: what it finds and what it leaves alone."""

from __future__ import annotations

import pytest
from tests.checks.pages import column_lines, lines, page

MEND = "(改 theme/ 里的模板：文件放进 theme/，用相对地址)"


@pytest.mark.parametrize(
    ("tag", "address"),
    [
        ('<script src="https://cdn.example.com/x.js"></script>', "https://cdn.example.com/x.js"),
        ('<img alt="甲" src="//x.cn/a.png">', "//x.cn/a.png"),
        ('<link rel="stylesheet" media="print" href="http://x.cn/a.css">', "http://x.cn/a.css"),
        ('<form method="get" action="https://x.cn/s"></form>', "https://x.cn/s"),
        ('<iframe src="https://x.cn/"></iframe>', "https://x.cn/"),
    ],
)
def test_what_is_loaded_from_elsewhere(tag: str, address: str) -> None:
    assert lines("O102", page(tag)) == [f"policies/p.html:1: 网页会从栏目以外装入“{address}”{MEND}"]


def test_links_that_a_reader_follows_load_nothing() -> None:
    body = '<a href="https://www.gov.cn/">甲</a><link rel="canonical" href="https://www.jia.gov.cn/"><img src="a.png" alt="https://x.cn/">'
    assert lines("O102", page(body)) == []


def test_style_sheets() -> None:
    styles = {"assets/a.css": "a { color: red }\nb { background: url('https://x.cn/a.png') }\n", "assets/b.css": "c { background: url(i.svg) }"}
    assert column_lines("O102", styles=styles) == [
        "assets/a.css:2: 样式会从栏目以外装入“https://x.cn/a.png”(把文件放进 theme/，用相对地址)"
    ]
