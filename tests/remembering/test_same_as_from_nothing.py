"""A build that remembers the last one writes what a build from nothing writes, byte for byte, whatever was edited between."""

from __future__ import annotations

import io
import os
import random
from collections.abc import Collection
from datetime import date
from pathlib import Path

import pytest

from gongkai import pipeline
from gongkai.console import Steps
from gongkai.model.problems import Problem
from gongkai.searching import same, self_test
from tests.remembering.edits import FILES, edit, write

ROUNDS, EDITS = int(os.environ.get("GONGKAI_ROUNDS", "1")), 4
TODAY = date(2026, 11, 21)


def build(folder: Path, output: Path, remembers: bool, today: date = TODAY) -> tuple[list[Problem], bool]:
    """Of a column in `folder`; with a `today` of its own."""
    call = pipeline.Call(folder, folder / "site.yaml", output, 1, today, remembers=remembers)
    problems, published = pipeline.build(call, Steps(pipeline.STEPS, io.StringIO()))
    return list(problems), published


def files_of(folder: Path) -> dict[str, bytes]:
    """Path → content of every file."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_build_that_remembers_is_the_build_from_nothing(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "tasks", lambda *_: [])  # it writes nothing, and takes longest
    compare = same.differing

    def differing(before: Path, now: Path, changed: Collection[int]) -> list[int] | None:
        assert compare(before, now, changed) == [], done
        return []

    monkeypatch.setattr(same, "differing", differing)
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
