"""axe-core finds nothing on the search page, in any of its states, nor where other pages suggest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from ..conftest import policy
from ..searching.texts import small_column
from . import axe
from .chromium import Chromium
from .pages import OPTIONS, STATUS, ask, build_column, write_search_site

SETTINGS = "名称: 甲区政府信息公开\n主办单位: 甲区人民政府\n网站名称: 甲区政府网\n"

pytestmark = axe.needed


@pytest.fixture(params=[(1280, 900), (390, 844)], ids=["1280", "390"])
def sized(chromium: Chromium, request: pytest.FixtureRequest) -> Iterator[Chromium]:
    """Shown on a desk and on a phone."""
    chromium.size(*request.param)
    yield chromium
    chromium.size(1280, 900)


def violations(chromium: Chromium) -> dict[str, list[str]]:
    """What is found in the page as it stands now, by light and dark: nothing but colours hangs on that, and they change at once."""
    axe.load(chromium)
    found: dict[str, list[str]] = {}
    for dark in (False, True):
        chromium.darken(dark)
        assert chromium.run("matchMedia('(prefers-color-scheme: dark)').matches") is dark
        if violated := axe.violations(chromium):
            found["dark" if dark else "light"] = violated
    return found


def typed(chromium: Chromium, text: str, field: str = "q") -> None:
    chromium.run(f"document.getElementById('{field}').focus()")
    chromium.type(text)
    chromium.wait("document.querySelectorAll('.suggestions li').length > 0")
    chromium.press("ArrowDown")


def says(chromium: Chromium, words: str) -> None:
    assert words in chromium.run(STATUS)


def _results(chromium: Chromium, site: Path) -> None:
    ask(chromium, site, "?q=养犬")
    says(chromium, "找到")


def _bare(chromium: Chromium, site: Path) -> None:
    ask(chromium, site, "?q=养犬")
    ask(chromium, site)
    assert chromium.run("document.getElementById('search-recent').hidden") is False


def _suggestions(chromium: Chromium, site: Path) -> None:
    ask(chromium, site)
    typed(chromium, "养")
    assert chromium.run(f"{OPTIONS}.length") > 0


def _filtered(chromium: Chromium, site: Path) -> None:
    ask(chromium, site, "?q=公示&from=2019&有效性=有效&page=2")
    chromium.run("document.querySelectorAll('details').forEach(one => { one.open = true })")


def _nothing(chromium: Chromium, site: Path) -> None:
    ask(chromium, site, "?q=查无此事 养犬&有效性=有效&literal=1")
    says(chromium, "没有找到")


def _widened(chromium: Chromium, site: Path) -> None:
    ask(chromium, site, "?q=yanglaofuwu")
    says(chromium, "没有找到“yanglaofuwu”，以下是“养老服务”的结果")


def _bad_day(chromium: Chromium, site: Path) -> None:
    ask(chromium, site, "?q=公示")
    chromium.run("document.querySelectorAll('details').forEach(one => { one.open = true })")
    chromium.run("document.getElementById('search-to').value = '二零'; document.querySelector('.search-days button').click()")


def _without_filters(chromium: Chromium, site: Path) -> None:
    ask(chromium, site)
    chromium.run("{ const asked = gongkai.search; gongkai.search = (q, options) => options.facets === false ? asked(q, options)"
                 " : Promise.reject(new Error('x')); } 1")  # fmt: skip
    chromium.run("document.getElementById('q').value = '公示'; document.querySelector('#search-form button').click()")
    chromium.run("document.querySelectorAll('details').forEach(one => { one.open = true })")
    chromium.wait("document.getElementById('search-filters').textContent.includes('没有载入')")


def _partial(chromium: Chromium, site: Path) -> None:
    ask(chromium, site)
    chromium.run("{ const asked = gongkai.search; gongkai.search = async (q, options) => Object.assign(await asked(q, options),"
                 " {partial: true, exact: false}); } 1")  # fmt: skip
    chromium.run("document.getElementById('q').value = '公示'; document.querySelector('#search-form button').click()")
    chromium.wait("document.querySelector('#search-pages a') !== null")
    assert chromium.run("document.getElementById('search-pages').textContent") == "接着查找其余的"


STATES = (_results, _bare, _suggestions, _filtered, _nothing, _widened, _bad_day, _without_filters, _partial)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__.strip("_"))
def test_the_search_page(sized: Chromium, site: Path, state: Callable[[Chromium, Path], None]) -> None:
    state(sized, site)
    assert violations(sized) == {}


def test_a_part_that_is_missing(sized: Chromium, tmp_path: Path) -> None:
    folder = write_search_site(tmp_path / "a", small_column(5))
    for path in (folder / "search" / "terms").glob("*.js"):
        path.unlink()
    sized.open((folder / "search.html").as_uri() + "?q=" + quote("公示"))
    sized.wait(f"{STATUS}.includes('没有载入')")
    assert violations(sized) == {}
    sized.errors.clear()


@pytest.fixture(scope="module")
def column(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_column(tmp_path_factory.mktemp("axe"), {"policies/yq.md": policy("甲政发〔2023〕8号", "养犬管理规定")}, SETTINGS)


@pytest.mark.parametrize(("page", "field"), [("index.html", "home-q"), ("policies/yq.html", "quick-q")])
def test_suggestions_of_other_pages(sized: Chromium, column: Path, page: str, field: str) -> None:
    if field == "quick-q" and sized.run("innerWidth") < 600:
        pytest.skip("the masthead of a phone has a link instead")
    sized.open((column / page).as_uri())
    typed(sized, "养犬", field)
    assert sized.run("document.activeElement.hasAttribute('aria-activedescendant')") is True
    assert violations(sized) == {}
