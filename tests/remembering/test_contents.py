"""What a source holds is asked again whenever it can have become another, and not when it cannot."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gongkai.reading.digests import digest
from gongkai.remembering import contents
from gongkai.remembering.contents import Reader

pytestmark = pytest.mark.skipif(not contents.TELLS, reason="Windows 的文件没有“属性改动时间”，逐个字节读")
PATHS = ["policies/a.md", "policies/b.md"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path in PATHS:
        target = tmp_path / path
        target.parent.mkdir(exist_ok=True)
        target.write_text("一稿", encoding="utf-8", newline="\n")
    return tmp_path


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files count as seen however lately they were written: no test waits."""
    monkeypatch.setattr(contents, "_MOMENT", -1)


def test_what_has_not_been_touched_since_is_not_read(site: Path, at_once: None, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Reader(trusts=True)
    told = first(site, PATHS)
    monkeypatch.setattr(contents, "_content", lambda file: pytest.fail(f"{file} was read"))
    assert Reader(trusts=True, seen=first.seen)(site, PATHS) == told == dict.fromkeys(PATHS, digest("一稿".encode()))


def test_another_text_of_the_same_length_with_the_old_time_put_back_is_seen(site: Path, at_once: None) -> None:
    first = Reader(trusts=True)
    first(site, PATHS)
    before = (site / PATHS[0]).stat()
    while (site / PATHS[0]).stat().st_ctime_ns == before.st_ctime_ns:  # the clock of a file system has steps
        (site / PATHS[0]).write_text("二稿", encoding="utf-8", newline="\n")
    os.utime(site / PATHS[0], ns=(before.st_atime_ns, before.st_mtime_ns))
    now = (site / PATHS[0]).stat()
    assert (now.st_ino, now.st_size, now.st_mtime_ns) == (before.st_ino, before.st_size, before.st_mtime_ns)
    assert Reader(trusts=True, seen=first.seen)(site, PATHS) == {PATHS[0]: digest("二稿".encode()), PATHS[1]: digest("一稿".encode())}


def test_another_file_in_its_place_is_seen(site: Path, at_once: None) -> None:
    first = Reader(trusts=True)
    first(site, PATHS)
    (site / "new").write_text("二稿", encoding="utf-8", newline="\n")
    (site / "new").replace(site / PATHS[1])
    assert Reader(trusts=True, seen=first.seen)(site, PATHS)[PATHS[1]] == digest("二稿".encode())


def test_what_was_written_a_moment_ago_is_read_again(site: Path) -> None:
    reader = Reader(trusts=True)
    reader(site, PATHS)
    assert reader.seen == {}


def test_a_file_that_is_gone_says_nothing(site: Path, at_once: None) -> None:
    first = Reader(trusts=True)
    first(site, PATHS)
    (site / PATHS[0]).unlink()
    again = Reader(trusts=True, seen=first.seen)
    assert (again(site, PATHS)[PATHS[0]], list(again.seen)) == ("", PATHS[1:])
