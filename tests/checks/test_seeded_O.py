"""Mistakes that only finished pages show: each is found at its page by its rule, and nothing else is reported."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from tests.checks.clean_column import clean_files
from tests.checks.seeds_O import SEEDS, Seed
from tests.conftest import TODAY

from gongkai import pipeline
from gongkai.console import Steps
from gongkai.making import rewriting
from gongkai.model.problems import Severity
from gongkai.searching import self_test
from gongkai.searching.writing import write_index


def told(folder: Path, seed: Seed | None, monkeypatch: pytest.MonkeyPatch, jobs: int = 1) -> set[str]:
    """Every problem of a build of the clean column with the mistake, as `rule path:line`."""
    for path, text in {**clean_files(), **(seed.files if seed else {})}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    if seed and seed.spoil:
        spoil = seed.spoil

        def spoiled(entries: Any, target: Path, *more: Any) -> Any:
            facts = write_index(entries, target, *more)
            spoil(target)
            return facts

        monkeypatch.setattr(rewriting, "write_index", spoiled)
    call = pipeline.Call(folder, folder / "site.yaml", folder / "out", jobs, TODAY)
    problems, published = pipeline.build(call, Steps(pipeline.STEPS, io.StringIO()))
    assert published == (not any(p.stops(Severity.ERROR) for p in problems)) == (folder / "out" / "index.html").exists()
    return {f"{p.id} {p.place}" for p in problems}


def test_the_pages_are_in_good_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(tmp_path, None, monkeypatch) == set()


@pytest.mark.parametrize("seed", SEEDS, ids=[f"{seed.rule}-{n}" for n, seed in enumerate(SEEDS)])
def test_a_mistake_is_found_where_it_is_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: Seed) -> None:
    monkeypatch.setattr(self_test.shutil, "which", lambda _: None)  # the scripts of the search are asked elsewhere
    assert told(tmp_path, seed, monkeypatch) == {f"{seed.rule} {seed.at}:1"}


def test_an_index_that_lost_something_is_not_published_whoever_asks_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seed = next(seed for seed in SEEDS if seed.spoil)
    assert told(tmp_path, seed, monkeypatch, jobs=2) == {f"{seed.rule} {seed.at}:1"}
