"""Files that documents name beside them: opened only where they are the site's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.checks.data_pages import page
from tests.conftest import Column, policy

from gongkai.reading.beside import read_beside
from gongkai.reading.published import read_published


def test_only_ordinary_files_of_the_site(tmp_path: Path) -> None:
    outside, site = tmp_path / "outside", tmp_path / "site"
    for folder in (outside, site / "content" / "own"):
        folder.mkdir(parents=True)
        (folder / "a.csv").write_bytes(b"a")
    for path in ("content/own/.a.csv", "content/own/~$a.csv", "content/.own/a.csv"):
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_bytes(b"a")
        assert read_beside(site, path) is None  # nobody's content
    try:
        (site / "content" / "there").symlink_to(outside, target_is_directory=True)
        (site / "content" / "a.csv").symlink_to(outside / "a.csv")
    except OSError:
        pytest.skip("this system lets nobody make symbolic links")
    assert read_beside(site, "content/own/a.csv") == b"a"
    for path in ("content/there/a.csv", "content/a.csv", "content/own", "content/none.csv", "x" * 400 + ".csv", "a\0.csv"):
        assert read_beside(site, path) is None


def test_a_name_that_no_system_takes_is_the_editors_mistake(column: Callable[..., Column]) -> None:
    long = "x" * 400 + ".csv"
    files = {"content/m.md": page("会议", long), "policies/p.md": policy(more=f"清理目录: {long}\n")}
    found = column(files)
    assert found.lines("C203") == [f"content/m.md:6: 错误 C203 没有数据文件“{long}”(应在 content/{long})"]
    assert found.lines("V107") == [f"policies/p.md:7: 错误 V107 清理目录“{long}”打不开(把 CSV 放在本文件旁边，写它的文件名)"]


def test_a_damaged_list_of_what_was_published_is_none(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "policies.json").write_text("[" * 100_000, encoding="utf-8")
    assert read_published(tmp_path) == ()
