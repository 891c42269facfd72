"""The index is asked for what it must find before it is published; an index that lost something is caught."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from gongkai.searching.self_test import failures
from gongkai.searching.writing import write_index

from ..conftest import ROOT
from .texts import small_column


@pytest.fixture
def index(small_index: Path, tmp_path: Path) -> Path:
    shutil.copytree(small_index, tmp_path / "search")
    return tmp_path / "search"


def test_a_sound_index_passes_in_both_readers(index: Path) -> None:
    assert failures(index, len(small_column()), ROOT / "theme") == []


def test_a_document_that_is_missing_is_noticed(index: Path) -> None:
    assert [failure.word for failure in failures(index, 7)] == [f"{len(small_column())} ≠ 7"]


def test_postings_that_are_lost_are_noticed(index: Path) -> None:
    for path in (index / "terms").glob("*.json"):
        content = json.loads(path.read_bytes())
        path.write_text(json.dumps({**content, "text": " " * len(content["text"])}), "utf-8")
    assert {failure.reader for failure in failures(index, len(small_column()))} == {"Python"}


def test_scripts_that_differ_are_noticed(index: Path, tmp_path: Path) -> None:
    if not shutil.which("node"):
        pytest.skip("没有 Node.js，跳过 JavaScript 测试")
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    terms = tmp_path / "theme" / "search" / "terms.js"
    terms.write_text(terms.read_text("utf-8").replace("code === DROPPED", "code === 0x7684"), "utf-8")
    broken = tmp_path / "theme" / "search" / "codec.js"
    broken.write_text(broken.read_text("utf-8").replace("var FINALS = 70", "var FINALS = 71"), "utf-8")
    with pytest.raises(RuntimeError, match=r"self_test\.js"):
        failures(index, len(small_column()), tmp_path / "theme")


def test_the_same_index_is_asked_the_same(tmp_path: Path) -> None:
    write_index([small_column()], tmp_path / "a")
    assert failures(tmp_path / "a", len(small_column())) == failures(tmp_path / "a", len(small_column())) == []
