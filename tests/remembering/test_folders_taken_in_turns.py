"""Where a build is kept for the next one to be put together in: killed at any step a whole build is public, and what is not as
it was left is not used."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from gongkai.publishing import mirroring, staging
from gongkai.searching import self_test
from tests.remembering.edits import FILES, write
from tests.remembering.test_same_as_from_nothing import build, files_of

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="两个文件夹不能一步对换的系统，不留这个文件夹")
_STEPS = ((os, "link"), (os, "unlink"), (os, "rename"), (Path, "rename"), (Path, "rmdir"), (staging, "_exchange"), (shutil, "rmtree"), (Path, "replace"))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A column that was built, changed and built again, so that there is a folder to be used."""
    monkeypatch.delenv("GONGKAI_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(self_test, "tasks", lambda *_: [])
    site = tmp_path / "site"
    write(site, FILES)
    build(site, tmp_path / "warm", True)
    change(site, "一")
    build(site, tmp_path / "warm", True)
    return site


def change(site: Path, word: str) -> None:
    """Another text, a document more, an attachment less or a folder in the place of a file."""
    path = site / "policies" / "p5.md"
    path.write_text(path.read_text("utf-8") + f"\n{word}\n", encoding="utf-8", newline="\n")
    write(site, {f"policies/{word}.md": FILES["policies/p4.md"].replace("4号", f"4{ord(word[0]) % 9}号")})


def spares(folder: Path) -> list[Path]:
    return sorted((folder / "cache").rglob("spare-*"))


def anew(site: Path) -> dict[str, bytes]:
    """The files of a build from nothing."""
    output = site.parent / "anew"
    assert build(site, output, False)[1]
    return files_of(output)


def test_the_folder_before_the_last_is_used_and_nothing_lies_beside_the_build(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = site / "policies" / "p5.md"
    text.write_text(text.read_text("utf-8") + "\n又一段。\n", encoding="utf-8", newline="\n")
    assert build(site, tmp_path / "warm", True)[1]
    text.write_text(text.read_text("utf-8") + "\n再一段。\n", encoding="utf-8", newline="\n")
    [spare] = spares(tmp_path)
    number, public = spare.stat().st_ino, (tmp_path / "warm").stat().st_ino
    linked: list[str] = []
    link = os.link
    monkeypatch.setattr(os, "link", lambda one, other: (linked.append(str(one)), link(one, other)))
    assert build(site, tmp_path / "warm", True)[1]
    [kept] = spares(tmp_path)
    assert ((tmp_path / "warm").stat().st_ino, kept.stat().st_ino) == (number, public)
    assert files_of(tmp_path / "warm") == anew(site)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["anew", "cache", "site", "warm"]
    assert 0 < len(linked) < len(files_of(kept)) / 3


def test_a_memory_that_is_carried_about_holds_no_build(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGKAI_CACHE", str(tmp_path / "elsewhere"))
    for word in "三四":
        change(site, word)
        assert build(site, tmp_path / "warm", True)[1]
        assert files_of(tmp_path / "warm") == anew(site)
    assert not list((tmp_path / "elsewhere").rglob("spare-*"))


@pytest.mark.parametrize("kill_at", [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, "exchange", "kept", "stored"])
def test_killed_at_any_step_a_whole_build_is_public_and_the_next_one_is_right(site: Path, tmp_path: Path, kill_at: int | str) -> None:
    before = files_of(tmp_path / "warm")
    change(site, "五")
    after = anew(site)
    child = os.fork()
    if not child:  # here nothing is tidied up, as when the power fails
        _die_at(kill_at)
        build(site, tmp_path / "warm", True)
        os._exit(7)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert files_of(tmp_path / "warm") in (before, after)
    for word in "六七":
        assert build(site, tmp_path / "warm", True)[1]
        assert files_of(tmp_path / "warm") == anew(site)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["anew", "cache", "site", "warm"]
        change(site, word)


def _die_at(step: int | str) -> None:
    """End this process at a step of those that change names of files, or right before one that is named."""
    count = 0
    named = {"exchange": "_exchange", "kept": "rename", "stored": "replace"}
    exchanged = False

    def dying(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def act(*given: object, **more: object) -> object:
            nonlocal count, exchanged
            count += 1
            if count == step or (name == named.get(str(step)) and (exchanged or step == "exchange")):
                os._exit(9)
            done = real(*given, **more)
            exchanged = exchanged or name == "_exchange"
            return done

        return act

    for owner, name in _STEPS:
        setattr(owner, name, dying(name, getattr(owner, name)))


def _more(spare: Path) -> None:
    (spare / "policies" / "more.html").write_text("多出的", encoding="utf-8")


def _less(spare: Path) -> None:
    (spare / "policies" / "p1.html").unlink()


def _other(spare: Path) -> None:
    (spare / "policies" / "p1.html").unlink()
    (spare / "policies" / "p1.html").write_text("别的", encoding="utf-8")


def _none(spare: Path) -> None:
    shutil.rmtree(spare)


def _elsewhere(spare: Path) -> None:
    spare.rename(spare.with_name("away"))
    spare.symlink_to("away")


@pytest.mark.parametrize("meddle", [_more, _less, _other, _none, _elsewhere])
def test_a_folder_that_is_not_as_it_was_left_is_not_used(site: Path, tmp_path: Path, meddle: Callable[[Path], None]) -> None:
    [spare] = spares(tmp_path)
    meddle(spare)
    change(site, "八")
    assert build(site, tmp_path / "warm", True)[1]
    assert files_of(tmp_path / "warm") == anew(site)


@pytest.mark.parametrize("place", ["public", "spare"])
def test_what_others_put_into_a_build_never_comes_back(site: Path, tmp_path: Path, place: str) -> None:
    output = tmp_path / "warm" if place == "public" else spares(tmp_path)[0]
    (output / "policies" / "p2.html").write_text("别人的", encoding="utf-8")
    (output / "policies" / "more.html").write_text("多出的", encoding="utf-8")
    (output / "more").mkdir()
    (output / "more" / "more.html").write_text("多出的", encoding="utf-8")
    for word in "九十百":
        change(site, word)
        assert build(site, tmp_path / "warm", True)[1]
        assert files_of(tmp_path / "warm") == anew(site), word


def test_a_folder_may_stand_where_a_file_was(site: Path, tmp_path: Path) -> None:
    (site / "policies" / "a.csv").unlink()
    for number, files in enumerate(({"policies/附件": "甲"}, {"policies/附件/乙": "乙"}, {"policies/附件": "丙"}, {"policies/丁": "丁"})):
        shutil.rmtree(site / "policies" / "附件", ignore_errors=True) if (site / "policies" / "附件").is_dir() else (site / "policies" / "附件").unlink(missing_ok=True)
        [name] = files
        write(site, {**files, "policies/p1.md": FILES["policies/p1.md"].replace("附件: a.csv", f"附件: {name.removeprefix('policies/')}")})
        assert build(site, tmp_path / "warm", True)[1]
        assert files_of(tmp_path / "warm") == anew(site), number


def test_no_link_is_no_hindrance(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(one: object, other: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refused)
    monkeypatch.setattr(mirroring.os, "link", refused)
    for word in "千万":
        change(site, word)
        assert build(site, tmp_path / "warm", True)[1]
        assert files_of(tmp_path / "warm") == anew(site)
