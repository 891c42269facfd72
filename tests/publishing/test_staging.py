"""Staged and swapped: whatever happens, there is a whole `build/`, and nothing that is not ours is touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gongkai.model.problems import CannotBuild
from gongkai.publishing import staging
from gongkai.publishing.locking import only_build
from gongkai.publishing.staging import MARKER, Stage, recover, write


def published(folder: Path, text: str) -> Path:
    """A build that says `text`."""
    stage = Stage(folder / "build")
    stage.open()
    write(stage.folder, "a/index.html", text)
    stage.swap()
    return folder / "build"


def test_a_new_build_takes_the_place_of_the_last(tmp_path: Path) -> None:
    build = published(tmp_path, "一")
    (build / "left.html").write_text("旧", encoding="utf-8")
    published(tmp_path, "二")
    assert (build / "a" / "index.html").read_bytes() == "二".encode()
    assert sorted(path.name for path in build.iterdir()) == [MARKER, "a"]
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


def test_where_folders_cannot_be_exchanged_in_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "_exchange", lambda one, other: False)
    published(tmp_path, "一")
    build = published(tmp_path, "二")
    assert (build / "a" / "index.html").read_bytes() == "二".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


@pytest.mark.parametrize("killed_at", [1, 2])
def test_killed_between_the_renames_the_last_build_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, killed_at: int
) -> None:
    build = published(tmp_path, "一")
    monkeypatch.setattr(staging, "_exchange", lambda one, other: False)
    rename, calls = os.rename, []

    def killed(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == killed_at:
            raise KeyboardInterrupt
        rename(source, target)

    monkeypatch.setattr(os, "rename", killed)
    with pytest.raises(KeyboardInterrupt):
        published(tmp_path, "二")
    monkeypatch.setattr(os, "rename", rename)
    recover(build)
    assert (build / "a" / "index.html").read_bytes() == "一".encode()


def test_a_file_held_by_another_program_leaves_the_last_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build = published(tmp_path, "一")
    monkeypatch.setattr(staging, "_exchange", lambda one, other: False)
    monkeypatch.setattr("time.sleep", lambda seconds: None)

    def held(source: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "rename", held)
    with pytest.raises(CannotBuild, match="“build”里有文件正被别的程序打开，没有发布。关掉它再来一次。"):
        published(tmp_path, "二")
    assert (build / "a" / "index.html").read_bytes() == "一".encode()


def test_a_folder_without_the_marker_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "论文.docx").write_bytes(b"x")
    with pytest.raises(CannotBuild, match=r"没有 \.gitignore 这个标记，没有动它"):
        published(tmp_path, "一")
    assert [path.name for path in (tmp_path / "build").iterdir()] == ["论文.docx"]


def test_neither_a_file_nor_a_link_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "build").symlink_to("elsewhere")
    with pytest.raises(CannotBuild, match="不是普通的文件夹，没有动它"):
        published(tmp_path, "一")
    (tmp_path / "build").unlink()
    (tmp_path / "build").write_text("x", encoding="utf-8")
    with pytest.raises(CannotBuild, match="不是普通的文件夹，没有动它"):
        published(tmp_path, "一")


def test_an_empty_folder_is_welcome(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    assert (published(tmp_path, "一") / "a" / "index.html").is_file()


def test_a_gitignore_that_is_not_ours_is_no_marker(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / ".gitignore").write_text("node_modules\n", encoding="utf-8")
    (tmp_path / "build" / "site.yaml").write_text("名称: 甲\n", encoding="utf-8")
    with pytest.raises(CannotBuild, match="没有动它"):
        published(tmp_path, "一")


@pytest.mark.parametrize("output", ["site", ".", "site/policies", "site/policies/out", "site/content"])
def test_sources_are_neither_replaced_nor_built_into(tmp_path: Path, output: str) -> None:
    site = tmp_path / "site"
    for folder in ("policies", "content"):
        (site / folder).mkdir(parents=True)
    (tmp_path / output).mkdir(exist_ok=True)
    (tmp_path / output / MARKER).write_text(staging.MARKER_TEXT, encoding="utf-8")
    with pytest.raises(CannotBuild, match="会盖掉源文件，没有动它"):
        Stage(tmp_path / output, [site / "policies", site / "content"], [site]).open()


def test_no_path_leaves_the_build(tmp_path: Path) -> None:
    for path in ("../x", "a/../../x", "/x", "C:/x"):
        with pytest.raises(ValueError, match="leaves the build"):
            write(tmp_path, path, "x")


def test_only_one_build_at_a_time(tmp_path: Path) -> None:
    with only_build(tmp_path / "build"):
        with pytest.raises(CannotBuild, match="另一个 gongkai build 正在往"), only_build(tmp_path / "build"):
            pass
        with only_build(tmp_path / "other"):
            pass
    with only_build(tmp_path / "build"):
        pass
