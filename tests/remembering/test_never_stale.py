"""What a build from nothing would make otherwise is never taken for what it was: changes that sizes and times of change do not tell,
changes while a build runs, and what is left of files that are no more."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from gongkai import pipeline
from gongkai.call import Call
from gongkai.console import Steps
from gongkai.model.problems import CannotBuild
from gongkai.model.settings import Settings
from gongkai.model.site import Site
from gongkai.remembering import contents, memory
from gongkai.remembering.place import folder_of
from gongkai.remembering.remembered import Remembering
from gongkai.remembering.whole import unchanged
from gongkai.searching import self_test
from tests.remembering.edits import FILES, write
from tests.remembering.test_same_as_from_nothing import TODAY, build, files_of


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A column that was built."""
    monkeypatch.setattr(self_test, "tasks", lambda *_: [])
    site = tmp_path / "site"
    write(site, FILES)
    build(site, tmp_path / "warm", True)
    return site


def is_as_from_nothing(site: Path, name: str = "warm") -> bool:
    """Whether what is remembered of the build of this name does no harm."""
    warm, cold = site.parent / name, site.parent / "cold"
    return build(site, warm, True) == build(site, cold, False) and lying(warm) == lying(cold)


def lying(folder: Path) -> dict[str, bytes | None]:
    """Every file with its content, and every folder."""
    return {**files_of(folder), **{path.relative_to(folder).as_posix(): None for path in folder.rglob("*") if path.is_dir()}}


def put_in_its_place(path: Path, old: str, new: str) -> None:
    """Other words of the same length, with the old time put back."""
    assert len(old.encode()) == len(new.encode())
    facts, text = path.stat(), path.read_text("utf-8")
    while path.stat().st_ctime_ns == facts.st_ctime_ns:  # the clock of a file system has steps
        path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
        os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert path.read_text("utf-8") != text and path.stat().st_mtime_ns == facts.st_mtime_ns


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [("policies/a.csv", "甲", "乙"), ("content/wenda/g.csv", "02-10", "02-11"), ("policies/list.csv", "继续有效", "宣布失效")],
    ids=["an attachment", "a table of a page", "the list of a cleaning"],
)  # fmt: skip
@pytest.mark.parametrize("trusted", [True, False], ids=["long before", "just now"])
def test_a_file_beside_the_sources_with_size_and_time_of_another(
    site: Path, monkeypatch: pytest.MonkeyPatch, path: str, old: str, new: str, trusted: bool
) -> None:
    if trusted:
        monkeypatch.setattr(contents, "_MOMENT", 0)
        build(site, site.parent / "warm", True)
    put_in_its_place(site / path, old, new)
    assert is_as_from_nothing(site)


def test_what_was_found_in_an_attachment_is_found_in_another_of_its_size_and_time(site: Path) -> None:
    text = FILES["policies/p1.md"].replace("附件: a.csv", "附件: [a.csv, b.csv]")
    write(site, {"policies/b.csv": "姓名,身份证号\n张三,11010119900307000X\n", "policies/p1.md": text})
    told = build(site, site.parent / "warm", True)
    put_in_its_place(site / "policies/b.csv", "11010119900307000X", "一一〇〇〇〇")
    assert build(site, site.parent / "warm", True) != told
    assert is_as_from_nothing(site)


def test_an_attachment_that_was_changed_just_now_is_told_as_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.csv"
    file.write_text("甲", encoding="utf-8")
    if contents.TELLS:
        assert contents.state_of(file) != contents.state_of(file)
        monkeypatch.setattr(contents, "_MOMENT", -1)
    assert contents.state_of(file) == contents.state_of(file) != ()
    assert contents.state_of(tmp_path / "b.csv") == contents.changes_of(tmp_path / "b.csv") == ()


def test_no_folder_is_left_of_what_is_gone(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GONGKAI_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(site.parent / "cache"))
    text = FILES["policies/p1.md"].replace("附件: a.csv\n", "").replace("[附件](a.csv)", "附件")
    assert is_as_from_nothing(site)
    for more in ("", "又一句。", "再一句。"):
        write(site, {"policies/p1.md": f"{text}\n{more}\n"})
        assert is_as_from_nothing(site)


def test_no_empty_folder_comes_out_of_the_folder_that_is_kept(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GONGKAI_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(site.parent / "cache"))
    assert is_as_from_nothing(site)
    for path in (site.parent / "cache").rglob("spare-*"):
        (path / "policies" / "empty").mkdir()
    (site.parent / "warm" / "empty").mkdir()
    for more in ("", "又一句。", "再一句。"):
        write(site, {"policies/p1.md": FILES["policies/p1.md"] + f"\n{more}\n"})
        assert is_as_from_nothing(site)


def test_a_baseline_with_nothing_in_it_is_not_the_same_as_none(site: Path) -> None:
    (site / "baseline.json").write_bytes(b"")
    call = Call(site, site / "site.yaml", site.parent / "warm", 1, TODAY, site / "baseline.json", remembers=True)
    assert unchanged(call)[1] is None
    with pytest.raises(CannotBuild, match="读不出"):
        pipeline.build(call, Steps(pipeline.STEPS))


@pytest.mark.parametrize("path", ["theme/style/own.css", "theme"])
def test_a_theme_that_became_a_link_is_another(site: Path, path: str) -> None:
    write(site, {"theme/style/own.css": "body { color: #123456; }\n"})
    build(site, site.parent / "warm", True)
    call = Call(site, site / "site.yaml", site.parent / "warm", 1, TODAY, remembers=True)
    assert unchanged(call)[1] is not None
    (site / path).rename(site.parent / "elsewhere")
    (site / path).symlink_to(site.parent / "elsewhere")
    assert unchanged(call)[1] is None


def test_a_table_that_is_hidden_is_nobodys(site: Path) -> None:
    table = FILES["policies/list.csv"]
    write(site, {"policies/.list.csv": table, "policies/p6.md": FILES["policies/p6.md"].replace("list.csv", ".list.csv")})
    problems, _ = build(site, site.parent / "warm", True)
    assert ("policies/p6.md", "清理目录“.list.csv”打不开") in [(problem.place.path, problem.message) for problem in problems]
    write(site, {"policies/.list.csv": table.replace("继续有效", "宣布失效")})
    assert is_as_from_nothing(site)


def _texts(site: Path) -> list[Path]:
    return [path for path in folder_of(site.parent / "warm").glob("texts/*") if path.stat().st_size]


@pytest.mark.parametrize("how", ["gone", "shorter"])
def test_texts_that_somebody_cleared_away_are_read_again(site: Path, how: str) -> None:
    for text in _texts(site):
        text.unlink() if how == "gone" else text.write_bytes(text.read_bytes()[:-1])
    write(site, {"policies/p2.md": FILES["policies/p2.md"].replace("标题: ", "标题: 又")})
    assert is_as_from_nothing(site)
    write(site, FILES)
    assert is_as_from_nothing(site)


@pytest.mark.parametrize("name", ["标题", "正文"])
def test_texts_that_are_damaged_are_not_used_and_not_kept(site: Path, name: str) -> None:
    for text in _texts(site):
        text.write_bytes(bytes(byte ^ 1 for byte in text.read_bytes()))
    old, new = {"标题": ("标题: ", "标题: 又"), "正文": ("加装电梯。", "加装好电梯。")}[name]
    write(site, {"policies/p2.md": FILES["policies/p2.md"].replace(old, new)})
    assert is_as_from_nothing(site)
    write(site, FILES)
    assert is_as_from_nothing(site)


def test_where_there_is_no_room_for_a_memory_the_last_one_stays_with_all_that_belongs_to_it(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_of(site.parent / "warm")
    before, texts, prepared = (folder / "memory").read_bytes(), _texts(site), set((folder / "prepared").iterdir())

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    write(site, {"policies/p2.md": FILES["policies/p2.md"].replace("标题: ", "标题: 又")})
    with monkeypatch.context() as while_it_is_full:
        while_it_is_full.setattr(memory, "_put", full)
        assert build(site, site.parent / "warm", True)[1]
    assert (folder / "memory").read_bytes() == before and not (folder / "memory.new").exists()
    assert _texts(site) == texts and set((folder / "prepared").iterdir()) == prepared
    for word in ("", "再"):
        write(site, {"policies/p2.md": FILES["policies/p2.md"].replace("标题: ", f"标题: {word}")})
        assert is_as_from_nothing(site)


def _edited_while(monkeypatch: pytest.MonkeyPatch, edit: Callable[[], object]) -> None:
    read = pipeline._read

    def first_edited(call: Call, settings: Settings, steps: Steps, remembered: Remembering) -> Site:
        edit()
        return read(call, settings, steps, remembered)

    monkeypatch.setattr(pipeline, "_read", first_edited)


_EDITS = {
    "policies/p1.md": ("改造旧小区", "修造旧小区"), "policies/a.csv": ("甲", "乙"), "theme/style/own.css": ("#123456", "#654321"),
    "content/wenda/g.csv": ("02-10", "02-11"),
}  # fmt: skip


@pytest.mark.parametrize("path", _EDITS)
@pytest.mark.parametrize("name", ["warm", "new"])
def test_what_is_edited_while_a_build_runs_and_then_put_back(site: Path, monkeypatch: pytest.MonkeyPatch, path: str, name: str) -> None:
    write(site, {"theme/style/own.css": "body { color: #123456; }\n", "policies/p2.md": FILES["policies/p2.md"] + "\n又一句。\n"})
    before = (site / path).read_text("utf-8")
    with monkeypatch.context() as while_it_runs:
        _edited_while(while_it_runs, lambda: write(site, {path: before.replace(*_EDITS[path])}))
        build(site, site.parent / name, True)
    write(site, {path: before})
    assert is_as_from_nothing(site, name)
