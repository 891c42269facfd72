"""Rule O106: what it finds and what it leaves alone."""

from __future__ import annotations

from tests.checks.pages import column_lines, lines, page

from gongkai.checks.built_pages import BuiltColumn
from gongkai.checks.O106_page_links import check_built

MEND = "(正文里的链接由 L107 检查；这里是模板或程序的错，检查 theme/ 里的模板)"


def test_anchors_of_the_page_itself() -> None:
    body = '<h2 id="一总则">一、总则</h2><a href="#%E4%B8%80%E6%80%BB%E5%88%99">甲</a> <a href="#没有">乙</a> <a href="">丙</a>'
    assert lines("O106", page(body)) == [
        f"policies/p.html:1: 网页里没有锚点“#没有”{MEND}",
        f"policies/p.html:1: 有链接没有地址{MEND}",
    ]


def test_other_pages_and_their_anchors() -> None:
    leads = {
        ("policies/q.html", ""): "index.html", ("policies/q.html", "二"): "index.html", ("policies/q.html", "没有"): "policies/p.html",
        ("policies/none.html", ""): "policies/p.html", ("assets/a.css", ""): "index.html",
    }  # fmt: skip
    q = page('<h2 id="二">二</h2>', address="policies/q.html")
    assert column_lines("O106", q, files=("assets/a.css",), leads=leads) == [
        f"policies/p.html:1: 网页链接的“policies/none.html”没有写出来{MEND}",
        f"policies/p.html:1: 网页链接的“policies/q.html”里没有锚点“没有”{MEND}",
    ]


def test_a_page_is_read_once_however_many_lead_into_it() -> None:
    asked: list[str] = []

    def ids_of(path: str) -> frozenset[str]:
        asked.append(path)
        return frozenset({"一", "二", "三"})

    leads = {(f"policies/{page}.html", anchor): "index.html" for anchor in ("一", "二", "三") for page in ("q", "p")}
    built = BuiltColumn(frozenset(path for path, _ in leads), leads, {}, ids_of)
    assert list(check_built(built)) == []
    assert asked == ["policies/p.html", "policies/q.html"]
