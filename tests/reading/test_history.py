"""When each source came into Git: renames, odd names, shallow clones, no repository."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.model.site import History
from gongkai.reading import history
from gongkai.reading.history import first_seen, read_history

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="没有 git")


def git(folder: Path, *arguments: str, day: str = "2026-03-01") -> None:
    names = {f"GIT_{who}_{what}": "t" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    dates = {f"GIT_{who}_DATE": f"{day}T12:00:00+08:00" for who in ("AUTHOR", "COMMITTER")}
    environment = {**os.environ, **names, **dates, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(("git", *arguments), cwd=folder, env=environment, check=True, capture_output=True)


def commit(folder: Path, files: dict[str, str], day: str) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "一次提交", day=day)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    long = "正文。\n" * 50
    commit(tmp_path, {"site/policies/甲 乙.md": long, "site/policies/b.md": "乙\n", "elsewhere/policies/x.md": "外\n"}, "2026-03-01")
    commit(tmp_path, {"site/policies/b.md": "乙改\n", "site/interpretations/i.md": "解\n", "site/notes.md": "记\n"}, "2026-04-01")
    (tmp_path / "site/policies/2026").mkdir()
    (tmp_path / "site/policies/甲 乙.md").rename(tmp_path / "site/policies/2026/a.md")
    commit(tmp_path, {}, "2026-05-01")
    return tmp_path


def test_the_first_day_of_every_source_whatever_it_was_called(repository: Path) -> None:
    (repository / "site/policies/new.md").write_text("还没有提交", encoding="utf-8")
    assert read_history(repository / "site") == History({
        "policies/2026/a.md": date(2026, 3, 1), "policies/b.md": date(2026, 3, 1), "interpretations/i.md": date(2026, 4, 1),
    })  # fmt: skip


def test_a_worktree_and_a_shallow_clone(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    beside = tmp_path_factory.mktemp("beside")
    git(repository, "worktree", "add", "-q", str(beside / "tree"))
    assert read_history(beside / "tree" / "site") == read_history(repository / "site")
    git(beside, "clone", "-q", "--depth", "1", repository.as_uri(), "shallow")
    assert read_history(beside / "shallow" / "site") == History(missing="Git 仓库是浅克隆")


def test_outside_git_there_is_nothing_to_ask(tmp_path: Path) -> None:
    assert read_history(tmp_path) is None


def test_git_is_asked_again_only_after_a_commit(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    said = history._said
    monkeypatch.setattr(history, "_said", lambda git, folder, *words: asked.append(words[-1]) or said(git, folder, *words))
    history._history_at.cache_clear()
    first = read_history(repository / "site")
    assert read_history(repository / "site") is first
    assert len(asked) == 3  # which commit is the newest, twice, and the log, once
    commit(repository, {"site/policies/new.md": "新"}, "2026-06-01")
    again = read_history(repository / "site")
    assert again is not None and again.first["policies/new.md"] == date(2026, 6, 1)


def test_what_keeps_git_from_answering_is_said(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "_SECONDS", 0)
    assert read_history(repository / "site") == History(missing="0 秒内没有读完 Git 历史")
    monkeypatch.setattr(history.shutil, "which", lambda name: None)
    assert read_history(repository / "site") == History(missing="这台机器上没有 git")


def test_a_repository_without_a_commit_or_broken(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    assert read_history(tmp_path) == History(missing="git log 读不出这个仓库的历史")


@given(st.text(alphabet="\x00\x01AR \n12ab/.", max_size=60))
def test_no_log_is_too_odd(log: str) -> None:
    assert all(isinstance(day, date) for day in first_seen(log).values())
