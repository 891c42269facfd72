"""The search fields of the front page and of the masthead: a combobox once entered, a plain form without scripts."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote

import pytest

from ..conftest import policy
from .chromium import Chromium
from .pages import build_column, settle

SETTINGS = "名称: 甲区政府信息公开\n主办单位: 甲区人民政府\n网站名称: 甲区政府网\n"
OPTIONS = "Array.from(document.querySelectorAll('.suggestions li .suggestion-text'), one => one.textContent)"


@pytest.fixture(scope="module")
def column(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files: dict[str, str | bytes] = {
        "policies/gjj.md": policy("甲政发〔2023〕7号", "住房公积金管理办法", more="主题分类: 综合政务\\公积金\n"),
        "policies/yq.md": policy("甲政发〔2023〕8号", "养犬管理规定"),
    }
    return build_column(tmp_path_factory.mktemp("栏目"), files, SETTINGS)


def suggested(chromium: Chromium, field: str, typed: str, expected: list[str]) -> None:
    chromium.run(f"document.getElementById('{field}').value = ''; document.getElementById('{field}').focus(); 1")
    chromium.type(typed)
    chromium.wait(f"{OPTIONS}.join() === {json.dumps(','.join(expected), ensure_ascii=False)}")


@pytest.mark.parametrize(("page", "field"), [("index.html", "home-q"), ("policies/yq.html", "quick-q"), ("policies/yq.html?q=养犬", "quick-q")])
def test_suggestions_lead_to_the_search_page(chromium: Chromium, column: Path, page: str, field: str) -> None:
    chromium.errors.clear()
    path, _, search = page.partition("?")
    chromium.open((column / path).as_uri() + (f"?{search}" if search else ""))
    chromium.run("localStorage.clear()")
    chromium.requested.clear()
    suggested(chromium, field, "zfgjj", ["住房公积金管理办法"])
    suggested(chromium, field, "公积金", ["综合政务 › 公积金", "住房公积金管理办法"])
    assert chromium.run("document.activeElement.getAttribute('aria-expanded')") == "true"
    chromium.press("ArrowDown")
    chromium.press("ArrowDown")
    assert chromium.run("document.getElementById(document.activeElement.getAttribute('aria-activedescendant')).textContent") \
        .startswith("住房公积金管理办法")
    assert all(each.startswith("file://") for each in chromium.requested)
    chromium.press("Enter")
    chromium.wait("location.pathname.endsWith('search.html')")
    settle(chromium)
    assert unquote(chromium.run("location.search")) == "?q=住房公积金管理办法"
    chromium.run("setTimeout(() => history.back()); 1")
    chromium.wait(f"!!document.getElementById('{field}')")
    suggested(chromium, field, "公积金", ["住房公积金管理办法", "综合政务 › 公积金"])  # the first one as the latest query
    chromium.press("ArrowUp")
    chromium.press("Enter")
    chromium.wait("location.pathname.endsWith('search.html')")
    settle(chromium)
    assert unquote(chromium.run("location.search")) == "?主题分类=综合政务\\公积金"


def test_nothing_is_loaded_before_the_field_is_entered(chromium: Chromium, column: Path) -> None:
    chromium.requested.clear()
    chromium.open((column / "policies" / "yq.html").as_uri())
    assert [each for each in chromium.requested if "search" in each] == []


def test_the_field_itself_is_searched_for(chromium: Chromium, column: Path) -> None:
    chromium.errors.clear()
    chromium.open((column / "index.html").as_uri())
    suggested(chromium, "home-q", "养犬", ["养犬管理规定"])
    chromium.press("Enter")
    chromium.wait("location.pathname.endsWith('search.html')")
    settle(chromium)
    assert unquote(chromium.run("location.search")) == "?q=养犬"


def test_without_scripts_the_form_leads_to_the_search_page(column: Path) -> None:
    for page, action in (("index.html", "search.html"), ("policies/yq.html", "../search.html")):
        form = (column / page).read_text("utf-8").partition('role="search"')[0].rpartition("<form")[2]
        assert f'action="{action}" method="get"' in form
