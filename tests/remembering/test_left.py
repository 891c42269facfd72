"""How a build was left is told again of what lies there, and of nothing else."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gongkai.publishing.carrying import File
from gongkai.publishing.staging import MARKER, MARKER_TEXT
from gongkai.remembering.left import found, left

FILES = {"index.html": "首页", "policies/p1.html": "一份文件", "policies/p1/a.txt": "附件", "search/ä.js": "", MARKER: MARKER_TEXT}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A folder with files."""
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def remembered(output: Path) -> dict[str, File]:
    """The files of a build, in no order."""
    facts = {path: (output / path).stat() for path in reversed(FILES) if path != MARKER}
    return {path: File("0" * 64, each.st_size, each.st_mtime_ns) for path, each in facts.items()}


def _changed(output: Path) -> None:
    os.utime(output / "policies/p1.html", ns=(1, 1))


def _longer(output: Path) -> None:
    file = output / "policies/p1.html"
    changed = file.stat().st_mtime_ns
    file.write_text("一份别的文件", encoding="utf-8")
    os.utime(file, ns=(changed, changed))


def _renamed(output: Path) -> None:
    (output / "policies/p1.html").rename(output / "policies/p2.html")


def _a_link(output: Path) -> None:
    file = output / "policies/p1.html"
    file.rename(output.with_name("elsewhere.html"))
    file.symlink_to(output.with_name("elsewhere.html"))


def _a_folder(output: Path) -> None:
    (output / "policies/p1.html").unlink()
    (output / "policies/p1.html").mkdir()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "another time": _changed, "longer, at the same time": _longer, "another name": _renamed, "a folder in its place": _a_folder,
    "gone": lambda output: (output / "search/ä.js").unlink(), "one more below": lambda output: (output / "policies/p1/b.txt").touch(),
    "an empty folder more": lambda output: (output / "policies/p2").mkdir(), "a link to the same file": _a_link,
    "one more at the top": lambda output: (output / "more.html").touch(), "another marker": lambda output: (output / "search" / MARKER).touch(),
}  # fmt: skip


def test_what_was_left_is_found(output: Path) -> None:
    assert found(output) == left(remembered(output)) != left({})


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_not_as_it_was_left_is_told_otherwise(output: Path, damage: str) -> None:
    known = left(remembered(output))
    DAMAGES[damage](output)
    assert found(output) not in (known, "")


@pytest.mark.parametrize("how", ["none", "a folder", "a line more", "a link to the same"])
def test_what_was_not_built_is_nothing(output: Path, how: str) -> None:
    (output / MARKER).unlink()
    if how == "a folder":
        (output / MARKER).mkdir()
    elif how == "a line more":
        (output / MARKER).write_text(f"{MARKER_TEXT}!policies\n", encoding="utf-8", newline="\n")
    elif how == "a link to the same":
        (output / MARKER).symlink_to(output.with_name("elsewhere"))
        (output / MARKER).write_text(MARKER_TEXT, encoding="utf-8", newline="\n")
    assert found(output) == ""


@pytest.mark.skipif(sys.platform != "linux", reason="别的系统上没有这样的文件名")
def test_a_name_that_is_no_text_is_told_as_well(output: Path) -> None:
    known = found(output)
    (output / os.fsdecode(b"\xff.html")).touch()
    assert found(output) not in (known, "")
