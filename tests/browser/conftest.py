"""Chromium for the browser tests: skipped with one line where it is missing; in CI that is a failure."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ..conftest import in_ci
from .chromium import Chromium, chromium_path


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    command = chromium_path()
    if command is None:
        (pytest.fail if in_ci() else pytest.skip)("没有 chromium，跳过浏览器测试")
    with Chromium(command, tmp_path_factory.mktemp("chromium")) as browser:
        yield browser
