"""Pages that show something else are begun by other processes before there is an index; what comes out is the same."""

from __future__ import annotations

import io
import os
import random
from pathlib import Path

import pytest

from gongkai import pipeline
from gongkai.console import Steps
from gongkai.making import column, rewriting
from gongkai.making.pages import Plan
from gongkai.searching import self_test
from gongkai.workers import FORKS
from tests.remembering.edits import FILES, edit, write
from tests.remembering.test_same_as_from_nothing import TODAY, build, files_of

pytestmark = pytest.mark.skipif(not FORKS, reason="只有能 fork 的系统先做")


def built_by_two(folder: Path, output: Path) -> bool:
    """Whether a build with two processes was published."""
    call = pipeline.Call(folder, folder / "site.yaml", output, 2, TODAY, remembers=True)
    return pipeline.build(call, Steps(pipeline.STEPS, io.StringIO()))[1]


@pytest.mark.parametrize("seed", range(2))
def test_two_processes_make_what_one_makes_from_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setattr(self_test, "tasks", lambda *_: [])
    if spares := seed % 2 == 0:  # where the next build is put together in a folder that is kept, another process writes the index
        monkeypatch.delenv("GONGKAI_CACHE")
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    chance = random.Random(seed)
    site = tmp_path / "site"
    write(site, FILES)
    begun: list[int] = []
    rewritten: list[str] = []
    taken_over = rewriting._taken_over
    monkeypatch.setattr(rewriting, "_taken_over", lambda found, *given: (rewritten.append(found.facts.script), taken_over(found, *given))[1])
    make_pages = column.make_pages

    def noted(world: object, plan: Plan, *given: object) -> object:
        begun.append(len(plan.begun))
        return make_pages(world, plan, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(column, "make_pages", noted)
    done: list[str] = []
    for number in range(4):
        published = built_by_two(site, tmp_path / "warm")
        assert published == build(site, tmp_path / "cold", False)[1], done
        if published:
            assert files_of(tmp_path / "warm") == files_of(tmp_path / "cold"), done
        done.append(edit(site, chance))
        if number % 2:
            write(site, {"policies/p2.md": FILES["policies/p2.md"].replace("2023〕2号", f"2023〕{40 + number}号")})
    assert bool(rewritten) == spares
    assert begun[0] == 0 and any(begun), "from nothing the index comes first"


def test_an_index_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    write(site, FILES)
    assert built_by_two(site, tmp_path / "build")
    before = files_of(tmp_path / "build")
    write(site, {"policies/p2.md": FILES["policies/p2.md"].replace("2023〕2号", "2023〕22号")})
    ended: list[Plan] = []
    make_index, close = column.make_index, Plan.close

    def failing(*given: object) -> object:
        make_index(*given)  # type: ignore[arg-type]
        raise RuntimeError("没有索引")

    monkeypatch.setattr(column, "make_index", failing)
    monkeypatch.setattr(Plan, "close", lambda plan: (ended.append(plan), close(plan)))
    with pytest.raises(RuntimeError, match="没有索引"):
        built_by_two(site, tmp_path / "build")
    assert [len(plan.begun) > 0 for plan in ended] == [True]
    assert files_of(tmp_path / "build") == before
    assert not [path for path in tmp_path.iterdir() if path.name not in ("site", "build")]
    monkeypatch.undo()
    assert built_by_two(site, tmp_path / "build")
    build(site, tmp_path / "cold", False)
    assert files_of(tmp_path / "build") == files_of(tmp_path / "cold")


def test_what_another_process_does_not_find_is_told_and_nothing_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GONGKAI_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    site = tmp_path / "site"
    write(site, FILES)
    assert built_by_two(site, tmp_path / "build") and built_by_two(site, tmp_path / "build")
    before = files_of(tmp_path / "build")
    write(site, {"policies/p2.md": FILES["policies/p2.md"].replace("2023〕2号", "2023〕22号")})
    here = os.getpid()

    def missing(_: object) -> list[self_test.Failure]:
        assert os.getpid() != here
        return [self_test.Failure("policy", "p2", "二十二号", "Python")]

    monkeypatch.setattr(self_test, "failures", missing)
    assert not built_by_two(site, tmp_path / "build")
    assert files_of(tmp_path / "build") == before
