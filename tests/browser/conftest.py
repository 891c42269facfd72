"""Chromium for the browser tests: skipped with one line where it is missing; in CI that is a failure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gongkai.searching.answering import SearchIndex, open_index

from ..conftest import not_here
from ..searching.texts import small_column
from .chromium import Chromium, chromium_path
from .every_page import build_city, build_demonstration
from .pages import write_search_site

SUGGESTED = {"温鹿政办〔2021〕3号": 3, "区民政局养老服务管理办法": 0, "养老服务图解": 1, "综合政务\\公积金": 4, "养犬管理规定": 0}


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    command = chromium_path()
    if command is None:
        not_here("没有 chromium，跳过浏览器测试")
    with Chromium(command, tmp_path_factory.mktemp("chromium")) as browser:
        yield browser


@pytest.fixture
def reader(chromium: Chromium) -> Iterator[Chromium]:
    """A browser that forgets how its reader wanted to see the pages."""
    yield chromium
    chromium.run("localStorage.clear()")
    chromium.size(1280, 900)


@pytest.fixture(autouse=True)
def _wide(request: pytest.FixtureRequest) -> None:
    if "chromium" in request.fixturenames:
        request.getfixturevalue("chromium").size(1280, 900)


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own column, built."""
    return build_demonstration(tmp_path_factory.mktemp("示范 a"))


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city's column, for what the demonstration has no use for."""
    return build_city(tmp_path_factory.mktemp("城市"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A search page over the small column of the search tests."""
    # Han and a blank in the path, as on people's disks
    return write_search_site(tmp_path_factory.mktemp("站点 a") / "b", small_column(), suggested=SUGGESTED)


@pytest.fixture(scope="session")
def index(site: Path) -> SearchIndex:
    """Its index, as Python reads it."""
    return open_index(site / "search")
