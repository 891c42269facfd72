"""The index of the small column, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.searching.writing import SearchSettings, write_index

from .texts import small_column


@pytest.fixture(scope="session")
def small_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small") / "search"
    write_index([small_column()], folder, SearchSettings(synonyms={"住房储金": ("公积金",)}))
    return folder
