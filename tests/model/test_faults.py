"""What went wrong with a file is said in Chinese, and of which file where that is known."""

from __future__ import annotations

import errno
import os

import pytest

from gongkai import commands
from gongkai.commands import check
from gongkai.model.faults import told, why

CASES = {
    errno.ENOSPC: "磁盘满了", errno.EACCES: "没有权限", errno.EPERM: "没有权限", errno.EROFS: "那里只能读，不能写", errno.ENOENT: "没有这个文件或文件夹",
    errno.EMFILE: "同时打开的文件太多", errno.EADDRINUSE: "被别的程序占用着",
}  # fmt: skip


@pytest.mark.parametrize("number", CASES, ids=errno.errorcode.get)
def test_a_fault_is_said_in_chinese(number: int) -> None:
    assert why(OSError(number, os.strerror(number))) == CASES[number]


def test_a_fault_without_words_of_ours_is_said_in_those_of_the_system() -> None:
    assert why(OSError(errno.EPIPE, "Broken pipe")) == "Broken pipe"
    assert why(OSError("no number at all")) == "no number at all"


def test_a_file_that_windows_says_is_shared_is_in_use() -> None:
    error = OSError(errno.EACCES, "The process cannot access the file")
    error.winerror = 32  # type: ignore[attr-defined]  # as it is there
    assert why(error) == "被别的程序占用着"


@pytest.mark.parametrize(("name", "said"), [("站点/a.md", "读写“站点/a.md”时出错：磁盘满了"), (None, "读写文件时出错：磁盘满了")], ids=["a file", "no file"])
def test_of_which_file_is_said_where_it_is_known(name: str | None, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), name) if name else OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert told(error) == said

    def fails(_: object) -> int:
        raise error

    monkeypatch.setattr(check, "run", fails)
    assert commands.main(["check"]) == commands.CANNOT
    assert capsys.readouterr().err == f"gongkai: {said}。看看磁盘空间、权限和文件是否被占用。\n"
