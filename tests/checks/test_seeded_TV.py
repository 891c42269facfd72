"""Mistakes about time and validity put into a column in good order: each is found where it is, and nothing else is."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from tests.checks.clean_site import FILES, HISTORY, SETTINGS
from tests.checks.seeds_T import SEEDS as TIME
from tests.checks.seeds_T import Seed
from tests.checks.seeds_V import SEEDS as VALIDITY
from tests.checks.seeds_V_cleaning import SEEDS as CLEANING
from tests.conftest import TODAY, Column

from gongkai import checks
from gongkai.model.problems import Problem
from gongkai.model.site import History

SEEDS = [*TIME, *VALIDITY, *CLEANING]
SITE = {"site.yaml": SETTINGS, **FILES}


def problems(made: Column, history: History) -> list[Problem]:
    return checks.run(dataclasses.replace(made.site, history=history), made.links)


def test_the_column_is_in_good_order(column: Callable[..., Column]) -> None:
    found = problems(column(FILES, SETTINGS), HISTORY)
    assert [str(p) for p in found] == []


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: f"{seed.rule}-{seed.name}")
def test_a_mistake_is_found_where_it_is_and_nothing_else(column: Callable[..., Column], seed: Seed) -> None:
    site = dict(SITE)
    for path, old, new in seed.edits:
        if old:
            assert site[path].count(old) == 1, (path, old)
            site[path] = site[path].replace(old, new)
        elif new:
            site[path] = new
        else:
            del site[path]
    texts = dict(site)
    settings = site.pop("site.yaml")
    found = problems(column(site, settings, seed.today or TODAY), seed.history or HISTORY)
    wanted = [(seed.rule, path, line_of(texts[path], words)) for path, words in ((seed.path, seed.line), *seed.also)]
    assert sorted((p.id, p.place.path, p.place.line) for p in found if p.id not in seed.besides) == sorted(wanted)


def line_of(text: str, words: str) -> int:
    """The last line that holds the words: a row that was put in comes after the one that was there."""
    return max(n for n, line in enumerate(text.split("\n"), 1) if words in line)
