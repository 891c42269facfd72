"""The steps of a build, where no command line is in the way."""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path

import pytest

from gongkai import pipeline
from gongkai.console import Steps
from gongkai.publishing import feeds
from gongkai.searching import gathering
from tests.commands.test_build import files_of, make


def build(folder: Path, output: str, jobs: int) -> dict[str, bytes]:
    call = pipeline.Call(folder, folder / "site.yaml", folder / output, jobs, date(2026, 11, 21))
    problems, published = pipeline.build(call, Steps(pipeline.STEPS, io.StringIO()))
    assert published, problems
    return files_of(folder / output)


def test_workers_that_are_sent_the_column_write_what_forked_ones_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path)
    here = build(tmp_path, "one", 1)
    monkeypatch.setattr(gathering, "_LARGEST", 0)  # each document is a batch of the index
    monkeypatch.setattr(sys, "platform", "darwin")  # spawned workers, and folders swapped by two renames
    assert build(tmp_path, "two", 2) == here


def test_steps_are_announced_in_order_with_what_they_came_to(tmp_path: Path) -> None:
    make(tmp_path)
    stream = io.StringIO()
    call = pipeline.Call(tmp_path, tmp_path / "site.yaml", tmp_path / "build", 1, date(2026, 11, 21))
    pipeline.build(call, Steps(pipeline.STEPS, stream))
    lines = stream.getvalue().splitlines()
    assert [line.split("：")[0] for line in lines] == [f"[{i}/6] {name}" for i, name in enumerate(pipeline.STEPS, 1)]
    assert lines[0].startswith("[1/6] 读取：3 份政策文件，1 篇解读，1 个栏目页面，")
    assert lines[2].startswith("[3/6] 检查：没有发现问题，")


def test_a_fault_of_ours_leaves_the_last_build_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path)
    before = build(tmp_path, "build", 1)
    monkeypatch.setattr(feeds, "atom", lambda world, channel: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build(tmp_path, "build", 1)
    assert files_of(tmp_path / "build") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["build", "content", "interpretations", "policies", "site.yaml"]
