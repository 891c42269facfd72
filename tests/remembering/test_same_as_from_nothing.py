"""A build that remembers the last one writes what a build from nothing writes, byte for byte, whatever was edited between."""

from __future__ import annotations

import ast
import io
import os
import random
import subprocess
import sys
from collections.abc import Collection
from datetime import date
from pathlib import Path

import pytest

from gongkai import pipeline, worker_tasks
from gongkai.console import Steps
from gongkai.making import rewriting
from gongkai.model.problems import Problem
from gongkai.remembering import contents
from gongkai.remembering.whole import unchanged
from gongkai.searching import same, self_test
from tests.remembering.edits import FILES, edit, write

ROUNDS, EDITS = int(os.environ.get("GONGKAI_ROUNDS", "1")), 4
TODAY = date(2026, 11, 21)


def build(folder: Path, output: Path, remembers: bool, today: date = TODAY) -> tuple[list[Problem], bool]:
    """Of a column in `folder`; with a `today` of its own."""
    call = pipeline.Call(folder, folder / "site.yaml", output, 1, today, remembers=remembers)
    made_from, last = unchanged(call)
    if last is not None:
        return list(last), True
    problems, published = pipeline.build(call, Steps(pipeline.STEPS, io.StringIO()), made_from=made_from)
    return list(problems), published


def files_of(folder: Path) -> dict[str, bytes]:
    """Path → content of every file."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_build_that_remembers_is_the_build_from_nothing(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "tasks", lambda *_: [])  # it writes nothing, and takes longest
    monkeypatch.setattr(contents, "_MOMENT", 0)  # what was written just now is trusted as what lies there for long
    compare = same.differing

    def differing(before: Path, now: Path, changed: Collection[int]) -> list[int] | None:
        assert compare(before, now, changed) == [], done
        return []

    monkeypatch.setattr(same, "differing", differing)
    if seed % 2 == 0:  # among the user's own caches a build is kept for the next one to be put together in
        monkeypatch.delenv("GONGKAI_CACHE")
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    chance = random.Random(seed)
    site, today = tmp_path / "site", TODAY
    write(site, FILES)
    done: list[str] = []
    for _ in range(6):
        warm = build(site, tmp_path / "warm", True, today)
        cold = build(site, tmp_path / "cold", False, today)
        assert warm == cold, done
        if warm[1]:
            assert files_of(tmp_path / "warm") == files_of(tmp_path / "cold"), done
        done += [edit(site, chance) for _ in range(chance.randint(1, EDITS))]
        if chance.random() < 0.15:
            today = date.fromordinal(today.toordinal() + chance.choice((1, 20)))
            done.append(f"{today}")


def test_where_much_of_an_index_is_another_everybody_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(self_test, "tasks", lambda *given: asked.append(given[4]) or [])
    monkeypatch.setattr(contents, "_MOMENT", 0)
    site = tmp_path / "site"
    write(site, FILES)
    build(site, tmp_path / "warm", True)
    for most in (rewriting._COMPARED, 0):
        monkeypatch.setattr(rewriting, "_COMPARED", most)
        write(site, {"policies/p1.md": f"{FILES['policies/p1.md']}\n另有一句，至多看{most}个文件。\n"})
        build(site, tmp_path / "warm", True)
    build(site, tmp_path / "cold", False)
    assert asked[0] is None and isinstance(asked[1], tuple) and len(asked[1]) == 1 and asked[2:] == [None, None]
    assert files_of(tmp_path / "warm") == files_of(tmp_path / "cold")


@pytest.mark.parametrize("where", ["policies/p1.md", "policies/p6.md", "interpretations/i1.md", "content/guide.md", "content/wenda/gazette.md"])
def test_another_text_of_any_kind_of_source_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    monkeypatch.setattr(self_test, "tasks", lambda *_: [])
    site = tmp_path / "site"
    write(site, FILES)
    build(site, tmp_path / "warm", True)
    build(site, tmp_path / "cold", False)
    for more in ("又一句。", "再一句，不长不短。", "再一句，不短不长。"):  # the last is as long as the one before
        text = FILES[where] + f"\n{more}\n"
        write(site, {where: text})
        assert build(site, tmp_path / "warm", True) == build(site, tmp_path / "cold", False)
        assert files_of(tmp_path / "warm") == files_of(tmp_path / "cold")
        assert any(more.encode() in content for path, content in files_of(tmp_path / "warm").items() if path.endswith(".html"))


def test_of_another_text_only_its_own_pages_are_made_and_no_rule_on_facts_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "tasks", lambda *_: [])
    site = tmp_path / "site"
    write(site, FILES)
    build(site, tmp_path / "warm", True)
    made: list[tuple[str, str]] = []
    render_group = worker_tasks.render_group

    def rendered(tasks: list[tuple[str, str]]) -> object:
        made.extend(tasks)
        return render_group(tasks)

    monkeypatch.setattr(worker_tasks, "render_group", rendered)
    monkeypatch.setattr(pipeline, "ground_of", lambda *_: pytest.fail("关联和规则又做了一遍"))
    write(site, {"policies/p1.md": FILES["policies/p1.md"] + "\n又一句。\n"})
    build(site, tmp_path / "warm", True)
    assert sorted(made) == [("policy", "p1"), ("search", "search")]


def test_where_nothing_is_another_nothing_is_done_and_little_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, output = tmp_path / "site", tmp_path / "build"
    write(site, FILES)
    monkeypatch.setenv("GONGKAI_CACHE", str(tmp_path / "cache"))
    command = ["build", "--site", str(site), "--output", str(output), "--today", "2026-11-21"]
    asked = f"import sys; from gongkai.commands import main; status = main({command!r}); print(sorted(sys.modules)); sys.exit(status)"

    def run() -> tuple[str, set[str]]:
        done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, encoding="utf-8", check=True)
        return done.stderr, set(ast.literal_eval(done.stdout.splitlines()[-1]))

    first, loaded = run()
    assert "[6/6]" in first and "numpy" in loaded
    built = files_of(output)
    again, loaded = run()
    assert again.splitlines()[0] == "同上次生成时一样，没有什么要做的。"
    assert again.splitlines()[1:] == [line for line in first.splitlines() if not line.startswith("[")]
    assert not loaded.intersection(("numpy", "jinja2", "markdown_it", "yaml", "rich", "multiprocessing", "gongkai.pipeline", "gongkai.checks", "gongkai.model.site"))
    assert files_of(output) == built
    (output / "index.html").write_text("别人的", encoding="utf-8")
    assert "[6/6]" in run()[0] and files_of(output) == built
    (output / "policies" / "more.html").write_text("多出的", encoding="utf-8")
    assert "[6/6]" in run()[0] and files_of(output) == built
    assert "没有什么要做的" in run()[0]


@pytest.mark.parametrize("damage", ["cut", "altered", "foreign", "texts", "prepared"])
def test_a_memory_that_is_damaged_is_as_good_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str) -> None:
    monkeypatch.setattr(self_test, "tasks", lambda *_: [])
    monkeypatch.setenv("GONGKAI_CACHE", str(tmp_path / "cache"))
    site = tmp_path / "site"
    write(site, FILES)
    build(site, tmp_path / "warm", True)
    [memory] = (tmp_path / "cache").glob("*/memory")
    content = memory.read_bytes()
    if damage == "cut":
        memory.write_bytes(content[:-100])
    elif damage == "altered":
        memory.write_bytes(content[:-100] + bytes(100))
    elif damage == "foreign":
        memory.write_bytes(b"of another program\n" + content)
    else:
        for path in (memory.parent / damage).iterdir():
            if damage == "prepared":
                path.write_bytes(path.read_bytes()[:-1])
            else:
                path.unlink()
        if damage == "texts":
            memory.unlink()
    edit(site, random.Random(3))
    assert build(site, tmp_path / "warm", True) == build(site, tmp_path / "cold", False)
    assert files_of(tmp_path / "warm") == files_of(tmp_path / "cold")
